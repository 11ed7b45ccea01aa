"""Plain Textual apps that the reader is measured against, in the same run."""

WORDS = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("first words")
Bare().run()
"""
"""Shows "first words" and nothing else."""
LINES = """
from textual.app import App
from textual.scroll_view import ScrollView
from textual.geometry import Size
from textual.strip import Strip
from rich.segment import Segment
class Lines(ScrollView, can_focus=True):
    def on_mount(self):
        self.virtual_size = Size(100, 100_000)
    def render_line(self, y):
        number = y + self.scroll_offset.y
        return Strip([Segment(f"line {number} of a bare list " + "and more words " * 6)])
class Bare(App):
    def __init__(self):
        super().__init__()
        self.animation_level = "none"
    def compose(self):
        yield Lines()
Bare().run()
"""
"""Shows 100,000 lines and turns their pages."""
