"""The line below the body while a link is chosen: letters first, then where it leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from briefing.app.keys import key_for
from briefing.app.layout.addresses import Address
from briefing.app.layout.hints import hints, is_letter
from briefing.app.layout.linking import Target

_LONGEST = 300
"""Characters of an address that are shown; its host and its end are among them."""
_END = 60


class LinkBar(Static, can_focus=True, inherit_bindings=False):
    """Takes the letters of a link, then says where it leads before anything is opened."""

    DEFAULT_CSS = """
    LinkBar {
        height: auto;
        max-height: 6;
        width: 1fr;
        padding: 0 1;
        color: $ink-quiet;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open the address", show=False, id="links.open"),
        Binding("y", "copy", "Copy the address", show=False, id="links.copy"),
        Binding("backspace", "back", "Take a letter back", show=False, id="links.back"),
        Binding("escape", "end", "Leave the links", show=False, id="links.end"),
    ]

    @dataclass
    class Narrowed(Message):
        """These letters, by the offsets of their links, are still to be pressed."""

        letters: Mapping[int, str]

    @dataclass
    class Chosen(Message):
        """The letters of one link were pressed."""

        target: Target

    @dataclass
    class Opened(Message):
        """The reader has seen an address and wants it opened."""

        url: str

    @dataclass
    class Copied(Message):
        """The reader wants an address on the clipboard."""

        address: str

    @dataclass
    class Ended(Message):
        """No link is chosen any more."""

    def __init__(self) -> None:
        super().__init__()
        self._targets: Mapping[str, Target] = {}
        self._typed = ""
        self._address: Address | None = None

    # What the screen asks for

    def offer(self, targets: Sequence[Target]) -> None:
        """Give each link its letters, and wait for them."""
        self._targets = dict(zip(hints(len(targets)), targets, strict=True))
        self._address = None
        self._type("")

    def ask(self, address: Address) -> None:
        """Show where a link leads: its own words may say something else."""
        self._address = address
        self.post_message(self.Narrowed({}))
        copies, leaves = key_for(self, "links.copy"), key_for(self, "links.end")
        end = f"{copies} copies it · {leaves} leaves"
        shown = Content.styled(_shorten(address.shown), "$foreground")
        if address.url is None:
            self.update(Content.assemble(shown, f" · {address.reason} · {end}"))
        else:
            opens = key_for(self, "links.open")
            self.update(Content.assemble(f"{opens} opens ", shown, f" · {end}"))

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Take letters while they choose a link; one that is on no link does nothing."""
        if self._address is None and event.is_printable:
            event.stop()
            if is_letter(event.key):
                self._type(self._typed + event.key)

    def action_open(self) -> None:
        """Open the address that is shown."""
        if self._address is not None and self._address.url is not None:
            self.post_message(self.Opened(self._address.url))

    def action_copy(self) -> None:
        """Copy the address that is shown."""
        if self._address is not None:
            self.post_message(self.Copied(self._address.shown))

    def action_back(self) -> None:
        """Take a letter back."""
        if self._address is None:
            self._type(self._typed[:-1])

    def action_end(self) -> None:
        """Leave the links."""
        self.post_message(self.Ended())

    def _type(self, typed: str) -> None:
        left = {word: target for word, target in self._targets.items() if word.startswith(typed)}
        if not left:
            return
        self._typed = typed
        if typed in left:
            self.post_message(self.Chosen(left[typed]))
            return
        rest = {target.span.start: word[len(typed) :] for word, target in left.items()}
        self.post_message(self.Narrowed(rest))
        leaves = key_for(self, "links.end")
        self.update(Content(f"Press the letters of a link or footnote · {leaves} leaves"))


def _shorten(address: str) -> str:
    if len(address) <= _LONGEST:
        return address
    return f"{address[: _LONGEST - _END]} … {address[-_END:]}"
