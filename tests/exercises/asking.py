"""What somebody reads of the results of one exercise, without a store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from exercises.contract import Answer, Exercise, Member, Party, Phase
from exercises.engine.readers import FOR_OTHERS, Asker, completed, given, read_by
from exercises.results import Origin, Result

ORIGIN = Origin("", "meeting", "Kick-off", "2026-11-22", "activity", "De oefening")


def results_for(
    asker: Asker, exercise: Exercise[Any, Any], phase: Phase, answers: Iterable[Answer], *,
    people: Mapping[str, Member], parties: Iterable[Party], config: Any = None,
) -> tuple[Result, ...]:  # fmt: skip
    """What an asker reads; `config` is the sample by default."""
    of = exercise.sample if config is None else config
    view = exercise.fold(of, list(answers))
    known = tuple(parties)

    def made(of_asker: Asker) -> tuple[Result, ...]:
        found = given(exercise, of, view, phase, of_asker)
        return tuple(completed(found, ORIGIN, people, known))

    own = made(asker) if asker.role == "phone" else ()
    return read_by(asker, made(FOR_OTHERS), own)
