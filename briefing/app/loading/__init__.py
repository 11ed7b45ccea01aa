"""Read and analyse beside the screen: the text first, the facts when they are found."""

from briefing.app.loading.loader import Loader
from briefing.app.loading.messages import (
    Added,
    Analysed,
    Begun,
    Done,
    Failed,
    Learned,
    Listed,
    News,
    Read,
    Unread,
)

__all__ = [
    "Added",
    "Analysed",
    "Begun",
    "Done",
    "Failed",
    "Learned",
    "Listed",
    "Loader",
    "News",
    "Read",
    "Unread",
]
