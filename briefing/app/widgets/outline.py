"""Documents and their sections, with the number of facts in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.style import Style
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from briefing.app.inks import Inks
from briefing.app.shelf import Entry
from briefing.gate import clean
from briefing.model import Document
from briefing.spans import is_covered
from briefing.words import LEAD

_SAID_BEFORE = "⋯ said before"


class Place(NamedTuple):
    """Where a row of the outline leads."""

    entry: int
    section: int | None = None
    """None for the document itself."""


class Outline(Tree[Place]):
    """A tree of documents; only what is opened has its sections below it."""

    ICON_NODE = "▸ "
    ICON_NODE_EXPANDED = "▾ "
    DEFAULT_CSS = """
    Outline {
        overflow-x: hidden;
        background: $background;
        scrollbar-size-vertical: 1;
        &:focus { background-tint: $background 0%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "cursor_up", "Row up", show=False, id="outline.up"),
        Binding("j", "cursor_down", "Row down", show=False, id="outline.down"),
        Binding("enter", "select_cursor", "Open", id="outline.open", key_display="⏎"),
        Binding("home", "scroll_home", "First", show=False, id="outline.home"),
        Binding("end", "scroll_end", "Last", show=False, id="outline.end"),
    ]

    here: reactive[Place | None] = reactive(None, repaint=False)
    """Where the reader is; the cursor follows without taking the focus."""

    @dataclass
    class Opened(Message):
        """The reader wants to go there."""

        place: Place

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__("", id=id)
        self.show_root = False
        self.show_guides = False
        self.guide_depth = 2
        self.auto_expand = False
        self._placed: dict[Place, TreeNode[Place]] = {}
        self._documents: dict[int, Document] = {}
        self._totals: dict[int, int] = {}
        self._counts: dict[Place, int] = {}
        self._problems: set[int] = set()
        self._unfolded: set[int] = set()

    def list_entries(self, entries: Sequence[Entry]) -> None:
        """Show the files as soon as they are known."""
        self.clear()
        self._placed.clear()
        for number, entry in enumerate(entries):
            place = Place(number)
            self._placed[place] = self.root.add(Text(entry.name), place, allow_expand=True)
            if entry.problem:
                self.fail(number)

    def fail(self, number: int) -> None:
        """Mark a file that can't be read."""
        self._problems.add(number)
        self._placed[Place(number)].allow_expand = False

    def fill(self, number: int, document: Document) -> None:
        """Show what is counted in a document; its sections are listed once it is unfolded."""
        node = self._placed[Place(number)]
        self._documents[number] = document
        self._totals[number] = sum(fact.shown for fact in document.facts)
        if node.is_expanded:
            self._list_sections(node, number)
            self.call_after_refresh(self.watch_here, self.here)
        else:
            node.refresh()

    def _list_sections(self, node: TreeNode[Place], number: int) -> None:
        document = self._documents.get(number)
        if document is None:
            return
        node.remove_children()
        facts = Counter(fact.section for fact in document.facts if fact.shown)
        repeated = document.repeated
        top = min((section.level for section in document.sections[1:]), default=1)
        said_before: TreeNode[Place] | None = None
        for section, held in enumerate(document.sections):
            place = Place(number, section)
            self._counts.pop(place, None)
            if held.title is not None and is_covered(held.title, repeated):
                # Repeated sections stand as one row, however many there are.
                said_before = said_before or node.add_leaf(Text(_SAID_BEFORE), place)
                self._placed[place] = said_before
                continue
            if held.title is None and held.span.start == held.span.end:
                continue
            title = LEAD if held.title is None else clean(held.title.of(document.text))
            self._placed[place] = node.add_leaf(Text("  " * (held.level - top) + title), place)
            self._counts[place] = facts[section]

    def on_tree_node_expanded(self, event: Tree.NodeExpanded[Place]) -> None:
        """List the sections of a document that is unfolded."""
        if event.node.data is not None and not event.node.children:
            self._list_sections(event.node, event.node.data.entry)

    def unfold_only(self, number: int) -> None:
        """Show the sections of one document alone."""
        for unfolded in self._unfolded - {number}:
            self._placed[Place(unfolded)].collapse()
        self._unfolded = {number}
        node = self._placed[Place(number)]
        if not node.children:
            self._list_sections(node, number)
        node.expand()

    def watch_here(self, here: Place | None) -> None:
        """Move the cursor to where the reader is."""
        if here is None:
            return
        node = self._placed.get(here) or self._placed.get(Place(here.entry))
        if node is not None:
            if node.parent is not None and not node.parent.is_expanded:
                node = node.parent
            self.move_cursor(node)

    def render_label(self, node: TreeNode[Place], base_style: Style, style: Style) -> Text:
        """Write a row: name at the left, cut where it is too long, the number at the right."""
        place = node.data
        if place is None:
            return Text()
        depth = 0 if place.section is None else self.guide_depth
        width = max(4, self.scrollable_content_region.width - depth)
        number = self._totals.get(place.entry) if place.section is None else self._counts.get(place)
        count = "" if number is None else str(number)
        icon = ""
        if place.section is None:
            icon = self.ICON_NODE_EXPANDED if node.is_expanded else self.ICON_NODE
        if place.entry in self._problems:
            icon, style = "✕ ", style + self._ink("problem")
        room = width - len(icon) - len(count) - (2 if count else 1)
        name = Text(str(node.label), style=style)
        if str(node.label) == _SAID_BEFORE:
            name.stylize(self._ink("quiet"))
        name.truncate(room, overflow="ellipsis", pad=True)
        if place.section is None and self.here is not None and self.here.entry == place.entry:
            name.stylize("bold")
        text = Text.assemble((icon, style), name)
        if count:
            # On the cursor's ground grey can't be read, so the number takes the row's own ink.
            text.append(" " + count, style if style.bgcolor else style + self._ink("quiet"))
        return text

    def get_label_width(self, node: TreeNode[Place]) -> int:
        """Rows fill the pane and are never wider."""
        return max(4, self.scrollable_content_region.width - self.guide_depth)

    def on_resize(self) -> None:
        """Rows are as wide as the pane, so draw them anew."""
        self.root.refresh()
        self._invalidate()

    def on_tree_node_selected(self, event: Tree.NodeSelected[Place]) -> None:
        """Go where the row leads."""
        event.stop()
        if event.node.data is not None:
            self.post_message(self.Opened(event.node.data))

    def _ink(self, name: str) -> Style:
        return Inks(self.app.theme_variables)[name]
