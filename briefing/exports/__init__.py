"""Documents out: one module per format, imported when it is asked for."""

from briefing.exports.formats import FORMATS, export

__all__ = ["FORMATS", "export"]
