"""What phone and screen are given of the organisatiefiche."""

from __future__ import annotations

import re

from exercises.contract import Context, Json, Party, Scene
from exercises.kit.rules import joint
from exercises.kit.rules.hyphens import name_forms
from exercises.organisation_sheet import content, model
from exercises.organisation_sheet.config import SheetConfig
from exercises.organisation_sheet.model import Chosen, SheetView
from exercises.organisation_sheet.views_earlier import earlier_texts
from state.language import _

SheetContext = Context[SheetConfig, SheetView]
_STYLES = ("phone.css",)
_SCREEN_STYLES = ("screen.css",)


def phone(context: SheetContext) -> Scene:
    """The own sheet: to write on together, or to read while the wall is on the screen."""
    me = context.me
    if me is None:
        return Scene("phone.js", _STYLES, {"parts": []})
    colleagues = model.joined(context.members.values(), me.organisation_id)
    starts = {model.slot(part): text for part, text in model.starts(colleagues).items()}
    limits = model.limits(context.config)
    rows = max(model.FEWEST_PEOPLE, len(colleagues))
    large = large_one(context)
    return Scene(
        "phone.js",
        _STYLES,
        {
            "organisation": {"name": me.organisation, "tile": me.tile},
            "rows": rows if context.config.people else 0,
            "fields": [
                {"slot": model.slot(one.key), "label": one.label, "question": one.question}
                for one in context.config.shown
            ],
            "limits": {"text": model.TEXT_LIMIT, "name": model.NAME_LIMIT,
                       "role": model.ROLE_LIMIT},
            "joint": joint.for_phone(context, map(model.slot, limits), starts),
            "picture": _own_picture(context),
            "earlier": earlier_texts(context, me.organisation_id)
            if context.phase.stage == "fill" else [],
            "large": large is not None and large.id == me.organisation_id,
        },
    )  # fmt: skip


def screen(context: SheetContext) -> Scene:
    """The wall of sheets, or one of them large."""
    large = large_one(context) if context.phase.shown else None
    return Scene(
        "screen.js",
        _SCREEN_STYLES,
        {
            "stage": context.phase.stage,
            "hidden": not context.phase.shown,
            "parts": context.config.parts,
            "sheets": [
                {**on_wall(context, party), "said": said(context, party)}
                for party in context.organisations
            ],
            "large": None if large is None else _large(context, large),
        },
    )


def large_one(context: SheetContext) -> Party | None:
    """The id of the organisation whose sheet is enlarged: the chosen one; in the walk, else the
    first."""
    if context.phase.stage not in ("wall", "walk") or not context.organisations:
        return None
    chosen = context.phase.option("large", None)
    found = next((one for one in context.organisations if one.id == chosen), None)
    if found is None and context.phase.stage == "walk" and chosen != model.WALL:
        return context.organisations[0]
    return found


def people_of(context: SheetContext, party: Party) -> list[tuple[str, str]]:
    """Name and function of the people on the sheet of an organisation."""
    if not context.config.people:
        return []
    colleagues = model.joined(context.members.values(), party.id)
    return model.people_on(context.view.of(party.id), colleagues)


def picture_json(chosen: Chosen | None) -> Json | None:
    """A picture as browsers draw it: the file of a card or the id of a photo, and its words."""
    if chosen is None:
        return None
    if chosen.photo:
        return {"photo": chosen.photo, "alt": _("De foto van deze organisatie")}
    card = content.cards().get(chosen.card)
    return {"card": card.id, "file": card.file, "alt": card.alt} if card else None


def _own_picture(context: SheetContext) -> Json | None:
    if not context.config.picture:
        return None
    chosen = model.chosen_of(context.ours.get(model.slot("picture")))
    names = {context.alias(one.id): one.name for one in context.members.values()}
    by = names.get(chosen.by, "") if chosen else ""
    own = (
        context.me is not None and chosen is not None and chosen.by == context.alias(context.me.id)
    )
    return {
        "slot": model.slot("picture"), "question": context.config.picture_question,
        "camera": context.config.camera, "chosen": picture_json(chosen),
        "by": "" if own else by,
    }  # fmt: skip


def on_wall(context: SheetContext, party: Party) -> Json:
    """The small version of an organisation's sheet, for the overview of all."""
    sheet = context.view.of(party.id)
    return {
        "id": party.id, "kind": party.sector, "tile": party.tile,
        **name_forms(party.name, party.short),
        "filled": sheet.filled, "too_long": len(sheet.too_long),
        "picture": picture_json(sheet.picture),
    }  # fmt: skip


def said(context: SheetContext, party: Party) -> list[str]:
    """What a sheet says from afar, from most to least: the first sentence of each text with its
    title, without it, and the first one alone. Empty while the sheets do not hang on the wall."""
    sheet = context.view.of(party.id)
    first = [
        (one.label, sentence) for one in context.config.shown
        if (sentence := _first_sentence(sheet.texts.get(one.key, "")))
    ]  # fmt: skip
    if not context.phase.shown or not first:
        return []
    sentences = [sentence for _label, sentence in first]
    titled = "\n".join(f"{label}: {sentence}" for label, sentence in first)
    return list(dict.fromkeys((titled, "\n".join(sentences), sentences[0])))


def _first_sentence(words: str) -> str:
    """The first sentence of a text, or its first line; with a sign where more follows."""
    line = words.strip().partition("\n")[0]
    found = re.match(r".*?[.!?…]+(?=\s|$)", line)
    first = found[0] if found else line
    return first if first == words.strip() else f"{first.rstrip('…')} …"


def _large(context: SheetContext, party: Party) -> Json:
    sheet = context.view.of(party.id)
    return {
        "id": party.id,
        "people": [{"name": name, "role": role} for name, role in people_of(context, party)],
        "fields": [
            {
                "key": one.key, "label": one.label, "text": sheet.texts.get(one.key, ""),
                "too_long": one.key in sheet.too_long,
            }
            for one in context.config.shown
        ],
    }  # fmt: skip
