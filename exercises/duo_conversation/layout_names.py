"""How people are called where there is little room: on the plate of a group and in the list of
spots, both on the screen and in the report."""

from __future__ import annotations

from functools import lru_cache

from exercises.duo_conversation import layout
from exercises.duo_conversation.model import DuoContext
from exercises.kit.drawing.lettering import width
from exercises.kit.rules.first_names import ShorterName, shorter

# Px beside the names: borders and space of a plate; the number of a row of the list, the space
# between what stands in it, a tile with its space, and the space between columns.
_PLATE_EDGES, _LIST_NUMBER, _LIST_GAP, _LIST_TILE, _BETWEEN_COLUMNS = 26, 60, 16, 42, 32
_LIST_LETTERS = 28


def on_plate(context: DuoContext, person: str, plate: layout.Plate) -> str:
    """The name as it fits on a plate; the shortest where none fits."""
    room = plate.width - layout.tab_width(plate.letters) - _PLATE_EDGES
    return _fitting(context, person, plate.letters, room)


def in_list(context: DuoContext, person: str, people: int) -> str:
    """The name as it fits in a row of the list with so many people."""
    columns = layout.LIST_COLUMNS
    column = (layout.RIGHT - layout.LEFT - (columns - 1) * _BETWEEN_COLUMNS) / columns
    room = (column - _LIST_NUMBER) / people - _LIST_GAP - _LIST_TILE
    return _fitting(context, person, _LIST_LETTERS, room)


def _fitting(context: DuoContext, person: str, letters: int, room: float) -> str:
    name = context.members[person].name
    forms = _forms(tuple(one.name for one in context.members.values()))[name]
    ways = forms.after(name)
    return next((one for one in ways if width(one, letters) <= room), ways[-1])


@lru_cache(maxsize=16)
def _forms(names: tuple[str, ...]) -> dict[str, ShorterName]:
    return dict(zip(names, shorter(names), strict=True))
