"""What a phone is given of the sheets that its person fills in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from exercises.contract import Json, Member, Party
from exercises.kit.rules import joint
from exercises.kit.rules.days import day_text
from exercises.kit.sheet import holder as holders
from exercises.kit.sheet import values
from exercises.kit.sheet.form import (
    SHARED,
    AskedField,
    Cell,
    SheetField,
    SheetForm,
    SheetPart,
    cell_of,
)
from exercises.kit.sheet.holder import Holder
from exercises.kit.sheet.large import large_page
from exercises.kit.sheet.words import SheetContext

# A hall of some hundreds, each with a few sheets.
_MOST_FRAMES = 4000
_FOLDER = "../../kit/sheet/browser"
# The styles of the kit, before those of the exercise.
PHONE_STYLES = ("../../kit/browser/choose_one.css", f"{_FOLDER}/phone.css")
SCREEN_STYLES = (f"{_FOLDER}/screen.css",)
CONSOLE_STYLES = (f"{_FOLDER}/console.css",)


def phone(
    form: SheetForm, context: SheetContext, holder: Holder, *,
    starts: Mapping[str, str] | None = None,
) -> Json:  # fmt: skip
    """A sheet on the phone of somebody who fills it in, as browser/phone.js draws it. `starts`:
    name of a cell -> what stands there as long as nobody wrote."""
    frame = _frame_of(form, context, holder)
    kept = holders.stored(context, holder)
    begin = {holder.slot(name): text for name, text in (starts or {}).items()}
    writers = joint.Writers(kept, holders.others(context, holder), holder.mark)
    return {
        "holder": {"kind": holder.kind, "name": holder.name, "tiles": holder.tiles},
        "pages": frame.pages,
        "limits": frame.limits,
        "joint": joint.for_phone(context, frame.limits, begin, writers),
        "values": {slot: without_who(kept[slot]) for slot in frame.chosen if slot in kept},
        "pictures": _pictures(context, holder, frame.pictures),
        "shared": _shared(form, holder, kept),
        "home": context.homework is not None,
        "until": day_text(context.homework.until) if context.homework else "",
        "reading": form.opened == "stage" and context.phase.stage not in ("", "fill")
        and context.homework is None,
        "large": _is_large(form, context, holder),
    }  # fmt: skip


def phones(form: SheetForm, context: SheetContext) -> Json:
    """All sheets that the person of this phone fills in, of which the phone lets them choose: of
    several visits there are several."""
    return {"sheets": [phone(form, context, one) for one in holders.on_phone(form, context)]}


def without_who(payload: Json) -> Json:
    """What is stored in a cell, without who put it there."""
    return {key: value for key, value in payload.items() if key != "by"}


@dataclass(frozen=True)
class _PhoneFrame:
    """What a phone is given of a sheet whatever is written on it: its pages, the limits of the
    slots for words, the other slots, and those of pictures."""

    pages: list[Json]
    limits: Mapping[str, int]
    chosen: tuple[str, ...]
    pictures: tuple[str, ...]


def _frame_of(form: SheetForm, context: SheetContext, holder: Holder) -> _PhoneFrame:
    """The frame for the person of this phone, made once for these people: on a sheet with a slip
    for each of them it takes longer than all the rest."""
    own = {party.id for party in holder.parties}
    others = tuple(one for one in context.party_by_id.values() if one.id not in own)
    named = tuple(context.framework.name(area) for area in form.areas)
    me = context.me.id if context.me else ""
    key = (holder, me, context.activity_id, context.secret, others, named)
    found: _PhoneFrame | None = form.frames.get(key)
    if found is None:
        if len(form.frames) >= _MOST_FRAMES:
            form.frames.clear()
        found = form.frames[key] = _frame(form, context, holder, others)
    return found


def _frame(
    form: SheetForm, context: SheetContext, holder: Holder, others: Sequence[Party]
) -> _PhoneFrame:
    aliases = [context.alias(one.id) for one in holder.people]
    cells = form.cells_of(aliases, [one.id for one in others])
    slots = [(holder.slot(cell.name), cell.field) for cell in cells]
    return _PhoneFrame(
        _pages(form, context, holder, others),
        {slot: field.limit for slot, field in slots if field.is_written},
        tuple(slot for slot, field in slots if not field.is_written),
        tuple(slot for slot, field in slots if field.kind == "picture"),
    )


def _pages(
    form: SheetForm, context: SheetContext, holder: Holder, others: Sequence[Party]
) -> list[Json]:
    """The pages of a phone: one for each part, and for each field of each area."""
    found = []
    for part in form.parts:
        asked = [one for one in form.asked if one.part is part]
        if part.for_each_area:
            found += [_page(part, [one], context, holder, others) for one in asked]
        else:
            found.append(_page(part, asked, context, holder, others))
    return found


def _page(
    part: SheetPart, asked: Sequence[AskedField], context: SheetContext, holder: Holder,
    others: Sequence[Party],
) -> Json:  # fmt: skip
    area = asked[0].area if asked else None
    return {
        "key": part.key if area is None else f"{part.key}-{asked[0].name}",
        "part": part.key, "label": part.label if area is None else asked[0].field.label,
        "help": part.help, "area": area,
        "area_name": context.framework.name(area) or "" if area else "",
        "fields": [_field(one, context, holder, others) for one in asked],
    }  # fmt: skip


def _field(
    asked: AskedField, context: SheetContext, holder: Holder, others: Sequence[Party]
) -> Json:
    field = asked.field
    made: Json = {
        "key": field.key, "slot": holder.slot(asked.name), "kind": field.kind,
        "label": field.label, "help": field.help, "hint": field.hint, "lines": field.lines,
        "counts": field.counts, "for_whom": field.for_whom,
        "mine": field.for_whom in ("all", holder.side_of(context.me)),
    }  # fmt: skip
    more = _rows(asked, holder) if field.kind == "rows" else more_of(asked.cells[0])
    return {**made, **more, **_slips(asked, context, holder, others)}


def _nothing(field: SheetField) -> Json:
    return {}


def _options(field: SheetField) -> Json:
    return {"options": [{"key": one.key, "label": one.label} for one in field.options]}


def _points(field: SheetField) -> Json:
    return {"ends": field.ends, "steps": field.steps}


def _camera(field: SheetField) -> Json:
    return {"camera": field.camera, "cards": field.cards}


def _rows(asked: AskedField, holder: Holder) -> Json:
    """The cells of each row, and how many rows stand there while nothing is filled in."""
    cells: dict[int, list[Cell]] = {}
    for cell in asked.cells:
        cells.setdefault(cell.row, []).append(cell)
    return {
        "fewest": asked.field.fewest,
        "grows": asked.field.grows,
        "rows": [
            [
                {"slot": holder.slot(cell.name), "kind": cell.field.kind,
                 "label": cell.field.label, "hint": cell.field.hint,
                 "lines": cell.field.lines,
                 **more_of(cell)}
                for cell in row
            ]
            for row in cells.values()
        ],
    }  # fmt: skip


def more_of(cell: Cell) -> Json:
    """What a browser needs besides, to draw a cell of its kind."""
    return _MORE.get(cell.field.kind, _nothing)(cell.field)


_MORE: Mapping[str, Callable[[SheetField], Json]] = {
    "choice": _options, "scale": _points, "picture": _camera,
}  # fmt: skip


def _slips(
    asked: AskedField, context: SheetContext, holder: Holder, others: Sequence[Party]
) -> Json:
    """Of a field for each person or organisation: whose cells there are, the own one last."""
    if asked.field.each == "party":
        return {"slips": [
            {"slot": holder.slot(cell_of(asked, one.id).name), "id": one.id, "name": one.name,
             "tile": one.tile, "gone": one.gone}
            for one in others
        ]}  # fmt: skip
    if asked.field.each == "person":
        me = context.me.id if context.me else ""
        people = sorted(holder.people, key=lambda one: one.id == me)
        return {"slips": [_slip(asked, context, holder, one, me) for one in people]}
    return {}


def _slip(
    asked: AskedField, context: SheetContext, holder: Holder, member: Member, me: str
) -> Json:
    who = context.alias(member.id)
    return {
        "slot": holder.slot(cell_of(asked, who).name), "id": who, "name": member.name,
        "tile": member.tile, "own": member.id == me, "side": holder.side_of(member),
    }  # fmt: skip


def _pictures(context: SheetContext, holder: Holder, slots: Sequence[str]) -> Json:
    """Slot -> the picture there as browsers draw it, and who chose it unless it was me."""
    if not slots:
        return {}
    kept = holders.stored(context, holder)
    people = context.member_by_alias
    me = context.alias(context.me.id) if context.me else ""
    found = {}
    for slot in slots:
        chosen = values.chosen_of(kept.get(slot))
        if chosen:
            other = None if chosen.by == me else people.get(chosen.by)
            by = other.name if other else ""
            found[slot] = {"chosen": values.picture_json(chosen), "by": by}
    return found


def _shared(form: SheetForm, holder: Holder, kept: Mapping[str, Json]) -> Json | None:
    if form.opened != "holder":
        return None
    slot = holder.slot(SHARED)
    return {"slot": slot, "on": kept.get(slot, {}).get("on") is True}


def _is_large(form: SheetForm, context: SheetContext, holder: Holder) -> bool:
    """Whether the screen shows this one sheet."""
    if not context.phase.shown:
        return False
    large = large_page(form, context)
    return large is not None and large.holder.id == holder.id
