"""The desk's page of kijkstages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from pages.desk import kijkstage_known, kijkstage_meets
from state import clock, offering, offers, tracks, visits
from state.database import Store
from state.models import TrackVisit, VisitDay
from state.offers import OfferDay
from tests.pages.desk import data_folder, errors, open_page, press, texts
from tests.state.kijkstages import WORDS, OfferTrack

TODAY = clock.today()


def later(days: int) -> str:
    return (date.fromisoformat(TODAY) + timedelta(days=days)).isoformat()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OfferTrack]:
    with data_folder(tmp_path, monkeypatch) as store:
        yield OfferTrack(store, [("B", 2), ("A", 1)])


def offered(desk: OfferTrack, places: int = 1) -> OfferDay:
    day = OfferDay("", "", later(20), "09:00", "12:00", places)
    offer_id = offering.offer(desk.store, desk.host, WORDS, [day], today=TODAY)
    return desk.read(offer_id).days[0]


def known(store: Store, track_id: str) -> kijkstage_known.KnownOffers:
    return kijkstage_known.known(store, tracks.track(store, track_id), TODAY)


def test_an_empty_track_says_what_comes_here(desk: OfferTrack) -> None:
    page = open_page("kijkstages.py", t=desk.track)
    assert "Nog geen aanbod." in texts(page)
    assert "Nog niemand zag iemand anders." in texts(page)
    assert "Huis 0: Gast 0.0 en Gast 0.1" in texts(page)


def test_the_coordinator_sees_who_comes_gives_and_frees(desk: OfferTrack) -> None:
    day = offered(desk)
    an, bo = desk.people[0]
    desk.ask(an, day.id, TODAY)
    desk.ask(bo, day.id, TODAY)
    page = open_page("kijkstages.py", t=desk.track)
    assert "Gast 0.0, Huis 0" in texts(page) and "Gast 0.1, Huis 0 (wacht)" in texts(page)
    assert "Ik wil het zien." in texts(page) and "Brengt mee: Koffie" in texts(page)
    assert "1 aanbod, 1 plaats genomen, 1 wacht" in texts(page)
    press(page, f"odv-free-{desk.place_of(an, day.id)}")
    assert desk.taken(day.id) == [bo]
    press(page, f"odv-free-{desk.place_of(bo, day.id)}")
    page = open_page("kijkstages.py", t=desk.track)
    press(page, f"odv-button-offer-{day.offer}")
    page.selectbox(key=f"odv-give-{day.id}").set_value(desk.people[1][0]).run()
    press(page, f"odv-give-{day.id}-go")
    assert desk.taken(day.id) == desk.people[1]


def test_the_coordinator_offers_changes_and_calls_off(desk: OfferTrack) -> None:
    page = open_page("kijkstages.py", t=desk.track)
    press(page, "odv-offer-new-add")
    assert errors(page) == ["Kies wie ontvangt."]
    page.selectbox(key="odv-offer-new-host").set_value(desk.homes[0]).run()
    page.text_area(key="odv-offer-new-shown").set_value("De speelotheek").run()
    page.text_area(key="odv-offer-new-contact").set_value("Chris").run()
    page.date_input(key="odv-offer-new-day-date").set_value(date.fromisoformat(later(9))).run()
    press(page, "odv-offer-new-add")
    assert errors(page) == []
    with desk.store.read() as db:
        (offer,) = offers.read_offers(db, desk.track)
    assert (offer.host, offer.words.shown, offer.days[0].places) == (
        desk.homes[0], "De speelotheek", 2,
    )  # fmt: skip
    page = open_page("kijkstages.py", t=desk.track)
    press(page, f"odv-button-offer-{offer.id}")
    page.text_area(key=f"odv-{offer.id}-shown").set_value("x" * 10_000).run()
    assert "te lang" in errors(page)[0]
    page.text_area(key=f"odv-{offer.id}-shown").set_value("Iets anders").run()
    page.number_input(key=f"odv-{offer.days[0].id}-places").set_value(3).run()
    page.text_input(key=f"odv-{offer.days[0].id}-start").set_value("9u30").run()
    after = desk.read(offer.id)
    assert after.words.shown == "Iets anders"
    assert (after.days[0].places, after.days[0].start) == (3, "09:30")
    press(page, f"odv-off-{offer.id}")
    press(page, f"odv-yes-off-{offer.id}")
    assert desk.read(offer.id).is_off


def test_the_rules_are_switched_on_the_desk(desk: OfferTrack) -> None:
    key = f"odv-offer-rules-{desk.track}"
    page = open_page("kijkstages.py", t=desk.track)
    page.checkbox(key=f"{key}-on").check().run()
    page.number_input(key=f"{key}-days").set_value(3).run()
    with desk.store.read() as db:
        assert offers.rules(db, desk.track) == offers.OfferRules(True, 3)
    page.checkbox(key=f"{key}-first").uncheck().run()
    with desk.store.read() as db:
        assert offers.rules(db, desk.track) == offers.OfferRules(True, 0)
    assert "Een andere sector" not in " ".join(texts(page))


def test_the_web_goes_over_the_years_and_tracks(desk: OfferTrack) -> None:
    store = desk.store

    def went(track: str, visitor: str, host: str, day: str, state: str = "done") -> None:
        visits.add(store, track, TrackVisit(
            "", host, visitor, kind="kijkstage", state=state,  # type: ignore[arg-type]
            days=(VisitDay(day),),
        ))  # fmt: skip

    went(desk.track, desk.homes[0], desk.host, "2025-05-04")
    went(desk.track, desk.homes[1], desk.host, "2026-05-04", "called_off")
    went(desk.track, desk.homes[1], desk.host, later(9), "agreed")
    other = tracks.add_track(store, "Vorig jaar")
    same = tracks.add_organisation(store, other, "HUIS 0")
    host = tracks.add_organisation(store, other, "Elders")
    went(other, same, host, "2024-05-04")
    with store.read() as db:
        found = offers.seen(db, [desk.track, other], TODAY)
        assert offers.seen(db, [other], TODAY) == found[:1]
    assert [one.year for one in found] == ["2024", "2025"]
    assert found[0].visitor_key == found[1].visitor_key
    page = open_page("kijkstages.py", t=desk.track)
    shown = " ".join(texts(page))
    assert "ging kijken bij" in shown and "Elders" in shown
    page.button_group(key="odv-offer-web-year").set_value("2025").run()
    assert "Elders" not in " ".join(texts(page))


def test_who_never_met_is_told_once_for_each_two(desk: OfferTrack) -> None:
    assert kijkstage_meets.unmet(known(desk.store, desk.track)) == [
        "Nog niemand zag iemand anders."
    ]
    day = offered(desk)
    desk.ask(desk.people[0][0], day.id, TODAY)
    here = known(desk.store, desk.track)
    assert kijkstage_meets.unmet(here) == ["De Regenton en Huis 1", "Huis 0 en Huis 1"]
    assert kijkstage_meets.nowhere(here) == [
        "De Regenton: Greet", "Huis 0: Gast 0.1", "Huis 1: Gast 1.0",
    ]  # fmt: skip


def test_an_offer_of_who_left_is_told_apart(desk: OfferTrack) -> None:
    offered(desk)
    tracks.remove_organisation(desk.store, desk.host)
    page = open_page("kijkstages.py", t=desk.track)
    assert "Doet niet meer mee. Niemand kan nog een plaats nemen." in texts(page)
