"""Tracks of every shape, made through the product as facilitators and people make them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

import exercises
from exercises.engine import flow, running
from state import (
    agenda,
    agreements,
    applying,
    call_form,
    call_texts,
    calls,
    consent,
    contributions,
    erasing,
    framework,
    homework,
    matching,
    meetings,
    name_choices,
    notebook,
    offering,
    offers,
    people,
    pictures,
    report_parts,
    taking,
    tracks,
    visits,
)
from state.contributions import Judge, Judged
from state.database import Store
from state.ids import new_id, new_token
from state.models import FACILITATOR, ChoiceKind, Json, TrackVisit, VisitDay
from state.notebook import NoteDraft
from state.offers import LookBackWords, OfferDay, OfferRules, OfferWords
from state.problems import Refused

# Any letter, emoji and markup; the rules of texts take out what they must.
WORDS = st.text(min_size=1, max_size=12).map(lambda text: f"{text.strip()}x")
LONG = st.text(max_size=400)
_BEFORE = "2027-02-01"
_KINDS = [exercise.kind for exercise in exercises.EXERCISES]


def make(store: Store, data: st.DataObject) -> str:
    """Make a track and give its id."""
    draw = data.draw
    track_id = tracks.add_track(store, draw(WORDS), draw(st.just("") | WORDS))
    if draw(st.booleans()):
        own = framework.renamed(framework.usual(), 2, draw(WORDS))
        tracks.change_framework(store, track_id, own.to_text())
    parties = _parties(store, track_id, data)
    everybody = _people(store, parties, data)
    _visits(store, track_id, parties, everybody, data)
    _matching(store, track_id, parties, data)
    if draw(st.booleans()):
        _call(store, track_id, data)
    _offers(store, track_id, parties, everybody, data)
    for number in range(draw(st.integers(0, 2))):
        _meeting(store, track_id, number, everybody, data)
    _choose(store, track_id, parties, everybody, data)
    _leave(store, parties, everybody, data)
    return track_id


def play(
    store: Store, meeting_id: str, kind: str, slots: Sequence[str], *, finished: bool = True
) -> str:
    """Begin an exercise and answer in some slots for everybody in the room; gives its id."""
    exercise = exercises.of_kind(kind)
    assert exercise is not None
    activity_id = meetings.add_activity(
        store, meeting_id, kind, exercise.sample.to_json(), exercise.minutes
    )
    running.start(store, activity_id)
    running.change_phase(
        store, activity_id, lambda e, c, phase: flow.forward(e, c, phase, flow.position(phase))
    )
    room = meetings.room(store, meeting_id)
    for attendee in people.attendees(store, meeting_id):
        for slot in slots:
            running.send(
                store, room, activity_id, attendee.person.id, slot, {"at": 0.5}, new_id()
            )  # fmt: skip
    if finished:
        running.close(store, activity_id)
    return activity_id


def keep(store: Store, activity_id: str, author: str, slot: str, payload: Json) -> None:
    """Store an answer as it is, without asking the exercise."""
    contributions.put(store, activity_id, author, slot, new_id(), _as_it_is(payload))


def _parties(store: Store, track_id: str, data: st.DataObject) -> list[str]:
    found = []
    for number in range(data.draw(st.integers(0, 3))):
        name = f"{data.draw(WORDS)} {number}"
        found.append(tracks.add_organisation(store, track_id, name, "", data.draw(WORDS)))
    return found


def _people(store: Store, parties: Sequence[str], data: st.DataObject) -> list[str]:
    found = []
    for party in parties:
        for number in range(data.draw(st.integers(0, 2))):
            name = f"{data.draw(WORDS)} {number}"
            found.append(tracks.add_person(store, party, name, data.draw(st.just("") | WORDS)))
    return found


def _visits(
    store: Store, track_id: str, parties: Sequence[str], everybody: Sequence[str],
    data: st.DataObject,
) -> None:  # fmt: skip
    """Visits between pairs of organisations, of named people or of a number; some removed."""
    draw = data.draw
    whose = {one.id: one.organisation_id for one in tracks.people(store, track_id)}
    days = st.sampled_from(["2027-03-10", "2027-03-09", "2027-03-28"]).map(
        lambda date: VisitDay(date, "09:00", "16:30")
    )
    for visitor, host in pairwise(parties):
        named = tuple(one for one in everybody if whose[one] == visitor and _either(data))
        made = visits.add(store, track_id, TrackVisit(
            "", host, visitor, named, draw(st.integers(1, 20)),
            draw(st.sampled_from(["jobshadowing", "kijkstage"])),
            draw(st.sampled_from(["proposed", "agreed", "done", "called_off"])),
            tuple(draw(st.lists(days, max_size=3, unique=True))), draw(WORDS), draw(WORDS),
            draw(WORDS), draw(LONG), draw(st.booleans()),
        ))  # fmt: skip
        for writer in [one for one in everybody if whose[one] == visitor][:1]:
            _notebook(store, made, writer, data)
        if _either(data):
            visits.remove(store, made, "weg")


def _matching(store: Store, track_id: str, parties: Sequence[str], data: st.DataObject) -> None:
    """Rules, wishes and numbers, and a rule that was taken away."""
    draw = data.draw
    kinds: list[ChoiceKind] = ["fixed", "must", "must_not", "may_again"]
    for visitor, host in pairwise(parties):
        matching.rule(store, track_id, draw(st.sampled_from(kinds)), visitor, host, draw(WORDS))
        matching.set_wishes(store, track_id, visitor, [host] if _either(data) else [])
        matching.set_numbers(store, track_id, "sends", visitor, draw(st.lists(st.integers(1, 9))))
        if _either(data):
            matching.drop(store, matching.choices(store, track_id)[0].id, "weg")


def _call(store: Store, track_id: str, data: st.DataObject) -> None:
    """A call with a text, a question of one's own, and somebody who applied."""
    draw = data.draw
    calls.set_text(store, track_id, draw(st.sampled_from(call_texts.TEXT_KEYS)), draw(LONG))
    calls.set_most_people(store, track_id, draw(st.integers(1, 200)))
    form = call_form.usual()
    if draw(st.booleans()):
        form = call_form.with_own(form, "who", "choice", draw(WORDS), ["ja", "nee"])
    calls.set_form(store, track_id, form)
    calls.set_state(store, track_id, "open")
    applying.begin(
        store, calls.of_track(store, track_id), new_token(), {"organisation": draw(WORDS)},
        opened_at=datetime.now(UTC),
    )  # fmt: skip


def _offers(
    store: Store, track_id: str, parties: Sequence[str], everybody: Sequence[str],
    data: st.DataObject,
) -> None:  # fmt: skip
    """What organisations offer to see, places that people took, and what they wrote after it."""
    draw = data.draw
    whose = {one.id: one.organisation_id for one in tracks.people(store, track_id)}
    if _either(data):
        chosen = OfferRules(_either(data), draw(st.integers(0, 9)))
        offering.set_rules(store, track_id, chosen, today=_BEFORE)
    for host in parties[:2]:
        words = OfferWords(draw(WORDS), draw(WORDS), draw(WORDS), draw(WORDS), draw(WORDS),
                           draw(st.sampled_from([None, 1, 4])))  # fmt: skip
        days = [OfferDay("", "", "2027-03-12", "09:00", "12:30", draw(st.integers(1, 3))),
                OfferDay("", "", "2027-03-28", "", "", 1)]  # fmt: skip
        offer = offering.offer(store, host, words, days, today=_BEFORE)
        with store.read() as db:
            first, second = offers.find_offer(db, offer).days
        for person in [one for one in everybody if whose[one] != host]:
            place = taking.ask(
                store, person, first.id, draw(WORDS), draw(WORDS), today=_BEFORE
            )  # fmt: skip
            if _either(data):
                taking.cancel(store, person, place.place, today=_BEFORE)
            elif not place.waits and _either(data):
                after = LookBackWords(draw(WORDS), draw(WORDS), "", _either(data), draw(WORDS),
                                      _either(data), draw(WORDS))  # fmt: skip
                taking.look_back(store, person, place.place, after, today="2027-03-12")
        if _either(data):
            offering.call_off_day(store, second.id, today=_BEFORE)


def _notebook(store: Store, visit_id: str, writer: str, data: st.DataObject) -> None:
    """Some notes of one person, some of them shared, with or without a photo."""
    with store.read() as db:
        visit = next(
            one for one in visits.read_visits(db, visits.track_of(db, visit_id))
            if one.id == visit_id
        )  # fmt: skip
    for kind in ("note", "quote", "question"):
        client = new_id()
        draft = NoteDraft(
            f"n {data.draw(WORDS)}", kind, data.draw(st.sampled_from([None, 1, 4])), 2,
            "nameless" if kind == "quote" else "", "2027-03-09",
        )  # fmt: skip
        note = notebook.put(store, visit, writer, client, draft)
        if _either(data):
            notebook.add_photo(
                store, writer, client, new_id(), "d", "image/jpeg", (8, 8),
                data.draw(st.binary(min_size=1, max_size=40)),
            )  # fmt: skip
        notebook.share(store, writer, note, _either(data))


def _meeting(
    store: Store, track_id: str, number: int, everybody: Sequence[str], data: st.DataObject
) -> None:
    draw = data.draw
    date = draw(st.sampled_from(["", "2026-01-31", "2100-12-31"]))
    meeting_id = meetings.add(store, track_id, draw(WORDS), date)
    meetings.expect(store, meeting_id, draw(st.none() | st.integers(1, 500)))
    meetings.allow_organisations(store, meeting_id, draw(st.booleans()))
    agenda.set_start(store, meeting_id, draw(st.sampled_from(["", "09:30", "22:00"])))
    agenda.set_bring(store, meeting_id, draw(st.just("") | WORDS))
    for due in draw(st.lists(st.sampled_from(["", "2026-12-24"]), max_size=2)):
        agreed = agreements.add(store, meeting_id, draw(WORDS), due)
        if _either(data):
            agreements.remove(store, agreed)
    meetings.open_doors(store, meeting_id)
    here = [one for one in everybody if _either(data)]
    for person in here:
        people.let_in(store, meeting_id, person)
    for kind in draw(st.lists(st.sampled_from(_KINDS), max_size=3)):
        _exercise(store, meeting_id, kind, here, data)
        if _either(data):
            agenda.add_interlude(store, meeting_id, "break", "", 0, draw(st.just("") | WORDS))
    if here and _either(data):
        people.remove(store, meeting_id, here[0])
    meetings.close(store, meeting_id)


def _exercise(
    store: Store, meeting_id: str, kind: str, here: Sequence[str], data: st.DataObject
) -> None:
    draw = data.draw
    activity_id = play(store, meeting_id, kind, [], finished=False)
    if draw(st.booleans()):
        meetings.entitle(store, activity_id, draw(WORDS))
    exercise = exercises.of_kind(kind)
    assert exercise is not None
    room = meetings.room(store, meeting_id)
    for person in here:
        for _attempt in range(draw(st.integers(0, 2))):
            for slot, payload in _sent(kind, draw(LONG), draw(st.floats(0, 1))):
                _try(store, room, activity_id, person, slot, payload)
    for person in here[:1]:
        _photo(store, meeting_id, activity_id, person, kind, draw(st.binary(max_size=40)))
        _try(store, room, activity_id, person, "draft.s1.why", {"text": draw(LONG)})
    note = f"{exercise.steps(exercise.sample)[0].key}.note"
    _try(store, room, activity_id, FACILITATOR, note, {"text": draw(LONG)})
    if here and _either(data):
        contributions.remove(store, activity_id, here[-1], "", "weg")
    if draw(st.booleans()):
        running.close(store, activity_id)
    if exercise.homework is not None and _either(data):
        homework.allow(store, activity_id, True, "2026-12-24")
    if draw(st.integers(0, 9)) == 0:
        meetings.remove_activity(store, activity_id, "weg")


def _sent(kind: str, text: str, at: float) -> list[tuple[str, Json]]:
    """What phones send in an exercise, as far as they may."""
    known: dict[str, list[tuple[str, Json]]] = {
        "line": [("s1.1", {"at": at}), ("s1.why", {"text": text[:100]})],
        "neighbourhood_map": [("map.1", {"x": at * 1600, "y": 500}),
                              ("map.why1", {"text": text[:80]})],
        "domino": [("stone.top", {"text": text[:60]}), ("stone.flop", {"text": "flop"})],
    }  # fmt: skip
    return known.get(kind, [(f"any.{kind}", {"text": text, "at": at})])


def _photo(
    store: Store, meeting_id: str, activity_id: str, person: str, kind: str, content: bytes
) -> None:
    kept = pictures.add(
        store, activity_id, person, pictures.digest_of(content), "image/jpeg", (10, 10), content
    )  # fmt: skip
    if kind == "organisation_sheet":
        room = meetings.room(store, meeting_id)
        running.send(
            store, room, activity_id, person, "sheet.picture", {"photo": kept.id}, new_id()
        )  # fmt: skip


def _try(store: Store, room: Any, activity_id: str, author: str, slot: str, payload: Json) -> None:
    """Send it through the exercise; what it refuses is stored as it is, for the tests are of what
    is stored. Exercises leave alone what they don't know."""
    try:
        running.send(store, room, activity_id, author, slot, payload, new_id(),
                     by_hand=author == FACILITATOR)  # fmt: skip
    except Refused:
        if slot.startswith("any."):
            keep(store, activity_id, author, slot, payload)


def _as_it_is(payload: Json) -> Judge:
    return lambda _db, _activity: Judged(payload)


def _either(data: st.DataObject) -> bool:
    return data.draw(st.booleans())


def _choose(
    store: Store, track_id: str, parties: Sequence[str], everybody: Sequence[str],
    data: st.DataObject,
) -> None:  # fmt: skip
    """What the facilitator and people chose for documents."""
    for person in everybody:
        consent.give(store, person, data.draw(st.sampled_from(["", "named", "nameless"])))
    if _either(data):
        consent.keep_until(store, track_id, "2031-01-01")
        report_parts.write(store, track_id, "web", data.draw(LONG))
        name_choices.choose(store, track_id, "een plaats", data.draw(WORDS))
    for party in parties:
        report_parts.include(store, track_id, f"organisation-{party}", _either(data))


def _leave(
    store: Store, parties: Sequence[str], everybody: Sequence[str], data: st.DataObject
) -> None:
    """Somebody is removed, somebody's name erased, and an organisation leaves."""
    left = list(everybody)
    if left and _either(data):
        tracks.remove_person(store, left.pop(0))
    if left and _either(data):
        erasing.person(store, left.pop())
    if parties and _either(data):
        tracks.remove_organisation(store, parties[0])
