"""The own page over HTTP: what is on it, and that nobody reads what is not theirs."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.testclient import TestClient

from exercises import of_kind
from exercises.engine import moment, results, running
from exercises.results import VisitNote
from pages.own import notebook_page
from pages.own import routes as own_page
from pages.web.rate_limit import RateLimit
from report.privacy import nameless, one_person
from state import app, copies, erasing, homework, meetings, people, tracks, visits
from state.clock import today
from state.database import Store
from state.models import TrackVisit, VisitDay
from tests.own_page import link_of
from tests.sequel_track import SEALED, sequel_track

ROOT = Path(__file__).resolve().parents[2]
CLIENT = "0123456789abcdef"
PEOPLE = ("An", "Bo", "Chris", "Dina")


@dataclass(frozen=True)
class Year:
    """An and Bo of De Brug visit Chris's organisation today; Dina's visit is not announced."""

    store: Store
    track: str
    meeting: str
    people: dict[str, str]
    visit: str
    secret_visit: str

    @property
    def host(self) -> str:
        """The id of the organisation that is visited."""
        return str(self.store_rows("visit")[0]["host_id"])

    @property
    def visitor(self) -> str:
        """The id of the visiting organisation."""
        return str(self.store_rows("visit")[0]["visitor_id"])

    def store_rows(self, table: str) -> list[dict[str, Any]]:
        """All rows of a table."""
        with self.store.read() as db:
            return list(db.query(f"SELECT * FROM {table}"))

    def browser(self, name: str) -> TestClient:
        """The browser of somebody who opened the own link."""
        app_ = Starlette(routes=list(own_page.ROUTES))
        found = TestClient(app_, follow_redirects=True, raise_server_exceptions=True)
        assert found.get(f"/mijn/{link_of(self.store, self.people[name])}").status_code == 200
        return found


@pytest.fixture
def year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Year]:
    monkeypatch.setenv("ODV_DATA", str(tmp_path))
    app.store.clear()
    store = app.store()
    track = tracks.add_track(store, "Samen")
    homes = [tracks.add_organisation(store, track, name) for name in ("De Brug", "De Regenton",
                                                                     "Kattenstaart")]  # fmt: skip
    meeting = meetings.add(store, track, "Kick-off", "2026-11-20")
    meetings.open_doors(store, meeting)
    known = {
        name: people.join(store, meeting, f"gsm {name}", homes[at], name)
        for name, at in zip(PEOPLE, (0, 0, 1, 2), strict=True)
    }
    now = date.fromisoformat(today())
    days = tuple(VisitDay(str(now + timedelta(n))) for n in (-1, 0, 1))
    visit = visits.add(store, track, TrackVisit(
        "", homes[1], homes[0], (known["An"], known["Bo"]), days=days, mentor="Greet",
        announced=True,
    ))  # fmt: skip
    hidden = visits.add(store, track, TrackVisit(
        "", homes[0], homes[2], (known["Dina"],), days=days, place="Geheimstraat 1",
    ))  # fmt: skip
    yield Year(store, track, meeting, known, visit, hidden)
    app.store.clear()


def note(client: TestClient, year: Year, text: str, **more: Any) -> Any:
    sent = {"what": "put", "client": CLIENT, "text": text, **more}
    return client.post(f"/mijn/schrift/{year.visit}", json=sent)


def jpeg() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "#8E2B1E").save(out, "JPEG")
    return out.getvalue()


def test_the_page_says_what_waits_and_who_visits_whom(year: Year) -> None:
    exercise = of_kind("reflection_sheet")
    assert exercise is not None
    config = exercise.sample.to_json()
    sheet = meetings.add_activity(year.store, year.meeting, exercise.kind, config, 30)
    running.start(year.store, sheet)
    homework.allow(year.store, sheet, True, "2030-03-01")
    meetings.close(year.store, year.meeting)
    an = year.browser("An")
    shown = an.get("/mijn").text
    assert "Dag An. Eén ding wacht." in shown and "Wat wil je bij een ander gaan zien" in shown
    assert "Tegen 1 maart is goed." in shown and "Jij gaat naar De Regenton" in shown
    assert "met Bo" in shown and "Onze fiche aanvullen" in shown
    answer = an.post("/mijn/verder", data={"activity": sheet}, follow_redirects=False)
    assert answer.status_code == 303 and answer.headers["location"].startswith("/gsm?d=")
    assert "httponly" in answer.headers["set-cookie"].lower()
    with year.store.read() as db:
        (link,) = db.conn.execute("SELECT home_link FROM device WHERE home_link != ''").fetchone()
    assert link
    assert "Katte" not in shown and "Geheimstraat" not in shown


@pytest.mark.parametrize("activity", ["", "x", "' OR 1=1"])
def test_only_what_waits_is_gone_on_with(year: Year, activity: str) -> None:
    answer = year.browser("An").post("/mijn/verder", data={"activity": activity})
    assert answer.status_code == 404 and "Hier valt niets meer in te vullen." in answer.text


def test_a_visit_is_unknown_until_it_is_announced_and_after_it_was_called_off(year: Year) -> None:
    for name in PEOPLE:
        shown = year.browser(name)
        for address in (f"/mijn/bezoek/{year.secret_visit}", f"/mijn/schrift/{year.secret_visit}"):
            answer = shown.get(address)
            assert answer.status_code == 404 and "Geheimstraat" not in answer.text
        assert "Geheimstraat" not in shown.get("/mijn").text
        assert year.secret_visit not in shown.get("/mijn").text
    visits.announce(year.store, [year.secret_visit])
    assert "Dina komt bij jullie" in year.browser("An").get("/mijn").text
    visits.set_state(year.store, [year.secret_visit], "called_off")
    assert "Dina" not in year.browser("An").get("/mijn").text


def test_who_takes_no_part_sees_no_visit(year: Year) -> None:
    dina = year.browser("Dina")
    assert dina.get(f"/mijn/bezoek/{year.visit}").status_code == 404
    assert "De Regenton" not in dina.get("/mijn").text


def test_host_and_colleague_read_a_note_only_once_it_is_shared(year: Year) -> None:
    an, bo, chris, dina = map(year.browser, PEOPLE)
    kept = note(an, year, "De soep staat klaar.", area=1, indicator="1.4").json()
    assert kept["ok"] and note(an, year, "De soep staat klaar.", area=1).json() == kept
    readers = (bo, chris, dina)
    address = f"/mijn/bezoek/{year.visit}"
    assert not any("De soep" in one.get(address).text for one in readers)
    assert "De soep" in an.get(f"/mijn/schrift/{year.visit}").text
    assert "De soep" not in bo.get(f"/mijn/schrift/{year.visit}").text
    for other in readers:
        for what in ("share", "remove"):
            refused = other.post(f"/mijn/schrift/{year.visit}",
                                 json={"what": what, "note": kept["note"]})  # fmt: skip
            assert refused.status_code == 422
    an.post(f"/mijn/schrift/{year.visit}", data={"what": "share", "note": kept["note"]})
    assert "De soep" in bo.get(address).text and "De soep" in chris.get(address).text
    assert dina.get(address).status_code == 404
    an.post(f"/mijn/schrift/{year.visit}", data={"what": "unshare", "note": kept["note"]})
    assert not any("De soep" in one.get(address).text for one in readers)


def test_a_photo_is_seen_as_its_note_is(year: Year) -> None:
    an, bo, chris, dina = map(year.browser, PEOPLE)
    assert note(an, year, "", photos=1).json()["ok"]
    address = f"/mijn/schrift/{year.visit}/foto?notitie={CLIENT}&foto=foto-nummer-1"
    sent = an.post(address, content=jpeg()).json()
    assert an.post(address, content=jpeg()).json() == sent
    photo = f"/mijn/beeld/{sent['id']}"
    assert an.get(photo).headers["content-type"] == "image/jpeg"
    others = (bo, chris, dina, TestClient(an.app))
    assert [one.get(photo).status_code for one in others] == [404] * 4
    (entry,) = [one["id"] for one in year.store_rows("visit_note")]
    an.post(f"/mijn/schrift/{year.visit}", data={"what": "share", "note": entry})
    assert [one.get(photo).status_code for one in others] == [200, 200, 404, 404]
    assert bo.get(photo).headers["cache-control"] == "private, no-store"
    assert bo.post(address, content=jpeg()).status_code == 422
    assert an.post(address.replace("nummer-1", "nummer-2"), content=b"geen foto").status_code == 422


def test_a_photo_is_gone_for_others_as_soon_as_its_writer_keeps_the_note(year: Year) -> None:
    an, bo, chris = (year.browser(name) for name in ("An", "Bo", "Chris"))
    note(an, year, "", photos=1)
    address = f"/mijn/schrift/{year.visit}/foto?notitie={CLIENT}&foto=foto-nummer-1"
    photo = f"/mijn/beeld/{an.post(address, content=jpeg()).json()['id']}"
    (entry,) = [one["id"] for one in year.store_rows("visit_note")]
    share = {"what": "share", "note": entry}

    def seen() -> list[int]:
        return [one.get(photo).status_code for one in (an, bo, chris)]

    an.post(f"/mijn/schrift/{year.visit}", data=share)
    assert seen() == [200, 200, 200]
    page = an.get("/mijn/wiemag").text
    (key,) = re.findall(r'name="thing" value="(\w+)"', page[page.index("Een foto.") :])[:1]
    an.post("/mijn/wiemag", data={"thing": key, "place": "self"})
    assert seen() == [200, 404, 404]
    an.post(f"/mijn/schrift/{year.visit}", data=share)
    tracks.remove_person(year.store, year.people["An"])
    # Who left the track takes along what was shared; the own link ends too.
    assert [one.get(photo).status_code for one in (bo, chris)] == [404, 404]


def test_only_a_guest_notes_and_from_the_first_day_on(year: Year) -> None:
    chris, dina = year.browser("Chris"), year.browser("Dina")
    for one in (chris, dina):
        assert note(one, year, "Mag niet").status_code == 422
        assert one.get(f"/mijn/schrift/{year.visit}").status_code == 404
    later = TrackVisit(
        year.visit, year.host, year.visitor, (year.people["An"],),
        days=(VisitDay("2099-03-09"),), announced=True,
    )  # fmt: skip
    visits.change(year.store, later)
    an = year.browser("An")
    assert "Je schriftje gaat open op 9 maart." in an.get(f"/mijn/schrift/{year.visit}").text
    assert "staat hier je schriftje" in an.get(f"/mijn/bezoek/{year.visit}").text
    assert note(an, year, "Te vroeg").status_code == 422


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'{"what": 5}', b'{"what": "put"}'])
def test_nonsense_is_refused_in_a_sentence(year: Year, body: bytes) -> None:
    answer = year.browser("An").post(
        f"/mijn/schrift/{year.visit}", content=body, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 422 and answer.json()["refused"].endswith(".")


def test_closing_says_whose_drafts_leave_and_offers_no_code(year: Year) -> None:
    an = year.browser("An")
    for address in ("/mijn/bezoek/x", "/mijn/schrift/x"):
        assert "Een andere code" not in an.get(address).text
    closed = an.post("/mijn/afsluiten").text
    assert f'data-person="{year.people["An"]}"' in closed and "own/closed.js" in closed
    ended = an.get("/mijn")
    assert ended.status_code == 410 and "Een andere code" not in closed + ended.text


def test_what_became_of_a_note_is_said_beside_the_button(year: Year) -> None:
    shown = year.browser("An").get(f"/mijn/schrift/{year.visit}").text
    foot = shown.partition('<div class="foot">')[2].partition("</div>")[0]
    assert 'id="state" role="status"' in foot and 'id="keep"' in foot


def test_names_of_hosts_stand_in_no_box() -> None:
    css = (ROOT / "pages/browser/own/own.css").read_text(encoding="utf-8")
    rules = [one.partition("{") for one in css.split("}")]
    boxed = [selector for selector, _brace, rule in rules if "border:" in rule]
    assert ".notes img" in "".join(boxed)
    assert not any(".hosts b" in one or ".notes b" in one for one in boxed)


def test_a_visit_that_is_over_is_told_as_over(year: Year) -> None:
    assert "<bdi>pas na de bezoeken</bdi>" in year.browser("An").get("/mijn").text
    (visit,) = [one for one in visits.of_track(year.store, year.track) if one.id == year.visit]
    days = (VisitDay("2026-01-10", "09:00", "16:00"), VisitDay("2026-01-11"))
    visits.change(year.store, replace(visit, days=days))
    an, chris = year.browser("An").get("/mijn").text, year.browser("Chris").get("/mijn").text
    assert "Jij ging naar De Regenton" in an and "An en Bo gingen over de vloer" in an
    assert "An en Bo kwamen bij jullie" in chris
    assert "gaat naar" not in an + chris and "komen bij" not in an + chris
    # No meeting is ahead: nothing is known of when gifts come.
    assert "Cadeautjes" not in an
    meetings.add(year.store, year.track, "Uitwisseling", "2030-12-01")
    assert '<div class="rw still">' in (ahead := year.browser("An").get("/mijn").text)
    assert "bij de volgende bijeenkomst" in ahead
    visits.change(year.store, replace(visit, days=days, people=()))
    assert "Twee mensen kwamen bij jullie" in year.browser("Chris").get("/mijn").text


def test_a_gift_that_was_not_unwrapped_is_told_without_what_is_in_it(year: Year) -> None:
    sequel_track(year.store)
    known = {one["name"]: one["id"] for one in year.store_rows("person")}
    shown = replace(year, people=known).browser("Lien").get("/mijn").text
    assert "<bdi>nog ingepakt, van De Regenton</bdi>" in shown and SEALED not in shown
    assert "nog ingepakt" not in replace(year, people=known).browser("Marleen").get("/mijn").text


def test_during_a_meeting_nobody_reads_that_there_is_nothing_to_do(year: Year) -> None:
    shown = year.browser("An").get("/mijn").text
    assert "De bijeenkomst is bezig. Kom binnen." in shown and "Niets te doen" not in shown
    meetings.close(year.store, year.meeting)
    assert "Niets te doen." in year.browser("An").get("/mijn").text


def test_hours_are_written_in_one_way(year: Year) -> None:
    (visit,) = [one for one in visits.of_track(year.store, year.track) if one.id == year.visit]
    visits.change(year.store, replace(visit, days=(VisitDay(today(), "09:00", "16:00"),)))
    an = year.browser("An")
    assert "9.00 - 16.00" in an.get(f"/mijn/bezoek/{year.visit}").text
    assert "09:00" not in an.get(f"/mijn/bezoek/{year.visit}").text
    note(an, year, "De soep staat klaar.")
    assert re.search(r", \d{1,2}\.\d\d<", re.sub(r"\s*</?p[^>]*>", "<", an.get(
        f"/mijn/schrift/{year.visit}").text))  # fmt: skip


def test_a_closed_browser_sends_nothing_more(year: Year) -> None:
    an = year.browser("An")
    kept = dict(an.cookies)
    an.post("/mijn/afsluiten")
    an.cookies.update(kept)
    assert note(an, year, "Toch nog").status_code == 410
    assert year.store_rows("visit_note") == []


def test_markup_stays_text(year: Year) -> None:
    an = year.browser("An")
    note(an, year, "<script>alert(1)</script>\u202e")
    shown = an.get(f"/mijn/schrift/{year.visit}").text
    assert "<script>alert" not in shown and "\u202e" not in shown


def test_a_shared_note_is_a_result_for_its_own_organisation_and_the_facilitator(year: Year) -> None:
    an = year.browser("An")
    kept = note(an, year, "De soep staat klaar.", area=1, indicator="1.4").json()["note"]

    def read(role: Any, name: str = "") -> list[VisitNote]:
        with year.store.read() as db:
            here = moment.at(year.store, db, year.meeting)
            me = here.members[year.people[name]] if name else None
            return list(results.of_track(here, role, me).of(VisitNote))

    asked = (("console", ""), ("screen", ""), *(("phone", name) for name in PEOPLE))
    assert [read(role, name) for role, name in asked] == [[]] * 6
    an.post(f"/mijn/schrift/{year.visit}", data={"what": "share", "note": kept})
    told = [[one.text for one in read(role, name)] for role, name in asked]
    soup = ["De soep staat klaar."]
    assert told == [soup, [], soup, soup, [], []]
    (one,) = read("console")
    assert (one.visit, one.area, one.indicator, one.kind) == (year.visit, 1, 4, "note")
    visits.set_state(year.store, [year.visit], "called_off")
    assert read("console") == []


def test_its_own_data_and_choice_stand_on_the_page(year: Year) -> None:
    an = year.browser("An")
    shown = an.get("/mijn/gegevens").text
    assert "Hoe sta je in het verslag?" in shown
    assert "Wat je in je schriftje noteert, leest niemand tot je het deelt." in shown
    answer = an.post("/mijn/gegevens", data={"consent": "named"})
    assert answer.status_code == 200 and "Bewaard" in answer.text
    assert an.post("/mijn/gegevens", data={}).status_code == 422


def test_without_names_what_was_shared_stays_and_an_erased_name_goes_everywhere(year: Year) -> None:
    an = year.browser("An")
    kept = note(an, year, "Chris schonk soep uit.").json()["note"]
    own = {"what": "put", "client": "voor-mij-alleen", "text": "Chris was moe."}
    assert an.post(f"/mijn/schrift/{year.visit}", json=own).json()["ok"]
    an.post(f"/mijn/schrift/{year.visit}", data={"what": "share", "note": kept})
    with copies.in_memory(year.store) as db:
        nameless.take_out(db, year.track)
        here = moment.alone(db, year.meeting)
        (told,) = results.of_track(here).of(VisitNote)
        assert told.name == "" and "Chris" not in told.text and "schonk soep uit" in told.text
        listed = [one.stored.text for one in nameless.in_texts(db, year.track)]
        assert not any("moe" in text for text in listed)
    with year.store.read() as db:
        take_out = one_person.eraser(db, year.people["Chris"])
    erasing.person(year.store, year.people["Chris"], take_out)
    assert not any("Chris" in row["text"] for row in year.store_rows("visit_note"))


def test_the_notes_of_a_visit_that_was_called_off_stay_with_their_writer(year: Year) -> None:
    an, bo = year.browser("An"), year.browser("Bo")
    kept = note(an, year, "De soep staat klaar.").json()["note"]
    an.post(f"/mijn/schrift/{year.visit}", data={"what": "share", "note": kept})
    visits.set_state(year.store, [year.visit], "called_off")
    assert "gaat niet meer door" in an.get("/mijn").text
    shown = an.get(f"/mijn/schrift/{year.visit}").text
    assert "De soep staat klaar." in shown and "Dit bezoek gaat niet meer door" in shown
    assert bo.get(f"/mijn/schrift/{year.visit}").status_code == 404
    assert "De soep" not in bo.get(f"/mijn/bezoek/{year.visit}").text


def test_without_a_script_a_note_that_is_refused_comes_back_as_it_was_typed(year: Year) -> None:
    an = year.browser("An")
    long = "woord " * 500
    sent = {"what": "put", "client": CLIENT, "text": long, "question": "1", "area": "2"}
    answer = an.post(f"/mijn/schrift/{year.visit}", data=sent)
    assert answer.status_code == 422 and long in answer.text and "is te lang" in answer.text
    assert re.search(r'name="question" value="1" checked', answer.text)
    assert re.search(r'name="area" value="2" checked', answer.text)
    assert f'value="{CLIENT}"' in answer.text and year.store_rows("visit_note") == []
    assert "maxlength" not in answer.text and 'data-limit="1000"' in answer.text


def test_too_many_photos_at_once_come_again_later(
    year: Year, monkeypatch: pytest.MonkeyPatch
) -> None:
    an = year.browser("An")
    note(an, year, "Met foto", photos=1)
    monkeypatch.setattr(notebook_page, "_photos", RateLimit(burst=0, rate=0.0001))
    query = f"notitie={CLIENT}&foto=fedcba9876543210"
    answer = an.post(f"/mijn/schrift/{year.visit}/foto?{query}", content=jpeg())
    assert answer.status_code == 429 and "refused" not in answer.json()
