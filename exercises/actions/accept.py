"""Judges what comes in on a plan, and what others say of it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from exercises.actions import model
from exercises.actions.config import ActionsConfig
from exercises.actions.model import PlansView
from exercises.actions.model_carried import PREFIX, STATES, CarriedPlan
from exercises.actions.model_sources import KINDS, MOST_CHOSEN
from exercises.contract import Accepted, Entry, Json
from exercises.kit.rules import joint
from exercises.kit.sheet import judging
from exercises.kit.sheet.holder import Holder
from state.language import _
from state.models import FACILITATOR
from state.problems import Refused
from state.text_rules import paragraph

ActionsEntry = Entry[ActionsConfig, PlansView]
MOST_MOMENTS = 40
_MOST_HELPERS = 12
_REF = re.compile(r"[0-9a-f]{12}|", re.ASCII)
_ROW = re.compile(r"sheet\.[a-z]+(\d{1,3})", re.ASCII)


def accept(entry: ActionsEntry) -> Accepted:
    """Check words, a day, an area, what inspired an action, whose help was accepted, or how far it
    is; or what somebody of another organisation says of it."""
    if entry.slot.startswith(model.ON):
        return _sharpened(entry)
    row = _ROW.fullmatch(entry.slot)
    if row and int(row[1]) > model.MOST:
        raise Refused(
            _("Meer dan {n} acties passen er niet. Laat eerst een andere vallen.").format(
                n=model.MOST
            )
        )
    form = model.form(entry.config)
    return judging.accept(form, entry, starts=lambda holder: model.starts(_carried(entry, holder)),
                          own={"source": _source, "help": _help, "state": _state})  # fmt: skip


def _carried(entry: Entry[Any, Any], holder: Holder) -> CarriedPlan | None:
    stored = entry.stored(holder.id, PREFIX + holder.id)
    return CarriedPlan.from_json(stored) if stored else None


def _sharpened(entry: ActionsEntry) -> Accepted:
    found = model.said_in(entry.slot)
    if found is None:
        raise Refused(_("Deze actie kennen we niet. Laad de pagina opnieuw."))
    owner, number, kind = found
    if entry.author == FACILITATOR or entry.member is None:
        raise Refused(_("Alleen wie in de groep zit, kan hier iets bij zeggen."))
    if entry.member.organisation_id == owner:
        raise Refused(
            _("Dit is jullie eigen actie: hulp aanbieden doe je bij een ander.")
            if kind == "help"
            else _("Dit is jullie eigen actie. Pas ze zelf aan bij ‘Ons plan’.")
        )
    _check_there(entry, owner, number)
    on, text = entry.payload.get("on"), entry.payload.get("text", "")
    if not isinstance(on, bool) or not isinstance(text, str):
        raise Refused(_("Dit is niet te lezen. Probeer het nog eens."))
    # Who is not of that organisation reads it on the screen.
    owners = tuple(id_ for id_, one in entry.people().items() if one.organisation_id == owner)
    if not on:
        return Accepted({"on": False, "text": ""}, also_notifies=owners)
    words = paragraph(text, model.SAID_LIMIT, _("Wat je schrijft"))
    if not words and kind in ("question", "idea"):
        raise Refused(_("Er staat nog niets. Eén zin volstaat."))
    return Accepted({"on": True, "text": words}, also_notifies=owners)


def _check_there(entry: ActionsEntry, owner: str, number: int) -> None:
    """Refuses a remark on a plan that is not shown, of somebody who left, or on no action."""
    party = entry.parties().get(owner)
    if party is None or party.gone:
        raise Refused(_("Deze organisatie doet niet meer mee. Je hoeft niets meer te doen."))
    if not entry.phase.shown:
        raise Refused(_("De plannen liggen nog niet op tafel. Straks kan het wel."))
    if not _is_there(entry, owner, number):
        raise Refused(_("Deze actie staat niet meer op het plan. Je hoeft niets meer te doen."))


def _is_there(entry: ActionsEntry, owner: str, number: int) -> bool:
    """Whether an action says anything. Its own slots tell that nearly always, and all answers
    together are many."""
    carried = entry.stored(owner, PREFIX + owner)
    begin = model.starts(CarriedPlan.from_json(carried) if carried else None)
    for key in model.WORDS:
        name = f"{key}{number}"
        stored = entry.stored(owner, f"sheet.{name}")
        if joint.text_of(stored) if stored else begin.get(name):
            return True
    return any(one.number == number for one in entry.load().plan(owner))


def _source(entry: Entry[Any, Any], holder: Holder) -> Json:
    """What inspired it: kinds and organisations that there are, each once."""
    asked = entry.payload.get("from")
    if not isinstance(asked, list) or len(asked) > MOST_CHOSEN:
        raise Refused(_("Kies hoogstens {n} dingen.").format(n=MOST_CHOSEN))
    chosen: list[Json] = []
    for one in asked:
        kept = _chosen(one, entry)
        if kept not in chosen:
            chosen.append(kept)
    return {"from": chosen}


def _chosen(one: Any, entry: Entry[Any, Any]) -> Json:
    kept = {key: one.get(key) for key in ("kind", "party", "ref")} if isinstance(one, dict) else {}
    party, ref = kept.get("party"), kept.get("ref")
    known = isinstance(party, str) and (not party or party in entry.parties())
    if kept.get("kind") in KINDS and known and isinstance(ref, str) and _REF.fullmatch(ref):
        return kept
    raise Refused(_("Dit kennen we niet meer. Kies iets anders."))


def _help(entry: Entry[Any, Any], holder: Holder) -> Json:
    """Whose help is accepted: organisations of the track, never the own one."""
    asked = entry.payload.get("orgs")
    if not isinstance(asked, list) or len(asked) > _MOST_HELPERS:
        raise Refused(_("Dit is niet te lezen. Probeer het nog eens."))
    if holder.id in asked:
        raise Refused(_("Jullie doen dit zelf al. Hulp komt van een ander."))
    if not all(isinstance(one, str) and one in entry.parties() for one in asked):
        raise Refused(_("Deze organisatie kennen we niet. Kies een andere."))
    return {"orgs": list(dict.fromkeys(asked))}


def _state(entry: Entry[Any, Any], holder: Holder) -> Json:
    """What was said before stays, whatever a phone sends; what is new comes after it."""
    asked = entry.payload.get("said")
    if not isinstance(asked, list) or len(asked) > MOST_MOMENTS + 1:
        raise Refused(_("Dit is niet te lezen. Probeer het nog eens."))
    kept = list((entry.stored(holder.id, entry.slot) or {}).get("said", []))
    told = [_moment(one) for one in asked]
    # A phone that knew all of it adds to it; of one that did not, what is new comes last.
    kept = told if told[: len(kept)] == kept else [*kept, *(one for one in told if one not in kept)]
    if len(kept) > MOST_MOMENTS:
        raise Refused(_("Hier staat al heel wat. Vertel de rest op de volgende bijeenkomst."))
    return {"said": kept}


def _moment(one: Any) -> Json:
    told = one if isinstance(one, dict) else {}
    state, text, day = told.get("state"), told.get("text", ""), told.get("day", "")
    if state not in STATES or not isinstance(text, str) or not _is_day(day):
        raise Refused(_("Kies hoe het staat: bezig, gedaan of laten vallen."))
    return {"state": state, "text": paragraph(text, model.SAID_LIMIT, _("De zin")), "day": day}


def _is_day(day: Any) -> bool:
    if day == "":
        return True
    try:
        return isinstance(day, str) and date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False
