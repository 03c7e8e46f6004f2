"""What the facilitator is given of sheets: how far each is, which one is enlarged, and fields to
fill in for somebody without a phone."""

from __future__ import annotations

from collections.abc import Iterable

from exercises.contract import Control, Json, Member, Panel
from exercises.kit.rules.counts import of_all
from exercises.kit.sheet import holder as holders
from exercises.kit.sheet import large as large_pages
from exercises.kit.sheet import views, wall, words
from exercises.kit.sheet.form import SHARED, AskedField, SheetForm
from exercises.kit.sheet.holder import Holder
from exercises.kit.sheet.model import WALL, FilledSheet
from exercises.kit.sheet.words import SheetContext
from state.language import _


def panel(form: SheetForm, context: SheetContext) -> Panel:
    """The panel: which sheets are complete, or shared where that is for their holders to say; and
    the switch for the enlarged sheet."""
    there = holders.everyone(form, context)
    done = [one for one in there if _is_done(form, context.view.of(one.id))]
    answered = frozenset(person.id for one in done for person in one.people)
    shares = form.opened == "holder"
    return Panel(
        answered=answered,
        done_word=_("fiche gedeeld") if shares else _("fiche vol"),
        waiting_word=_("nog niet gedeeld") if shares else _("nog bezig"),
        summary=_summary(form, len(done), len(there)),
        count=len(done),
        total=len(there),
        controls=_controls(form, context),
    )


def desk(form: SheetForm, context: SheetContext) -> Json:
    """The scene of the console, as browser/console.js draws it: who fills in what, the enlarged
    sheet, and fields to write for somebody without a phone."""
    large = large_pages.large_page(form, context)
    on = large_pages.is_on(context)
    return {
        "stage": context.phase.stage,
        "shown": context.phase.shown,
        "large": large.key if large else WALL,
        "stops": [one.key for one in large_pages.stops(form, context)] if on else [],
        "parts": form.counted,
        "fields": [_field(one, context) for one in form.asked if _can_fill_in(one)],
        "sheets": [sheet(form, context, one) for one in holders.everyone(form, context)],
        "shares": form.opened == "holder",
        "person": form.holder == "person",
    }


def sheet(form: SheetForm, context: SheetContext, holder: Holder) -> Json:
    """One sheet on the console. `shut`: the cells in which the facilitator may not write."""
    filled = context.view.of(holder.id)
    here = tuple(one for one in holder.people if one.id in context.here)
    may_write = form.opened == "stage" or all(one.by_hand for one in here)
    return {
        **wall.on_wall(form, context, holder),
        "base": holder.slot(""),
        "shared": filled.shared,
        "share": holder.slot(SHARED),
        "may_share": filled.filled > 0 and not filled.taken,
        "present": len(here),
        "empty": max(0, form.counted - filled.filled),
        "may_write": may_write,
        "texts": dict(filled.texts) if may_write else {},
        "values": {
            name: views.without_who(one) for name, one in filled.values.items() if may_write
        },
        "shut": sorted(filled.too_long | (filled.taken if form.opened == "holder" else set())),
        "at": writers(form, context, filled, here) if form.opened == "stage" else [],
    }


def writers(
    form: SheetForm, context: SheetContext, filled: FilledSheet, people: Iterable[Member]
) -> list[Json]:
    """Who of these people is in which field of their sheet now."""
    names = {context.alias(one.id): one.name for one in people} if filled.at else {}
    return [
        {"name": names[who], "field": _label_at(form, place), "beat": beat}
        for who, (place, beat) in filled.at.items()
        if place and who in names
    ]


def _label_at(form: SheetForm, slot: str) -> str:
    """What the field of a slot is called: of a row the part it is in, where there are several."""
    cell = form.find(holders.cell_name(slot) or "")
    if cell is None:
        return ""
    if cell.row:
        return cell.asked.label if len(form.asked) > 1 else cell.field.called or cell.field.label
    return cell.field.label


def _is_done(form: SheetForm, filled: FilledSheet) -> bool:
    if form.opened == "holder":
        return filled.shared
    return filled.filled >= form.counted and not filled.shortening


def _summary(form: SheetForm, count: int, total: int) -> str:
    if form.opened == "holder":
        return of_all(
            count, total, alone=_("fiche is gedeeld"), one=_("fiches is gedeeld"),
            more=_("fiches zijn gedeeld"),
        )  # fmt: skip
    return of_all(
        count, total, alone=_("fiche is vol"), one=_("fiches is vol"), more=_("fiches zijn vol")
    )


def _can_fill_in(asked: AskedField) -> bool:
    """Whether the facilitator may fill in a field for others."""
    return asked.field.each == "once" and asked.field.kind != "own"


def _field(asked: AskedField, context: SheetContext) -> Json:
    """A field of the facilitator's form: its cells, of rows as many as stand there at first."""
    field = asked.field
    label = words.label_of(asked, context)
    cells = [cell for cell in asked.cells if cell.row <= field.fewest]
    return {
        "key": asked.name,
        "cells": [
            {
                "part": cell.name, "kind": cell.field.kind,
                "label": f"{cell.field.label} {cell.row}" if cell.row else label,
                "limit": cell.field.limit, "rows": 1 if cell.field.kind == "line" else 3,
                "cards": cell.field.cards,
                **views.more_of(cell),
            }
            for cell in cells
        ],
    }  # fmt: skip


def _controls(form: SheetForm, context: SheetContext) -> tuple[Control, ...]:
    if not large_pages.is_on(context):
        return ()
    large = large_pages.large_page(form, context)
    return (
        Control(
            "large", _("Wat hangt er groot?"), large.key if large else WALL,
            (
                (WALL, _("de hele muur")),
                *((one.key, one.label) for one in large_pages.stops(form, context)),
            ),
        ),
    )  # fmt: skip
