"""Copying words, or a fact with everything that limits it, to the terminal's clipboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.actions import SkipAction
from textual.binding import Binding, BindingType

from briefing.app.screens.reader.selecting import Selecting
from briefing.gate import clean_lines
from briefing.spans import Span

_MOST = 700_000
"""Bytes: tmux drops what takes more than a megabyte on its way to the terminal."""


class Copying(Selecting):
    """Puts what is selected on the clipboard, else the chosen fact."""

    KEYS: ClassVar[list[BindingType]] = [
        Binding(
            "y",
            "copy",
            "Copy the selection or the fact",
            show=False,
            id="copy",
        ),
        Binding(
            "Y",
            "copy(True)",
            "Copy it with its reference",
            show=False,
            id="copy.reference",
        ),
    ]

    def action_copy(self, referenced: bool = False) -> None:
        """Copy what is selected, and select nothing any more; else copy the chosen fact.

        Args:
            referenced: Also say where in which document it stands.
        """
        if self.selections:
            self._copy_selection(referenced)
        else:
            self._copy_fact(referenced)

    def action_copy_text(self) -> None:
        """Copy what is selected, as every program does."""
        if not self.selections:
            raise SkipAction
        self.action_copy()

    def copy(self, words: str, spans: Sequence[Span] = ()) -> bool:
        """Put words on the clipboard and say how many; with a reference to these places, if any.

        Returns:
            False where it was too much, and nothing was copied.
        """
        if spans and self.document is not None:
            from briefing.app.layout.references import reference  # brings the brief

            words = f"{words}\n\n{reference(self.document, spans)}"
        words = clean_lines(words)
        if len(words.encode()) > _MOST:
            self._refuse_copy(len(words))
            return False
        self.app.copy_to_clipboard(words)
        with_it = " with their reference" if spans else ""
        self.notify(f"Copied {len(words):,} characters{with_it}.", markup=False)
        return True

    def _copy_selection(self, referenced: bool) -> None:
        span = self.selected
        # Joining ten million characters only to refuse them would take a while.
        if span is not None and span.end - span.start > _MOST:
            self._refuse_copy(span.end - span.start)
            return
        words = self.get_selected_text() or ""
        if not words.strip():
            self.notify("No words are selected.", severity="warning", markup=False)
            return
        spans = []
        if referenced and span is not None and self.document is not None:
            spans = [span.strip(self.document.text)]
        if self.copy(words, spans):
            self.end_selection()

    def _copy_fact(self, referenced: bool) -> None:
        document, fact = self.document, self.chosen_fact
        if document is None or fact is None:
            self.notify("Nothing is selected.", severity="warning", markup=False)
            return
        from briefing.app.layout.references import fact_words  # brings the brief

        self.copy(fact_words(document, fact), fact.claim if referenced else ())

    def _refuse_copy(self, characters: int) -> None:
        self.notify(
            f"{characters:,} characters are more than a terminal’s clipboard takes; "
            f"select fewer than {_MOST:,}.",
            severity="warning",
            markup=False,
        )
