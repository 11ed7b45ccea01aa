"""The help is narrowed by words and shared out among columns."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.app.layout.helping import HelpRow, HelpSection, columns, narrow

BODY = HelpSection("In the body", (HelpRow("j", "Line down", name="body.down"),))
FACTS = HelpSection(
    "In the facts",
    (HelpRow("j", "Card down", name="facts.down"), HelpRow("s", "Sort", name="facts.sort")),
)


def test_words_are_looked_for_in_keys_words_names_and_titles():
    assert narrow([BODY, FACTS], "") == (BODY, FACTS)
    assert narrow([BODY, FACTS], " LINE ") == (BODY,)
    assert narrow([BODY, FACTS], "facts.sort") == (FACTS._replace(rows=FACTS.rows[1:]),)
    assert narrow([BODY, FACTS], "in the facts") == (FACTS,)
    assert narrow([BODY, FACTS], "nothing") == ()


@given(st.lists(st.integers(0, 40), min_size=1, max_size=12))
def test_columns_keep_every_section_in_order(heights):
    sections = [HelpSection(str(n), (HelpRow("", ""),) * rows) for n, rows in enumerate(heights)]
    shared = columns(sections, 2)
    assert [section for column in shared for section in column] == sections
    assert columns(sections, 1) == (tuple(sections),)
    highest = max(sum(section.height for section in column) for column in shared)
    best = min(
        max(sum(s.height for s in sections[:cut]), sum(s.height for s in sections[cut:]))
        for cut in range(len(sections) + 1)
    )
    assert highest == best or len(sections) == 1
