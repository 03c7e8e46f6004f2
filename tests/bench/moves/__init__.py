"""How a hall plays each exercise: one file for each kind, found by its name.

Such a file has `async def play(hall)`, which goes through the stages and lets people answer, and
may have `configure(exercise, parties)` where the sample will not do, `TAKEN`, how refusals
begin that are no fault because somebody else was first, and `VISITS = True` where the track needs
visits.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from exercises.contract import Exercise, Party
from tests.bench.hall import Configure, Hall


@dataclass(frozen=True)
class Moves:
    """How one kind is played."""

    play: Callable[[Hall], Awaitable[None]]
    configure: Configure
    taken: tuple[str, ...]
    visits: bool = False


def kinds() -> tuple[str, ...]:
    """All kinds that the bench can play."""
    found = Path(__file__).parent.glob("*.py")
    return tuple(sorted(path.stem for path in found if path.stem != "__init__"))


def of_kind(kind: str) -> Moves:
    """The moves of a kind; KeyError for one without."""
    if kind not in kinds():
        raise KeyError(kind)
    module = import_module(f"{__name__}.{kind}")
    return Moves(
        module.play, getattr(module, "configure", _sample), getattr(module, "TAKEN", ()),
        getattr(module, "VISITS", False),
    )  # fmt: skip


def _sample(exercise: Exercise[Any, Any], parties: tuple[Party, ...]) -> Any:
    return exercise.sample
