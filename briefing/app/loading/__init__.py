"""Read and analyse beside the screen: the text first, the facts when they are found."""

from briefing.app.loading.loader import Loader
from briefing.app.loading.messages import Analysed, Done, Failed, Listed, Read, Unread

__all__ = ["Analysed", "Done", "Failed", "Listed", "Loader", "Read", "Unread"]
