"""The data of the own page: what waits, the visits, what the organisation wants, what it got."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from exercises.contract import TrackVisit
from exercises.kit.rules.days import day_text
from exercises.results import (
    Action,
    ActionState,
    GiftNote,
    HostWish,
    LearningQuestion,
    WrappedGift,
    latest_actions,
)
from pages.own import visit_words
from pages.own.around import Around
from pages.own.visit_words import VisitLine
from pages.own.waiting import Ask, asks
from pages.web.door import WHO
from state.language import _, ngettext
from state.models import Meeting


@dataclass(frozen=True)
class WalkIn:
    """The drawing: who walks (pose of each) in the colour of `tile`, to the door of `host`."""

    tile: int
    poses: tuple[str, ...]
    host: str
    host_tile: int
    told: str


@dataclass(frozen=True)
class HostLine:
    """A host that the organisation would like to visit, and why."""

    name: str
    tile: int
    why: str


_STATES: Mapping[ActionState, str] = {
    "planned": "", "busy": _("bezig"), "done": _("gedaan"), "dropped": _("laten vallen"),
}  # fmt: skip


@dataclass(frozen=True)
class ReceivedGift:
    """What one organisation, or the whole group, gave: heading and text of each note."""

    giver: str
    tile: int
    notes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ActionLine:
    """An action in words: what, and who, by when, and how it is. `day`: ISO, of the first step."""

    text: str
    line: str
    day: str = ""


@dataclass(frozen=True)
class OwnPage:
    """All that the page shows. `running`: the meeting that goes on now, if one does, and `door` the
    address of its door, which then knows who comes; `notebooks`:
    id and host of visits that were called off, of which there are notes; `button`: the label and
    the address of the main button, None where a form of `ask` takes its place."""

    name: str
    organisation: str
    tile: int
    greeting: str
    quiet: str
    ask: Ask | None
    later: tuple[str, ...]
    running: Meeting | None
    door: str
    scene: WalkIn | None
    visits: tuple[VisitLine, ...]
    notebooks: tuple[tuple[str, str], ...]
    gifts_line: str
    actions_line: str
    questions: tuple[str, ...]
    wishes: tuple[HostLine, ...]
    gifts: tuple[ReceivedGift, ...]
    actions: tuple[ActionLine, ...]
    button: tuple[str, str] | None


def made(around: Around) -> OwnPage:
    """The page of the person around whom this was read."""
    waiting = asks(around)
    first = waiting[0] if waiting else None
    going = _next(around)
    running = next((one for one in around.meetings if one.state == "running"), None)
    gifts, actions = _gifts(around), _actions(around)
    return OwnPage(
        name=around.me.name, organisation=around.me.organisation, tile=around.me.tile,
        greeting=_greeting(around, len(waiting)),
        quiet="" if running else _quiet(going, around.today),
        ask=first, later=tuple(dict.fromkeys(one.about for one in waiting[1:])),
        running=running,
        door=f"/d/{running.code}?{WHO}={around.me.id}" if running else "",
        scene=_scene(around, going),
        visits=tuple(visit_words.line_of(around, one) for one in around.mine),
        notebooks=tuple((one.id, around.by_id[one.host].name) for one in around.called_off),
        gifts_line=_gifts_line(gifts, around),
        actions_line=ngettext("{n} actie", "{n} acties", len(actions)).format(
            n=len(actions)
        ) if actions else "",
        questions=_own_questions(around), wishes=_wishes(around), gifts=gifts, actions=actions,
        button=_button(around, going),
    )  # fmt: skip


def _greeting(around: Around, waiting: int) -> str:
    name = around.me.name
    if not waiting:
        return _("Dag {name}.").format(name=name)
    if waiting == 1:
        return _("Dag {name}. Eén ding wacht.").format(name=name)
    return _("Dag {name}. Dit wacht eerst.").format(name=name)


def _next(around: Around) -> TrackVisit | None:
    """The visit on which the person goes now or next; else the last one that was."""
    going = [one for one in around.mine if around.is_guest(one)]
    coming = [one for one in going if not one.days or one.days[-1].date >= around.today]
    return next(iter(coming), going[-1] if going else None)


def _quiet(going: TrackVisit | None, today: str) -> str:
    if going is not None and going.days and going.days[0].date > today:
        return _("Niets te doen. Tot {day}.").format(day=day_text(going.days[0].date))
    return _("Niets te doen.")


def _button(around: Around, going: TrackVisit | None) -> tuple[str, str] | None:
    if is_over(around):
        return _("Kijk wie dit mag zien"), "/mijn/wiemag"
    if going is None:
        return None
    if visit_words.begun(going, around.today):
        return _("Iets noteren"), f"/mijn/schrift/{going.id}"
    return _("Bekijk je bezoek"), f"/mijn/bezoek/{going.id}"


def is_over(around: Around) -> bool:
    """Whether the meetings and visits of the track are over for who was at one: time to look at
    what one gave, and who may read it."""
    held = bool(around.attended) and all(one.state == "closed" for one in around.meetings)
    return held and all(visit_words.over(one, around.today) for one in around.mine)


def _scene(around: Around, going: TrackVisit | None) -> WalkIn | None:
    if going is None:
        return None
    host = around.by_id[going.host]
    poses = {one.id: one.pose for one in around.people}
    walking = going.people or (around.me.id,)
    told = (
        ngettext("{people} ging over de vloer bij {host}",
                 "{people} gingen over de vloer bij {host}", len(walking))
        if visit_words.over(going, around.today)
        else ngettext("{people} gaat over de vloer bij {host}",
                      "{people} gaan over de vloer bij {host}", len(walking))
    )  # fmt: skip
    return WalkIn(
        around.me.tile, tuple(poses.get(one, "staat") for one in walking[:3]), host.name,
        host.tile, told.format(people=visit_words.guests(around, going), host=host.name),
    )  # fmt: skip


def _own_questions(around: Around) -> tuple[str, ...]:
    own = around.me.organisation_id
    found = (one for one in around.results.of(LearningQuestion) if one.organisation == own)
    return _once(one.text for one in found)


def _wishes(around: Around) -> tuple[HostLine, ...]:
    """Of the latest meeting that has any: a wish of before was replaced by it."""
    own = around.me.organisation_id
    found = [one for one in around.results.of(HostWish) if one.organisation == own]
    latest = [one for one in found if one.origin.activity == found[-1].origin.activity]
    hosts = ((around.by_id.get(one.host), one) for one in sorted(latest, key=lambda w: w.rank))
    return tuple(HostLine(host.name, host.tile, one.why) for host, one in hosts if host)


def _gifts(around: Around) -> tuple[ReceivedGift, ...]:
    own = around.me.organisation_id
    by_giver: dict[str, list[tuple[str, str]]] = {}
    for one in around.results.of(GiftNote):
        if one.organisation == own:
            drawn = _("Een tekening.") if one.drawing else _("Een foto.") if one.photo else ""
            text = one.text or drawn
            by_giver.setdefault(one.giver, []).append((one.heading, text))
    found = []
    for giver, notes in by_giver.items():
        party = around.by_id.get(giver)
        name, tile = (party.name, party.tile) if party else (_("de groep"), 0)
        found.append(ReceivedGift(name, tile, tuple(notes)))
    return tuple(found)


def _gifts_line(gifts: tuple[ReceivedGift, ...], around: Around) -> str:
    """From whom gifts came, read or still wrapped, or when they come; "" where nothing is known of
    that."""
    came = _("van {givers}").format(givers=", ".join(one.giver for one in gifts)) if gifts else ""
    known = "; ".join(filter(None, (came, _still_wrapped(around))))
    if known:
        return known
    if not all(visit_words.over(one, around.today) for one in around.mine):
        return _("pas na de bezoeken")
    ahead = any(one.state == "prepared" for one in around.meetings)
    return _("bij de volgende bijeenkomst") if around.mine and ahead else ""


def _still_wrapped(around: Around) -> str:
    """Of whom gifts wait that the own organisation did not unwrap yet; "" for none."""
    own = around.me.organisation_id
    givers = [
        around.by_id[one.giver].name if one.giver in around.by_id else _("de groep")
        for one in around.results.of(WrappedGift) if one.organisation == own
    ]  # fmt: skip
    return _("nog ingepakt, van {givers}").format(givers=", ".join(givers)) if givers else ""


def _actions(around: Around) -> tuple[ActionLine, ...]:
    own = around.me.organisation_id
    return tuple(
        ActionLine(
            one.text,
            ", ".join(filter(None, (one.who, _by(one.date), _STATES[one.state]))),
            one.date,
        )
        for one in latest_actions(around.results.of(Action))
        if one.organisation == own and one.state != "dropped"
    )


def _by(day: str) -> str:
    return _("tegen {day}").format(day=day_text(day)) if day else ""


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
