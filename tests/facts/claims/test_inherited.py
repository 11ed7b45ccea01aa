from small import bare_document, span_of

from briefing.facts.claims.inherited import inherit_unnamed
from briefing.model import Attribution, Caveat, Fact, Source
from briefing.spans import Span

TEXT = "Two officials said the port closed. They said it may open. The mayor, Ana Reyes, agreed."


def words(cut):
    return span_of(TEXT, cut)


def attribution(source, content, kind):
    return Attribution(
        source=(words(source),), cue=(words("said"),), content=(words(content),), source_kind=kind
    )


def fact(number, attribution, *caveats):
    return Fact(
        id=f"0-{number}",
        span=Span(0, len(TEXT)),
        section=0,
        claim=(words("the port closed"),),
        standing="reported",
        reason="",
        weight=0.5,
        attribution=attribution,
        caveats=caveats,
    )


DOCUMENT = bare_document(
    TEXT,
    attributions=(
        attribution("Two officials", "the port closed", "unnamed"),
        attribution("They", "it may open", "pronoun"),
        attribution("Ana Reyes", "The mayor", "named"),
    ),
    sources=(
        Source(name=words("Two officials"), description=None, named=False, attributions=(0, 1)),
        Source(name=words("Ana Reyes"), description=None, named=True, attributions=(2,)),
    ),
    caveats=(
        Caveat(
            kind="unnamed_source", span=words("Two officials"), scope="fact", explanation="Not."
        ),
        Caveat(kind="hedged", span=words("may"), scope="fact", explanation="Less."),
    ),
)


def test_a_short_form_of_a_nameless_source_is_as_nameless():
    facts = (fact(1, 0, 0), fact(2, 1, 1), fact(3, 2), fact(4, None))
    assert [f.caveats for f in inherit_unnamed(DOCUMENT, facts)] == [(0,), (0, 1), (), ()]
