"""A long text is shown from its beginning before all of it is read."""

from itertools import chain

import pytest
from msgspec.structs import replace
from opened import reader, until

from briefing.app.layout.searching import Query
from briefing.app.loading import giving
from briefing.app.widgets.search_bar import SearchBar

SAID = [
    f"Crane {number} of Harwick fell on Monday, the mayor of the port said to reporters in town."
    for number in range(400)
]


@pytest.fixture
def long_text(tmp_path, monkeypatch):
    """Write a text of which only the beginning is shown at first."""
    monkeypatch.setattr(giving, "SMALL", 1_000)
    monkeypatch.setattr(giving, "BEGINNING", 2_000)

    def write(said):
        path = tmp_path / "a.txt"
        path.write_text("\n\n".join([*said, "Harwick was open again on Friday."]))
        return path

    return write


@pytest.mark.parametrize("twice", [0, 3, 350], ids=["nothing", "little", "much"])
async def test_all_of_it_can_be_read_once_it_is_there(long_text, twice):
    between = [f"The quay had {number} lamps." for number in range(twice)]
    again = chain.from_iterable(zip(SAID[:twice], between, strict=True))
    async with reader(long_text([*SAID, *again])) as (pilot, screen):
        await until(pilot, lambda: screen.body.folds_closed == twice)
        await pilot.press("end")
        shown = screen.body.span_in_view.of(screen.document.text)
        assert shown.endswith("open again on Friday.")


async def test_words_looked_for_in_the_beginning_are_found_in_all_of_it(long_text):
    async with reader(long_text(SAID)) as (pilot, screen):
        await pilot.press("slash")
        bar, whole = screen.query_one(SearchBar), screen.document
        bar.document = replace(whole, text=whole.text[:2_000])
        bar.wanted = Query(words="crane")
        await until(pilot, lambda: 0 < len(screen.body.matches) < len(SAID))
        bar.document = whole
        await until(pilot, lambda: len(screen.body.matches) == len(SAID))
