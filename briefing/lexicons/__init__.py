"""Word lists in YAML and their loader."""

from briefing.lexicons.loader import Words, load_lexicon, load_words

__all__ = ["Words", "load_lexicon", "load_words"]
