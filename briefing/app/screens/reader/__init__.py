"""The reader: outline, body and facts of one document at a time."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from briefing.app.screens.reader.base import ReaderBase
from briefing.app.screens.reader.copying import Copying
from briefing.app.screens.reader.dating import Dating
from briefing.app.screens.reader.exporting import Exporting
from briefing.app.screens.reader.filtering import Filtering
from briefing.app.screens.reader.finding_all import FindingAll
from briefing.app.screens.reader.going import Going
from briefing.app.screens.reader.hearing import Hearing
from briefing.app.screens.reader.hinting import Hinting
from briefing.app.screens.reader.linking import Linking
from briefing.app.screens.reader.moving import Moving
from briefing.app.screens.reader.opening import Opening
from briefing.app.screens.reader.outlining import Outlining
from briefing.app.screens.reader.panes import Panes
from briefing.app.screens.reader.ruling import Ruling
from briefing.app.screens.reader.searching import Searching
from briefing.app.screens.reader.selecting import Selecting
from briefing.app.screens.reader.travelling import Travelling
from briefing.app.screens.reader.widths import Widths


class ReaderScreen(
    Hearing,
    Linking,
    FindingAll,
    Outlining,
    Searching,
    Moving,
    Going,
    Widths,
    Ruling,
    Hinting,
    Filtering,
    Exporting,
    Opening,
    Dating,
    Panes,
):
    """All features of the reader; only this screen knows both what is read and who shows it."""

    # Textual lets the bindings of a class replace those of its bases for the same key, where
    # we want one after the other: ``n`` is the next match while a search is on. The footer
    # shows them in this order.
    BINDINGS: ClassVar[list[BindingType]] = [
        *ReaderBase.KEYS,
        *Selecting.KEYS,
        *Copying.KEYS,
        *Linking.KEYS,
        *Searching.KEYS,
        *FindingAll.KEYS,
        *Moving.KEYS,
        *Going.KEYS,
        *Travelling.KEYS,
        *Widths.KEYS,
        *Ruling.KEYS,
        *Filtering.KEYS,
        *Exporting.KEYS,
        *Opening.KEYS,
        *Dating.KEYS,
        *Panes.KEYS,
    ]


__all__ = ["ReaderScreen"]
