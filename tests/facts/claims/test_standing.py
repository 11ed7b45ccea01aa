import pytest
from msgspec.structs import replace
from small import document_of

from briefing.facts.caveats.marking import mark_caveats
from briefing.facts.claims.marking import mark_facts


def stand(text, *attributions):
    return [fact.standing for fact in facts_of(text, *attributions)]


def facts_of(text, *attributions):
    return mark_facts(mark_caveats(document_of(text, attributions=attributions))).facts


@pytest.mark.parametrize(
    ("standing", "text"),
    [
        ("stated", "The two ministers signed the treaty in June."),
        ("stated", "Parliament votes on the budget on Monday."),
        ("stated", "The ferry will sail again in spring."),
        ("stated", "Divers could not find the second engine."),
        ("stated", "He would often walk home along the river."),
        ("stated", "The mayor runs again, even if the party objects."),
        ("stated", "The museum showed a potential buyer the vault."),
        ("stated", "The court refused to hear the case."),
        ("stated", "The clerk would not say who had signed the lease."),
        ("stated", "Neither bank has answered the accusations."),
        ("stated", "They signed a pact that binds both if either is attacked."),
        ("stated", "It was perhaps the worst storm of the century."),
        ("assessed", "The bridge appears to have been closed for months."),
        ("assessed", "The crew is believed to have left on Friday."),
        ("assessed", "Rain is likely to delay the harvest."),
        ("alleged", "The guard allegedly opened the gate himself."),
        ("alleged", "The unions accused the owner of hiding the accounts."),
        ("speculative", "The strike could last until the autumn."),
        ("speculative", "Perhaps the pilot saw the second plane."),
        ("speculative", "If the dam fails, the valley floods within an hour."),
        ("speculative", "A second tunnel would halve the journey to the coast."),
        ("speculative", "The bank closes in March unless a buyer is found."),
        ("disputed", "The governor denied that he had met the builder."),
        ("disputed", "The company dismissed the report as false."),
    ],
)
def test_claim_of_the_article_stands_as_its_words_say(standing, text):
    assert stand(text) == [standing]


@pytest.mark.parametrize(
    ("standing", "source", "cue", "content"),
    [
        ("reported", "The harbour master", "said", "that two ships had sunk"),
        ("reported", "A study", "found", "no trace of lead in the wells"),
        ("reported", "She", "said", "that she would run for mayor"),
        ("reported", "The minister", "promised", "to rebuild the school"),
        ("assessed", "Engineers", "believe", "that the pier is sinking"),
        ("assessed", "The bank", "expects", "that prices fall by a third"),
        ("assessed", "The doctor", "does not think", "that the patient will walk"),
        ("alleged", "Prosecutors", "allege", "that he forged the papers"),
        ("alleged", "The opposition", "claimed", "that the votes were bought"),
        ("speculative", "The forecaster", "said", "that the river may rise again"),
        ("speculative", "Her lawyer", "believes", "that she could be freed in May"),
        ("speculative", "The owner", "said", "that he will sell if the roof is not mended"),
        ("disputed", "The general", "denied", "that his troops had crossed the border"),
        ("disputed", "The firm", "disputes", "that the valve was faulty"),
    ],
)
def test_claim_of_a_source_stands_as_cue_and_words_say(standing, source, cue, content):
    text = f"{source} {cue} {content}."
    assert stand(text, (source, cue, content)) == [standing]


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        (
            "The airline did not say whether the pilots had been warned.",
            ("The airline", "did not say", "whether the pilots had been warned"),
        ),
        (
            "Mr. Hale declined to say whom he had called.",
            ("Mr. Hale", "declined to say", "whom he had called"),
        ),
        (
            "The bank did not, as it had in May, dispute that the loan was late.",
            ("The bank", "dispute", "that the loan was late"),
        ),
        (
            "The dose was twice that at which the maker advises that a patient be woken.",
            ("the maker", "advises", "that a patient be woken"),
        ),
        ("Residents were alarmed at the noise.", ("Residents", "were alarmed at", "the noise")),
        (
            "It is unclear if the tower can be saved.",
            ("", "unclear", "the tower can be saved"),
        ),
    ],
)
def test_what_a_source_did_not_say_is_the_articles_own(text, attribution):
    [fact] = facts_of(text, attribution)
    assert (fact.standing, fact.reason) == ("stated", "the article's own words")
    assert fact.attribution == 0
    assert [span.of(text) for span in fact.claim] == [text.rstrip(".")]


@pytest.mark.parametrize(
    ("text", "attribution", "reason"),
    [
        (
            "Prosecutors allege that he forged the papers.",
            ("Prosecutors", "allege", "that he forged the papers"),
            "the cue ‘allege’",
        ),
        ("The strike could last until the autumn.", None, "‘could’ in the claim"),
        ("The two ministers signed the treaty in June.", None, "the article's own words"),
        ("“We lost everything in one night.”", None, "the quotation marks"),
    ],
)
def test_reason_names_the_words_that_decided(text, attribution, reason):
    [fact] = facts_of(text, *([attribution] if attribution else []))
    assert fact.reason == reason


def test_words_of_the_quotation_do_not_negate_its_cue():
    attribution = ("she", "said", "“I’d never sell never,”")
    assert stand("“I’d never sell never,” she said.", attribution) == ["reported"]


def test_a_clause_of_time_goes_with_what_it_dates():
    text = "Until a ship is seen, or until a port is named, the deal may be a rumour."
    [fact] = facts_of(text)
    assert fact.standing == "speculative"
    assert [span.of(text) for span in fact.claim] == [text.rstrip(".")]


def test_direct_speech_counts_by_what_it_says():
    attribution = ("he", "said", "“We might lose,”")
    assert stand("“We might lose,” he said.", attribution) == ["speculative"]
    attribution = ("he", "said", "“I think we lost,”")
    assert stand("“I think we lost,” he said.", attribution) == ["assessed"]
    attribution = ("he", "said", "“We lost,”")
    assert stand("“We lost,” he said.", attribution) == ["reported"]


def test_clauses_that_stand_differently_are_claims_of_their_own():
    text = "The council bought the land in May, but the sale may be void."
    stated, speculative = facts_of(text)
    assert stated.standing == "stated"
    assert [span.of(text) for span in stated.claim] == ["The council bought the land in May"]
    assert speculative.standing == "speculative"
    assert [span.of(text) for span in speculative.claim] == ["the sale may be void"]


def test_clauses_that_stand_alike_are_one_claim():
    text = "The council bought the land in May, and the school opened a year later."
    [fact] = facts_of(text)
    assert [span.of(text) for span in fact.claim] == [text.rstrip(".")]


def test_a_claim_within_a_claim_is_judged_with_it():
    text = "She said that he believes the plan failed."
    outer = ("She", "said", "that he believes the plan failed")
    inner = ("he", "believes", "the plan failed")
    assert stand(text, outer, inner) == ["assessed", "assessed"]


def test_caveats_of_wider_scope_limit_no_single_claim():
    text = "The strike could last until the autumn."
    document = mark_caveats(document_of(text))
    wider = replace(
        document, caveats=tuple(replace(caveat, scope="section") for caveat in document.caveats)
    )
    assert mark_facts(document).facts[0].standing == "speculative"
    assert mark_facts(wider).facts[0].standing == "stated"
