"""The description of a sheet: its parts, their fields, and the cells that they make.

A cell is what is stored in one slot. A field makes one cell, or one for each area, person or other
organisation; a field of rows makes one for each column of each row. A cell has a name that is
unique on the sheet:

    <field>            a field that stands there once          core
    <area>-<field>     in a part that comes for each area      1-strong
    <column><row>      in a field of rows, from row 1          name2
    <any of these>-<id>    for each person (an alias) or each other organisation (its id)

Names are part of what is stored: the key of a field is never renamed, and no key begins with
another and a hyphen.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from exercises.contract import TrackVisit

# "own" is judged and drawn by the exercise itself.
FieldKind = Literal["line", "text", "choice", "scale", "date", "time", "picture", "rows", "own"]
# Whose a sheet is.
HolderKind = Literal["person", "organisation", "visit"]
# On the sheet of a visit: who fills a field in.
ForWhom = Literal["all", "guests", "host"]
# Once for the sheet, or once for each of its people, or for each other organisation of the track.
Each = Literal["once", "person", "party"]
# When others may read a sheet: once the stage shows it, or once its holder shares it.
Opened = Literal["stage", "holder"]

LINE_LIMIT, TEXT_LIMIT = 80, 400
STEP = "sheet"
SHARED = "shared"


@dataclass(frozen=True)
class SheetOption:
    """An answer of a choice. `key` is stored."""

    key: str
    label: str


@dataclass(frozen=True)
class SheetField:
    """Something to fill in.

    `help`: the question that stands with it; `hint`: a sentence below it while it is empty;
    `limit`: characters, of a line or a text; `lines`: how high a text field begins. `called`: its
    name in a refusal ('De naam'), by default its label. `options` are those of a choice, `former`
    those that it had, for answers that hold them; `ends` is what stands at the lowest and the
    highest of the `steps` points of a scale; `columns` are the fields of a row, of which `fewest`
    rows stand there and `most` fit; `grows`: people may add rows. `camera`: a photo may be sent;
    `cards`: or a drawn card chosen. `counts`: whether it is among what is to be filled in.
    """

    key: str
    label: str
    kind: FieldKind = "text"
    help: str = ""
    limit: int = TEXT_LIMIT
    lines: int = 4
    hint: str = ""
    called: str = ""
    for_whom: ForWhom = "all"
    each: Each = "once"
    options: tuple[SheetOption, ...] = ()
    former: tuple[SheetOption, ...] = ()
    ends: tuple[str, str] = ("", "")
    steps: int = 5
    columns: tuple[SheetField, ...] = ()
    fewest: int = 1
    most: int = 8
    grows: bool = True
    camera: bool = True
    cards: bool = False
    counts: bool = True

    @property
    def is_written(self) -> bool:
        """Whether it is words, which people write together."""
        return self.kind in ("line", "text")


@dataclass(frozen=True)
class SheetPart:
    """What is filled in on one page of a phone; of a part `for_each_area`, one page for each field
    of each area. `help` stands above its fields."""

    key: str
    label: str
    fields: tuple[SheetField, ...]
    for_each_area: bool = False
    help: str = ""


@dataclass(frozen=True)
class Cell:
    """A place on the sheet. `field`: what is filled in, of a row its column; `asked`: the field of
    the form that it belongs to; `whose`: the id that its name ends with, or ""."""

    name: str
    field: SheetField
    asked: SheetField
    area: int | None = None
    row: int = 0
    whose: str = ""


@dataclass(frozen=True)
class AskedField:
    """A field as it is asked and counted: once, or once for each area. `cells` are those that stand
    there always: for one for each person or party, it is the one without an id."""

    field: SheetField
    part: SheetPart
    area: int | None
    cells: tuple[Cell, ...]

    @property
    def name(self) -> str:
        """Its name on the sheet, unique as those of cells are."""
        return _named(self.field.key, self.area)

    @cached_property
    def _cell_names(self) -> frozenset[str]:
        return frozenset(cell.name for cell in self.cells)

    def is_in(self, names: Collection[str]) -> bool:
        """Whether one of its cells is among these."""
        if self.field.each == "once":
            return not self._cell_names.isdisjoint(names)
        return any(name.startswith(f"{self.name}-") for name in names)


@dataclass(frozen=True)
class SheetForm:
    """A sheet. `areas`: the numbers of the areas for the parts that come for each of them.
    `visits`: for sheets of visits, those of the track (`Exercise.with_visits` brings them into the
    configuration)."""

    parts: tuple[SheetPart, ...]
    holder: HolderKind = "organisation"
    opened: Opened = "stage"
    areas: tuple[int, ...] = ()
    visits: tuple[TrackVisit, ...] = ()

    @cached_property
    def asked(self) -> tuple[AskedField, ...]:
        """All fields in order, those of areas area by area."""
        return tuple(self._asked())

    @cached_property
    def frames(self) -> dict[Hashable, Any]:
        """What was made of this sheet for phones and does not change with what is written on it;
        see `views.phone`."""
        return {}

    @cached_property
    def counted(self) -> int:
        """How many fields there are to fill in."""
        return sum(one.field.counts for one in self.asked)

    @cached_property
    def cells(self) -> dict[str, Cell]:
        """The cells that stand there whoever fills it in, by name."""
        return {
            cell.name: cell
            for one in self.asked if one.field.each == "once"
            for cell in one.cells
        }  # fmt: skip

    def find(self, name: str) -> Cell | None:
        """The cell of that name, whoever's it is; None where the sheet has none."""
        cell = self.cells.get(name)
        if cell is not None:
            return cell
        for one in self.asked:
            base = f"{one.name}-"
            if one.field.each != "once" and name.startswith(base) and len(name) > len(base):
                return cell_of(one, name.removeprefix(base))
        return None

    def cells_of(self, people: Collection[str], parties: Collection[str] = ()) -> list[Cell]:
        """All cells of a sheet: `people`, the aliases of who fill it in, `parties` the ids of the
        other organisations."""
        found: list[Cell] = []
        for one in self.asked:
            whose = {"once": (), "person": people, "party": parties}[one.field.each]
            found += one.cells if one.field.each == "once" else [cell_of(one, id_) for id_ in whose]
        return found

    def _asked(self) -> Iterator[AskedField]:
        for part in self.parts:
            for area in self.areas if part.for_each_area else (None,):
                for field in part.fields:
                    yield AskedField(field, part, area, tuple(_cells(field, area)))


def cell_of(asked: AskedField, whose: str) -> Cell:
    """The cell of a field that a person (an alias) or an organisation has there."""
    return Cell(f"{asked.name}-{whose}", asked.field, asked.field, asked.area, whose=whose)


def _cells(field: SheetField, area: int | None) -> Iterator[Cell]:
    if field.kind != "rows":
        yield Cell(_named(field.key, area), field, field, area)
        return
    for row in range(1, field.most + 1):
        for column in field.columns:
            yield Cell(_named(f"{column.key}{row}", area), column, field, area, row)


def _named(key: str, area: int | None) -> str:
    return key if area is None else f"{area}-{key}"
