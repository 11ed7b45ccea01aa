"""A list of very many entries: each can be reached, and only a few are ever laid out."""

import pytest
from rich.segment import Segment
from textual.app import App
from textual.strip import Strip

from briefing.app.layout.cards import Inked
from briefing.app.theming import default_inks
from briefing.app.widgets.window_list import WindowList

COUNT = 10_000


class Numbers(WindowList):
    BINDINGS = []
    made = 0

    @property
    def count(self):
        return COUNT

    def lines_of(self, number, width):
        self.made += 1
        # Heights from 2 to 9 rows, and one more where it is chosen.
        for _ in range(1 + number % 8 + (number == self.chosen)):
            yield (Inked(f"entry {number}", "quiet"),)
        yield None

    def draw(self, number, line, width):
        return Strip([Segment("" if line is None else line[0].text)])


class NumbersApp(App):
    def compose(self):
        yield Numbers()

    def get_theme_variable_defaults(self):
        return default_inks(self.current_theme)


@pytest.fixture
async def numbers():
    app = NumbersApp()
    async with app.run_test(size=(40, 24)) as pilot:
        numbers = app.query_one(Numbers)
        numbers.deal()
        await pilot.pause()
        yield pilot, numbers


def in_view(numbers):
    rows = (numbers.render_line(y).text.split() for y in range(numbers.size.height))
    return [int(words[1]) for words in rows if words]


@pytest.mark.parametrize("number", [0, 1, 57, 5000, COUNT - 1])
async def test_an_entry_that_is_gone_to_is_in_view(numbers, number):
    pilot, numbers = numbers
    numbers.go(number)
    await pilot.pause()
    assert in_view(numbers).count(number) == 2 + number % 8


async def test_going_on_entry_by_entry_lays_out_little(numbers):
    _pilot, numbers = numbers
    for number in range(200):
        numbers.step(1)
        assert number in in_view(numbers)
    before = numbers.made
    numbers.step(1)
    assert numbers.made - before <= 2
    for number in range(199, -1, -1):
        numbers.step(-1)
        assert number in in_view(numbers)
    assert numbers.scroll_offset.y == 0


async def test_the_wheel_passes_every_entry_in_order(numbers):
    pilot, numbers = numbers
    seen = in_view(numbers)
    for _ in range(300):
        numbers.scroll_relative(y=5, animate=False)
        await pilot.pause()
        view = in_view(numbers)
        assert view[0] <= seen[-1] + 1  # nothing is passed over
        assert view == sorted(view)
        seen = view
    assert seen[0] > 200
    for _ in range(400):
        numbers.scroll_relative(y=-5, animate=False)
    await pilot.pause()
    assert in_view(numbers)[0] == 0


@pytest.mark.parametrize("part", [0.0, 0.3, 0.5, 0.99, 1.0])
async def test_the_scroll_bar_leads_to_where_it_points(numbers, part):
    pilot, numbers = numbers
    numbers.scroll_to(y=part * numbers.max_scroll_y, animate=False)
    await pilot.pause()
    assert abs(in_view(numbers)[0] / COUNT - part) < 0.02
    assert in_view(numbers)[-1] - in_view(numbers)[0] < 24
