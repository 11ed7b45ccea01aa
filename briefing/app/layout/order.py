"""In which order facts and documents stand."""

from __future__ import annotations

from typing import Literal, TypeAlias

Order: TypeAlias = Literal["place", "weight"]
Sort: TypeAlias = Literal["given", "name", "date", "publisher"]
"""Of documents; "given" as they were named, or as their folder lists them."""
