"""Whole screens; each knows its widgets, and the widgets do not know each other."""
