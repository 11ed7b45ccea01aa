"""Links and footnotes by key: letters over the text, then the address, then the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType

from briefing.app.screens.reader.copying import Copying
from briefing.app.widgets.body import Body
from briefing.errors import OutsideError
from briefing.gate import clean
from briefing.model import Document

if TYPE_CHECKING:  # links are for later than the first screen
    from briefing.app.layout.linking import Target
    from briefing.app.widgets.link_bar import LinkBar


class Linking(Copying):
    """Lets the reader press a link, and goes where it leads once they have seen where."""

    KEYS: ClassVar[list[BindingType]] = [
        Binding(
            "l",
            "links",
            "Links and footnotes",
            tooltip="Show letters to press on links and footnotes",
            show=False,
            id="links",
        ),
    ]

    _link_bar: LinkBar | None = None

    def show_current(self) -> None:
        """Offer no link of a text that is not there any more."""
        before = self.body.document
        super().show_current()
        after = self.body.document
        if (before and before.sha256) != (after and after.sha256):
            self._end_links()

    async def action_links(self) -> None:
        """Show letters over what is in view and leads somewhere."""
        targets = self._targets_in_view()
        if not targets:
            self.notify("No link or footnote is in view.", markup=False)
            return
        self.end_selection()
        bar = await self._show_bar()
        bar.offer(targets)

    async def _show_bar(self) -> LinkBar:
        if self._link_bar is None:
            from briefing.app.widgets.link_bar import LinkBar

            self._link_bar = LinkBar()
            await self.query_one("#text").mount(self._link_bar)
        self._link_bar.display = True
        self.set_focus(self._link_bar)
        return self._link_bar

    def _targets_in_view(self) -> list[Target]:
        ground = self.body.ground
        if ground is None:
            return []
        from briefing.app.layout.linking import find_targets

        found = find_targets(ground.document, self.body.span_in_view)
        # A link may begin in view and yet in a fold that is closed.
        return [
            target for target in found if ground.settle(target.span.start, 1) == target.span.start
        ]

    @on(Body.Pointed)
    async def _point_at_link(self, event: Body.Pointed) -> None:
        """Go where a link leads that is clicked; further clicks select its words."""
        document = self.document
        if document is None or event.beside or event.times > 1:
            self._end_links()
            return
        from briefing.app.layout.linking import target_at

        target = target_at(document, event.offset)
        if target is None:
            return
        if target.to is not None:
            event.prevent_default()  # the fact that matters is where it leads
            self._end_links()
            self.show_words(target.to)
        else:
            bar = await self._show_bar()
            self._ask(bar, target, document)

    # What the bar tells; it is only imported once it is there.

    def on_link_bar_narrowed(self, event: LinkBar.Narrowed) -> None:
        """Show the letters that are left."""
        self.body.hints = event.letters

    def on_link_bar_chosen(self, event: LinkBar.Chosen) -> None:
        """Go to words of this text, or show where else the link leads."""
        target, document = event.target, self.document
        if target.to is not None:
            self._end_links()
            self.show_words(target.to)
        elif self._link_bar is not None and document is not None:
            self._ask(self._link_bar, target, document)

    def on_link_bar_opened(self, event: LinkBar.Opened) -> None:
        """Open what the reader has seen."""
        from briefing.app import outside  # brings subprocesses

        self._end_links()
        try:
            outside.browse(self.app, event.url)
        except OutsideError as error:
            self.notify(clean(str(error)), severity="warning", markup=False)

    def on_link_bar_copied(self, event: LinkBar.Copied) -> None:
        """Copy an address."""
        self._end_links()
        self.copy(event.address)

    def on_link_bar_ended(self) -> None:
        """Leave the links."""
        self._end_links()

    @on(events.DescendantFocus)
    def _leave_links(self) -> None:
        """Let the keys go to what was clicked, or turned to."""
        bar = self._link_bar
        if bar is not None and bar.display and self.focused is not bar:
            self._hide_links()

    @staticmethod
    def _ask(bar: LinkBar, target: Target, document: Document) -> None:
        from briefing.app.layout.addresses import judge_address

        bar.ask(judge_address(target.url, document.url))

    def _end_links(self) -> None:
        had_keys = self._link_bar is not None and self._link_bar.has_focus
        self._hide_links()
        if had_keys:
            self.body.focus()

    def _hide_links(self) -> None:
        if self._link_bar is not None:
            self._link_bar.display = False
            self.body.hints = {}
