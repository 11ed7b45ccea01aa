"""What screens that ask for something share: a frame over what is read."""

from __future__ import annotations

from textual.screen import ModalScreen, ScreenResultType


class Dialog(ModalScreen[ScreenResultType], inherit_bindings=False):
    """A box in the middle, as high as what is in it. A subclass says how wide it is."""

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        & > Vertical {
            max-width: 96%;
            height: auto;
            border: round $accent;
            border-title-color: $accent;
            border-subtitle-color: $ink-quiet;
            background: $background;
        }
    }
    """
