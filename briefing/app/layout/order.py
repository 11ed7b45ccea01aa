"""In which order facts stand."""

from __future__ import annotations

from typing import Literal, TypeAlias

Order: TypeAlias = Literal["place", "weight"]
