"""Which sheet is large on the screen, and which of its fields: a sheet with more words than fit in
letters that are read from the back row goes over several pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from exercises.kit.drawing.lettering import wrapped
from exercises.kit.sheet import holder as holders
from exercises.kit.sheet.form import AskedField, SheetForm
from exercises.kit.sheet.holder import Holder
from exercises.kit.sheet.model import WALL
from exercises.kit.sheet.words import SheetContext, label_of, picture_on, text_signed
from state.language import _

# As in screen.css, in px of the screen: the room for words beside a picture or alone.
_HIGH, _WIDE_BESIDE, _WIDE = 634, 848, 1536
_SIZE, _LINE, _APART = 32, 1.26, 24
# What is said last of the fields in which nothing stands.
_EMPTY = 80
# With fewer characters it fits, however wide they are.
_SURELY = 300


@dataclass(frozen=True)
class LargePage:
    """A page of a sheet: the fields on it, in order. `page` counts from 1."""

    holder: Holder
    fields: tuple[AskedField, ...]
    page: int = 1
    pages: int = 1

    @property
    def key(self) -> str:
        """What the switch on the console holds."""
        return self.holder.key if self.page == 1 else f"{self.holder.key}/{self.page}"

    @property
    def label(self) -> str:
        """As the switch names it."""
        if self.pages == 1:
            return self.holder.name
        return _("{title}, blad {page} van {pages}").format(
            title=self.holder.name, page=self.page, pages=self.pages
        )


def is_on(context: SheetContext) -> bool:
    """Whether the stage is one in which a sheet may be large."""
    return context.phase.stage in ("wall", "walk")


def pages(form: SheetForm, context: SheetContext, holder: Holder) -> list[LargePage]:
    """The pages of a sheet, always at least one."""
    found = _divided(form, context, holder)
    return [
        LargePage(holder, tuple(fields), at, len(found)) for at, fields in enumerate(found, start=1)
    ]


def stops(form: SheetForm, context: SheetContext) -> list[LargePage]:
    """All pages of all sheets, in the order of the walk."""
    return [page for one in holders.everyone(form, context) for page in pages(form, context, one)]


def large_page(form: SheetForm, context: SheetContext) -> LargePage | None:
    """The page that is on: the chosen one, of a sheet that became shorter its last one; in the
    walk, else the first of all. None for the wall."""
    there = holders.everyone(form, context)
    if not is_on(context) or not there:
        return None
    chosen = context.phase.option("large", None)
    whose, _slash, number = chosen.partition("/") if isinstance(chosen, str) else ("", "", "")
    found = next((one for one in there if one.key == whose), None)
    if found is None:
        walks = context.phase.stage == "walk" and chosen != WALL
        return pages(form, context, there[0])[0] if walks else None
    divided = pages(form, context, found)
    numbered = {f"{one.page}": one for one in divided}
    return numbered.get(number or "1", divided[-1])


def _divided(form: SheetForm, context: SheetContext, holder: Holder) -> list[list[AskedField]]:
    """The fields by page; those without words are on the last one."""
    sheet = context.view.of(holder.id)
    asked = [one for one in form.asked if one.field.kind not in ("picture", "own")]
    texts = {one.name: text_signed(one, sheet, context) for one in asked}
    if sum(len(text) for text in texts.values()) < _SURELY:
        return [asked]
    wide = _WIDE_BESIDE if picture_on(form, sheet) else _WIDE
    found: list[list[AskedField]] = [[]]
    high = 0.0
    for one in asked:
        more = _high(label_of(one, context), texts[one.name], wide) if texts[one.name] else 0
        if found[-1] and high + more > _HIGH - _EMPTY:
            found.append([])
            high = 0
        found[-1].append(one)
        high += more
    empty = [one for one in asked if not texts[one.name]]
    kept = [[one for one in page if one not in empty] for page in found]
    divided: list[list[AskedField]] = [page for page in kept if page] or [[]]
    divided[-1] += empty
    return divided


@lru_cache(maxsize=8192)
def _high(label: str, text: str, wide: float) -> float:
    lines = (label, *text.split("\n"))
    count = sum(len(wrapped(one, _SIZE, wide, 700)) for one in lines)
    return count * _SIZE * _LINE + _APART
