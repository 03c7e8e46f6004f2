"""What is filled in in a cell that holds no words written together: a choice, a point on a scale, a
day, a time, a picture. Each is stored as a JSON object with one key, empty when taken away:

    {"choice": key}   {"scale": 1..steps}   {"date": ISO}   {"time": "HH:MM"}
    {"card": id, "by": alias}   {"photo": id, "by": alias}
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from exercises.contract import Entry, Json
from exercises.kit.rules.days import day_of_year
from exercises.kit.sheet.deck import cards
from exercises.kit.sheet.form import SheetField
from state.language import _
from state.models import FACILITATOR
from state.problems import Refused

_PICTURE_ID = re.compile(r"[\w-]{6,40}", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
# Years that a day on a sheet may be in.
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


@dataclass(frozen=True)
class Chosen:
    """The picture on a sheet: a drawn card, or a photo of `picture` id. `by`: alias of who."""

    card: str = ""
    photo: str = ""
    by: str = ""


def judged(field: SheetField, entry: Entry[Any, Any]) -> Json:
    """What is stored of an answer in such a field; Refused for what it can't be."""
    return _JUDGES[field.kind](field, entry)


def is_held(field: SheetField, payload: Json | None) -> bool:
    """Whether a stored answer holds something."""
    if field.kind == "own":
        return any(any(one) if isinstance(one, list) else one for one in (payload or {}).values())
    return bool(said(field, payload)) if payload else False


def said(field: SheetField, payload: Json | None) -> str:
    """A stored answer in words; "" for nothing, and for an option that is no longer there."""
    payload = payload or {}
    if field.kind == "choice":
        known = (*field.options, *field.former)
        return next((one.label for one in known if one.key == payload.get("choice")), "")
    if field.kind == "scale":
        return _on_scale(field, payload.get("scale"))
    if field.kind == "date":
        return day_of_year(str(payload.get("date", "")))
    if field.kind == "time":
        return str(payload.get("time", ""))
    return _pictured(chosen_of(payload))


def chosen_of(payload: Json | None) -> Chosen | None:
    """The picture in a stored answer; None when it was taken away."""
    payload = payload or {}
    card, photo = payload.get("card", ""), payload.get("photo", "")
    return Chosen(card, photo, payload.get("by", "")) if card or photo else None


def picture_json(chosen: Chosen | None) -> Json | None:
    """A picture as browsers draw it: the file of a card or the id of a photo, and its words."""
    if chosen is None:
        return None
    if chosen.photo:
        return {"photo": chosen.photo, "alt": _("De foto op deze fiche")}
    card = cards().get(chosen.card)
    return {"card": card.id, "file": card.file, "alt": card.alt} if card else None


def _pictured(chosen: Chosen | None) -> str:
    if chosen is None:
        return ""
    card = cards().get(chosen.card)
    return card.alt if card else _("Een eigen foto")


def _on_scale(field: SheetField, at: Any) -> str:
    if not isinstance(at, int) or isinstance(at, bool) or not 1 <= at <= field.steps:
        return ""
    told = _("{n} van {m}").format(n=at, m=field.steps)
    ends = {1: field.ends[0], field.steps: field.ends[1]}
    return f"{told} ({ends[at]})" if ends.get(at) else told


def _choice(field: SheetField, entry: Entry[Any, Any]) -> Json:
    chosen = entry.payload.get("choice")
    if chosen in ("", None):
        return {}
    if isinstance(chosen, str) and chosen in {one.key for one in field.options}:
        return {"choice": chosen}
    raise Refused(_("Deze keuze staat er niet meer bij. Kies een andere."))


def _scale(field: SheetField, entry: Entry[Any, Any]) -> Json:
    at = entry.payload.get("scale")
    if at is None or at == 0:
        return {}
    if _on_scale(field, at):
        return {"scale": at}
    raise Refused(_("Kies een punt op de schaal."))


def _date(field: SheetField, entry: Entry[Any, Any]) -> Json:
    typed = entry.payload.get("date")
    if typed in ("", None):
        return {}
    try:
        found = date.fromisoformat(typed if isinstance(typed, str) else "")
    except ValueError:
        found = None
    if found is None or not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise Refused(_("Deze datum bestaat niet. Kies een dag."))
    return {"date": found.isoformat()}


def _time(field: SheetField, entry: Entry[Any, Any]) -> Json:
    typed = entry.payload.get("time")
    if typed in ("", None):
        return {}
    if isinstance(typed, str) and _TIME.fullmatch(typed):
        return {"time": typed}
    raise Refused(_("Dit uur bestaat niet. Kies een uur, zoals 9:30."))


def _picture(field: SheetField, entry: Entry[Any, Any]) -> Json:
    who = {} if entry.author == FACILITATOR else {"by": entry.alias(entry.author)}
    card, photo = entry.payload.get("card"), entry.payload.get("photo")
    if isinstance(card, str) and field.cards and card in cards():
        return {"card": card, **who}
    if isinstance(photo, str) and _PICTURE_ID.fullmatch(photo):
        if not field.camera:
            raise Refused(_("Een foto kan hier niet. Kies een van de beelden."))
        return {"photo": photo, **who}
    if not card and not photo:
        return dict(who)
    raise Refused(_("Dit beeld kennen we niet. Kies een ander."))


_JUDGES: Mapping[str, Callable[[SheetField, Entry[Any, Any]], Json]] = {
    "choice": _choice, "scale": _scale, "date": _date, "time": _time, "picture": _picture,
}  # fmt: skip
