"""Folders of documents."""

from briefing.library.folder import Found, find_files
from briefing.library.gathering import read_collection

__all__ = ["Found", "find_files", "read_collection"]
