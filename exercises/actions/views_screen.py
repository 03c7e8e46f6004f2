"""What the screen is given: one plan, the line of time, who helps whom, and the areas."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from math import ceil

from exercises.actions import layout
from exercises.actions.model import AREAS
from exercises.actions.views import inspired, said_of
from exercises.actions.views_plan import (
    STATE_WORDS,
    ActionsContext,
    OwnedAction,
    everything,
    expected,
    focus,
    in_time,
    names_of,
    offers,
    party_json,
)
from exercises.contract import Json, Party, Scene
from exercises.kit.rules import days

STYLES = ("screen.css",)
PLAN_PAGE, PAIRS_PAGE, SLIPS, SAID, ASKING = 3, 8, 5, 8, 6
_SHORT_DAY = 2


def screen(context: ActionsContext) -> Scene:
    """What stands on the screen in this stage; while people write only who has how many actions."""
    stage = context.phase.stage if context.phase.shown else "fill"
    data = _VIEWS.get(stage, _counted)(context)
    return Scene("screen.js", STYLES, {"view": stage if stage in _VIEWS else "fill", **data})


def page_at(context: ActionsContext, pages: int) -> int:
    """The page that was chosen, from 0."""
    chosen = context.phase.option("page", "0")
    at = int(chosen) if isinstance(chosen, str) and chosen.isdecimal() and len(chosen) < 4 else 0  # noqa: PLR2004
    return min(at, pages - 1)


def pages_of(context: ActionsContext) -> int:
    """How many pages what is shown now takes."""
    stage = context.phase.stage
    if stage == "plan":
        party = focus(context)
        count = len(context.view.plan(party.id)) if party else 0
        return max(1, ceil(count / PLAN_PAGE))
    if stage == "line":
        return layout.pages(len(in_time(context)))
    if stage == "help":
        return max(1, ceil(len(_pairs(context)) / PAIRS_PAGE))
    return 1


def short_day(iso: str) -> str:
    """'ma 30 nov'; "" for what is no day."""
    told = days.short_day(iso)
    return f"{_weekday(iso)} {told}" if told else ""


def _weekday(iso: str) -> str:
    return days.WEEKDAYS[date.fromisoformat(iso).weekday()][:_SHORT_DAY]


def _counted(context: ActionsContext) -> Json:
    counts = context.view.counts
    return {
        "parties": [{**party_json(one), "count": counts.get(one.id, 0)}
                    for one in expected(context)],
    }  # fmt: skip


def _one_plan(context: ActionsContext) -> Json:
    party = focus(context)
    if party is None:
        return {"party": None, "actions": []}
    plan, pages = context.view.plan(party.id), pages_of(context)
    at = page_at(context, pages)
    shown = plan[at * PLAN_PAGE : (at + 1) * PLAN_PAGE]
    return {
        "party": party_json(party), "page": at + 1, "pages": pages,
        "actions": [
            {
                **_card(context, OwnedAction(party, one)),
                "whom": one.whom, "first": one.first, "sign": one.sign, "state": one.state,
                "state_word": STATE_WORDS[one.state],
                "told": next((m.text for m in reversed(one.moments) if m.text), ""),
                "said": said_of(context, party.id, one.number, SAID),
                "from": [{"tile": source["tile"], "label": source["label"]}
                         for source in inspired(context, one)],
            }
            for one in shown
        ],
    }  # fmt: skip


def _line(context: ActionsContext) -> Json:
    found = in_time(context)
    at = page_at(context, layout.pages(len(found)))
    shown = found[at * layout.ON_A_PAGE : (at + 1) * layout.ON_A_PAGE]
    return {
        "page": at + 1, "pages": layout.pages(len(found)), "total": len(found),
        "helped": sum(bool(one.action.helpers) for one in found),
        "cards": [
            {**_card(context, one), "place": asdict(place), "above": place.is_above}
            for one, place in zip(shown, layout.places(len(shown)), strict=True)
        ],
        "tape": [layout.TAPE_TOP, layout.TAPE_BOTTOM], "soles": layout.SOLES,
    }  # fmt: skip


def _card(context: ActionsContext, one: OwnedAction) -> Json:
    """An action on the screen: its first step, or what it is while that is not chosen."""
    action = one.action
    return {
        "key": f"{one.party.id}:{action.number}", "party": party_json(one.party),
        "what": action.what, "step": action.first or action.title, "who": action.who,
        "day": short_day(action.date), "area": action.area,
        "area_name": context.framework.name(action.area) or "",
        "pose": pose_of(one.party.id), "done": action.state == "done",
        "helpers": names_of(context, action.helpers),
        "offers": [party_json(party) for party in offers(context, one)],
        "shortening": action.shortening,
    }  # fmt: skip


def pose_of(key: str) -> str:
    """How the person of an organisation stands, always the same way."""
    return ("staat", "koffie", "zwaait")[sum(map(ord, key)) % 3]


def _pairs(context: ActionsContext) -> list[Json]:
    """Who helps whom with what: accepted help first, then offers, then who does it too."""
    found: list[tuple[int, Json]] = []
    for one in in_time(context):
        for helper in names_of(context, one.action.helpers):
            found.append((0, _pair(helper, one, "helps")))
        for party in offers(context, one):
            found.append((1, _pair(party_json(party), one, "offers")))
        for party in _doing_it_too(context, one):
            found.append((2, _pair(party_json(party), one, "same")))
    return [pair for _rank, pair in sorted(found, key=lambda item: item[0])]


def _doing_it_too(context: ActionsContext, one: OwnedAction) -> list[Party]:
    found: dict[str, Party] = {}
    for said in context.view.on(one.party.id, one.action.number):
        who = context.members.get(said.person)
        party = context.party_by_id.get(who.organisation_id) if who else None
        if said.kind == "same" and party:
            found[party.id] = party
    return list(found.values())


def _pair(helper: Json, one: OwnedAction, how: str) -> Json:
    return {
        "helper": helper.get("short") or helper["name"], "helper_tile": helper["tile"],
        "owner": one.party.short or one.party.name,
        "owner_tile": one.party.tile, "what": one.action.title, "how": how,
        "key": f"{helper['id']}:{one.party.id}:{one.action.number}:{how}",
    }  # fmt: skip


def _helping(context: ActionsContext) -> Json:
    found, pages = _pairs(context), pages_of(context)
    at = page_at(context, pages)
    alone = [one for one in in_time(context) if not one.action.helpers]
    return {
        "pairs": found[at * PAIRS_PAGE : (at + 1) * PAIRS_PAGE], "page": at + 1, "pages": pages,
        "alone": len(alone), "total": len(in_time(context)),
        "open": [
            {"key": f"{one.party.id}:{one.action.number}", "tile": one.party.tile,
             "name": one.party.short or one.party.name, "what": one.action.title}
            for one in alone[:ASKING]
        ],
    }  # fmt: skip


def _by_area(context: ActionsContext) -> Json:
    going = [one for one in everything(context) if one.action.state != "dropped"]
    return {
        "areas": [
            {"number": number, "name": context.framework.name(number) or "",
             **_slips([one for one in going if one.action.area == number])}
            for number in AREAS
        ],
        "without": sum(one.action.area is None for one in going),
    }  # fmt: skip


def _slips(found: Sequence[OwnedAction]) -> Json:
    return {
        "count": len(found),
        "slips": [{"tile": one.party.tile, "name": one.party.name, "text": one.action.title,
                   "key": f"{one.party.id}:{one.action.number}"} for one in found[:SLIPS]],
    }  # fmt: skip


_VIEWS: Mapping[str, Callable[[ActionsContext], Json]] = {
    "fill": _counted, "plan": _one_plan, "line": _line, "help": _helping, "areas": _by_area,
}  # fmt: skip
