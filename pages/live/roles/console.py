"""The console: the agenda, the running exercise with what the room sees, and who is here."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database
from starlette.requests import HTTPConnection

import exercises
from exercises.contract import Context, Control, Json, Move, Panel, Stage
from exercises.engine import flow, homework_of, notes, stored
from exercises.engine.moment import Moment
from exercises.engine.standing import standing
from exercises.kit.rules import hours
from exercises.kit.rules.days import day_text
from pages.live import actions, scenes
from pages.live.seat import Leave, Seat
from pages.web import access, addresses, assets, open_files
from pages.web.access import screen_link
from pages.web.qr import qr
from state import access as passes
from state import meetings, own_links, people, phones, rows, track_access
from state.app import hub, store
from state.clock import local, now, now_ms, seconds_between
from state.database import Store
from state.language import _
from state.live import Hub
from state.models import Activity, Attendee, Meeting, TrackVisit
from state.problems import Refused
from state.revisions import GUESTS, TOPICS

AnyContext = Context[Any, Any]
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Doubts:
    """The ids of people whose phone waits for the facilitator's word: it took a name over, it is of
    somebody new to the organisation, or it did not show whose it is."""

    takeovers: Collection[str]
    newcomers: Collection[str]
    unproven: Collection[str]


class ConsoleSeat(Seat):
    """The facilitator's page of a running meeting."""

    role = "console"
    steers = True
    topics = frozenset({*TOPICS, GUESTS})

    def __init__(self, store: Store, hub: Hub, meeting: Meeting) -> None:
        super().__init__(store, meeting)
        self.hub = hub

    @property
    def keep(self) -> str:
        """One name for all consoles of a meeting."""
        return f"console:{self.meeting.code}"

    @property
    def sender(self) -> Hashable:
        """All consoles of a meeting share one queue in the inbox."""
        return self.keep

    def in_memory(self) -> dict[str, int]:
        """Who is connected, and trouble with the data."""
        return self.hub.in_memory(self.meeting.id)

    def data(self, db: Database, moment: Moment) -> Json:
        """All that the console shows."""
        room = moment.room
        times = hours.spans(room.meeting.start, [item.minutes for item in room.agenda])
        away, gone_home = self.hub.away(room.meeting.id), self.hub.home(room.meeting.id)
        current, panel = _current(moment, away)
        here = self.hub.present(room.meeting.id)
        doubts = _Doubts(
            people.takeovers(db, room.meeting.id).keys(),
            phones.newcomers(db, room.meeting.id), phones.unproven(db, room.meeting.id),
        )  # fmt: skip
        home_links = own_links.links(db, room.track.id)
        joined = {item.person.id for item in moment.attendees}
        return {
            "meeting": scenes.meeting_json(room),
            "links": _links(room.meeting),
            "agenda": [
                _agenda_item(moment, activity, time)
                for activity, time in zip(room.agenda, times, strict=True)
            ],
            "homework": {
                "items": [
                    _at_home(moment, one) for one in room.exercises if stored.may_go_home(one)
                ],
                "links": len(joined & home_links.keys()),
            },
            "current": current,
            "people": _in_order(
                moment,
                [
                    *(
                        {
                            **_person(moment, item, panel, here, doubts),
                            "away": item.person.id in away,
                            "home": item.person.id in gone_home,
                        }
                        for item in moment.attendees
                    ),
                    *_expected(moment, joined),
                ],
            ),
            "organisations": [scenes.organisation_json(item, room) for item in room.organisations],
            "undo": rows.removals(db, room.meeting.id),
            "notices": [
                *_notices(self.store),
                *_failing(moment, current),
                *([_may_sleep()] if self._may_sleep(room.meeting) else []),
            ],
            "expected": moment.expected,
            "guests": len(moment.guests),
            "takes_guests": stored.takes_guests(room),
            "screens": self.hub.screens(room.meeting.id),
            "can_add_org": bool(room.meeting.may_add_organisation),
        }

    def _may_sleep(self, meeting: Meeting) -> bool:
        """Whether a screen of a meeting that is not over may fall asleep."""
        return meeting.state != "closed" and self.hub.may_sleep(meeting.id)

    def receive(self, message: Json) -> Json | None:
        """Execute an action. The link for a remote is returned only to the page that asked for
        it."""
        if message.get("name") == "remote_link":
            acts = track_access.current()
            token = passes.give_pass(
                self.store, "remote_link", self.meeting.id, acts.organiser_id if acts else ""
            )
            url = f"{addresses.chosen(self.store).url}/afstand/{self.meeting.id}/{token}"
            return {"url": url, "qr": qr(url)}
        if message.get("name") == "went_home":
            asked = message["payload"]
            room = meetings.room(self.store, self.meeting.id)
            person = actions.attendee(self.store, room, asked["person"])
            self.hub.send_home(self.meeting.id, person, home=asked["value"] is True)
            return None
        actions.receive(self.store, self.meeting.id, message)
        return None


class _SignedInConsole(ConsoleSeat):
    """A console whose sign-in is checked again for each page and each message."""

    def __init__(
        self, store: Store, hub: Hub, meeting: Meeting, cookies: Mapping[str, str]
    ) -> None:
        super().__init__(store, hub, meeting)
        self._cookies = dict(cookies)

    def data(self, db: Database, moment: Moment) -> Json:
        """As every console, while signed in as somebody whose track it is."""
        if access.prepares(self.store, self._cookies, self.meeting.id) is None:
            raise Leave(_way_out(self._cookies, self.meeting))
        return super().data(db, moment)

    def receive(self, message: Json) -> Json | None:
        """As every console, while signed in as somebody whose track it is."""
        who = access.prepares(self.store, self._cookies, self.meeting.id)
        if who is None:
            raise Refused(_("Je bent niet meer aangemeld. Laad de pagina opnieuw."))
        with track_access.acting(who.acting):
            return super().receive(message)


def seat(connection: HTTPConnection, meeting: Meeting) -> Seat:
    """A console's seat, for the facilitator; Leave, to signing in, for anybody else."""
    if access.prepares(store(), connection.cookies, meeting.id) is None:
        raise Leave(_way_out(connection.cookies, meeting))
    return _SignedInConsole(store(), hub(), meeting, connection.cookies)


def open_doors(meeting: Meeting) -> None:
    """Opening the console of a prepared meeting lets people in: nobody should have to look for a
    second button."""
    if meeting.state == "prepared":
        meetings.open_doors(store(), meeting.id, local(now()).date().isoformat())


def _way_out(cookies: Mapping[str, str], meeting: Meeting) -> str:
    """To signing in; an organiser whose track it is not, or no longer, goes to a page of the desk
    that says so."""
    if access.is_facilitator(store(), cookies):
        return f"/bijeenkomst?m={meeting.id}"
    return f"/begeleider?naar=/regie?m={meeting.id}"


def _links(meeting: Meeting) -> Json:
    return {
        "screen": screen_link(meeting),
        "evening": f"/avond/{meeting.id}",
        "export": f"/uitvoer/{meeting.id}.zip",
        "home_links": f"/mijnlinks/{meeting.track_id}",
        "prepare": f"/bijeenkomst?m={meeting.id}",
        "home": "/",
    }


def _failing(moment: Moment, current: Json | None) -> list[Json]:
    if moment.room.current is None or current is not None:
        return []
    return [
        {
            "level": "warn",
            "text": _("De oefening die bezig is, kan nu niet getoond worden."),
            "fix": _("Wat bewaard is, blijft. Begin een andere oefening of herlaad de pagina."),
        }
    ]


def _may_sleep() -> Json:
    return {
        # Who knows it may close it: it takes room from the console.
        "level": "info",
        "text": _("De projector kan in slaap vallen: deze browser houdt het scherm niet wakker."),
        "fix": _("Zet de slaapstand van de laptop uit tot na de bijeenkomst."),
    }


def _current(moment: Moment, away: frozenset[str]) -> tuple[Json | None, Panel]:
    activity = moment.room.current
    if activity is None:
        return None, Panel()
    try:
        return _parts(moment, activity, away)
    except Refused:
        return None, Panel()
    except Exception:
        # A fault in one exercise must not break the rest of the console: agenda, pause, other
        # exercises.
        _log.exception("the console could not draw %s", activity.kind)
        return None, Panel()


def _parts(moment: Moment, activity: Activity, away: frozenset[str]) -> tuple[Json, Panel]:
    context = moment.context(activity, "console", away=away)
    panel = context.exercise.panel(context)
    own = context.exercise.console(context)
    parts = {
        **_steering(context, activity, panel),
        "scene": scenes.on_screen(moment, activity, away),
        "console": None if own is None else scenes.dressed(context, own, activity),
        "note": _note(context),
        **_panel(activity, panel, context.awaited(panel.answered)),
    }
    return parts, panel


def _steering(context: AnyContext, activity: Activity, panel: Panel) -> Json:
    exercise, phase = context.exercise, context.phase
    step = context.step
    return {
        "activity": activity.id, "title": stored.title_of(activity),
        "area": step.area if step else None,
        "at": flow.position(phase),
        "stages": _stages(exercise.stages, phase.stage),
        "step": {
            "index": scenes.place_of(context)[0], "total": scenes.place_of(context)[1],
            "label": exercise.step_label,
            "title": step.title if step else "",
        },
        "forward": _turned(panel.onward) or _forward(context),
        "skip": _skip(context, panel),
        "back": _turned(panel.backward) or _back(context), "page": panel.page,
        "open": phase.open,
        "shown": phase.shown if exercise.stage(phase.stage).shows else None,
        "timer": activity.timer_json(),
    }  # fmt: skip


def _stages(stages: tuple[Stage, ...], now_at: str) -> list[Json]:
    keys = [stage.key for stage in stages]
    here = keys.index(now_at) if now_at in keys else 0
    return [
        {
            "key": stage.key, "label": stage.label,
            "state": "done" if place < here else "now" if place == here else "next",
        }
        for place, stage in enumerate(stages)
    ]  # fmt: skip


def _turned(move: Move | None) -> Json | None:
    """What the exercise does itself before the next step comes."""
    return None if move is None else {
        "label": move.label, "ask": "", "about": move.value,
        "move": {"slot": move.slot, "payload": move.payload},
    }  # fmt: skip


def _skip(context: AnyContext, panel: Panel) -> Json | None:
    """The way past what the main button would still do in this step, with what is told first."""
    on = _forward(context) if panel.onward is not None and panel.skip else None
    return on and {**on, "ask": panel.skip}


def _forward(context: AnyContext) -> Json | None:
    target = flow.neighbour(context.exercise, context.config, context.phase, +1)
    if target is None:
        return None
    step, stage = context.steps[target[0]], context.exercise.stage(target[1])
    begins = stage == context.exercise.stages[0]
    return {
        "label": (begins and step.forward) or stage.forward,
        "ask": context.exercise.unfinished(context) if stage.asks else "",
        "about": "",
        "move": None,
    }


def _back(context: AnyContext) -> Json | None:
    target = flow.neighbour(context.exercise, context.config, context.phase, -1)
    return None if target is None else {"label": _("Stap terug"), "move": None}


def _note(context: AnyContext) -> Json | None:
    key = context.exercise.note_on(context)
    return None if key is None else {
        "slot": notes.slot(key), "label": _("Wat onthou je uit dit gesprek?"),
        "help": _("Komt in het verslag."), "text": context.notes.get(key, ""),
    }  # fmt: skip


def _panel(activity: Activity, panel: Panel, awaited: int) -> Json:
    behalf = panel.on_behalf
    return {
        "controls": [_control(control) for control in panel.controls],
        "moves": [
            {"label": move.label, "slot": move.slot, "payload": move.payload, "value": move.value}
            for move in panel.moves
        ],
        "questions": panel.questions,
        "words": [{"who": word.who, "text": word.text} for word in panel.words],
        "summary": {
            "count": len(panel.answered) if panel.count is None else panel.count,
            "total": awaited if panel.total is None else panel.total,
            "label": panel.summary,
        },
        "on_behalf": None if behalf is None else {
            "slot": behalf.slot, "activity": activity.id, "kind": behalf.kind,
            "ends": behalf.ends,
        },
    }  # fmt: skip


def _control(control: Control) -> Json:
    return {
        "type": "choice" if control.options else "toggle", "key": control.key,
        "label": control.label, "value": control.value, "help": control.help,
        "options": [{"value": value, "label": label} for value, label in control.options],
        "asks": dict(control.asks),
    }  # fmt: skip


def _agenda_item(moment: Moment, activity: Activity, time: hours.TimeSpan | None) -> Json:
    spent = activity.spent_seconds
    if activity.running_since is not None:
        spent += seconds_between(activity.running_since, now())
    exercise, sign = exercises.of_kind(activity.kind), exercises.sign_of(activity.kind)
    return {
        "id": activity.id, "kind": activity.kind, "title": stored.title_of(activity),
        "area": exercise.area if exercise else None,
        "sign": _address_of(sign) if sign else "",
        "at": hours.span_text(time),
        "minutes": activity.minutes, "spent": int(spent // 60),
        "state": _standing(moment, activity),
        "counting_from": now_ms() - int(spent * 1000) if activity.running_since else None,
        "lacks": _told(moment.lacks, activity), "unfinished": _told(moment.unfinished, activity),
        "unsaid": [_visit(moment, one) for one in moment.unsaid(activity)],
    }  # fmt: skip


def _standing(moment: Moment, activity: Activity) -> str:
    try:
        return standing(moment, activity)
    except Exception:
        # As for `_told`.
        _log.exception("the console could not tell how far %s is", activity.kind)
        return activity.state


def _visit(moment: Moment, visit: TrackVisit) -> Json:
    names = {one.id: one.name for one in moment.room.organisations}
    return {"id": visit.id, "visitor": names[visit.visitor], "host": names[visit.host]}


def _address_of(drawing: Path) -> str:
    return f"{assets.base()}{drawing.relative_to(assets.ROOT).as_posix()}"


def _told(ask: Callable[[Activity], str], activity: Activity) -> str:
    try:
        return ask(activity)
    except Exception:
        # A fault in one exercise must not take the agenda from the console.
        _log.exception("the console could not ask %s", activity.kind)
        return ""


def _at_home(moment: Moment, activity: Activity) -> Json:
    until = homework_of.proposed_day(local(now()).date().isoformat())
    over = moment.room.meeting.state == "closed"
    return {
        # Asked of everybody who was there, so not while the meeting runs and changes all the time.
        "left": homework_of.left_for(moment, activity) if over and not activity.at_home else 0,
        "until": until, "until_day": day_text(until),
        "id": activity.id, "title": stored.title_of(activity),
        "open": bool(activity.at_home), "due": stored.due(activity),
    }  # fmt: skip


def _person(
    moment: Moment, attendee: Attendee, panel: Panel, present: set[str],
    doubts: _Doubts,
) -> Json:  # fmt: skip
    person = attendee.person
    organisation = moment.room.organisation(person.organisation_id)
    asked = bool(panel.done_word)
    answered = person.id in panel.answered if asked else None
    return {
        "id": person.id, "name": person.name, "function": person.function,
        "tile": organisation.tile if organisation else None,
        "organisation": organisation.name if organisation else "",
        "joined": True, "here": attendee.by_hand or person.id in present,
        "byhand": attendee.by_hand, "answered": answered,
        "status": (panel.done_word if answered else panel.waiting_word) if asked else "",
        "takeover": person.id if person.id in doubts.takeovers else None,
        "newcomer": person.id in doubts.newcomers, "unproven": person.id in doubts.unproven,
    }  # fmt: skip


def _expected(moment: Moment, joined: set[str]) -> list[Json]:
    """The people of the track who have not joined this meeting."""
    organisations = {item.id: item for item in moment.room.organisations}
    return [
        {
            "id": person.id, "name": person.name, "function": person.function,
            "tile": organisations[person.organisation_id].tile,
            "organisation": organisations[person.organisation_id].name,
            "joined": False, "here": False, "byhand": False, "answered": None,
            "status": _("nog niet binnen"), "takeover": None, "away": False, "home": False,
            "newcomer": False, "unproven": False,
        }
        for person in moment.known_people
        if person.id not in joined and person.organisation_id in organisations
    ]  # fmt: skip


def _in_order(moment: Moment, listed: list[Json]) -> list[Json]:
    """People by organisation, as the facilitator ordered those."""
    order = {item.name: place for place, item in enumerate(moment.room.organisations)}
    return sorted(listed, key=lambda person: order.get(person["organisation"], len(order)))


def _notices(store: Store) -> list[Json]:
    address = addresses.chosen(store)
    problem = store.problem
    notices = []
    if problem is not None:
        notices.append({"level": "warn", "text": problem.text, "fix": problem.fix})
    if address.warning:
        notices.append({"level": "warn", "text": address.warning, "fix": address.fix})
    phones = open_files.phones_for(open_files.open_files())
    if phones < open_files.ENOUGH:
        text = _("Deze laptop laat maar genoeg verbindingen toe voor zo’n {count} gsm’s.")
        fix = _("Stop de app, typ in dezelfde terminal ulimit -n 4096, en start ze opnieuw.")
        notices.append({"level": "warn", "text": text.format(count=phones), "fix": fix})
    return notices
