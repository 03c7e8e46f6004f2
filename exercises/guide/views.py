"""What phone and screen are given of the gespreksleidraad."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import Json, Member, Scene, TrackVisit
from exercises.guide import model
from exercises.guide.accept import FIELD_LIMIT, starts
from exercises.guide.model import PROGRAMME, ROW_FIELDS, GuideContext
from exercises.kit.rules.days import WEEKDAYS, day_text, weekday_text
from exercises.kit.rules.hyphens import name_forms
from exercises.kit.sheet import holder as holders
from exercises.kit.sheet import views as sheet_views
from exercises.kit.sheet.holder import Holder
from exercises.kit.visits import checks, telling
from exercises.kit.visits.checks import VisitGuest
from exercises.kit.visits.programme import (
    COMPANY_LIMIT,
    FORMS,
    TEXT_LIMIT,
    ProgrammeDay,
    VisitPart,
    by_day,
    clock_text,
    in_order,
)
from exercises.results import Agreement, HostWish, LearningQuestion
from state.language import _

# How many days stand beside each other on the screen.
COLUMNS = 4
# A heartbeat that is older than this, in ms, says nothing of where somebody is.
_STALE = 40_000
_YELLOW = (*checks.INFORMAL, "look_back")


def phone(context: GuideContext) -> Scene:
    """The guides of the visits in which this person takes part."""
    styles = (*sheet_views.PHONE_STYLES, "phone.css", "programme.css")
    form, inside = model.form(context.config), model.sheet_context(context)
    made = []
    for holder in holders.on_phone(form, inside):
        visit = _visit(context, holder.id)
        if visit is None:
            continue
        data = sheet_views.phone(form, inside, holder, starts=starts(visit, holder))
        data |= {"reading": False, "large": False, "visit": _of_visit(context, holder, visit)}
        made.append(data)
    return Scene("phone.js", styles, {"sheets": made, **({} if made else _without(context))})


def screen(context: GuideContext) -> Scene:
    """The couples at work, or one programme large."""
    phase = context.phase
    data: Json = {"stage": phase.stage, "hidden": not phase.shown}
    if phase.stage == PROGRAMME and phase.shown:
        data["programme"] = _large(context)
    else:
        people: dict[str, list[Member]] = {}
        for member in context.members.values():
            people.setdefault(member.organisation_id, []).append(member)
        data["couples"] = [
            couple(context, one, (*people.get(one.visitor, ()), *people.get(one.host, ())))
            for one in standing(context)
        ]
    return Scene("screen.js", ("screen.css",), data)


def standing(context: GuideContext) -> list[TrackVisit]:
    """The visits that have a guide: those that stand and that participants may know of, whose two
    organisations are known."""
    return [
        one for one in context.visits
        if one.stands and one.is_known
        and {one.host, one.visitor} <= context.party_by_id.keys()
    ]  # fmt: skip


def shown(context: GuideContext) -> TrackVisit | None:
    """The visit whose programme is on the screen: the chosen one, else the first that has one."""
    there = standing(context)
    chosen = context.phase.option("visit", "")
    found = next((one for one in there if one.id == chosen), None)
    with_parts = (one for one in there if context.view.parts.get(one.id))
    return found or next(with_parts, there[0] if there else None)


def pages(visit: TrackVisit, parts: tuple[VisitPart, ...]) -> int:
    """How many pages of the screen the days of a programme take."""
    return max(1, -(-len(_dated(visit, parts)) // COLUMNS))


def couple(context: GuideContext, visit: TrackVisit, people: tuple[Member, ...]) -> Json:
    """A visit with how far its guide is, and who is at what question. `people`: those in the room
    of its two organisations."""
    visitor, host = context.party_by_id[visit.visitor], context.party_by_id[visit.host]
    holder = holders.of_visit(visit, context.party_by_id, people)
    assert holder is not None, "both organisations are known"
    return {
        "id": visit.id, "tiles": [visitor.tile, host.tile],
        "visitor": name_forms(visitor.name, visitor.short),
        "host": name_forms(host.name, host.short),
        "when": telling.when(visit), "here": len(holder.people),
        "filled": model.filled(visit, context.view), "total": model.total(context.config),
        "at": _places(context, holder),
    }  # fmt: skip


def guests(context: GuideContext, visit: TrackVisit) -> tuple[VisitGuest, ...]:
    """Who goes, as far as they are in the room; all of the visiting organisation where nobody is
    named."""
    return tuple(
        VisitGuest(one.id, one.name, one.function, chosen=bool(visit.people))
        for one in _guest_members(context, visit)
    )


def _guest_members(context: GuideContext, visit: TrackVisit) -> list[Member]:
    return [
        one for one in context.members.values()
        if one.organisation_id == visit.visitor and visit.takes_part(one.id, one.organisation_id)
    ]  # fmt: skip


def _visit(context: GuideContext, visit_id: str) -> TrackVisit | None:
    return next((one for one in context.my_visits if one.id == visit_id), None)


def _without(context: GuideContext) -> Json:
    """What somebody without a visit is told."""
    me = context.me
    if not standing(context):
        return {"told": _("Er zijn nog geen bezoeken bekend. Kijk naar het scherm.")}
    with_visit = [
        one.name for one in context.members.values()
        if me and one.organisation_id == me.organisation_id and one.id != me.id
        and any(visit.takes_part(one.id, one.organisation_id) for visit in standing(context))
    ]  # fmt: skip
    if with_visit:
        return {"told": _("Jij gaat deze keer niet mee. Kijk mee bij {name}.").format(
            name=with_visit[0])}  # fmt: skip
    return {"told": _("Voor jullie is er deze keer geen bezoek. Luister mee bij een ander koppel.")}


def _of_visit(context: GuideContext, holder: Holder, visit: TrackVisit) -> Json:
    """What the phone has of the visit itself: days, row and programme; and what is given."""
    visitor, host = holder.parties
    going = guests(context, visit)
    me = context.me.id if context.me else ""
    parts = _own_parts(context, visit)
    names = {one.id: one.name for one in context.party_by_id.values()}
    asked = (
        *checks.questions(visit, parts, going), *checks.clashes(visit, context.visits, names),
    )  # fmt: skip
    return {
        "id": visit.id, "host": host.name, "visitor": visitor.name, "tiles": holder.tiles,
        "guest": bool(context.me and context.me.organisation_id == visitor.id),
        "when": telling.when(visit), "writers": len(holder.people),
        "days": [_day(one.date, one.start, one.end) for one in visit.days],
        "row": {
            key: {"slot": f"row.{visit.id}:{key}", "text": getattr(visit, key)}
            for key in ROW_FIELDS
        },
        "limits": {"row": FIELD_LIMIT, "text": TEXT_LIMIT, "company": COMPANY_LIMIT},
        "guests": [
            {"id": context.alias(one.id), "name": one.name, "tile": one.tile, "pose": one.pose,
             "me": one.id == me}
            for one in _guest_members(context, visit)
        ],
        "forms": [{"key": key, "label": label} for key, label in FORMS.items()],
        "programme": [_programme_day(context, one, going, me) for one in by_day(visit, parts)],
        "questions": [{"text": one.text, "date": one.date} for one in asked],
        "given": dict(_given(context, visit)),
    }  # fmt: skip


def _own_parts(context: GuideContext, visit: TrackVisit) -> tuple[VisitPart, ...]:
    """The programme of an own visit, from what this phone may read: folding all answers for each
    phone would cost the more the larger the room is."""
    found = []
    for slot, payload in context.of_visit(visit.id).items():
        beside = model.beside(slot)
        if beside and beside.kind == "part" and beside.visit == visit.id:
            found.append(VisitPart.from_json(beside.key, payload))
    return in_order(one for one in found if one)


def _day(iso: str, start: str = "", end: str = "") -> Json:
    return {
        "date": iso, "label": weekday_text(iso), "short": _short_day(iso), "start": start,
        "end": end,
    }  # fmt: skip


def _short_day(iso: str) -> str:
    """A day on a narrow button: 'di 9 maart'."""
    weekday = weekday_text(iso).split(" ")[0]
    short = weekday[:2] if weekday in WEEKDAYS else weekday
    return f"{short} {day_text(iso)}"


def _programme_day(
    context: GuideContext, day: ProgrammeDay, going: tuple[VisitGuest, ...], me: str
) -> Json:
    return {
        **(_day(day.date) if day.date else {"date": "", "label": _("nog zonder dag"),
                                            "short": _("zonder dag")}),
        "of_visit": day.of_visit,
        "parts": [_part(context, one, going, me) for one in day.parts],
    }  # fmt: skip


def _part(context: GuideContext, part: VisitPart, going: tuple[VisitGuest, ...], me: str) -> Json:
    return {
        "key": part.key, "text": part.text, "date": part.date, "start": part.start,
        "end": part.end, "at": clock_text(part.start), "form": part.form,
        "guests": [context.alias(one) for one in part.guests], "company": part.company,
        "who": _who(part, going, me), "yellow": part.form in _YELLOW,
        "for": [
            context.alias(one.id) for one in going if part.is_for(one.id)
        ] if part.guests else None,
    }  # fmt: skip


def _who(part: VisitPart, going: tuple[VisitGuest, ...], me: str) -> str:
    told = telling.who_and_how(part, going, me)
    return _("{who}, met {company}").format(who=told, company=part.company) if part.company else (
        told
    )  # fmt: skip


def _given(context: GuideContext, visit: TrackVisit) -> Iterator[tuple[str, list[str]]]:
    """What is known already, by the question that it stands with, as far as this person may read
    it: learning questions, the why of the wish, what was agreed on feedback."""
    learn = [
        one.text for one in context.track.of(LearningQuestion) if one.organisation == visit.visitor
    ]
    why = [
        one.why for one in context.track.of(HostWish)
        if one.organisation == visit.visitor and one.host == visit.host and one.why
    ]  # fmt: skip
    agreed = [
        f"{one.about} {one.text}" for one in context.track.of(Agreement)
        if one.visit == visit.id and one.origin.activity != context.activity_id
    ]  # fmt: skip
    for key, found in (("learn", learn), ("why", why), ("feedback", agreed)):
        if found:
            yield key, list(dict.fromkeys(found))


def _places(context: GuideContext, holder: Holder) -> list[Json]:
    """Who of a couple is at what question: names with the number of the question, and the heartbeat
    in ms, which the screen compares with its own clock."""
    at = context.view.sheets.of(holder.id).at
    names = {context.alias(one.id): one for one in holder.people} if at else {}
    found = [
        {"name": names[who].name, "tile": names[who].tile, "beat": beat, "number": number,
         "stale": _STALE}
        for who, (slot, beat) in at.items()
        if who in names and (number := model.number_at(slot))
    ]  # fmt: skip
    return sorted(found, key=lambda one: str(one["name"]))


def _dated(visit: TrackVisit, parts: tuple[VisitPart, ...]) -> list[ProgrammeDay]:
    return [day for day in by_day(visit, parts) if day.date]


def _large(context: GuideContext) -> Json | None:
    visit = shown(context)
    if visit is None:
        return None
    visitor, host = context.party_by_id[visit.visitor], context.party_by_id[visit.host]
    parts = context.view.programme(visit.id)
    going = guests(context, visit)
    days, last = _dated(visit, parts), pages(visit, parts)
    asked = context.phase.option("page", "1")
    page = int(asked) if str(asked).isdigit() and 1 <= int(asked) <= last else 1
    title = (
        _("{days} bij {host}").format(days=telling.length(visit), host=host.name) if visit.days
        else _("Op bezoek bij {host}").format(host=host.name)
    )  # fmt: skip
    return {
        "id": visit.id, "title": title, "tile": host.tile, "visitor": visitor.name,
        "visitor_tile": visitor.tile, "when": telling.when(visit), "mentor": visit.mentor,
        "people": [{"name": one.name, "tile": one.tile, "pose": one.pose}
                   for one in _guest_members(context, visit) if visit.people],
        "days": [
            {**_day(day.date), "parts": [_stop(one, going) for one in day.parts]}
            for day in days[(page - 1) * COLUMNS : page * COLUMNS]
        ],
        "page": page, "pages": last,
    }  # fmt: skip


def _stop(part: VisitPart, going: tuple[VisitGuest, ...]) -> Json:
    return {
        "key": part.key, "at": clock_text(part.start), "text": part.text,
        "who": _who(part, going, ""), "form": part.form, "yellow": part.form in _YELLOW,
    }  # fmt: skip
