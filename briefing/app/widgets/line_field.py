"""Where one line is typed."""

from __future__ import annotations

from textual.widgets import Input

from briefing.gate import clean


class LineField(Input):
    """One line, as a rule without a frame; what is pasted passes the gate as well."""

    def __init__(
        self,
        value: str | None = None,
        *,
        placeholder: str = "",
        max_length: int = 0,
        compact: bool = True,
    ) -> None:
        super().__init__(value, placeholder=placeholder, max_length=max_length, compact=compact)
        # A screen on which nothing happens has nothing to send, also over a slow line.
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Let no control character in."""
        return clean(value)
