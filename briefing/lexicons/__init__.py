"""Word lists in YAML and their loader.

The language of caveat patterns lives in ``caveat_words`` and ``patterns`` and is imported from
there: reading plain text needs word lists, and must not wait for it.
"""

from briefing.lexicons.loader import Words, load_lexicon, load_words

__all__ = ["Words", "load_lexicon", "load_words"]
