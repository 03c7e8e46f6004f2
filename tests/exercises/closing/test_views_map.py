"""What stands beside the map: growth, and the sentences that organisations told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exercises.closing.views_map import growth, voices
from exercises.results import MapPosition, Origin
from tests.exercises.closing.rooms import PARTIES

KNOWN = {one.id: one for one in PARTIES}


def position(organisation: str, meeting: str, why: str = "", date: str = "") -> MapPosition:
    origin = Origin("map", meeting, "", date, "a", "")
    return MapPosition(organisation=organisation, x=1, y=1, why=why, origin=origin)


def test_growth_is_told_by_meeting() -> None:
    found = [
        position("o0", "m1", date="2026-09-15"), position("o0", "m2", date="2027-06-10"),
        position("o1", "m2", date="2027-06-10"),
    ]  # fmt: skip
    assert growth(found) == ("september: 1 pion", "juni: 2 pionnen")
    assert growth(found[:1]) == () and growth([]) == ()


def test_meetings_of_one_month_are_told_by_their_days_and_without_days_by_number() -> None:
    days = [position("o0", f"m{day}", date=f"2026-09-{day}") for day in (14, 15)]
    days.append(position("o1", "m15", date="2026-09-15"))
    assert growth(days) == ("14 september: 1 pion", "15 september: 2 pionnen")
    without = [position("o0", "m1"), position("o0", "m2"), position("o1", "m2")]
    assert growth(without)[1] == "kaart 2: 2 pionnen"


def test_no_growth_is_told_where_the_same_number_of_pawns_stood() -> None:
    moved = [position("o0", "m1", date="2026-03-03"), position("o0", "m2", date="2026-10-27")]
    assert growth(moved) == ()


def test_the_last_sentence_of_an_organisation_is_shown_and_a_stranger_is_not() -> None:
    found = [position("o0", "m1", "Eerst."), position("o0", "m2", "Nu."), position("o0", "m3"),
             position("weg", "m1", "Wij zijn weg.")]  # fmt: skip
    ((card,),) = voices(found, KNOWN)
    assert (card["name"], card["text"]) == ("De Regenton", "Nu.")


@given(st.lists(st.text(min_size=1, max_size=280), min_size=1, max_size=6))
def test_every_sentence_stands_on_one_page_and_no_page_is_too_full(texts: list[str]) -> None:
    found = voices([position(f"o{at}", "m1", why) for at, why in enumerate(texts)], KNOWN)
    assert [card["text"] for page in found for card in page] == sorted(texts, key=len)
    for page in found:
        assert len(page) == 1 or (sum(len(card["text"]) for card in page) <= 300 and len(page) <= 3)
