"""What can hang on the screen: an area, the conclusions or the learning questions across
organisations, or one organisation across all of it. Each is a table of one or more pages.

A table holds what there is: rows and columns without any text are left out and named in one line,
and a table without any text is no sight at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exercises.contract import Context, Party
from exercises.kit.sheet.model import FilledSheet, SheetsView
from exercises.reflection_sheet import content, layout, model
from exercises.reflection_sheet.config import ReflectionConfig
from state.language import _, ngettext

# About as many letters as two lines below the table hold.
_MOST_LETTERS = 190

ReflectionContext = Context[ReflectionConfig, SheetsView]


@dataclass(frozen=True)
class Head:
    """The head of a column; `cup` is the drawing, "" for none."""

    label: str
    cup: str = ""


@dataclass(frozen=True)
class WallLine:
    """A row: an organisation, or an area of one, and a text for each column. `shortening`: the
    columns, from 0, whose text is too long and still being shortened."""

    name: str
    cells: tuple[str, ...]
    tile: int | None = None
    area: int | None = None
    shortening: tuple[int, ...] = ()
    short: str = ""

    @classmethod
    def of(
        cls, name: str, sheet: FilledSheet, parts: Sequence[str], *, tile: int | None = None,
        area: int | None = None, short: str = "",
    ) -> WallLine:  # fmt: skip
        """The row with these parts of a sheet."""
        cells = tuple(map(sheet.text, parts))
        long = tuple(place for place, part in enumerate(parts) if part in sheet.too_long)
        return cls(name, cells, tile, area, long, short)

    def holds(self, at: int) -> bool:
        """Whether there is something in a column: a text, or one that is made shorter now."""
        return bool(self.cells[at]) or at in self.shortening

    def only(self, columns: Sequence[int]) -> WallLine:
        """The row with these columns only."""
        long = tuple(new for new, old in enumerate(columns) if old in self.shortening)
        return replace(self, cells=tuple(self.cells[at] for at in columns), shortening=long)


@dataclass(frozen=True)
class Missing:
    """A line on what is not there: in full, and `short` for where that has no room."""

    name: str = ""
    short: str = ""


@dataclass(frozen=True)
class Sight:
    """One page: `key` is what the switch on the console holds, `name_heights` how many px each
    name may be high, `missing` what is awaited and from whom."""

    key: str
    title: str
    heads: tuple[Head, ...]
    lines: tuple[WallLine, ...]
    size: int
    page: int = 1
    pages: int = 1
    area: int | None = None
    tile: int | None = None
    party: str = ""
    name_heights: tuple[int, ...] = ()
    missing: Missing = Missing()

    @property
    def label(self) -> str:
        """As the switch on the console names it."""
        if self.pages == 1:
            return self.title
        return _("{title}, blad {page} van {pages}").format(
            title=self.title, page=self.page, pages=self.pages
        )


@dataclass(frozen=True)
class _WallTable:
    key: str
    title: str
    heads: tuple[Head, ...]
    lines: tuple[WallLine, ...]
    area: int | None = None
    tile: int | None = None
    party: str = ""
    missing: Missing = Missing()


def shared(context: ReflectionContext) -> list[Party]:
    """The organisations whose sheet may be read."""
    return [one for one in context.organisations if context.view.of(one.id).shared]


def sights(context: ReflectionContext) -> list[Sight]:
    """All pages that the screen can show, in order; an empty one when there is nothing yet."""
    tables = list(_tables(context))
    filled = [made for table in tables if (made := _with_what_there_is(context, table))]
    found = [sight for table in filled for sight in _paged(table)]
    first = tables[0] if tables else _WallTable("", "", (), ())
    return found or [Sight(first.key, first.title, (), (), layout.SIZES[0])]


def current(context: ReflectionContext, all_sights: list[Sight]) -> Sight:
    """The page that is on: the chosen one; of a table that became shorter its last page, of one
    that is gone the first page of all."""
    chosen = context.phase.option("show", "")
    chosen = chosen if isinstance(chosen, str) else ""
    found = next((one for one in all_sights if one.key == chosen), None)
    if found is None:
        table = chosen.partition("/")[0]
        of_table = [one for one in all_sights if one.key.partition("/")[0] == table]
        found = of_table[-1] if of_table else all_sights[0]
    return found


def _tables(context: ReflectionContext) -> Iterator[_WallTable]:
    config, read = context.config, shared(context)
    for area in config.areas:
        yield _WallTable(
            f"area-{area}", context.framework.name(area) or "", _cup_heads(config),
            tuple(_of_area(context, party, area) for party in read), area=area,
        )  # fmt: skip
    if config.conclusions:
        yield _WallTable(
            "ends", _("Besluit"), _conclusion_heads(config),
            tuple(_of_ends(context, party) for party in read),
        )  # fmt: skip
    if config.questions:
        yield _WallTable(
            "questions", content.QUESTIONS, _question_heads(),
            tuple(_of_questions(context, party) for party in read),
        )  # fmt: skip
    for party in read:
        yield from _of_party(context, party)


def _of_party(context: ReflectionContext, party: Party) -> Iterator[_WallTable]:
    config, sheet = context.config, context.view.of(party.id)
    areas = tuple(
        WallLine.of(
            context.framework.name(area) or "", sheet,
            [model.cup(area, one.key) for one in config.cups], area=area,
        )
        for area in config.areas
    )  # fmt: skip
    same = {"tile": party.tile, "party": party.id}
    yield _WallTable(f"party-{party.id}", party.name, _cup_heads(config), areas, **same)  # type: ignore[arg-type]
    if config.conclusions:
        ends = _of_ends(context, party)
        yield _WallTable(
            f"ends-{party.id}", _("{name}: besluit").format(name=party.name),
            _conclusion_heads(config), (ends,), **same,  # type: ignore[arg-type]
        )  # fmt: skip
    if config.questions:
        asked = _of_questions(context, party)
        yield _WallTable(
            f"questions-{party.id}", _("{name}: leervragen").format(name=party.name),
            _question_heads(), (asked,), **same,  # type: ignore[arg-type]
        )  # fmt: skip


def _with_what_there_is(context: ReflectionContext, table: _WallTable) -> _WallTable | None:
    """The table without rows and columns that hold no text; None when nothing is left."""
    lines = [line for line in table.lines if any(map(line.holds, range(len(line.cells))))]
    columns = [at for at, _head in enumerate(table.heads) if any(line.holds(at) for line in lines)]
    if not lines:
        return None
    return replace(
        table, heads=tuple(table.heads[at] for at in columns),
        lines=tuple(line.only(columns) for line in lines),
        missing=_missing(context, table, {line.name for line in lines}, columns),
    )  # fmt: skip


def _missing(
    context: ReflectionContext, table: _WallTable, present: set[str], columns: list[int]
) -> Missing:
    """Of whom nothing is here; in the sheet of one organisation: about what."""
    empty = [head.label for at, head in enumerate(table.heads) if at not in columns]
    if table.party:
        absent = [line.name for line in table.lines if line.name not in present]
        said = _nothing_about([*absent, *empty])
        return Missing(said, said)
    away = [one for one in context.organisations if one.name not in present]
    about = _nothing_about(empty)
    full = _nothing_of([one.name for one in away])
    short = _nothing_of([one.short or one.name for one in away])
    if len(short) > _MOST_LETTERS:
        short = ngettext(
            "Nog niets van {n} organisatie.", "Nog niets van {n} organisaties.", len(away)
        ).format(n=len(away))
    return Missing(f"{full} {about}".strip(), f"{short} {about}".strip())


def _nothing_of(names: list[str]) -> str:
    return _("Nog niets van: {names}.").format(names=", ".join(names)) if names else ""


def _nothing_about(names: list[str]) -> str:
    return _("Nog niets bij: {names}.").format(names=", ".join(names)) if names else ""


def _paged(table: _WallTable) -> Iterator[Sight]:
    cells = [line.cells for line in table.lines]
    divided = layout.pages(cells)
    for number, page in enumerate(divided, start=1):
        yield Sight(
            table.key if number == 1 else f"{table.key}/{number}", table.title, table.heads,
            tuple(table.lines[place] for place in page.rows), page.size, number, len(divided),
            table.area, table.tile, table.party,
            tuple(layout.name_heights([cells[place] for place in page.rows], page.size)),
            table.missing,
        )  # fmt: skip


def _of_area(context: ReflectionContext, party: Party, area: int) -> WallLine:
    parts = [model.cup(area, one.key) for one in context.config.cups]
    return WallLine.of(
        party.name, context.view.of(party.id), parts, tile=party.tile, short=party.short
    )


def _of_ends(context: ReflectionContext, party: Party) -> WallLine:
    parts = [one.key for one in context.config.conclusions]
    return WallLine.of(
        party.name, context.view.of(party.id), parts, tile=party.tile, short=party.short
    )


def _of_questions(context: ReflectionContext, party: Party) -> WallLine:
    sheet = context.view.of(party.id)
    return WallLine.of(party.name, sheet, model.QUESTIONS, tile=party.tile, short=party.short)


def _cup_heads(config: ReflectionConfig) -> tuple[Head, ...]:
    return tuple(Head(one.label, one.key) for one in config.cups)


def _conclusion_heads(config: ReflectionConfig) -> tuple[Head, ...]:
    return tuple(Head(one.label) for one in config.conclusions)


def _question_heads() -> tuple[Head, ...]:
    return tuple(
        Head(_("Leervraag {n}").format(n=number))
        for number, _part in enumerate(model.QUESTIONS, start=1)
    )
