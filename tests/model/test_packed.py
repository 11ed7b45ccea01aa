import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields

from briefing.model import Document
from briefing.model.columns import (
    ARTICLE_ROW,
    KIND_BITS,
    STANDING_RANKS,
    Columns,
    columns_of,
    count_columns,
)
from briefing.model.packed import Packed, pack, unpack
from briefing.pipeline import analyse
from briefing.reading import read_document
from briefing.spans import Span

ARTICLE = """\
Harbour closed for a week

Officials who asked not to be named said on Monday that about 300 containers may be moved in May.
The port authority denied that any had been lost. Costs were not disclosed.

The port authority said more than 40 cranes stand still. If the quay opens, two ships will sail.
"""


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "harbour.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return analyse(read_document(path))


def test_a_packed_document_is_the_same_document(document):
    back = unpack(pack(document))
    assert document.facts
    assert document.caveats
    for field in fields(Document):
        assert getattr(back, field.name) == getattr(document, field.name), field.name


def test_packing_again_changes_nothing(document):
    data = pack(document)
    assert pack(unpack(data)) == data


def test_the_columns_are_counted_once(document):
    back = unpack(pack(document))
    assert columns_of(back) is columns_of(back)
    assert columns_of(back) == count_columns(document)


def test_columns_say_what_the_facts_say(document):
    columns = count_columns(document)
    assert list(columns.starts) == sorted(columns.starts)
    assert sorted(columns.numbers) == list(range(len(document.facts)))
    for row, number in enumerate(columns.numbers):
        fact = document.facts[number]
        assert columns.starts[row] == fact.claim[0].start
        assert columns.standings[row] == STANDING_RANKS[fact.standing]
        kinds = {document.caveats[caveat].kind for caveat in fact.caveats}
        assert {kind for kind, bit in KIND_BITS.items() if columns.kinds[row] & bit} == kinds
        assert (columns.sources[row] == ARTICLE_ROW) == (fact.attribution is None)
        assert columns.row_of(document, fact) == row
    asked = {document.caveats[number].kind for number in columns.questions}
    assert {"undisclosed", "conditional"} <= asked


def test_a_fact_of_another_document_has_no_row(document):
    other = msgspec.structs.replace(document.facts[0], id="other-01")
    assert count_columns(document).row_of(document, other) is None


@given(
    spans=st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda s: Span(*s))),
    at=st.integers(-120, 120),
    step=st.sampled_from([-2, -1, 1, 3]),
)
def test_packed_values_are_asked_for_as_those_of_a_tuple(spans, at, step):
    packed = Packed.of(Span, spans)
    assert packed == tuple(spans)
    assert len(packed) == len(spans)
    assert packed[at::step] == tuple(spans[at::step])
    if -len(spans) <= at < len(spans):
        assert packed[at] == spans[at]
    else:
        with pytest.raises(IndexError):
            packed[at]


@given(cut=st.integers(0, 3000), noise=st.binary(max_size=40))
def test_broken_bytes_are_refused_whole(cut, noise):
    data = pack(
        Document(
            id="a", path="a", sha256="b", media_type="text/plain", encoding="utf-8", text="words"
        )
    )
    broken = data[: cut % len(data)] + noise
    if broken != data:
        try:
            back = unpack(broken)
        except ValueError:
            return
        assert isinstance(back, Document)
        assert isinstance(columns_of(back), Columns)
