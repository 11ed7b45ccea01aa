"""What the frame of the body says of the place where one is."""

import pytest

from briefing.app.layout.sections import section_at, title_of
from briefing.reading import read_document

NOTE = "The old quay was closed on Monday, the mayor said."


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (NOTE, ["Without headings"]),
        (f"{NOTE}\n\n## The crane\n\n{NOTE}", ["Before the first heading", "The crane"]),
        (f"{NOTE}\n\n## \u202ecrane\n\n{NOTE}", ["Before the first heading", "\ufffdcrane"]),
    ],
)
def test_every_section_has_words_that_can_be_shown(tmp_path, text, titles):
    (tmp_path / "quay.md").write_text(text, encoding="utf-8")
    document = read_document(tmp_path / "quay.md")
    starts = [held.span.start for held in document.sections]
    assert [title_of(document, section_at(document, start)) for start in starts] == titles
