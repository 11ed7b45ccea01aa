"""Word lists in YAML and their loader."""

from briefing.lexicons.caveat_words import CaveatWords, load_caveats
from briefing.lexicons.loader import Words, load_lexicon, load_words
from briefing.lexicons.patterns import Pattern, PatternError, read_pattern

__all__ = [
    "CaveatWords",
    "Pattern",
    "PatternError",
    "Words",
    "load_caveats",
    "load_lexicon",
    "load_words",
    "read_pattern",
]
