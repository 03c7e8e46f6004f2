"""What phone and screen are given of Bekendmaking van de koppels.

As long as a door is shut nothing of what is behind it is sent: neither the host nor the reasons.
"""

from __future__ import annotations

from dataclasses import asdict

from exercises.announcement import layout, model_why
from exercises.announcement.model import AnnouncementContext, current, door_is_open, known
from exercises.announcement.picture import pieces
from exercises.announcement.views_people import (
    counted,
    guests,
    hosts,
    name_of,
    pose,
    short_of,
    tile_of,
    told,
)
from exercises.announcement.views_why import reasons
from exercises.contract import Json, Member, Scene, TrackVisit
from exercises.kit.rules.hyphens import name_forms

_PHONE_STYLES = ("phone.css",)
_SCREEN_STYLES = ("screen.css",)
WHY = "why"


def phone(context: AnnouncementContext) -> Scene:
    """The own visits whose door was opened: whom we visit, and who visits us."""
    me = context.me
    own = [
        _own(context, one, me) for one in known(context)
        if me and me.organisation_id in (one.visitor, one.host)
    ]  # fmt: skip
    return Scene("phone.js", _PHONE_STYLES, {"own": own})


def screen(context: AnnouncementContext) -> Scene:
    """The couple whose door it is, or the web."""
    visit = current(context)
    data = _web(context) if visit is None else _couple(context, visit)
    return Scene("screen.js", _SCREEN_STYLES, data)


def _own(context: AnnouncementContext, visit: TrackVisit, me: Member) -> Json:
    goes = me.organisation_id == visit.visitor
    other = visit.host if goes else visit.visitor
    people = guests(context, visit)
    return {
        "key": visit.id, "goes": goes,
        "me": goes and me.id in visit.people,
        **name_forms(name_of(context, other), short_of(context, other)),
        "tile": tile_of(context, other),
        "who": told(people) or counted(context, visit),
    }  # fmt: skip


def _couple(context: AnnouncementContext, visit: TrackVisit) -> Json:
    number = [one.id for one in context.config.visits].index(visit.id) + 1
    who = guests(context, visit)
    row = layout.guests([_shown_name(one) for one in who])
    data: Json = {
        "web": None, "key": visit.id, "open": False,
        "number": number, "total": len(context.config.visits),
        "title": asdict(layout.title(_names(context, visit.visitor), ("", ""), row)),
        "guests": _people(who, row, tile_of(context, visit.visitor)),
        "more": max(0, len(who) - layout.MOST_GUESTS),
        "raised": layout.RAISED, "walk": layout.walk(), "hosts": None, "tile": None, "why": [],
    }  # fmt: skip
    return {**data, **_behind(context, visit, row)} if door_is_open(context) else data


def _behind(context: AnnouncementContext, visit: TrackVisit, below: layout.PeopleRow) -> Json:
    """What the room sees once the door is open."""
    there = hosts(context, visit)
    row = layout.hosts([_shown_name(one) for one in there])
    why = model_why.read(visit.why) if context.phase.option(WHY, True) is True else None
    host = short_of(context, visit.host) or name_of(context, visit.host)
    return {
        "open": True,
        "title": asdict(
            layout.title(_names(context, visit.visitor), _names(context, visit.host), below)
        ),
        "hosts": _people(there, row, tile_of(context, visit.host)),
        "tile": tile_of(context, visit.host),
        "why": [asdict(one) for one in reasons(why, name_of(context, visit.visitor), host)],
    }


def _shown_name(person: Member | None) -> str:
    return "" if person is None or person.nameless else person.name


def _names(context: AnnouncementContext, organisation: str) -> tuple[str, str]:
    return name_of(context, organisation), short_of(context, organisation)


def _people(who: tuple[Member | None, ...], row: layout.PeopleRow, tile: int | None) -> Json:
    return {
        "tile": tile, "size": row.size, "flags": [asdict(one) for one in row.flags],
        "figures": [
            {"x": x, "pose": pose(person, at)}
            for at, (x, person) in enumerate(zip(row.xs, who, strict=False))
        ],
    }  # fmt: skip


def _web(context: AnnouncementContext) -> Json:
    """Shut, the room sees the doors of those of whom it knows already; open, all of it."""
    visits = known(context)
    made = pieces(context, visits)
    is_open = door_is_open(context)
    return {
        "web": {
            "houses": [
                {"shut": one.shut, "open": one.open if is_open else ""} for one in made.houses
            ],
            "visits": [
                {"key": one.id, "guests": one.guests, "soles": one.soles}
                for one in made.visits if is_open
            ],
            "left_out": made.left_out,
        },
        "open": is_open,
        "total": len(visits),
        "organisations": len(made.houses) + made.left_out,
    }  # fmt: skip
