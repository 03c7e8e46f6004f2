"""The exercises of the product: each is a folder, and one line in the list below."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from exercises import (
    actions,
    announcement,
    closing,
    domino,
    duo_conversation,
    gift_sequels,
    gifts,
    guide,
    lenses,
    line,
    neighbourhood_map,
    open_stance,
    organisation_sheet,
    own_sheet,
    quotes,
    recall,
    reflection_sheet,
)
from exercises.contract import Exercise
from state.models import INTERLUDES

EXERCISES: tuple[Exercise[Any, Any], ...] = (
    line.EXERCISE,
    organisation_sheet.EXERCISE,
    duo_conversation.EXERCISE,
    domino.EXERCISE,
    neighbourhood_map.EXERCISE,
    announcement.EXERCISE,
    guide.EXERCISE,
    open_stance.EXERCISE,
    recall.EXERCISE,
    gifts.EXERCISE,
    lenses.EXERCISE,
    reflection_sheet.EXERCISE,
    own_sheet.EXERCISE,
    gift_sequels.EXERCISE,
    actions.EXERCISE,
    quotes.EXERCISE,
    closing.EXERCISE,
)

_FOLDER = Path(__file__).resolve().parent
_BY_KIND = {exercise.kind: exercise for exercise in EXERCISES}


def of_kind(kind: str) -> Exercise[Any, Any] | None:
    """The exercise of that kind; None for one that this version doesn't know."""
    return _BY_KIND.get(kind)


def sign_of(kind: str) -> Path | None:
    """The drawing of an exercise that belongs to no area, `sign.svg` in its folder, or that of a
    break or talk; 60 by 60 units. None for an exercise of an area, which has the area's drawing,
    and for an unknown kind."""
    if kind in INTERLUDES:
        return _FOLDER / "kit" / "look" / "interludes" / f"{kind}.svg"
    exercise = of_kind(kind)
    if exercise is None or exercise.area is not None:
        return None
    path = _FOLDER / kind / "sign.svg"
    return path if path.is_file() else None
