from collections import Counter

from briefing.library import read_collection
from briefing.library.gathering import number_copy
from briefing.model import Document

TEXT = "The talks go on, the minister said on Friday.\n"


def test_one_bad_file_is_a_problem_and_the_rest_is_read(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "c.txt").write_bytes(b"")
    (tmp_path / "d.md").write_text(TEXT)
    collection = read_collection([str(tmp_path), str(tmp_path / "none.txt")])
    assert [document.path for document in collection.documents] == [
        str(tmp_path / "a.txt"),
        str(tmp_path / "d.md"),
    ]
    problems = {problem.path: problem.error for problem in collection.problems}
    assert set(problems) == {str(tmp_path / name) for name in ("none.txt", "b.txt", "c.txt")}
    assert problems[str(tmp_path / "c.txt")] == "It is empty."


def test_what_could_not_be_read_whole_is_a_problem_too(tmp_path):
    (tmp_path / "a.txt").write_bytes("“No,” he said – twice".encode() + b"\xff.\n")
    collection = read_collection([str(tmp_path)])
    assert len(collection.documents) == 1
    [problem] = collection.problems
    assert problem.path == str(tmp_path / "a.txt")
    assert "could not be decoded" in problem.error


def test_files_with_the_same_bytes_are_told_apart(tmp_path):
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT)
    ids = [document.id for document in read_collection([str(tmp_path)]).documents]
    assert ids == [ids[0], f"{ids[0]}-2", f"{ids[0]}-3"]


def test_documents_are_analysed(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    [document] = read_collection([str(tmp_path)]).documents
    assert document.sentences


def test_a_copy_alone_keeps_its_id():
    document = Document(
        id="a", path="a", sha256="a", media_type="text/plain", encoding="utf-8", text=""
    )
    seen = Counter()
    assert number_copy(document, seen) is document
    assert number_copy(document, seen).id == "a-2"
