"""A year in words: counted, by day, and what the picture can't place."""

from __future__ import annotations

from exercises.kit.drawing import year_words
from exercises.kit.drawing.year import (
    TrackYear,
    YearAction,
    YearGift,
    YearMeeting,
    YearParty,
    YearVisit,
)

YEAR = TrackYear(
    (YearParty("a", "De Brug", 1), YearParty("b", "بيت", 2), YearParty("c", "Weg", 3, gone=True)),
    (YearMeeting("Start", "2026-10-06"), YearMeeting("Slot", "", held=False)),
    (YearVisit("b", "a"), YearVisit("a", "b", ("2027-01-12", "2027-01-13"))),
    (YearGift("b", "a", "2027-03-23"), YearGift("a", "", "2027-03-23")),
    (YearAction("a", "Soep", "2027-04-01", done=True),),
)


def test_it_counts_what_there_is_and_leaves_out_what_there_is_not() -> None:
    assert year_words.counts(YEAR) == (
        ("meeting", "1 bijeenkomst"), ("visit", "2 bezoeken"), ("gift", "2 cadeaus"),
        ("action", "1 actie"),
    )  # fmt: skip
    assert year_words.counts(TrackYear()) == ()
    assert year_words.period(YEAR) == "oktober 2026 tot april 2027"
    assert year_words.period(TrackYear()) == ""


def test_what_is_still_to_come_does_not_count_as_done() -> None:
    ahead = TrackYear(
        YEAR.parties, (YearMeeting("Slot", held=False),),
        (YearVisit("b", "a", made=False), YearVisit("a", "b", ("2027-01-12",))),
    )  # fmt: skip
    assert year_words.counts(ahead) == (("visit", "1 bezoek"),)
    assert "Eén bezoek moet nog komen." in year_words.without_days(ahead)
    planned = TrackYear(YEAR.parties, (YearMeeting("Slot", held=False),))
    assert "Er is nog niets gebeurd." in year_words.alt(planned)


def test_the_words_for_who_does_not_see_it() -> None:
    assert year_words.alt(YEAR) == (
        "Eén lijn van de tijd, met een draad voor elke organisatie: drie organisaties. Oktober 2026"
        " tot april 2027: één bijeenkomst, twee bezoeken, twee cadeaus en één actie. Van één"
        " bezoek kennen we de datum niet: het staat apart. Eén bijeenkomst heeft nog geen dag en"
        " staat op het einde. Eén bijeenkomst moet nog komen. Weg doet niet meer mee."
    )
    assert year_words.alt(TrackYear()).endswith("nul organisaties. Er is nog niets gebeurd.")


def test_everything_by_day_and_what_has_none_at_the_end() -> None:
    assert year_words.told_by_day(YEAR) == (
        ("6 oktober 2026", "Start"),
        ("12 en 13 januari 2027", "De Brug gaat over de vloer bij \u2068بيت\u2069"),
        ("23 maart 2027", "\u2068بيت\u2069 krijgt een cadeau van De Brug"),
        ("23 maart 2027", "De Brug krijgt een cadeau van de hele groep"),
        ("1 april 2027", "De Brug: Soep (gedaan)"),
        ("zonder dag", "Slot"),
        ("zonder datum", "\u2068بيت\u2069 gaat over de vloer bij De Brug"),
    )
