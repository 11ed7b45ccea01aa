"""The house keeps its floors: imports go down, stages find what they need, imports stay lazy."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import briefing
from briefing.pipeline import STAGES

PACKAGE = Path(briefing.__file__).parent
FLOORS = {
    "spans": 0,
    "errors": 0,
    "decoders": 0,
    "gate": 0,
    "places": 0,
    "model": 1,
    "workers": 1,
    "lexicons": 2,
    "words": 2,
    "reading": 3,
    "repeats": 3,
    "facts": 3,
    "pipeline": 4,
    "library": 5,
    "exports": 5,
    "app": 6,
    "web": 6,
    "cli": 7,
}
MODULES = sorted(PACKAGE.rglob("*.py"))


# trafilatura imports it, and does not ask for it.
NEEDED_BY_OTHERS = {"lxml-html-clean"}


def imported(path: Path) -> set[str]:
    """Modules that a module imports, also inside functions."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_only_go_down(path):
    part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if part in {"__init__", "__main__"}:
        return
    for name in imported(path):
        if not name.startswith("briefing."):
            continue
        other = name.split(".")[1]
        assert other == part or FLOORS[other] < FLOORS[part], f"{part} imports {name}"


def test_every_part_has_a_floor():
    parts = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in MODULES}
    assert parts - {"__init__", "__main__"} == set(FLOORS)


def test_dependencies_are_what_is_imported():
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    needs = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["documents"],
        *project["project"]["optional-dependencies"]["serve"],
    ]
    asked = {re.split(r"[<>=]", need)[0] for need in needs}
    tops = {name.partition(".")[0] for path in MODULES for name in imported(path)}
    packages = packages_distributions()
    used = {
        name.lower().replace("_", "-")
        for top in tops - sys.stdlib_module_names - {"briefing"}
        for name in packages[top]
    }
    assert used == asked - NEEDED_BY_OTHERS


def test_stages_need_only_what_came_before():
    done = set()
    for stage in STAGES:
        assert set(stage.needs) <= done, stage.name
        assert stage.name not in done
        done.add(stage.name)


HEAVY = {"trafilatura", "lxml", "charset_normalizer", "sentencex", "mammoth", "pypdfium2"}


@pytest.mark.parametrize(
    ("code", "never"),
    [
        ("import briefing.cli", HEAVY | {"yaml", "textual", "markdown_it"}),
        ("import briefing.model, briefing.words", HEAVY | {"yaml", "textual", "markdown_it"}),
        ("import briefing.app", HEAVY),
        (
            "from briefing.reading.reader import read_document; from pathlib import Path; "
            "read_document(Path('seeds/pact.txt'))",
            HEAVY | {"textual", "markdown_it"},
        ),
    ],
    ids=["command line", "model", "app", "plain text"],
)
def test_imports_wait_until_they_are_needed(code, never):
    check = f"{code}\nimport sys; print(*(set({sorted(never)}) & set(sys.modules)))"
    root = PACKAGE.parent
    done = subprocess.run(
        [sys.executable, "-c", check], capture_output=True, text=True, cwd=root, check=True
    )
    assert done.stdout.split() == []
