"""Documents out: one module per format, imported when it is asked for."""

from briefing.exports.formats import FORMATS, export
from briefing.exports.writing import check_free, write_whole

__all__ = ["FORMATS", "check_free", "export", "write_whole"]
