"""'Wie mag dit zien?' over HTTP: a person moves own things and nobody else's, and all obeys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from exercises import of_kind
from exercises.engine import moment, results, running
from exercises.engine.private import PhoneGate
from exercises.results import Quote, Stance
from pages.own import may_see_words as words
from pages.own import routes as own_page
from pages.own.own_things import OwnThing
from state import app, consent, erasing, meetings, notebook, people, restrictions, tracks, visits
from state.clock import local, now
from state.database import Store
from state.models import TrackVisit, VisitDay
from state.notebook import NoteDraft
from state.phones import PhoneTrust
from state.problems import Refused
from state.restrictions import Limit
from tests.own_page import link_of

WHY, CORE, QUOTE, NOTED = "Omdat ik bel", "Een open huis", "Ik bel nu aan", "De deur achteraan"
SITE = "/mijn/wiemag"


@dataclass(frozen=True)
class Told:
    """An and Bo of De Brug, and Chris of De Regenton, whom they visited."""

    store: Store
    track: str
    meeting: str
    people: dict[str, str]
    activities: dict[str, str]

    def browser(self, name: str) -> TestClient:
        """The browser of somebody who opened the own link."""
        found = TestClient(Starlette(routes=list(own_page.ROUTES)), follow_redirects=True)
        assert found.get(f"/mijn/{link_of(self.store, self.people[name])}").status_code == 200
        return found

    def send(self, name: str, kind: str, slot: str, payload: dict[str, Any]) -> None:
        """Answer as a phone does."""
        room = meetings.room(self.store, self.meeting)
        running.send(self.store, room, self.activities[kind], self.people[name], slot, payload,
                     f"{kind}{slot}{name}")  # fmt: skip

    def room_reads(self, kind: str) -> str:
        """What screen and console are given of an exercise."""
        with self.store.read() as db:
            here = moment.at(self.store, db, self.meeting)
            activity = here.room.activity(self.activities[kind])
            assert activity is not None
            contexts = [here.context(activity, role) for role in ("screen", "console")]
        exercise = contexts[0].exercise
        return repr([exercise.screen(contexts[0]), list(exercise.rows(contexts[1]))])


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    monkeypatch.setenv("ODV_DATA", str(tmp_path))
    app.store.clear()
    store = app.store()
    track = tracks.add_track(store, "Samen")
    brug, regenton = (tracks.add_organisation(store, track, one) for one in ("De Brug", "Regenton"))
    meeting = meetings.add(store, track, "Slot", "2026-11-20")
    meetings.open_doors(store, meeting)
    known = {
        name: people.join(store, meeting, f"gsm {name}", of, name)
        for name, of in (("An", brug), ("Bo", brug), ("Chris", regenton))
    }
    made = {}
    for kind in ("line", "organisation_sheet", "quotes"):
        exercise = of_kind(kind)
        assert exercise is not None
        made[kind] = meetings.add_activity(store, meeting, kind, exercise.sample.to_json(), 10)
    found = Told(store, track, meeting, known, made)
    running.start(store, made["line"])
    running.change_phase(store, made["line"], lambda exercise, config, phase: _open(phase))
    found.send("An", "line", "s1.1", {"at": 0.9})
    found.send("An", "line", "s1.why", {"text": WHY})
    running.start(store, made["organisation_sheet"])
    found.send("An", "organisation_sheet", "sheet.core", {"text": CORE})
    running.start(store, made["quotes"])
    found.send("An", "quotes", "quote.text", {"text": QUOTE})
    found.send("An", "quotes", "quote.consent", {"consent": "names", "text": QUOTE})
    visit = visits.add(store, track, TrackVisit(
        "", regenton, brug, days=(VisitDay("2026-10-01"),), announced=True,
    ))  # fmt: skip
    with store.read() as db:
        (there,) = visits.read_visits(db, track)
    assert there.id == visit
    notebook.put(store, there, known["An"], "0123456789abcdef", NoteDraft(NOTED, day="2026-10-01"))
    yield found
    app.store.clear()


def _open(phase: Any) -> Any:
    return replace(phase, stage="choose", open=True, shown=True)


def keys(page: str) -> dict[str, str]:
    """Text of a thing -> its key."""
    found = re.findall(r'id="d-(\w+)".*?<b><bdi>(.*?)</bdi></b>', page, re.S)
    return {text: key for key, text in found}


def key_of(page: str, words: str) -> str:
    return next(key for text, key in keys(page).items() if words in text)


def places(page: str) -> list[tuple[str, list[str]]]:
    """The three places, with how many things are in each, in words, and the words of these."""
    sections = page.split('<section class="place"')[1:]
    return [
        (re.findall(r"<small>([^<]*)</small></h[23]>", one)[0], [*keys(one)]) for one in sections
    ]  # fmt: skip


def test_all_own_things_stand_in_their_places(told: Told) -> None:
    page = told.browser("An").get(SITE).text
    (report, of_report), (group, of_group), (self, of_self), (ours, of_ours) = places(page)
    assert (report, group, self, ours) == ("twee dingen", "niets", "één ding", "één ding")
    assert any(WHY in one for one in of_report) and QUOTE in of_report
    assert (of_group, of_self, of_ours) == ([], [NOTED], [CORE])
    assert "Wat jij gaf, en wat jullie samen gaven." in page
    # What is of all stands apart, folded in until one of it is opened.
    assert '<details class="our-things" id="together">' in page
    opened = told.browser("An").get(f"{SITE}?open={key_of(page, CORE)}").text
    assert '<details class="our-things" id="together" open>' in opened
    # A colleague sees what is of both, and nothing else.
    assert [*keys(told.browser("Bo").get(SITE).text)] == [CORE]
    assert "Je gaf nog niets." in told.browser("Chris").get(SITE).text


def test_what_is_moved_is_obeyed_at_once_and_comes_back(told: Told) -> None:
    an = told.browser("An")
    thing = key_of(an.get(SITE).text, WHY)
    assert WHY in told.room_reads("line")
    after = an.post(SITE, data={"thing": thing, "place": "self"}).text
    assert "staat nu bij ‘Alleen ik’." in after
    assert WHY not in told.room_reads("line") and WHY in after
    an.post(SITE, data={"thing": thing, "place": "group"})
    assert WHY in told.room_reads("line") and "An" in told.room_reads("line")
    an.post(SITE, data={"thing": thing, "naming": "organisations"})
    read = told.room_reads("line")
    assert WHY in read and "'An'" not in read and "iemand van De Brug" in read
    an.post(SITE, data={"thing": thing, "naming": "names"})
    an.post(SITE, data={"thing": thing, "place": "report"})
    with told.store.read() as db:
        assert restrictions.of_track(db, told.track) == ()


def test_nobody_moves_a_thing_of_others_or_further_than_a_colleague(told: Told) -> None:
    an, bo = told.browser("An"), told.browser("Bo")
    page = an.get(SITE).text
    line, sheet = key_of(page, WHY), key_of(page, CORE)
    answer = bo.post(SITE, data={"thing": line, "place": "self"})
    assert answer.status_code == 422 and "Dit staat niet meer bij wat jij gaf." in answer.text
    an.post(SITE, data={"thing": sheet, "place": "self"})
    assert CORE not in told.room_reads("organisation_sheet")
    moved = an.get(f"{SITE}?open={sheet}&moved={sheet}").text
    assert "staat nu bij ‘Alleen wij’." in moved and "><span>Alleen wij</span>" in moved
    # A page that was open before still has the button: the answer says at once why it stays.
    after = bo.post(SITE, data={"thing": sheet, "place": "report"}).text
    said = re.findall(r'id="moved" role="status">(.*?)</p>', after)[0].replace("\u2068", "")
    why = "An hield dit hier. Alleen An kan het weer openzetten."
    assert said.replace("\u2069", "") == f"‘{CORE}’ blijft bij ‘Alleen wij’. {why}"
    # Nor is there a button that cannot work.
    form = after.split(f'id="d-{sheet}"')[1].split("</form>")[0]
    assert "<button" not in form and why in form.replace("\u2068", "").replace("\u2069", "")
    assert CORE not in told.room_reads("organisation_sheet")
    an.post(SITE, data={"thing": sheet, "place": "report"})
    assert CORE in told.room_reads("organisation_sheet")


def test_a_programme_is_one_thing_and_what_is_added_later_another(told: Told) -> None:
    guide = of_kind("guide")
    assert guide is not None
    told.activities["guide"] = meetings.add_activity(
        told.store, told.meeting, "guide", guide.sample.to_json(), 10
    )
    running.start(told.store, told.activities["guide"])
    with told.store.read() as db:
        (visit,) = visits.read_visits(db, told.track)

    def part(key: str, text: str, start: str) -> None:
        sent = {"text": text, "date": "2026-10-01", "start": start, "end": "", "form": "attend",
                "guests": [], "company": ""}  # fmt: skip
        told.send("An", "guide", f"part.{visit.id}:{key}", sent)

    part("koffie", "Koffie in de gang", "09:00")
    part("speeluur", "Het speeluur", "10:00")
    an = told.browser("An")
    page = an.get(SITE).text
    (text, thing) = next(one for one in keys(page).items() if "Koffie" in one[0])
    assert text == "Koffie in de gang\nHet speeluur"
    assert "<bdi>Programma</bdi> · <bdi>jullie bezoek aan Regenton, 1 oktober</bdi>" in page
    after = an.post(SITE, data={"thing": thing, "place": "self"}).text
    assert "Koffie" not in told.room_reads("guide") and "speeluur" not in told.room_reads("guide")
    # A part that came later is not held, and the page does not say that it is.
    part("soep", "Soep", "12:00")
    here = keys(an.get(SITE).text)
    assert text in here and "Soep" in here and "staat nu bij ‘Alleen wij’." in after
    after = an.post(SITE, data={"thing": here["Soep"], "place": "self"}).text
    assert "Koffie in de gang\nHet speeluur\nSoep" in keys(after)
    assert "staat nu bij ‘Alleen wij’." in after and f'id="d-{thing}" open' in after
    an.post(SITE, data={"thing": thing, "place": "report"})
    with told.store.read() as db:
        assert restrictions.of_track(db, told.track) == ()


def test_two_who_hold_the_same_can_each_let_go(told: Told) -> None:
    an, bo = told.browser("An"), told.browser("Bo")
    sheet = key_of(an.get(SITE).text, CORE)
    stale = {"thing": sheet, "place": "self"}
    an.post(SITE, data=stale)
    bo.post(SITE, data=stale)
    assert "Ik hou het niet meer tegen" in bo.get(SITE).text
    after = an.post(SITE, data={"thing": sheet, "place": "report"}).text
    assert "blijft bij ‘Alleen wij’." in after and "Ik hou het niet meer tegen" not in after
    assert CORE not in told.room_reads("organisation_sheet")
    after = bo.post(SITE, data={"thing": sheet, "place": "report"}).text
    assert "staat nu bij ‘In het verslag’." in after
    assert CORE in told.room_reads("organisation_sheet")


def test_what_an_erased_colleague_held_promises_nothing(told: Told) -> None:
    an, bo = told.browser("An"), told.browser("Bo")
    sheet = key_of(an.get(SITE).text, CORE)
    an.post(SITE, data={"thing": sheet, "place": "self"})
    erasing.person(told.store, told.people["An"])
    page = bo.get(SITE).text
    assert "Een collega die niet meer meedoet, hield dit hier." in page


@pytest.mark.parametrize(
    "sent",
    [{}, {"thing": "x"}, {"place": "self"}, {"place": "everybody"}, {"naming": "none"},
     {"place": "\ud83d\ude00" * 300}],
)  # fmt: skip
def test_bad_input_changes_nothing(told: Told, sent: dict[str, str]) -> None:
    an = told.browser("An")
    known = key_of(an.get(SITE).text, WHY)
    asked = {"thing": known, **sent} if sent not in ({}, {"place": "self"}) else sent
    if asked.get("place", "").startswith("\ud83d"):
        asked["place"] = "😀" * 300
    answer = an.post(SITE, data=asked)
    assert answer.status_code == 422 and 'role="alert"' in answer.text
    with told.store.read() as db:
        assert restrictions.of_track(db, told.track) == ()


def test_a_quote_has_one_choice_here_and_in_its_exercise(told: Told) -> None:
    meetings.close(told.store, told.meeting)
    an = told.browser("An")
    quote = key_of(an.get(SITE).text, QUOTE)
    an.post(SITE, data={"thing": quote, "place": "self"})
    assert QUOTE not in told.room_reads("quotes")
    assert [*places(an.get(SITE).text)[2][1]] == [QUOTE, NOTED]
    an.post(SITE, data={"thing": quote, "naming": "organisations"})
    read = told.room_reads("quotes")
    assert QUOTE in read and "De Brug" in read and "An, De Brug" not in read
    with told.store.read() as db:
        assert restrictions.of_track(db, told.track) == ()


def test_a_note_is_shared_by_the_same_switch_as_in_the_notebook(told: Told) -> None:
    an = told.browser("An")
    note = key_of(an.get(SITE).text, NOTED)
    an.post(SITE, data={"thing": note, "place": "group"})
    with told.store.read() as db:
        assert [one.text for one in notebook.shared_of_track(db, told.track)] == [NOTED]
    answer = an.post(SITE, data={"thing": note, "place": "report"})
    assert answer.status_code == 422 and "Verder dan dat gaat dit niet." in answer.text
    an.post(SITE, data={"thing": note, "place": "self"})
    with told.store.read() as db:
        assert notebook.shared_of_track(db, told.track) == ()


def test_after_the_day_of_printing_the_page_says_so(told: Told) -> None:
    an = told.browser("An")
    thing = key_of(an.get(SITE).text, WHY)
    day = local(now()).date()
    restrictions.print_on(told.store, told.track, day.isoformat())
    assert "Veranderen kan tot" in an.get(SITE).text
    restrictions.print_on(told.store, told.track, (day - timedelta(days=1)).isoformat())
    page = an.get(SITE).text
    assert "naar de drukker" in page and "Vraag het aan de begeleider." in page
    assert an.post(SITE, data={"thing": thing, "place": "self"}).status_code == 422
    assert WHY in told.room_reads("line")


def test_what_stays_within_the_group_is_told_nobody_outside(told: Told) -> None:
    an = told.browser("An")
    an.post(SITE, data={"thing": key_of(an.get(SITE).text, WHY), "place": "group"})
    with told.store.read() as db:
        for outside in (False, True):
            here = moment.alone(db, told.meeting, outside=outside)
            activity = here.room.activity(told.activities["line"])
            assert activity is not None
            context = here.context(activity, "console")
            said = [*context.exercise.rows(context), *context.exercise.report(context)]
            stances = results.of_track(here).of(Stance)
            assert (WHY in repr(said)) is not outside
            assert [one.why for one in stances] == ([] if outside else [WHY])


def test_outside_who_consented_is_named_and_others_are_not(told: Told) -> None:
    for consented in ("", "named"):
        consent.give(told.store, told.people["An"], consented)
        with told.store.read() as db:
            here = moment.alone(db, told.meeting, outside=True)
            (stance,) = results.of_track(here).of(Stance)
            (quote,) = results.of_track(here).of(Quote)
            assert (stance.name, stance.person) == (
                ("An", told.people["An"]) if consented else ("", "")
            )
            assert stance.organisation and quote.name == "An"


def test_a_phone_that_took_over_reads_nothing_that_is_kept(told: Told) -> None:
    an = told.browser("An")
    an.post(SITE, data={"thing": key_of(an.get(SITE).text, WHY), "place": "self"})
    with told.store.read() as db:
        here = moment.at(told.store, db, told.meeting)
        activity, me = here.room.activity(told.activities["line"]), told.people["An"]
        assert activity is not None
        for gate, reads in ((PhoneGate(PhoneTrust("nu"), {}), False), (None, True)):
            context = here.context(activity, "phone", here.members[me], gate=gate)
            said = repr([context.exercise.phone(context), context.mine, context.view.places,
                         context.track.of(Stance)])  # fmt: skip
            assert (WHY in said) is reads


def test_only_the_own_link_opens_it(told: Told) -> None:
    stranger = TestClient(Starlette(routes=list(own_page.ROUTES)), follow_redirects=True)
    assert stranger.get(SITE).status_code == 410
    # A phone in the room, also one that was taken over, has no own page.
    stranger.cookies.set("odv_1", "gsm An")
    assert stranger.get(SITE).status_code == 410
    assert stranger.post(SITE, data={"thing": "x", "place": "self"}).status_code == 410


def test_what_was_removed_is_not_on_it(told: Told) -> None:
    an = told.browser("An")
    thing = key_of(an.get(SITE).text, WHY)
    an.post(SITE, data={"thing": thing, "place": "self"})
    meetings.remove_activity(told.store, told.activities["line"], "De lijn")
    assert WHY not in an.get(SITE).text
    assert an.post(SITE, data={"thing": thing, "place": "report"}).status_code == 422


def test_an_erased_person_stays_as_restricted_as_before(told: Told) -> None:
    an = told.browser("An")
    an.post(SITE, data={"thing": key_of(an.get(SITE).text, WHY), "place": "self"})
    erasing.person(told.store, told.people["An"])
    assert an.get(SITE).status_code == 410
    assert WHY not in told.room_reads("line")
    with pytest.raises(Refused):
        restrictions.choose(told.store, told.track, told.people["An"], [], "report", "names")


def test_the_own_page_leads_there_and_offers_it_at_the_end(told: Told) -> None:
    an = told.browser("An")
    assert 'href="/mijn/wiemag"' in an.get("/mijn").text
    assert "Kijk wie dit mag zien" not in an.get("/mijn").text
    meetings.close(told.store, told.meeting)
    assert "Kijk wie dit mag zien" in an.get("/mijn").text


def test_a_gift_that_is_wrapped_is_in_no_report_and_the_page_says_so(told: Told) -> None:
    words, sentence = "Zo warm was het bij jullie", "Nog niet open voor anderen"
    gifts = of_kind("gifts")
    assert gifts is not None
    activity = meetings.add_activity(
        told.store, told.meeting, gifts.kind, gifts.sample.to_json(), 30
    )
    told.activities["gifts"] = activity
    (visit,) = visits.of_track(told.store, told.track)
    running.start(told.store, activity)
    told.send("An", "gifts", f"{visit.id}.like", {"text": words})
    wrap = {"wrapped": True, "paper": "dots", "ribbon": "red"}
    told.send("An", "gifts", f"{visit.id}.wrap", wrap)

    def documents() -> str:
        with told.store.read() as db:
            here = moment.at(told.store, db, told.meeting)
            found = here.room.activity(activity)
            assert found is not None
            return repr([*gifts.report(here.context(found, "console"))])

    an = told.browser("An")
    page = an.get(SITE).text
    assert key_of(page, words) in page and page.count(sentence) == 1
    assert words not in documents()
    running.change_phase(told.store, activity, lambda exercise, _config, phase: (
        exercise.with_switches(replace(phase, stage="unwrap"))
    ))  # fmt: skip
    told.send("Chris", "gifts", f"{visit.id}.open", {"open": True})
    assert sentence not in an.get(SITE).text and words in documents()


def test_many_things_are_folded_by_where_they_were_given_and_few_are_not(told: Told) -> None:
    def given(where: str, number: int) -> OwnThing:
        return OwnThing(f"{where}{number}", "line", "Ik bel aan", "x", where, Limit(), Limit())

    few = tuple(given(where, 1) for where in ("Kick-off", "Slot"))
    many = few + tuple(given("Kick-off", number) for number in range(2, 9))
    (folded,) = words.places_of(many, True)
    assert [(where, len(those)) for where, those in folded.bunches] == [
        ("Kick-off", 8),
        ("Slot", 1),
    ]
    assert [where for where, _those in words.places_of(few, True)[0].bunches] == [""]
    assert 'class="bunch"' not in told.browser("An").get(SITE).text
