"""A short list of rows without a frame of its own."""

from __future__ import annotations

from textual.widgets import OptionList


class PlainOptions(OptionList, inherit_bindings=False):
    """Rows, cut where they are too long; which keys there are, a subclass says."""

    DEFAULT_CSS = """
    PlainOptions {
        border: none;
        padding: 0;
        background: $background;
        height: auto;
        max-height: 1fr;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        scrollbar-size-vertical: 1;
        &:focus { border: none; background-tint: $background 0%; }
        & > .option-list--option-disabled { color: $foreground; }
    }
    """
