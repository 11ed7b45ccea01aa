"""Where words go on the screen: pure arithmetic, without Textual."""
