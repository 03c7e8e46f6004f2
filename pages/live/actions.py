"""The actions of the console and the remote, by name; a message sent twice takes effect once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from exercises.contract import Json, Phase, alias
from exercises.engine import flow, running, stored
from exercises.engine import moment as moments
from pages.live import scenes
from report.worker import worker
from state import (
    attendance,
    contributions,
    disputed,
    door_organisations,
    homework,
    meetings,
    people,
    phones,
    same_person,
    tracks,
    visits,
)
from state.database import Store
from state.language import _
from state.models import FACILITATOR, Room
from state.problems import Refused

Action = Callable[[Store, Room, Json], None]


def receive(store: Store, meeting_id: str, message: Json) -> None:
    """Carry out one message of a console; Refused with a sentence when it can't be."""
    action = _ACTIONS.get(message["name"])
    if action is None:
        raise Refused(_("Deze knop hoort niet bij deze versie. Laad de pagina opnieuw."))
    try:
        # The message id becomes the id of what is stored, so a resent message is stored once.
        asked = {**message["payload"], "message": message["id"]}
        action(store, meetings.room(store, meeting_id), asked)
        if message["name"] in _MOVING_PEOPLE:
            running.people_changed(store, meeting_id)
    except flow.Stale:
        raise Refused(
            _("Jullie waren al een stap verder. Kijk waar jullie nu zijn en kies opnieuw.")
        ) from None


def _start(store: Store, room: Room, asked: Json) -> None:
    running.start(store, scenes.known_activity(room, asked["activity"]).id)


def _close(store: Store, room: Room, asked: Json) -> None:
    running.close(store, scenes.known_activity(room, asked["activity"]).id)


def _forward(store: Store, room: Room, asked: Json) -> None:
    _change(store, room, lambda ex, config, phase: flow.forward(ex, config, phase, asked["at"]))


def _back(store: Store, room: Room, asked: Json) -> None:
    _change(store, room, lambda ex, config, phase: flow.back(ex, config, phase, asked["at"]))


def _goto(store: Store, room: Room, asked: Json) -> None:
    step, stage = int(asked["step"]) - 1, str(asked["stage"])
    _change(
        store, room,
        lambda ex, config, phase: flow.go_to(ex, config, phase, asked["at"], step, stage),
    )  # fmt: skip


def _open(store: Store, room: Room, asked: Json) -> None:
    _change(store, room, lambda ex, config, phase: replace(phase, open=bool(asked["value"])))


def _show(store: Store, room: Room, asked: Json) -> None:
    _change(store, room, lambda ex, config, phase: replace(phase, shown=bool(asked["value"])))


def _control(store: Store, room: Room, asked: Json) -> None:
    key, value = str(asked["key"]), asked["value"]
    # Reject a value that the exercise does not offer: a browser may send anything.
    _check_control(store, room, key, value)
    _change(store, room, lambda ex, config, phase: _with_option(phase, key, value))


def _with_option(phase: Phase, key: str, value: Any) -> Phase:
    return replace(phase, options={**phase.options, key: value})


def _check_control(store: Store, room: Room, key: str, value: Any) -> None:
    with store.read() as db:
        # The choices may depend on the answers and on earlier meetings, so a full Context is
        # needed.
        here = moments.at(store, db, room.meeting.id)
        context = here.context(_current(here.room), "console")
        controls = context.exercise.panel(context).controls
    for control in controls:
        allowed: list[Any] = [option for option, _label in control.options] or [True, False]
        if control.key == key and value in allowed:
            return
    raise Refused(_("Deze keuze bestaat niet bij deze oefening."))


def _order(store: Store, room: Room, asked: Json) -> None:
    keys = asked["keys"]
    if not isinstance(keys, list) or not all(isinstance(one, str) for one in keys):
        raise Refused(_("Deze volgorde is niet te lezen. Laad de pagina opnieuw."))
    _change(store, room, lambda ex, config, phase: flow.rearranged(ex, config, phase, keys))


def _note(store: Store, room: Room, asked: Json) -> None:
    _write(store, room, asked, FACILITATOR, {"text": asked["text"]})


def _contribute(store: Store, room: Room, asked: Json) -> None:
    _write(store, room, asked, FACILITATOR, asked["payload"])


def _write(store: Store, room: Room, asked: Json, author: str, payload: Any) -> None:
    """Store an answer in the activity that the message names: another one may be running by now."""
    activity = scenes.known_activity(room, asked["activity"])
    running.send(
        store, room, activity.id, author, asked["slot"], payload, asked["message"], by_hand=True
    )


def _timer(store: Store, room: Room, asked: Json) -> None:
    if room.interlude is None:
        running.set_timer(store, _current(room).id, asked)
    else:
        running.set_timer(store, room.interlude.id, asked)


def _pause(store: Store, room: Room, asked: Json) -> None:
    interlude = room.interlude
    if interlude is not None and interlude.kind == "break" and not asked["value"]:
        # Going on means that the break on the agenda is over.
        running.close(store, interlude.id)
        return
    on_now = room.current or interlude
    back = running.face_of(on_now)
    if on_now is not None and on_now.timer is not None:
        # The clock of an exercise does not run through a break.
        running.set_timer(store, on_now.id, {"pause" if asked["value"] else "resume": True})
    meetings.show_face(store, room.meeting.id, "pause" if asked["value"] else back)


def _lobby(store: Store, room: Room, asked: Json) -> None:
    back = running.face_of(None if asked.get("value", True) else room.current or room.interlude)
    meetings.show_face(store, room.meeting.id, back)


def _answer_for(store: Store, room: Room, asked: Json) -> None:
    _write(store, room, asked, _let_in(store, room, asked["person"]), asked["payload"])


def _add_person(store: Store, room: Room, asked: Json) -> None:
    organisation = asked["organisation"]
    if room.organisation(organisation) is None:
        organisation = tracks.add_organisation(store, room.track.id, organisation)
    people.add_by_hand(
        store, room.meeting.id, organisation, asked["name"], asked.get("function", "")
    )


def _rename(store: Store, room: Room, asked: Json) -> None:
    try:
        tracks.change_person(store, _attendee(store, room, asked["person"]), asked["name"])
    except tracks.NameOfAnother as taken:
        way_out = _("Is dat dezelfde persoon? Kies dan ‘Dit is iemand die al op de lijst staat’.")
        raise Refused(f"{taken} {way_out}") from None


def _remove_person(store: Store, room: Room, asked: Json) -> None:
    people.remove(store, room.meeting.id, _attendee(store, room, asked["person"]))


def _went_home(store: Store, room: Room, asked: Json) -> None:
    person = _attendee(store, room, asked["person"])
    attendance.send_home(store, room.meeting.id, person, home=asked["value"] is True)


def _stays_away(store: Store, room: Room, asked: Json) -> None:
    person = str(asked["person"])
    if person not in {one.id for one in tracks.people(store, room.track.id)}:
        raise Refused(_("Deze persoon staat niet meer op de lijst van het traject."))
    attendance.say_absent(store, room.meeting.id, person, absent=asked["value"] is True)


def _remove_answer(store: Store, room: Room, asked: Json) -> None:
    person = _attendee(store, room, asked["person"])
    name = next(
        item.person.name
        for item in people.attendees(store, room.meeting.id)
        if item.person.id == person
    )
    # All slots of one step share what stands before their last dot (see exercises.contract).
    step, dot, _part = str(asked["slot"]).rpartition(".")
    if not dot:
        raise Refused(_("Dit antwoord kan niet weggehaald worden."))
    prefix = step + dot
    label = contributions.removed_label(name)
    contributions.remove(store, _current(room).id, person, prefix, label)


def _undo(store: Store, room: Room, asked: Json) -> None:
    tracks.undo_removal(store, str(asked["id"]), room.track.id)


def _undo_takeover(store: Store, room: Room, asked: Json) -> None:
    people.undo_takeover(store, room.meeting.id, _attendee(store, room, asked["id"]))


def _settle_takeover(store: Store, room: Room, asked: Json) -> None:
    people.settle_takeover(store, room.meeting.id, _attendee(store, room, asked["id"]))


def _hand_over(store: Store, room: Room, asked: Json) -> None:
    disputed.hand_over(store, room.meeting.id, _attendee(store, room, asked["id"]))


def _confirm_all(store: Store, room: Room, asked: Json) -> None:
    phones.confirm_all(store, room.meeting.id)


def _same_person(store: Store, room: Room, asked: Json) -> None:
    person = _attendee(store, room, asked["person"])
    secret = room.meeting.secret
    same_person.merge(
        store, room.meeting.id, person, str(asked["into"]),
        lambda activity, one: alias(activity, secret, one),
    )  # fmt: skip


def _door_organisation(store: Store, room: Room, asked: Json) -> None:
    """What the facilitator says of an organisation that somebody typed at the door."""
    found = room.organisation(str(asked["id"]))
    if found is None:
        raise Refused(_("Deze organisatie doet niet meer mee."))
    scope, answer = room.meeting.id, asked["answer"]
    if answer == "belongs":
        return door_organisations.belongs(store, scope, found.id)
    if answer == "today":
        return door_organisations.only_today(store, scope, found.id)
    into, secret = str(asked["into"]), room.meeting.secret
    return door_organisations.is_another(
        store, scope, found.id, into, lambda activity, one: alias(activity, secret, one)
    )


def _homework(store: Store, room: Room, asked: Json) -> None:
    activity = scenes.known_activity(room, asked["activity"])
    if not stored.may_go_home(activity):
        raise Refused(_("Deze oefening kan niet thuis verder."))
    value, due = asked.get("value"), asked.get("due")
    homework.allow(
        store,
        activity.id,
        None if value is None else bool(value),
        None if due is None else str(due),
    )


def _visits_made(store: Store, room: Room, asked: Json) -> None:
    wanted = asked["visits"]
    if not isinstance(wanted, list) or not all(isinstance(one, str) for one in wanted):
        raise Refused(_("Deze lijst is niet te lezen. Laad de pagina opnieuw."))
    visits.say_made(store, room.track.id, wanted)


def _end(store: Store, room: Room, asked: Json) -> None:
    on_now = room.current or room.interlude
    if on_now is not None:
        running.close(store, on_now.id)
    meetings.close(store, room.meeting.id)
    # The sheet of the evening is what is asked for next.
    worker.warm()


def _reopen(store: Store, room: Room, asked: Json) -> None:
    meetings.open_doors(store, room.meeting.id)


def _change(store: Store, room: Room, change: running.Change) -> None:
    running.change_phase(store, _current(room).id, change)


def _current(room: Room) -> Any:
    if room.current is None:
        raise Refused(_("Er loopt nu geen oefening. Start er eerst een op de agenda."))
    return room.current


def _let_in(store: Store, room: Room, person_id: Any) -> str:
    """Return the person's id, after adding them to the meeting when they were not in it: somebody
    of the track who came without a phone."""
    present = {item.person.id for item in people.attendees(store, room.meeting.id)}
    if person_id not in present:
        people.let_in(store, room.meeting.id, str(person_id))
    return str(person_id)


def _attendee(store: Store, room: Room, person_id: Any) -> str:
    """The id of somebody who is in the meeting; Refused for anybody else."""
    present = {item.person.id for item in people.attendees(store, room.meeting.id)}
    if person_id not in present:
        raise Refused(_("Deze persoon is niet meer in de bijeenkomst."))
    return str(person_id)


_ACTIONS: dict[str, Action] = {
    "start": _start, "close": _close, "reopen": _start,
    "forward": _forward, "back": _back, "goto": _goto,
    "open": _open, "show": _show, "control": _control,
    "order": _order,
    "note": _note, "contribute": _contribute, "timer": _timer, "pause": _pause, "lobby": _lobby,
    "answer_for": _answer_for, "remove_answer": _remove_answer,
    "add_person": _add_person, "rename": _rename, "remove_person": _remove_person,
    "went_home": _went_home, "stays_away": _stays_away,
    "undo": _undo, "undo_takeover": _undo_takeover, "settle_takeover": _settle_takeover,
    "hand_over": _hand_over, "confirm_all": _confirm_all, "same_person": _same_person,
    "homework": _homework, "visits_made": _visits_made,
    "door_organisation": _door_organisation, "end_meeting": _end, "reopen_meeting": _reopen,
}  # fmt: skip
# Actions that may change who is in the meeting; after these the running exercise is settled.
_MOVING_PEOPLE = frozenset({
    "answer_for", "add_person", "remove_person", "same_person", "undo", "went_home",
    "door_organisation",
})  # fmt: skip
