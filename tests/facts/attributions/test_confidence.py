import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.facts.attributions.confidence import cue_counts, cue_weights, log_odds, share, shares
from briefing.facts.attributions.cues import cue_verbs, cue_words
from briefing.lexicons import load_words


@pytest.mark.parametrize(
    ("counts", "mean", "expected"),
    [
        # What was never counted has the mean, what was counted often hardly feels it.
        ((0, 0), 0.2, 0.2),
        ((900, 1000), 0.2, 0.898),
        ((3, 3), 0.2, 0.6),
        ((0, 3), 0.2, 0.1),
    ],
)
def test_few_counts_lean_on_the_mean(counts, mean, expected):
    assert share(counts, mean) == pytest.approx(expected, abs=0.001)


def test_a_verb_that_was_never_counted_has_the_share_of_its_frame():
    counts = {"preposed that (finite)": (90, 100), "preposed that: say": (99, 100)}
    known = shares(("preposed that (finite)", "preposed that: say", "said"), counts)
    unknown = shares(("preposed that (finite)", "preposed that: opine", "opined"), counts)
    assert known[0] == unknown[0] == unknown[1]
    assert known[1] > unknown[1]


@given(st.floats(0, 1))
def test_log_odds_are_finite_and_grow(probability):
    assert -6 < log_odds(probability) < 6
    assert log_odds(probability) <= log_odds(min(1.0, probability + 0.1))


def test_more_findings_than_right_ones_in_every_count():
    assert cue_counts()
    assert all(0 <= right <= found for right, found in cue_counts().values())


def test_weights_are_named_for_signs_that_are_looked_for():
    groups = {sign.split()[0] for sign in cue_weights()}
    assert groups <= {
        *("always", "form", "verb", "word", "shape", "subject", "words", "quoted", "parenthesis"),
        *("inside", "holds", "rival"),
    }
    # Without these three a finding would have no estimate.
    assert cue_weights()["verb"] > 0


def test_every_form_has_one_lemma():
    forms = [form for forms in load_words("cue_verbs").values() for form in forms]
    assert len(forms) == len(set(forms))


def test_classes_of_verbs_name_verbs():
    words = cue_words()
    verbs = set(cue_verbs().values())
    for name in ("recipients", "inverting", "plain_inverting", "clausal", "raising", "unchanging"):
        assert getattr(words, name) - verbs == set(), name
