"""The line below the body while words are selected by key: it takes the keys and says how many."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from briefing.app.keys import key_for


class SelectBar(Static, can_focus=True, inherit_bindings=False):
    """Has the focus while words are selected; the screen, which knows the text, moves the caret."""

    DEFAULT_CSS = """
    SelectBar {
        height: 1;
        width: 1fr;
        padding: 0 1;
        color: $ink-quiet;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "left,h",
            "screen.extend('character', -1)",
            "Character back",
            show=False,
            id="select.left",
        ),
        Binding(
            "right,l",
            "screen.extend('character', 1)",
            "Character on",
            show=False,
            id="select.right",
        ),
        Binding("up,k", "screen.extend_lines(-1)", "Line up", show=False, id="select.up"),
        Binding("down,j", "screen.extend_lines(1)", "Line down", show=False, id="select.down"),
        Binding("pageup", "screen.extend_pages(-1)", "Page up", show=False, id="select.page-up"),
        Binding(
            "pagedown", "screen.extend_pages(1)", "Page down", show=False, id="select.page-down"
        ),
        Binding(
            "b,ctrl+left",
            "screen.extend('word', -1)",
            "To the beginning of a word",
            show=False,
            id="select.word-back",
        ),
        Binding(
            "w,ctrl+right",
            "screen.extend('word', 1)",
            "To the end of a word",
            show=False,
            id="select.word",
        ),
        Binding(
            "left_parenthesis",
            "screen.extend('sentence', -1)",
            "To the beginning of a sentence",
            show=False,
            id="select.sentence-back",
        ),
        Binding(
            "right_parenthesis",
            "screen.extend('sentence', 1)",
            "To the end of a sentence",
            show=False,
            id="select.sentence",
        ),
        Binding(
            "left_curly_bracket",
            "screen.extend('paragraph', -1)",
            "To the beginning of a paragraph",
            show=False,
            id="select.paragraph-back",
        ),
        Binding(
            "right_curly_bracket",
            "screen.extend('paragraph', 1)",
            "To the end of a paragraph",
            show=False,
            id="select.paragraph",
        ),
        Binding(
            "home,0",
            "screen.extend('line-end', -1)",
            "To the beginning of the line",
            show=False,
            id="select.line-start",
        ),
        Binding(
            "end,dollar_sign",
            "screen.extend('line-end', 1)",
            "To the end of the line",
            show=False,
            id="select.line-end",
        ),
        Binding(
            "ctrl+home",
            "screen.extend('text-end', -1)",
            "To the beginning of the text",
            show=False,
            id="select.text-start",
        ),
        Binding(
            "ctrl+end",
            "screen.extend('text-end', 1)",
            "To the end of the text",
            show=False,
            id="select.text-end",
        ),
        Binding("o", "screen.swap_ends", "Move the other end", show=False, id="select.swap"),
    ]

    characters: reactive[int] = reactive(0, repaint=False)
    """How many are selected."""

    def watch_characters(self, characters: int) -> None:
        """Say how many, and what can be done with them."""
        count = f"{characters:,} character{'s' * (characters != 1)}"
        # Few words: between outline and facts there are some fifty cells.
        keys = {"copy": "copies", "copy.reference": "cites", "select.end": "ends"}
        hints = (f"{key_for(self, name)} {words}" for name, words in keys.items())
        self.update(Content(" · ".join([count, *hints])))
