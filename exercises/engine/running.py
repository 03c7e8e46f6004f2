"""Runs the exercises of the list on what is stored: the glue between pure and kept.

Pages read through `context` and write through the functions below; nothing else does.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from sqlite_utils import Database

import exercises
from exercises.areas import framework_of
from exercises.contract import (
    Accepted,
    Answer,
    Context,
    Earlier,
    Entry,
    Exercise,
    Homework,
    Json,
    Member,
    Party,
    Phase,
    Recap,
    Role,
    Scene,
    alias,
)  # fmt: skip
from exercises.engine import countdown, flow, known, notes
from state import activities, contributions, homework, meetings, revisions
from state.clock import now_ms
from state.database import Store
from state.ids import new_id
from state.language import _
from state.models import FACILITATOR, Activity, Contribution, Organisation, Room
from state.problems import Refused

AnyContext = Context[Any, Any]
Change = Callable[[Exercise[Any, Any], Any, Phase], Phase]
# Characters of JSON: an answer is words or a drawing, not a file.
PAYLOAD_LIMIT = 100_000
_WORD_LIMIT = 200
_log = logging.getLogger(__name__)


def exercise_of(activity: Activity) -> Exercise[Any, Any]:
    """The exercise of an activity; Refused for a kind of a later version of the product."""
    exercise = exercises.of_kind(activity.kind)
    if exercise is None:
        raise Refused(_("Deze oefening zit nog niet in deze versie van Over de vloer."))
    return exercise


@lru_cache(maxsize=64)
def _parsed(kind: str, text: str) -> Any:
    exercise = exercises.of_kind(kind)
    assert exercise is not None
    return exercise.config.from_json(json.loads(text))


def can_seal(kind: str) -> bool:
    """Whether exercises of that kind may hold answers that nobody may read yet."""
    exercise = exercises.of_kind(kind)
    return exercise is not None and exercise.sealed is not None


def config_of(activity: Activity) -> Any:
    """The configuration of an activity, parsed once for each text."""
    exercise_of(activity)
    return _parsed(activity.kind, activity.config)


def fold(activity: Activity, stored: Iterable[Contribution]) -> Any:
    """All stored answers of an activity as its exercise sees them together."""
    return fold_answers(activity, [known.answer(item) for item in stored])


def fold_answers(activity: Activity, answers: list[Answer]) -> Any:
    """As `fold`, of answers that were made before."""
    return exercise_of(activity).fold(config_of(activity), notes.left_out(answers))


def context(
    room: Room, activity: Activity, role: Role, people: Callable[[], Mapping[str, Member]],
    load: Callable[[], Any], me: Member | None = None, mine: Mapping[str, Json] | None = None,
    ours: Mapping[str, Json] | None = None,
    past: Callable[[], tuple[Earlier[Any, Any], ...]] = tuple,
    recaps: Callable[[int], tuple[Recap, ...]] = lambda area: (),
    at_home: Homework | None = None, noted: Callable[[], Mapping[str, str]] = dict,
) -> AnyContext:  # fmt: skip
    """What an exercise is given to draw with; `people`, `load` (the folded answers), `past`,
    `recaps` and `noted` are asked only when the exercise uses them. At home it is open, whatever
    its phase."""
    phase = Phase.from_json(activity.phase_json())
    return Context(
        activity_id=activity.id, secret=room.meeting.secret, config=config_of(activity),
        phase=replace(phase, open=True) if at_home else phase, role=role, people=people,
        parties=lambda: parties(room),
        exercise=exercise_of(activity), load=load, me=me, mine=mine or {}, ours=ours or {},
        past=past, framework=framework_of(room.track.framework), recaps=recaps, homework=at_home,
        noted=noted,
    )  # fmt: skip


def may_go_home(activity: Activity) -> bool:
    """Whether an exercise is one that people can go on with at home, once it was begun."""
    exercise = exercises.of_kind(activity.kind)
    allowed = exercise is not None and exercise.homework is not None
    return allowed and activity.state != "planned"


def takes_answers(db: Database, activity: Activity, *, at_home: bool = False) -> bool:
    """Whether people can answer now: in the room, or with a link for at home."""
    if activity.state == "running" and meetings.is_open(db, activity.meeting_id):
        return True
    return at_home and may_go_home(activity) and homework.is_open(db, activity)


def due(activity: Activity) -> str:
    """By when an exercise is to be filled in at home: as chosen on the console, else as in its
    configuration; an ISO date, or ""."""
    if activity.due is not None:
        return activity.due
    homework_due = exercise_of(activity).homework
    return "" if homework_due is None else homework_due(config_of(activity))


def parties(room: Room) -> tuple[Party, ...]:
    """The organisations as exercises know them: those of the track, then those that left it."""
    left = (replace(party(one), gone=True) for one in room.left)
    return (*map(party, room.organisations), *left)


def party(organisation: Organisation) -> Party:
    return Party(organisation.id, organisation.name, organisation.sector, organisation.tile)


def scene_json(ctx: AnyContext, scene: Scene, activity: Activity) -> Json:
    """A scene as the browser gets it, with what every exercise has: step, stage and clock."""
    exercise, step = ctx.exercise, ctx.step
    folder = f"exercises/{exercise.kind}/browser"
    area = step.area if step else None
    return {
        "kind": exercise.kind, "activity": activity.id, "title": exercise.title,
        "script": f"{folder}/{scene.script}",
        "styles": [f"{folder}/{style}" for style in scene.styles],
        "area": area, "area_name": ctx.framework.name(area),
        "step": {
            "index": min(ctx.phase.step + 1, len(ctx.steps)), "total": len(ctx.steps),
            "label": exercise.step_label, "key": step.key if step else "",
        },
        "stage": ctx.phase.stage, "open": ctx.phase.open, "shown": ctx.phase.shown,
        "timer": activity.timer_json(), "data": scene.data,
    }  # fmt: skip


def send(
    store: Store, room: Room, activity_id: str, author: str, slot: str, payload: Any,
    client_id: str, *, by_hand: bool = False, at_home: bool = False,
) -> None:  # fmt: skip
    """Judge and store an answer. Refused with a sentence when the exercise rejects it.

    `at_home`: it comes from a phone that holds a link for at home, which may answer after the
    meeting as long as the facilitator lets people go on.
    """
    if not isinstance(payload, dict) or not _is_word(slot) or not _is_word(client_id):
        raise Refused(_("Dit antwoord is niet te lezen. Probeer het nog eens."))
    if len(json.dumps(payload)) > PAYLOAD_LIMIT:
        raise Refused(_("Dit is te groot om te bewaren. Maak het korter en probeer opnieuw."))

    def judge(db: Database, activity: Activity) -> contributions.Judged:
        # The console may close or leave an exercise between the tap and this moment.
        if not by_hand and not takes_answers(db, activity, at_home=at_home):
            raise Refused(_("Deze oefening is gedaan. Wat je eerder koos, is bewaard."))
        phase = Phase.from_json(activity.phase_json())
        if by_hand or not takes_answers(db, activity):
            phase = replace(phase, open=True)
        entry = Entry(
            config_of(activity), phase, author, slot, payload,
            # Nothing changes within the judging of one answer: each is read once at most.
            load=cache(lambda: _standing(store, db, activity)),
            people=cache(lambda: _here(store, db, room)),
            parties=cache(lambda: {one.id: one for one in parties(room)}),
            alias=lambda one: alias(activity_id, room.meeting.secret, one),
            stored=lambda owner, place: contributions.in_slot(db, activity_id, owner, place),
            earlier=lambda: _earlier(db, activity),
        )  # fmt: skip
        accept = notes.accept if notes.is_note(slot) else exercise_of(activity).accept
        verdict = accept(entry)
        topics = _topics(verdict, author, entry.people, entry.parties)
        return contributions.Judged(verdict.payload, verdict.owner, topics)

    contributions.put(store, activity_id, author, slot, client_id, judge, by_hand=by_hand)


def _standing(store: Store, db: Database, activity: Activity) -> Any:
    """What all answers together are at this moment of a transaction."""
    numbers = revisions.of_meeting(db, activity.meeting_id)
    found = known.answers(db, str(store.path), activity.id, numbers, keep=False)
    return fold_answers(activity, found)


def _here(store: Store, db: Database, room: Room) -> Mapping[str, Member]:
    """Who has joined at this moment of a transaction."""
    numbers = revisions.of_meeting(db, room.meeting.id)
    return known.here(db, str(store.path), room, numbers, keep=False)


def start(store: Store, activity_id: str) -> None:
    """Begin an exercise, or go on with it; the screen and phones turn to it.

    Refused while the meeting is closed.
    """
    with store.write() as db:
        activity = meetings.activity(db, activity_id)
        if not meetings.is_open(db, activity.meeting_id):
            raise Refused(_("De bijeenkomst is afgesloten. Open ze eerst opnieuw."))
        exercise, config = exercise_of(activity), config_of(activity)
        phase = Phase.from_json(activity.phase_json())
        if activity.state != "running":
            phase = flow.begin(exercise, config, phase)
        activities.keep_phase(db, activity, phase.to_json())
        activities.begin(db, activity)
        if activity.state != "running":
            _begun(store, db, meetings.activity(db, activity_id))


def close(store: Store, activity_id: str) -> None:
    """End an exercise and lock its answers; nothing happens to one that doesn't run."""
    with store.write() as db:
        activity = meetings.activity(db, activity_id)
        if activity.state == "running":
            phase = replace(Phase.from_json(activity.phase_json()), open=False)
            activities.keep_phase(db, activity, phase.to_json())
            activities.end(db, activity)


def change_phase(store: Store, activity_id: str, change: Change) -> None:
    """Move a running exercise on; raises flow.Stale when somebody else moved it first."""
    with store.write() as db:
        activity = meetings.activity(db, activity_id)
        phase = Phase.from_json(activity.phase_json())
        moved = change(exercise_of(activity), config_of(activity), phase)
        if moved != phase:
            activities.keep_phase(db, activity, moved.to_json())
        if flow.position(moved) != flow.position(phase):
            _begun(store, db, meetings.activity(db, activity_id))


def people_changed(store: Store, meeting_id: str) -> None:
    """To call after somebody came in or went: the exercise that runs settles what follows.

    Never raises for a fault of the exercise: that may not keep anybody out.
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
    """A stage begins: its clock, and what the exercise settles by itself."""
    phase = Phase.from_json(activity.phase_json())
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
    here = _here(store, db, room)
    stored = contributions.of_activity(db, activity.id)
    ctx = context(
        room, activity, "console", lambda: here, lambda: fold(activity, stored),
        past=lambda: _earlier(db, activity),
    )  # fmt: skip
    for slot, answer in exercise.settle(ctx).items():
        topics = _topics(
            answer, FACILITATOR, lambda: here, lambda: {one.id: one for one in parties(room)}
        )
        judged = contributions.Judged(answer.payload, answer.owner, topics)
        contributions.put(
            store, activity.id, FACILITATOR, slot, new_id(), _judged(judged), by_hand=True
        )


def _judged(judged: contributions.Judged) -> contributions.Judge:
    return lambda _db, _activity: judged


def _earlier(db: Database, activity: Activity) -> tuple[Earlier[Any, Any], ...]:
    return tuple(
        Earlier(
            found.id, meeting.title, meeting.date, config_of(found),
            fold(found, contributions.of_activity(db, found.id)),
        )
        for found, meeting in meetings.before(db, activity)
    )  # fmt: skip


def gone() -> str:
    """The sentence for who speaks of something that was taken away."""
    return _("Dit staat niet meer op de agenda.")


def _is_word(sent: Any) -> bool:
    """Whether something sent by a browser is a short text that SQLite can hold."""
    if not isinstance(sent, str) or not 0 < len(sent) <= _WORD_LIMIT:
        return False
    return not any("\ud800" <= character <= "\udfff" for character in sent)


def _topics(
    verdict: Accepted, author: str, here: Callable[[], Mapping[str, Member]],
    known: Callable[[], Mapping[str, Party]],
) -> tuple[str, ...]:  # fmt: skip
    """What rises when this is stored, so that the phones that show it ring."""
    rung = tuple(revisions.person(one) for one in verdict.rings)
    if verdict.wakes == "everybody":
        return (revisions.TABLE, *rung)
    if verdict.wakes == "nobody":
        return rung
    owner = verdict.owner or author
    if owner in known():
        return (revisions.party(owner), *rung)
    member = here().get(owner)
    return (revisions.party(member.organisation_id), *rung) if member else rung
