import pytest

from briefing.facts.attributions.source_kinds import kind_of


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("South Korean intelligence officials", "unnamed"),
        ("SEIU officials", "unnamed"),
        ("Experts", "unnamed"),
        ("some", "unnamed"),
        ("many of the farmers", "unnamed"),
        ("a person familiar with the talks", "unnamed"),
        ("an aide to Mr. Lund", "unnamed"),
        ("a spokesman", "unnamed"),
        ("the official", "unnamed"),
        ("Democrats", "unnamed"),
        ("lawmakers briefed by the agency", "unnamed"),
        ("researchers at Uppsala University", "unnamed"),
        ("a study", "unnamed"),
        ("the White House", "named"),
        ("NIS", "named"),
        ("CNN", "named"),
        ("the Taliban", "named"),
        ("South Korea’s National Intelligence Service", "named"),
        ("the ministry", "named"),
        ("police", "named"),
        ("a spokesman, Jo Hall,", "named"),
        ("Lund spokeswoman Ida Holm", "named"),
        ("Ida Holm, a lawyer in Bergen", "named"),
        ("Mr. Lund and his aides", "named"),
        ("they", "pronoun"),
        ("who", "pronoun"),
        ("", "none"),
        ("…", "none"),
    ],
)
def test_kind_of_source(source, kind):
    assert kind_of(source) == kind


@pytest.mark.parametrize("source", ["The Daily Lantern", "the Daily Lantern", "Daily Lantern"])
def test_the_paper_itself_is_the_publisher(source):
    assert kind_of(source, "The Daily Lantern") == "publisher"
    assert kind_of(source, "The Evening Lantern") == "named"
