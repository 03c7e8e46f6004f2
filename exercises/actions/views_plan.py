"""What phones, screen, console and documents all say of a plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exercises.actions.config import ActionsConfig
from exercises.actions.model import PlannedAction, PlansView
from exercises.contract import Context, Json, Party
from exercises.kit.rules.days import day_text
from exercises.kit.rules.hyphens import name_forms
from state.language import _

ActionsContext = Context[ActionsConfig, PlansView]
ALL = ""
STATE_WORDS = {
    "planned": _("gepland"), "busy": _("bezig"), "done": _("gedaan"),
    "dropped": _("laten vallen"),
}  # fmt: skip
SAID_WORDS = {
    "question": _("Een vraag"), "idea": _("Een idee"), "help": _("Wij kunnen helpen"),
    "same": _("Dit doen wij ook"),
}  # fmt: skip


@dataclass(frozen=True)
class OwnedAction:
    """An action with the organisation whose it is."""

    party: Party
    action: PlannedAction


def expected(context: ActionsContext) -> list[Party]:
    """The organisations with somebody in the room or with an action, in order: of whom is told how
    many have one. All of them as long as that is nobody."""
    here = {one.organisation_id for one in context.here.values()}
    counts = context.view.counts
    found = [one for one in context.organisations if one.id in here or counts.get(one.id)]
    return found or list(context.organisations)


def owners(context: ActionsContext, *, gone: bool = False) -> list[Party]:
    """The organisations with a plan that may be read, in order. `gone`: also those that left."""
    known = context.party_by_id.values() if gone else context.organisations
    return [one for one in known if context.view.plan(one.id)]


def everything(context: ActionsContext, *, gone: bool = False) -> list[OwnedAction]:
    """All actions, organisation by organisation."""
    return [
        OwnedAction(party, action)
        for party in owners(context, gone=gone)
        for action in context.view.plan(party.id)
    ]


def in_time(context: ActionsContext, *, gone: bool = False) -> list[OwnedAction]:
    """The actions that go on, by the day of their first step; those without a day last."""
    going = [one for one in everything(context, gone=gone) if one.action.state != "dropped"]
    return sorted(going, key=lambda one: (not one.action.date, one.action.date))


def focus(context: ActionsContext) -> Party | None:
    """Whose plan is on the screen: the chosen one, else the first; None when nobody has one."""
    there = owners(context)
    chosen = context.phase.option("plan", ALL)
    return next((one for one in there if one.id == chosen), there[0] if there else None)


def names_of(context: ActionsContext, ids: Iterable[str]) -> list[Json]:
    """Organisations by name and tile; one that is not known any more is left out."""
    found = (context.party_by_id.get(one) for one in ids)
    return [party_json(one) for one in found if one]


def party_json(party: Party) -> Json:
    """An organisation by the forms of its name, and its tile."""
    return {"id": party.id, "tile": party.tile, **name_forms(party.name, party.short)}


def offers(context: ActionsContext, one: OwnedAction) -> list[Party]:
    """The organisations that offered help which is not accepted yet, each once."""
    found: dict[str, Party] = {}
    for said in context.view.on(one.party.id, one.action.number):
        who = context.members.get(said.person)
        party = context.party_by_id.get(who.organisation_id) if who else None
        if said.kind == "help" and party and party.id not in one.action.helpers:
            found[party.id] = party
    return list(found.values())


def moments(action: PlannedAction) -> list[Json]:
    """What was said of how far an action is, the oldest first."""
    return [
        {"state": one.state, "label": STATE_WORDS[one.state], "text": one.text,
         "day": day_text(one.day)}
        for one in action.moments
    ]  # fmt: skip
