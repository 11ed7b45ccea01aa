import json
from dataclasses import replace

import fit_headings
import pytest

from briefing.reading.headings import load_weights
from briefing.spans import Span

HARBOUR = (
    "The harbour office said on Tuesday that the northern pier would stay closed until the "
    "divers had looked at its piles."
)
FISHERS = (
    "Fishing crews, who land most of their catch there, were told to use the old quay, and some "
    "of them said that it was too shallow."
)
TEXT = "\n".join(
    [HARBOUR, "A Pier Too Old", FISHERS, HARBOUR, "Who Will Pay", FISHERS, "Crews Wait", HARBOUR]
)


@pytest.fixture
def folder(tmp_path):
    def mark(words, **kind):
        return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words), **kind}

    row = {
        "text": TEXT,
        "headings": [
            mark("A Pier Too Old", kind="hard"),
            mark("Who Will Pay", kind="soft"),
            mark("Crews Wait"),
        ],
    }
    for name, of in [
        ("headings", {"id": "a", "source": "agency"}),
        ("headings_news", {"id": "news/xx/Gazette/V1", "source": "news"}),
        ("headings_silver", {"id": "b", "source": "silver"}),
    ]:
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(of | row) + "\n", encoding="utf-8")
    return tmp_path


def test_optional_headings_are_neither_learned_nor_counted(folder):
    samples = list(fit_headings.read_samples(folder))
    assert [sample.source for sample in samples] == ["agency", "news/xx/Gazette", "silver"]
    for sample in samples:
        optional = Span(TEXT.index("Who"), TEXT.index("Who") + len("Who Will Pay"))
        assert sample.optional == {optional}
        learned = [sample.blocks[example.line.at].span for example in sample.examples]
        assert optional not in learned
        assert {span.of(TEXT) for span in sample.headings} == {"A Pier Too Old", "Crews Wait"}
        assert [example.heads for example in sample.examples] == [True, True]


def test_each_source_is_measured_with_its_own_weights(folder):
    samples = list(fit_headings.read_samples(folder))[:2]
    shipped = load_weights()
    nothing = replace(shipped, bias=-100.0)
    both = fit_headings.measure(samples, {"agency": shipped, "news/xx/Gazette": shipped})
    assert (both.precision, both.recall, both.f1) == (1, 1, 1)
    one = fit_headings.measure(samples, {"agency": shipped, "news/xx/Gazette": nothing})
    assert (one.gold, one.said, one.hit) == (4, 2, 2)
    assert (one.precision, one.recall, one.f1) == (1, 0.5, pytest.approx(2 / 3))
    none = fit_headings.measure([], {})
    assert (none.precision, none.recall, none.f1) == (0, 0, 0)


def test_rewriting_what_ships_changes_nothing():
    shipped = fit_headings.YAML.read_text(encoding="utf-8")
    assert fit_headings.render(load_weights(), shipped) == shipped


def test_comment_stays_above_new_weights():
    weights = replace(load_weights(), bias=1.239, per_character=-0.01236, marks={"asks": -0.5})
    lines = fit_headings.render(weights, "# Why.\n#\n# How.\nbias: 2.0\n").splitlines()
    assert lines[:4] == ["# Why.", "#", "# How.", "bias: 1.24"]
    assert "per_character: -0.0124" in lines
    assert '  "asks": -0.50' in lines


@pytest.mark.parametrize("figure", fit_headings.STEPS)
def test_steps_name_what_is_chosen(figure):
    assert isinstance(getattr(load_weights(), figure), float)
