"""Everything that changes a running exercise: checks and stores answers, moves between stages.

Reading goes through `exercises.engine.moment`.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from sqlite_utils import Database

from exercises.contract import (
    ORDER,
    Accepted,
    Entry,
    Exercise,
    Json,
    Member,
    Phase,
    alias,
)
from exercises.engine import countdown, drafts, flow, moment, notes, restricted
from exercises.engine.moment import Moment
from exercises.engine.private import PhoneGate
from exercises.engine.stored import (
    config_of,
    exercise_of,
    may_begin_at_home,
    may_go_home,
    member,
    phase_of,
    visits_for,
)
from state import activities, contributions, homework, meetings, notebook, revisions, visits
from state.clock import now_ms
from state.database import Store
from state.ids import new_id
from state.language import _
from state.models import FACILITATOR, Activity, Face, Room, TrackVisit
from state.notebook import NotebookEntry
from state.problems import Refused

AnyEntry = Entry[Any, Any]
Change = Callable[[Exercise[Any, Any], Any, Phase], Phase]
# Characters of JSON in one answer. Enough for words or a drawing; photos are uploaded separately.
PAYLOAD_LIMIT = 100_000
_WORD_LIMIT = 200
# What is no exercise and has a face of its own.
_FACES: Mapping[str, Face] = {"break": "pause", "welcome": "lobby"}
_log = logging.getLogger(__name__)


def takes_answers(db: Database, activity: Activity, *, at_home: bool = False) -> bool:
    """Whether an activity takes answers now: it runs in an open meeting or, with `at_home`, the
    facilitator lets people continue it at home."""
    if activity.state == "running" and meetings.is_open(db, activity.meeting_id):
        return True
    if not at_home or not homework.is_open(db, activity):
        return False
    ahead = may_begin_at_home(activity) and meetings.is_ahead(db, activity.meeting_id)
    return ahead or may_go_home(activity)


def send(
    store: Store, room: Room, activity_id: str, author: str, slot: str, payload: Any,
    client_id: str, *, by_hand: bool = False, at_home: bool = False, any_time: bool = False,
    gate: PhoneGate | None = None,
) -> None:  # fmt: skip
    """Judge and store an answer. Refused with a sentence when the exercise rejects it.

    `at_home`: it comes from a phone that holds a link for at home, which may answer after the
    meeting as long as the facilitator lets people go on. `any_time`: it may come after that too.
    `gate`: what is kept from the phone that it comes from, so that this can't be chosen there.
    """
    if not isinstance(payload, dict) or not _is_word(slot) or not _is_word(client_id):
        raise Refused(_("Dit antwoord is niet te lezen. Probeer het nog eens."))
    if len(json.dumps(payload)) > PAYLOAD_LIMIT:
        raise Refused(_("Dit is te groot om te bewaren. Maak het korter en probeer opnieuw."))

    def judge(db: Database, activity: Activity) -> contributions.Judged:
        if activity.is_interlude:
            raise Refused(_("Tijdens een pauze of gesprek valt er niets in te vullen."))
        # The facilitator may have closed the exercise between the tap and this transaction.
        anyhow = by_hand or any_time
        if not anyhow and not takes_answers(db, activity, at_home=at_home):
            raise Refused(_("Deze oefening is gedaan. Wat je eerder koos, is bewaard."))
        phase = phase_of(activity)
        runs = takes_answers(db, activity)
        if by_hand or not runs:
            phase = replace(phase, open=True)
        here = moment.within(db, str(store.path), room.meeting.id, room)
        # A draft stays in the slot that its phone knows.
        place, sent = (
            (slot, payload) if drafts.is_draft(slot) else _traced(here, activity, slot, payload)
        )
        entry = Entry(
            config_of(activity), phase, author, place, sent,
            load=lambda: here.everything(activity),
            people=lambda: _people(here, activity, author if at_home else ""),
            parties=cache(lambda: {one.id: one for one in here.parties}),
            alias=lambda one: alias(activity_id, room.meeting.secret, one),
            stored=lambda owner, place: contributions.in_slot(db, activity_id, owner, place),
            earlier=lambda: here.earlier(activity), at_home=at_home and not runs,
            visits=lambda: _known_visits(here.room, author),
            notes=lambda: _notebook_of(here, activity, author, gate),
            stand_ins=lambda: _stand_ins(here, activity),
        )  # fmt: skip
        if drafts.is_draft(slot):
            kept = drafts.accept(entry, contributions.of_author(db, activity_id, author))
            topics = _topics(kept, author, here)
            return contributions.Judged(kept.payload, topics=topics, latest_only=True)
        accept = notes.accept if notes.is_note(slot) else exercise_of(activity).accept
        verdict = accept(entry)
        judged = _stored_as(verdict, _topics(verdict, author, here), author)
        _check_may_write(here, activity, author, gate, judged.owner or author, place)
        return replace(judged, slot=place)

    contributions.put(store, activity_id, author, slot, client_id, judge, by_hand=by_hand)


def choose(
    store: Store, room: Room, activity_id: str, author: str, slot: str, payload: Json
) -> None:
    """Store what somebody chose on the own page of an own answer (`OwnAnswer.choice`): at any time,
    since withdrawing is never too late. Refused when the exercise rejects it."""
    send(store, room, activity_id, author, slot, payload, new_id(), any_time=True)


def start(store: Store, activity_id: str) -> None:
    """Begin or resume an exercise, and show it on the screen and the phones.

    Refused while the meeting is closed.
    """
    with store.write() as db:
        activity = meetings.activity(db, activity_id)
        if not meetings.is_open(db, activity.meeting_id):
            raise Refused(_("De bijeenkomst is afgesloten. Open ze eerst opnieuw."))
        if activity.is_interlude:
            _start_interlude(db, activity)
            return
        exercise, config = exercise_of(activity), config_of(activity)
        phase = phase_of(activity)
        if activity.state != "running":
            phase = flow.begin(exercise, config, phase)
        if activity.state == "planned" and exercise.order is not None:
            phase = _in_first_order(store, db, activity, phase)
        activities.keep_phase(db, activity, phase.to_json())
        activities.begin(db, activity)
        if activity.state != "running":
            _begun(store, db, meetings.activity(db, activity_id))


def _in_first_order(store: Store, db: Database, activity: Activity, phase: Phase) -> Phase:
    """The phase of an exercise that begins, at the first of the steps that it goes through."""
    exercise, config = exercise_of(activity), config_of(activity)
    here = moment.within(db, str(store.path), activity.meeting_id)
    order = exercise.order(here.context(activity, "console")) if exercise.order else ()
    steps = [step.key for step in exercise.steps(config)]
    first = [steps.index(one) for one in order if one in steps]
    if not first:
        return phase
    begun = replace(phase, step=first[0], options={**phase.options, ORDER: list(order)})
    return exercise.enter(config, exercise.with_switches(begun))


def face_of(activity: Activity | None) -> Face:
    """What phones and screen show while an item of the agenda is on; None for nothing."""
    if activity is None:
        return "lobby"
    return _FACES.get(activity.kind, "exercise")


def _start_interlude(db: Database, activity: Activity) -> None:
    """Begin a break or talk, with a countdown of the minutes that were planned for it."""
    activities.begin_interlude(db, activity, face_of(activity))
    if activity.state != "running" and activity.minutes:
        minutes = min(activity.minutes, countdown.LIMIT_MINUTES)
        activities.keep_countdown(
            db, activity, countdown.changed(None, {"minutes": minutes}, now_ms())
        )


def close(store: Store, activity_id: str) -> None:
    """End an exercise and lock its answers, or end a break or talk; nothing happens to what doesn't
    run."""
    with store.write() as db:
        activity = meetings.activity(db, activity_id)
        if activity.is_interlude:
            activities.end(db, activity)
        elif activity.state == "running":
            phase = replace(phase_of(activity), open=False)
            activities.keep_phase(db, activity, phase.to_json())
            activities.end(db, activity)


def change_phase(store: Store, activity_id: str, change: Change) -> None:
    """Move a running exercise on; raises flow.Stale when somebody else moved it first."""
    with store.write() as db:
        activity = meetings.activity(db, activity_id)
        phase = phase_of(activity)
        moved = change(exercise_of(activity), config_of(activity), phase)
        if moved != phase:
            activities.keep_phase(db, activity, moved.to_json())
        if flow.position(moved) != flow.position(phase):
            _begun(store, db, meetings.activity(db, activity_id))


def people_changed(store: Store, meeting_id: str) -> None:
    """Let the running exercise store what follows from somebody joining or leaving
    (`Exercise.settle`). Call it after each such change.

    A fault in the exercise is logged, not raised: it must not keep anybody from joining.
    """
    try:
        with store.write() as db:
            room = meetings.read_room(db, meeting_id)
            if room.current is not None and takes_answers(db, room.current):
                _settle(store, db, room, room.current)
    except Exception:
        _log.exception("could not settle meeting %s", meeting_id)


def set_timer(store: Store, activity_id: str, asked: Json) -> None:
    """Start (`minutes`), lengthen (`add`), `pause`, `resume` or `stop` the countdown."""
    with store.write() as db:
        activity = meetings.activity(db, activity_id)
        countdown_now = countdown.changed(activity.timer_json(), asked, now_ms())
        activities.keep_countdown(db, activity, countdown_now)


def _begun(store: Store, db: Database, activity: Activity) -> None:
    """After a stage began: set its countdown, and store what `Exercise.settle` gives."""
    phase = phase_of(activity)
    minutes = exercise_of(activity).clock(config_of(activity), phase)
    if minutes is not None:
        asked: Json = {"minutes": minutes} if minutes else {"stop": True}
        countdown_now = countdown.changed(activity.timer_json(), asked, now_ms())
        activities.keep_countdown(db, activity, countdown_now)
    _settle(store, db, meetings.read_room(db, activity.meeting_id), activity)


def _settle(store: Store, db: Database, room: Room, activity: Activity) -> None:
    exercise = exercise_of(activity)
    if exercise.settle is None:
        return
    here = moment.within(db, str(store.path), room.meeting.id, room)
    ctx = here.context(activity, "console", whole=True)
    for slot, answer in exercise.settle(ctx).items():
        judged = _stored_as(answer, _topics(answer, FACILITATOR, here))
        contributions.put(
            store, activity.id, FACILITATOR, slot, new_id(), _judged(judged), by_hand=True
        )


def _known_visits(room: Room, author: str) -> tuple[TrackVisit, ...]:
    return visits_for(room, "console" if author == FACILITATOR else "phone")


def _people(here: Moment, activity: Activity, at_home: str) -> Mapping[str, Member]:
    """Who joined, and who writes at home before the meeting, by the id `at_home`."""
    found = here.members_in(exercise_of(activity))
    if at_home in found or not may_begin_at_home(activity):
        return found
    room = here.room
    person = next((one for one in here.known_people if one.id == at_home), None)
    house = room.organisation(person.organisation_id) if person else None
    if person is None or house is None:
        return found
    return {**found, at_home: member(person, house, room.short_names[house.id])}


def _notebook_of(
    here: Moment, activity: Activity, author: str, gate: PhoneGate | None
) -> tuple[NotebookEntry, ...]:
    """What somebody in the room may choose from notebooks; nothing for the facilitator."""
    member = here.members.get(author)
    return here.context(activity, "phone", member, gate=gate).notebook if member else ()


def _check_may_write(
    here: Moment, activity: Activity, author: str, gate: PhoneGate | None, owner: str, slot: str
) -> None:
    """Refuse to put something over what was filled in at home and is not shown on this phone."""
    me = here.members.get(author)
    if gate is None or me is None or not gate.from_home:
        return
    before = here.answers(activity).by_author.get(owner, {}).get(slot)
    if before is not None and here.kept_from(activity, me, gate)(before):
        raise Refused(_(
            "Iemand van jullie vulde dit thuis al in. Het komt tevoorschijn zodra de begeleider"
            " zegt wie je bent."
        ))  # fmt: skip


def _stored_as(
    verdict: Accepted, topics: tuple[str, ...], author: str = FACILITATOR
) -> contributions.Judged:
    """An accepted answer with what changes with it in visits of the track, and in the notebook of
    its author."""

    def also(db: Database) -> None:
        for change in verdict.visits:
            visits.apply(db, change)
        for note in verdict.shares:
            notebook.share_within(db, author, note, shared=True)

    return contributions.Judged(verdict.payload, verdict.owner, topics, also)


def _traced(here: Moment, activity: Activity, slot: str, payload: Json) -> tuple[str, Json]:
    """What was sent, with the aliases of people instead of those of who stands in for them."""
    # Restrictions are only read where somebody may be named, since most answers name nobody.
    reading = here.reading(activity) if restricted.may_name(slot, payload) else None
    return (slot, payload) if reading is None else restricted.traced(slot, payload, reading)


def _stand_ins(here: Moment, activity: Activity) -> Mapping[str, str]:
    """The ids of the people for whom somebody stands in, by the id of who does."""
    reading = here.reading(activity)
    return {} if reading is None else reading.behind


def _judged(judged: contributions.Judged) -> contributions.Judge:
    return lambda _db, _activity: judged


def _is_word(sent: Any) -> bool:
    """Whether something sent by a browser is a short text that SQLite can hold."""
    if not isinstance(sent, str) or not 0 < len(sent) <= _WORD_LIMIT:
        return False
    return not any("\ud800" <= character <= "\udfff" for character in sent)


def _topics(verdict: Accepted, author: str, here: Moment) -> tuple[str, ...]:
    """The topics whose revision rises with this answer, so that the phones that show it are
    notified."""
    people = tuple(revisions.person(one) for one in verdict.also_notifies)
    if verdict.notifies == "everybody":
        return (revisions.TABLE, *people)
    if verdict.notifies == "nobody":
        return people
    owner = verdict.owner or author
    organisations = _organisations_of(owner, here)
    return (*map(revisions.party, organisations), *people)


def _organisations_of(owner: str, here: Moment) -> tuple[str, ...]:
    """The organisations whose phones show an answer of an owner."""
    visit = next((one for one in here.room.visits if one.id == owner), None)
    if visit is not None:
        return (visit.host, visit.visitor)
    if any(one.id == owner for one in here.parties):
        return (owner,)
    member = here.members.get(owner)
    return (member.organisation_id,) if member else ()
