import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.composing import Composer, Run, squeeze, table_runs

RUNS = st.lists(
    st.builds(
        Run, st.text(alphabet="ab \n\t|", max_size=6), st.sampled_from([None, "https://x.org"])
    ),
    max_size=6,
)
KINDS = st.sampled_from(["paragraph", "heading", "code", "table", "quote"])


def words(runs) -> str:
    return "".join(run.words for run in runs)


@pytest.mark.parametrize(
    ("parts", "squeezed"),
    [
        ([" The ", " talks", "  go on. "], "The talks go on."),
        (["One", " \n ", " two"], "One\ntwo"),
        (["One ", "\n", "two"], "One\ntwo"),
        (["  ", "\n"], ""),
        (["One", " ", " "], "One"),
        (["talks", ".", " "], "talks."),
    ],
)
def test_white_space_becomes_single(parts, squeezed):
    assert words(squeeze(Run(part) for part in parts)) == squeezed


def test_blocks_are_parted_by_blank_lines():
    composer = Composer()
    composer.add("heading", [Run("The\ntalks")], level=2)
    composer.add("paragraph", [Run(" ")])
    composer.add("paragraph", [Run("He said "), Run("so ", "https://x.org"), Run(".")])
    assert composer.text == "The talks\n\nHe said so ."
    assert [block.kind for block in composer.blocks] == ["heading", "paragraph"]
    assert [link.span.of(composer.text) for link in composer.links] == ["so"]


def test_tables_are_lines_of_cells():
    rows = [[[Run("a"), Run(" b ")], [Run("c\nd")]], [[], [Run("e")]], [[Run("f")], []]]
    assert words(table_runs(rows)) == "a b | c d\n | e\nf | "


@given(st.lists(st.tuples(KINDS, RUNS)))
def test_blocks_and_links_lie_in_the_text(blocks):
    composer = Composer()
    for kind, runs in blocks:
        composer.add(kind, runs)
    text = composer.text
    end = 0
    for block in composer.blocks:
        assert end <= block.span.start < block.span.end <= len(text)
        assert block.span.of(text) == block.span.of(text).strip()
        assert text[end : block.span.start].strip() == ""
        end = block.span.end
    assert text[end:].strip() == ""
    for link in composer.links:
        assert link.span.start < link.span.end
        assert any(block.span.covers(link.span) for block in composer.blocks)
        assert link.span.of(text) == link.span.of(text).strip()
