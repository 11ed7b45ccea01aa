"""Match a regular expression, as a process of its own: see ``expressions.py``.

Reads flags, the expression and some texts with their lengths from standard input; writes how
many matches each text has, then the starts and then the ends of all of them. Nothing of ours is
imported, so that it starts in 20 ms.
"""

import re
import sys
from array import array

BROKEN = 3
"""Exit status: that is no regular expression."""
_SECONDS = 5
"""Processor time; the reader waits less, but may have been killed in the meantime."""
_BYTES = 1 << 30


def main() -> int:
    """Match once."""
    _limit()
    flags, length, texts = map(int, sys.stdin.buffer.readline().split())
    pattern = sys.stdin.buffer.read(length).decode("utf-8", "surrogatepass")
    sizes = array("q", sys.stdin.buffer.read(8 * texts))
    try:
        expression = re.compile(pattern, flags)
    except (re.error, OverflowError, RecursionError):
        return BROKEN
    counts, starts, ends = array("q"), array("q"), array("q")
    for size in sizes:
        before = len(starts)
        text = sys.stdin.buffer.read(size).decode("utf-8", "surrogatepass")
        for match in expression.finditer(text):
            start, end = match.span()
            if start < end:
                starts.append(start)
                ends.append(end)
        counts.append(len(starts) - before)
    sys.stdout.buffer.write(counts.tobytes() + starts.tobytes() + ends.tobytes())
    return 0


def _limit() -> None:
    try:
        import resource  # not on every system

        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))
    except (ImportError, ValueError, OSError):
        pass  # the reader's patience is a limit as well


if __name__ == "__main__":
    sys.exit(main())
