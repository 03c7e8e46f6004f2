"""Where people stood, in sentences for one of them."""

from __future__ import annotations

from exercises.contract import Member
from exercises.kit.rules.stances import told
from exercises.results import Origin, Stance

AN = Member("an", "An", "o1", "De Brug", 1, "staat")


def stance(person: str = "", name: str = "", why: str = "", step: str = "s1") -> Stance:
    return Stance(
        about=f"Stelling {step}", place="in het midden", why=why, person=person, name=name,
        organisation="o1", origin=Origin(step),
    )  # fmt: skip


def test_oneself_comes_first_then_who_is_named_then_who_is_not() -> None:
    (said,) = told([stance(), stance("zoe", "Zoë"), stance("an", "An", "zomaar")], AN)
    assert said == (
        "‘Stelling s1’ Jij stond in het midden. “zomaar”"
        " Zoë stond in het midden. Iemand van jullie stond in het midden."
    )


def test_each_statement_is_a_sentence_of_its_own() -> None:
    assert len(told([stance(step="s2"), stance(step="s1"), stance(step="s2")], AN)) == 2
    assert told([stance(step="s2"), stance(step="s1")], AN)[0].startswith("‘Stelling s2’")


def test_other_organisations_are_not_told_of() -> None:
    other = Member("cas", "Cas", "o2", "Huis", 1, "staat")
    assert told([stance("an", "An")], other) == ()
    assert told([], AN) == ()
