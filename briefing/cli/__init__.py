"""The command line: one module per command."""

from briefing.cli.main import main

__all__ = ["main"]
