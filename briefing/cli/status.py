"""Exit statuses, the same for every command."""

ALL_READ = 0
SOMETHING_UNREAD = 1
"""Or not read whole; the rest is exported, and standard error says what."""
USAGE = 2
"""Wrong usage; a file that is there already and an unwritable place are too."""
INTERRUPTED = 130
