"""A visit and its programme in words."""

from __future__ import annotations

import pytest

from exercises.contract import TrackVisit, VisitDay
from exercises.kit.visits import telling
from exercises.kit.visits.checks import VisitGuest
from exercises.kit.visits.programme import PartForm, VisitPart

GUESTS = (VisitGuest("kat", "Katrien"), VisitGuest("sam", "Samir"))


@pytest.mark.parametrize(
    ("form", "guests", "me", "told"),
    [
        ("watch", ("sam",), "sam", "jij kijkt mee"),
        ("watch", ("sam",), "kat", "Samir kijkt mee"),
        ("help", (), "kat", "jullie werken mee"),
        ("help", (), "", "de bezoekers werken mee"),
        ("meal", ("kat", "sam"), "", "Katrien en Samir eten mee"),
    ],
)
def test_who_does_what(form: PartForm, guests: tuple[str, ...], me: str, told: str) -> None:
    part = VisitPart("abcd", "Soep", form=form, guests=guests)
    assert telling.who_and_how(part, GUESTS, me) == told


def test_one_visitor_goes_by_name() -> None:
    part = VisitPart("abcd", "Soep", form="interview")
    assert telling.who_and_how(part, GUESTS[:1]) == "Katrien stelt vragen"
    unchosen = (VisitGuest("kat", "Katrien", chosen=False),)
    assert telling.who_and_how(part, unchosen) == "de bezoekers stellen vragen"
    assert telling.who_and_how(part, unchosen, "kat") == "jullie stellen vragen"
    assert telling.who_and_how(part, GUESTS[:1], "kat") == "jij stelt vragen"
    assert telling.who_and_how(part, ()) == "de bezoekers stellen vragen"


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((), ""),
        (("2027-03-09",), "9 maart"),
        (("2027-03-09", "2027-03-10", "2027-03-11"), "9 tot 11 maart"),
        (("2027-03-30", "2027-03-31", "2027-04-01"), "30 maart tot 1 april"),
        (("2027-03-09", "2027-03-11"), "9 maart en 11 maart"),
    ],
)
def test_the_days_in_a_few_words(days: tuple[str, ...], told: str) -> None:
    assert telling.when(TrackVisit("v", "h", "g", days=tuple(map(VisitDay, days)))) == told


def test_an_event_says_where_with_whom_and_who_helps() -> None:
    visit = TrackVisit("v", "h", "g", place="Kerkstraat 1", mentor="Greet", lodging="Bij Bo")
    words = telling.calendar_words(visit, telling.VisitNames("Achterom", "Regenton", "", GUESTS))
    part = words(VisitPart("abcd", "Soep, en praten", form="meal", company="Bilal"))
    assert part.summary == "Soep, en praten (Achterom)"
    assert part.place == "Achterom, Kerkstraat 1"
    assert part.description == (
        "de bezoekers eten mee\nMet: Bilal\nMentor: Greet\nOvernachting: Bij Bo"
    )
    assert words(None).summary == "Regenton op bezoek bij Achterom"
