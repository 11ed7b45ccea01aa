from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.lexicons import load_words
from briefing.model import Document
from briefing.reading.language import UNKNOWN, find_language, mark_language
from briefing.words import ENGLISH_ONLY

ENGLISH = (
    "The harbour board said on Monday that it had approved the new ferry terminal, although two "
    "of its members voted against the plan. The work is due to begin in the autumn and will cost "
    "about 40m kroner, most of which the town has yet to find, by the board’s own figures."
)
PROSE = {
    "de": "Der Hafenrat hat am Montag mitgeteilt, dass er den Bau des neuen Terminals genehmigt "
    "hat, obwohl zwei Mitglieder gegen den Plan gestimmt haben. Die Arbeiten sollen im Herbst "
    "beginnen und werden nach Angaben der Stadt rund 40 Millionen Euro kosten, die zum größten "
    "Teil noch nicht vorhanden sind.",
    "fr": "Le conseil du port a annoncé lundi qu’il avait approuvé la construction du nouveau "
    "terminal, bien que deux de ses membres aient voté contre le projet. Les travaux doivent "
    "commencer à l’automne et coûteront environ 40 millions d’euros, dont la plus grande partie "
    "n’est pas encore dans les caisses de la ville.",
    "es": "El consejo del puerto anunció el lunes que había aprobado la construcción de la nueva "
    "terminal, aunque dos de sus miembros votaron en contra del plan. Las obras deben empezar en "
    "otoño y costarán unos 40 millones de euros, que la ciudad no tiene todavía, según las cifras "
    "del propio consejo.",
    "it": "Il consiglio del porto ha annunciato lunedì che la costruzione del nuovo terminal è "
    "stata approvata, anche se due dei suoi membri hanno votato contro il piano. I lavori devono "
    "cominciare in autunno e costeranno circa 40 milioni di euro, che la città non ha ancora "
    "trovato, come dicono gli stessi consiglieri.",
    "pt": "O conselho do porto anunciou na segunda-feira que foi aprovada a construção do novo "
    "terminal, mas dois dos seus membros não votaram a favor do plano. As obras devem começar no "
    "outono e vão custar cerca de 40 milhões de euros, que a cidade ainda não tem, como dizem os "
    "próprios números do conselho.",
    "nl": "Het havenbestuur heeft gezegd dat de bouw van de nieuwe terminal is goedgekeurd, "
    "ook al stemden twee van de leden tegen het plan. Het werk zou in de herfst moeten beginnen "
    "en gaat naar schatting 40 miljoen euro kosten, een bedrag dat de stad voor het grootste deel "
    "nog niet heeft.",
    "sv": "Hamnstyrelsen sade på måndagen att den har godkänt bygget av den nya terminalen, men "
    "två av ledamöterna röstade mot planen. Arbetet ska börja till hösten och det kommer att "
    "kosta omkring 40 miljoner kronor, som staden inte har än, enligt de siffror som styrelsen "
    "själv har lagt fram.",
    "da": "Havnebestyrelsen sagde mandag, at den har godkendt byggeriet af den nye terminal, men "
    "to af medlemmerne stemte imod planen. Arbejdet skal begynde til efteråret, og det bliver "
    "efter planen til en pris af 40 millioner kroner, som byen endnu ikke har, og som der ikke er "
    "sat penge af til.",
    "no": "Havnestyret sa mandag at det har godkjent byggingen av den nye terminalen, men to av "
    "medlemmene stemte mot planen. Arbeidet skal begynne til høsten, og det blir etter planen en "
    "pris på 40 millioner kroner, som byen ennå ikke har, og som det ikke er satt av penger til.",
    "fi": "Sataman hallitus kertoi maanantaina, että se on hyväksynyt uuden terminaalin "
    "rakentamisen, mutta kaksi jäsentä ei ole samaa mieltä. Työt alkavat syksyllä ja ne maksavat "
    "noin 40 miljoonaa euroa, joita kaupungilla ei vielä ole. Hallituksen mukaan rahat ovat "
    "kuitenkin tulossa, kun valtio on tehnyt myös oman päätöksensä, joka on jo valmis.",
    "pl": "Rada portu ogłosiła w poniedziałek, że zgodziła się na budowę nowego terminalu, ale "
    "dwóch jej członków nie było za tym planem. Prace mają się zacząć jesienią i będzie to "
    "kosztować około 40 milionów złotych, których miasto jeszcze nie ma, jak sama rada przyznała "
    "po głosowaniu i przed końcem sesji.",
    "tr": "Liman kurulu pazartesi günü yeni bir terminal için karar verildiğini ve bu kararın iki "
    "üye tarafından kabul edilmediğini söyledi. Çalışmalar sonbaharda başlayacak ve kurula göre "
    "40 milyon lira kadar tutacak, ancak bu para henüz şehirde yok. Daha sonra ne olacağı ise "
    "belli değil, ama kurul bunun çok önemli bir adım olduğunu söyledi.",
    "ru": "Совет порта сообщил в понедельник, что он одобрил строительство нового терминала, но "
    "двое из его членов были против. Работы начнутся осенью и будут стоить около 40 миллионов, "
    "которых у города ещё нет, как это следует из документов, которые совет уже показал после "
    "голосования. Это было первое такое решение за многие годы, и оно не последнее.",
    "uk": "Рада порту повідомила в понеділок, що вона схвалила будівництво нового термінала, але "
    "двоє з її членів були проти. Роботи почнуться восени і будуть коштувати близько 40 мільйонів, "
    "яких у міста ще немає, як це видно з документів, які рада вже показала після голосування. Це "
    "було перше таке рішення за багато років, та й не останнє.",
}
SCRIPTS = {
    "el": "Το λιμάνι ανακοίνωσε τη Δευτέρα ότι ενέκρινε τον νέο τερματικό σταθμό.",
    "zh": "港务局星期一表示,已批准新的渡轮码头,但有两名成员投了反对票。",
    "ja": "港湾局は月曜日、新しいフェリーターミナルを承認したと発表した。",
    "ko": "항만청은 월요일 새 여객 터미널 건설을 승인했다고 밝혔다.",
    "ar": "أعلنت هيئة الميناء يوم الاثنين أنها وافقت على بناء المحطة الجديدة.",
    "he": "רשות הנמל הודיעה ביום שני כי אישרה את בניית המסוף החדש.",
    "hi": "बंदरगाह बोर्ड ने सोमवार को कहा कि उसने नए टर्मिनल को मंजूरी दे दी है।",
    "th": "คณะกรรมการท่าเรือกล่าวเมื่อวันจันทร์ว่าได้อนุมัติท่าเรือข้ามฟากแห่งใหม่แล้ว",
}
LATIN = (
    "Arma virumque cano Troiae qui primus ab oris Italiam fato profugus Laviniaque venit litora "
    "multum ille et terris iactatus et alto vi superum saevae memorem Iunonis ob iram multa quoque "
    "et bello passus dum conderet urbem inferretque deos Latio genus unde Latinum Albanique patres"
)


@pytest.mark.parametrize(("language", "text"), [("en", ENGLISH), *PROSE.items(), *SCRIPTS.items()])
def test_language_of_prose(language, text):
    assert find_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Schadenfreude",
        "“Il n’y a rien à dire,” he said.",
        "Emmanuel Macron, Olaf Scholz, Pedro Sánchez",
        "12 40 18 | 9 31 7 | 3.5 2.0 " * 40,
        "東京 (Tokyo) reported rain.",
    ],
)
def test_short_text_counts_as_english(text):
    assert find_language(text) == "en"


def test_quotation_in_another_language_leaves_english_alone():
    assert find_language(f"{ENGLISH} “{PROSE['de'][:120]}” {ENGLISH}") == "en"


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("de-AT", PROSE["de"], "de"),
        ("de", ENGLISH, "en"),
        ("en", PROSE["de"], "de"),
        ("nb", PROSE["no"], "no"),
        ("da", PROSE["no"], "da"),  # too close to overrule a page that says so itself
        ("ET", LATIN, "et"),
        ("fr", "Un mot.", "fr"),
        ("en-GB", "", "en"),
        ("", ENGLISH, "en"),
    ],
)
def test_text_overrules_the_declaration_only_when_clear(declared, text, language):
    assert find_language(text, declared) == language


def test_prose_in_no_language_that_is_known():
    assert find_language(LATIN) == UNKNOWN


def document(text: str) -> Document:
    return Document(
        id="0", path="a.txt", sha256="0", media_type="text/plain", encoding="utf-8", text=text
    )


def test_notice_stands_once_and_only_where_facts_are_not_read():
    assert mark_language(document(ENGLISH)).notices == ()
    once = mark_language(document(PROSE["fr"]))
    assert (once.language, once.notices) == ("fr", (ENGLISH_ONLY,))
    assert mark_language(once).notices == (ENGLISH_ONLY,)


def test_only_a_part_of_a_long_text_is_read():
    assert find_language(PROSE["de"] * 1000 + ENGLISH * 100) == "de"
    assert find_language(ENGLISH * 1000 + PROSE["de"] * 100) == "en"


@given(st.text(), st.text(max_size=8))
def test_any_text_has_a_language(text, declared):
    assert find_language(text, declared)


def test_function_words_are_lower_case_words():
    for language, words in load_words("languages").items():
        assert len(words) >= 30, language
        assert all(word == word.lower() and word.isalpha() for word in words), language
