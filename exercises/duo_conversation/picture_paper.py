"""The groups of a round on the floor, without their names, for half a page."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.duo_conversation import layout
from exercises.duo_conversation.model import DuoContext
from exercises.duo_conversation.model_arrangement import Group
from exercises.duo_conversation.picture import floor
from exercises.kit.drawing import svg as drawing

_WALL, _BELOW = 446, 44


def standing(context: DuoContext, groups: Sequence[Group], title: str) -> str | None:
    """A self-contained SVG; None when there are no groups, or more than can be seen."""
    if not groups or layout.mode_of(len(groups)) != "figures":
        return None
    spots = layout.stand([len(group.people) for group in groups])
    parts, feet = [floor()], 0.0
    for group, spot in zip(groups, spots, strict=True):
        for person, place in zip(group.people, spot.places, strict=True):
            member = context.members[person]
            parts.append(drawing.figure(place.x, place.y, place.size, member.tile, member.pose))
            feet = max(feet, place.y)
    return drawing.part("".join(parts), title, (20, _WALL, 1880, feet + _BELOW - _WALL))
