"""A mixed-integer programme as HiGHS takes it: what the matching and the mix both need. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import highspy
import numpy as np
from numpy.typing import NDArray

# A whole column at or above this is chosen. All numbers of an objective are whole, so a gap below
# it is an exact answer too.
CHOSEN = 0.5


@dataclass
class LinearRows:
    """Constraints, as HiGHS takes them: each with bounds, columns and their numbers."""

    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    column: list[int] = field(default_factory=list)
    number: list[float] = field(default_factory=list)

    def add(self, lower: float, upper: float, terms: Iterable[tuple[int, float]]) -> None:
        """lower <= sum of number * column <= upper."""
        self.start.append(len(self.column))
        self.lower.append(lower)
        self.upper.append(upper)
        for column, number in terms:
            self.column.append(column)
            self.number.append(number)


def solver(
    upper: NDArray[np.float64], whole: Sequence[int], rows: LinearRows, *, seconds: float
) -> highspy.Highs:
    """A silent solver that maximises: columns from 0 to `upper`, those of `whole` in whole numbers,
    and at most so many seconds for an answer. It has no costs yet."""
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.silent()
    for option, value in (
        ("threads", 1), ("time_limit", seconds), ("mip_abs_gap", CHOSEN), ("mip_rel_gap", 0.0)
    ):  # fmt: skip
        highs.setOptionValue(option, value)
    highs.addVars(len(upper), np.zeros(len(upper)), upper)
    if whole:
        kind = np.full(len(whole), highspy.HighsVarType.kInteger)
        highs.changeColsIntegrality(len(whole), np.array(whole, dtype=np.int32), kind)
    highs.addRows(
        len(rows.lower), np.array(rows.lower), np.array(rows.upper), len(rows.column),
        np.array(rows.start, dtype=np.int32), np.array(rows.column, dtype=np.int32),
        np.array(rows.number, dtype=np.float64),
    )  # fmt: skip
    highs.changeObjectiveSense(highspy.ObjSense.kMaximize)
    return highs
