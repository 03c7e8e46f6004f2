"""Kijkstages over HTTP: offering, choosing, taking, and what others may not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from exercises.kit.rules.days import day_text
from pages.own import routes as own_page
from state import app, clock, offering, own_links, taking, tracks
from state.offers import LookBackWords, OfferDay, OfferRules
from tests.own_page import link_of
from tests.state.kijkstages import WORDS, OfferTrack

TODAY = clock.today()


def later(days: int) -> str:
    return (date.fromisoformat(TODAY) + timedelta(days=days)).isoformat()


class Site:
    """A track with an offer of De Regenton, and the browsers of its people."""

    def __init__(self, here: OfferTrack) -> None:
        self.here = here
        days = [OfferDay("", "", later(at), "09:00", "12:00", 1) for at in (20, 25)]
        offer_id = offering.offer(here.store, here.host, WORDS, days, today=TODAY)
        self.offer = here.read(offer_id)
        self.first, self.second = (one.id for one in self.offer.days)

    def browser(self, person: str) -> TestClient:
        app_ = Starlette(routes=list(own_page.ROUTES))
        client = TestClient(app_, follow_redirects=True)
        assert client.get(f"/mijn/{link_of(self.here.store, person)}").status_code == 200
        return client

    def take(self, client: TestClient, day: str, why: str = "Ik wil het zien.") -> Any:
        address = f"/mijn/kijkstages/aanbod/{self.offer.id}"
        return client.post(address, data={"day": day, "why": why, "brings": "Koffie"})


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("ODV_DATA", str(tmp_path))
    app.store.clear()
    yield Site(OfferTrack(app.store(), [("B", 2), ("C", 2), ("A", 1)]))
    app.store.clear()


def test_one_chooses_takes_a_place_and_lets_it_go(site: Site) -> None:
    an, bo = site.here.people[0][0], site.here.people[1][0]
    mine, others = site.browser(an), site.browser(bo)
    listed = mine.get("/mijn/kijkstages").text
    assert "De Regenton" in listed and "nog één plaats" in listed
    taken = site.take(mine, site.first)
    assert "Je hebt een plaats." in taken.text and "/plaats/" in str(taken.url)
    assert "Je staat als eerste op de wachtlijst." in site.take(others, site.first).text
    assert "Een dag gaan kijken" in mine.get("/mijn/kijkstages").text
    left = mine.post(str(taken.url), data={"what": "cancel"}).text
    assert "Je hebt hier geen plaats meer." in left
    told = others.get("/mijn").text
    assert "Er kwam een plaats vrij" in told
    host = site.browser(site.here.greet).get("/mijn/kijkstages").text
    assert "Gast 0.0" in host and "De plaats is al opnieuw bezet" in host
    ids = re.findall(r'name="notice" value="([^"]+)"', host)
    answer = site.browser(site.here.greet).post("/mijn/kijkstages/gelezen", data={"notice": ids})
    assert "Dit veranderde" not in answer.text


def test_names_of_who_comes_are_for_the_host_alone(site: Site) -> None:
    an = site.here.people[0][0]
    site.take(site.browser(an), site.first, "Omdat ik DIT wil zien")
    address = f"/mijn/kijkstages/aanbod/{site.offer.id}"
    host = site.browser(site.here.greet).get(address).text
    assert "Gast 0.0" in host and "Omdat ik DIT wil zien" in host and "Koffie" in host
    for person in (site.here.people[1][0], site.here.people[0][1], site.here.people[2][0]):
        client = site.browser(person)
        for page in (address, "/mijn/kijkstages", f"{address}?x=1"):
            shown = client.get(page).text
            assert "Gast 0.0" not in shown and "DIT wil" not in shown and an not in shown
    place = site.here.place_of(an, site.first)
    for person in (site.here.people[1][0], site.here.people[0][1], site.here.greet):
        client = site.browser(person)
        assert "DIT wil" not in client.get(f"/mijn/kijkstages/plaats/{place}").text
        client.post(f"/mijn/kijkstages/plaats/{place}", data={"what": "cancel"})
    assert site.here.taken(site.first) == [an]


def test_what_is_refused_keeps_what_was_typed(site: Site) -> None:
    client = site.browser(site.here.people[0][0])
    long = "<b>é</b>" * 1250
    answer = site.take(client, site.first, long)
    assert answer.status_code == 422 and "te lang" in answer.text
    assert answer.text.count("&lt;b&gt;é") >= 1250 and "<b>é</b>" not in answer.text
    assert "Kies eerst een dag" in site.take(client, "", "Daarom").text
    assert "één zin" in site.take(client, site.second, " ").text
    assert "eigen aanbod" in site.take(site.browser(site.here.greet), site.first).text


def form(**more: Any) -> dict[str, Any]:
    return {
        "shown": "De speelotheek", "audience": "", "contact": "Chris", "directions": "",
        "bring": "", "area": "3", "day": ["", ""], "date": [later(30), ""], "start": ["09:00", ""],
        "end": ["12:00", ""], "places": ["2", "2"], "what": "keep", **more,
    }  # fmt: skip


def test_an_organisation_offers_changes_and_calls_off(site: Site) -> None:
    chris, colleague = site.here.people[1]
    client = site.browser(chris)
    assert "Wat valt er bij jullie te zien?" in client.get("/mijn/kijkstages/nieuw").text
    more = client.post("/mijn/kijkstages/nieuw", data=form(what="more")).text
    assert more.count('name="date"') == 3 and "De speelotheek" in more
    refused = client.post("/mijn/kijkstages/nieuw", data=form(date=[TODAY, ""]))
    assert refused.status_code == 422 and "vanaf morgen" in refused.text
    assert "De speelotheek" in refused.text and TODAY in refused.text
    made = client.post("/mijn/kijkstages/nieuw", data=form())
    assert "Wie komt" in made.text
    an = site.here.people[0][0]
    offer_id = str(made.url).rsplit("/", 1)[1]
    (day,) = site.here.read(offer_id).days
    taking.ask(site.here.store, an, day.id, "Daarom", today=TODAY)
    address = f"/mijn/kijkstages/aanbod/{offer_id}"
    changed = form(day=[day.id], date=[later(31)], start=["10:00"], end=["12:00"], places=["2"])
    # Either colleague may change it, nobody else.
    assert "Er komt al 1 mens" in site.browser(colleague).get(f"{address}/wijzig").text
    assert "Wie komt" in site.browser(colleague).post(f"{address}/wijzig", data=changed).text
    stranger = site.browser(an)
    assert "Alleen wie aanbiedt" in stranger.post(f"{address}/wijzig", data=changed).text
    assert "verzet" in stranger.get("/mijn/kijkstages").text
    refused = stranger.post(address, data={"what": "off"})
    assert refused.status_code == 422 and "Alleen wie aanbiedt" in refused.text
    client.post(address, data={"what": "off"})
    assert "gaat niet door" in stranger.get("/mijn").text
    assert site.here.read(offer_id).is_off


def test_the_choice_is_by_sector_place_area_and_day(site: Site) -> None:
    client = site.browser(site.here.people[0][0])
    day = site.offer.days[0].date
    for query, there in (
        ("sector=a", True), ("sector=B", False), ("plaats=Zevenhoek", True), ("plaats=x", False),
        ("gebied=1", True), ("gebied=2", False), (f"dag={day}", True), ("dag=2020-01-01", False),
        ("sector=%3Cb%3E", False), ("gebied=x", False),
    ):  # fmt: skip
        shown = client.get(f"/mijn/kijkstages?{query}").text
        assert (f"/aanbod/{site.offer.id}" in shown) is there, query


def test_afterwards_the_three_answers_are_own_until_they_are_shared(site: Site) -> None:
    here = site.here
    an, colleague = here.people[0]
    place = here.ask(an, site.first, TODAY).place
    with here.store.write() as db:
        db.conn.execute("UPDATE offer_day SET date = ? WHERE id = ?", [TODAY, site.first])
    client = site.browser(an)
    address = f"/mijn/kijkstages/plaats/{place}"
    assert "Wat zag je dat je niet verwachtte?" in client.get(address).text
    long = client.post(address, data={"unexpected": "x" * 10_000})
    assert long.status_code == 422 and "te lang" in long.text and "x" * 10_000 in long.text
    sent = {"unexpected": "STILTE", "for_host": "DANK", "for_home": "GA OOK"}
    assert "De begeleider leest ze allebei." in client.get(address).text
    assert "Bewaard." in client.post(address, data=sent).text
    home, host = site.browser(colleague), site.browser(here.greet)
    offer = f"/mijn/kijkstages/aanbod/{site.offer.id}"
    at_home = home.get("/mijn/kijkstages").text
    assert "GA OOK" in at_home and "STILTE" not in at_home and "DANK" not in at_home
    at_host = host.get(offer).text
    assert "DANK" in at_host and "STILTE" not in at_host and "GA OOK" not in at_host
    client.post(address, data={**sent, "shared": "1"})
    assert "STILTE" in home.get("/mijn/kijkstages").text and "STILTE" not in host.get(offer).text
    stranger = site.browser(here.people[1][0])
    for page in (offer, "/mijn/kijkstages", address):
        assert not re.search("STILTE|DANK|GA OOK", stranger.get(page).text)


def test_the_visit_is_in_the_calendar_and_leads_to_its_place(site: Site) -> None:
    here = site.here
    an = here.people[0][0]
    # The clock changes in the night before this day.
    sunday = "2027-03-28" if TODAY < "2027-03-20" else "2028-03-26"
    day = OfferDay("", "", sunday, "09:00", "12:00", 2)
    offer_id = offering.offer(here.store, here.host, WORDS, [day], today=TODAY)
    (made,) = here.read(offer_id).days
    client = site.browser(an)
    address = f"/mijn/kijkstages/aanbod/{offer_id}"
    client.post(address, data={"day": made.id, "why": "Daarom"})
    day_text = sunday.replace("-", "")
    calendar = client.get("/mijn/kalender.ics").text
    assert f"DTSTART;TZID=Europe/Brussels:{day_text}T090000" in calendar
    assert f"DTEND;TZID=Europe/Brussels:{day_text}T120000" in calendar
    visit = here.visits()[-1]["id"]
    assert "/plaats/" in str(client.get(f"/mijn/bezoek/{visit}").url)
    offering.call_off(here.store, offer_id, today=TODAY)
    assert "STATUS:CANCELLED" in client.get("/mijn/kalender.ics").text


def test_the_row_stands_on_own_pages_of_tracks_with_kijkstages(site: Site) -> None:
    here = site.here
    assert "om uit te kiezen" in site.browser(here.people[0][0]).get("/mijn").text or (
        "aanbod om te kiezen" in site.browser(here.people[0][0]).get("/mijn").text
    )
    other = tracks.add_track(here.store, "Elders")
    home = tracks.add_organisation(here.store, other, "Ander huis")
    person = tracks.add_person(here.store, home, "Zoë", "")
    client = site.browser(person)
    assert "/mijn/kijkstages" not in client.get("/mijn").text
    offering.set_rules(here.store, other, OfferRules(True, 7), today=TODAY)
    assert "/mijn/kijkstages" in client.get("/mijn").text
    # Nothing of another track is there, and no place can be taken in it.
    assert "De Regenton" not in client.get("/mijn/kijkstages").text
    address = f"/mijn/kijkstages/aanbod/{site.offer.id}"
    assert client.get(address).status_code == 404
    client.post(address, data={"day": site.first, "why": "Daarom"})
    assert here.places(site.first) == []


def test_the_row_tells_of_a_taken_place_and_of_waiting(site: Site) -> None:
    an, bo = site.here.people[0][0], site.here.people[1][0]
    mine, others = site.browser(an), site.browser(bo)
    site.take(mine, site.first)
    site.take(others, site.first)
    day = day_text(later(20))
    assert f"je gaat op {day} kijken bij De Regenton" in mine.get("/mijn").text
    assert f"je wacht op een plaats op {day} bij De Regenton" in others.get("/mijn").text


def test_a_place_that_is_not_theirs_leads_back_to_the_own_page(site: Site) -> None:
    an, bo = site.here.people[0][0], site.here.people[1][0]
    site.take(site.browser(an), site.first)
    (place,) = site.here.places(site.first)
    stranger = site.browser(bo)
    addresses = [f"kijkstages/plaats/{place.id}", "kijkstages/plaats/x", "kijkstages/aanbod/x"]
    for address in (*addresses, f"bezoek/{place.visit}/programma.pdf"):
        answer = stranger.get(f"/mijn/{address}")
        assert answer.status_code == 404 and 'href="/mijn"' in answer.text
        assert "Probeer opnieuw" not in answer.text and "trouble" not in answer.text


def test_an_organisation_that_left_offers_nothing(site: Site) -> None:
    here = site.here
    an = here.people[0][0]
    place = here.ask(an, site.first, TODAY).place
    tracks.remove_organisation(here.store, here.host)
    client = site.browser(an)
    assert f"/aanbod/{site.offer.id}" not in client.get("/mijn/kijkstages").text
    assert "doet niet meer mee" in client.get(f"/mijn/kijkstages/plaats/{place}").text
    assert site.take(client, site.second).status_code == 404


def test_twenty_browsers_at_once_get_the_one_place_once(site: Site) -> None:
    here = site.here
    house = tracks.add_organisation(here.store, here.track, "Groot huis", "D")
    people = [tracks.add_person(here.store, house, f"Mens {n}", "") for n in range(20)]
    browsers = [site.browser(one) for one in people]
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda one: site.take(one, site.first).text, browsers))
    assert sum("Je hebt een plaats." in one for one in answers) == 1
    assert sum("wachtlijst" in one and "Je staat" in one for one in answers) == 19
    assert len(here.taken(site.first)) == 1 and len(here.waiting(site.first)) == 19


def test_nobody_waits_for_a_day_that_has_come(site: Site) -> None:
    an, bo = site.here.people[0][0], site.here.people[1][0]
    site.here.ask(an, site.first, TODAY)
    site.here.ask(bo, site.first, TODAY)
    with site.here.store.write() as db:
        db.conn.execute("UPDATE offer_day SET date = ? WHERE id = ?", [TODAY, site.first])
    assert "/plaats/" not in site.browser(bo).get("/mijn/kijkstages").text
    assert "kijk nog even terug" in site.browser(an).get("/mijn/kijkstages").text


def test_a_revoked_link_reads_nothing(site: Site) -> None:
    an = site.here.people[0][0]
    client = site.browser(an)
    own_links.revoke(site.here.store, site.here.track, an)
    assert client.get("/mijn/kijkstages").status_code == 410
    assert site.take(client, site.first).status_code == 410


def test_right_to_left_and_emoji_stand_as_they_were_typed(site: Site) -> None:
    an = site.here.people[0][0]
    site.take(site.browser(an), site.first, "مرحبا 👋🏽")
    address = f"/mijn/kijkstages/aanbod/{site.offer.id}"
    assert "<bdi>مرحبا 👋🏽</bdi>" in site.browser(site.here.greet).get(address).text
    assert LookBackWords().is_empty


def test_who_may_see_it_tells_of_words_and_where_it_is_chosen(site: Site) -> None:
    an, colleague = site.here.people[0]
    client = site.browser(an)
    place = str(site.take(client, site.first, "Omdat ik DIT wil zien").url).rpartition("/")[2]
    words = LookBackWords(
        unexpected="De DEUR stond open", for_host="DANK je wel, Greet", printable=True
    )
    taking.look_back(site.here.store, an, place, words, today=later(20))
    page = client.get("/mijn/wiemag").text
    assert all(one in page for one in ("DIT wil", "DEUR stond", "DANK je wel"))
    assert page.count(f'href="/mijn/kijkstages/plaats/{place}"') == 4
    plain = page.replace("\u2068", "").replace("\u2069", "")
    assert "De Regenton leest dit, en het mag in het verslag." in plain
    assert "Alleen jij leest dit." in plain and "Je gaf nog niets." not in plain
    words = LookBackWords(unexpected="De DEUR stond open", shared=True, for_host="DANK je wel")
    taking.look_back(site.here.store, an, place, words, today=later(20))
    page = client.get("/mijn/wiemag").text
    assert "Het komt niet in het verslag." in page
    assert "Je collega’s en de begeleider lezen dit." in page
    for other in (colleague, site.here.greet):
        assert "DEUR" not in site.browser(other).get("/mijn/wiemag").text


def move_day(site: Site, day: str, date_: str) -> None:
    with site.here.store.write() as db:
        db.conn.execute("UPDATE offer_day SET date = ? WHERE id = ?", [date_, day])


def test_once_a_day_is_over_the_own_page_asks_how_it_was(site: Site) -> None:
    here = site.here
    an, bo = here.people[0][0], here.people[1][0]
    held = here.ask(an, site.first, TODAY).place
    here.ask(bo, site.first, TODAY)
    taking.cancel(here.store, an, held, today=TODAY)
    client = site.browser(bo)
    assert "Er kwam een plaats vrij" in client.get("/mijn").text
    assert "Hoe was het bij" not in client.get("/mijn").text
    (place,) = [one.id for one in here.places(site.first) if one.person == bo]
    move_day(site, site.first, later(-1))
    home, listed = client.get("/mijn").text, client.get("/mijn/kijkstages").text
    assert "Hoe was het bij De Regenton?" in home and f"/plaats/{place}" in home
    # What changed for a day that is past is told no more, to the host neither.
    assert "Er kwam een plaats vrij" not in home + listed
    assert "komt op" not in site.browser(here.greet).get("/mijn").text
    assert "Waar je ging kijken" in listed and "Waar je gaat kijken" not in listed
    client.post(f"/mijn/kijkstages/plaats/{place}", data={"unexpected": "Stil"})
    assert "Hoe was het bij" not in client.get("/mijn").text
    move_day(site, site.first, later(-40))
    assert "Hoe was het bij" not in client.get("/mijn").text


def test_a_full_day_is_a_waiting_list(site: Site) -> None:
    here = site.here
    an, bo, colleague = here.people[0][0], here.people[1][0], here.people[1][1]
    address = f"/mijn/kijkstages/aanbod/{site.offer.id}"
    mine, others = site.browser(an), site.browser(bo)
    site.take(mine, site.first)
    shown = others.get(address).text
    assert "vol, nog niemand wacht" in shown and ">Neem een plaats</button>" in shown
    assert len(re.findall(r'value="[^"]*" data-full', shown)) == 1
    here.ask(colleague, site.second, TODAY)
    site.take(mine, site.second)
    shown = others.get(address).text
    assert ">Zet me op de wachtlijst</button>" in shown and "vol, één mens wacht" in shown
    assert len(re.findall(r'value="[^"]*" data-full', shown)) == 2


def test_the_host_reads_whether_a_place_that_came_free_is_free(site: Site) -> None:
    here = site.here
    an, bo = here.people[0][0], here.people[1][0]
    place = here.ask(an, site.first, TODAY).place
    here.ask(bo, site.first, TODAY)
    taking.cancel(here.store, an, place, today=TODAY)
    host = site.browser(here.greet)
    told = host.get("/mijn/kijkstages").text
    assert "niet kijken. De plaats is al opnieuw bezet." in told and "is vrij" not in told
    (place,) = [one.id for one in here.places(site.first) if one.person == bo]
    taking.cancel(here.store, bo, place, today=TODAY)
    assert "niet kijken. De plaats is vrij." in host.get("/mijn/kijkstages").text


def test_fields_of_kijkstages_take_all_that_is_typed(site: Site) -> None:
    offer = f"/mijn/kijkstages/aanbod/{site.offer.id}"
    greet, an = site.browser(site.here.greet), site.browser(site.here.people[0][0])
    for client, address in (
        (an, offer),
        (greet, f"{offer}/wijzig"),
        (greet, "/mijn/kijkstages/nieuw"),
    ):
        shown = client.get(address).text
        assert "data-limit=" in shown and "maxlength" not in shown and "own/limits.js" in shown
    long = "x" * 30_000
    assert long in greet.post("/mijn/kijkstages/nieuw", data=form(shown=long)).text
    assert long in an.post(offer, data={"day": site.first, "why": long}).text
