"""The names on the line: in how many lines, how short and how wide."""

from dataclasses import dataclass

from exercises.kit.drawing.lettering import fit, whole_lines, width
from exercises.line.layout_places import LineStanding, true_x
from exercises.line.layout_plans import LinePlan

_NARROWEST = 64
_LARGE_LABEL = 30


@dataclass(frozen=True)
class NamedFigure:
    """Somebody with the x of the own place (px), and the name as it is printed: its lines, and how
    wide its box is (0 without a name)."""

    standing: LineStanding
    x: float
    lines: tuple[str, ...]
    label_width: float


def named(standing: LineStanding, plan: LinePlan) -> NamedFigure | None:
    """Somebody with the name as a plan has it; None when it does not fit that plan."""
    x = true_x(standing.at)
    if not standing.label or not standing.label.strip():
        return NamedFigure(standing, x, (), 0)
    around = 2 * _padding(plan.label_size)
    lines = _lines(standing, plan, around)
    if not lines:
        return None
    wide = max(width(line, plan.label_size) for line in lines) + around
    return NamedFigure(standing, x, lines, max(_NARROWEST, round(wide)))


def _lines(standing: LineStanding, plan: LinePlan, around: float) -> tuple[str, ...]:
    """The best form in the narrowest room of the plan in which one fits; words are broken only
    where no form fits otherwise."""
    forms = _forms(standing, plan)
    for broken in (False, True):
        for room in plan.rooms:
            for form in forms:
                lines = whole_lines(form, plan.label_size, room - around, plan.lines, broken=broken)
                if lines:
                    return lines
    return (fit(forms[-1], plan.label_size, plan.rooms[-1] - around),) if plan.cut else ()


def _forms(standing: LineStanding, plan: LinePlan) -> tuple[str, ...]:
    shorter = standing.shorter
    return (
        standing.label or "",
        *(shorter.called if plan.forms != "whole" else ()),
        *((*shorter.initials, *shorter.apart) if plan.forms == "initials" else ()),
        # A cut name could be that of somebody else, a number is not.
        *(shorter.numbered if plan.cut else ()),
    )


def _padding(size: int) -> int:
    """Space left and right of a name; the small ones stand close together."""
    return 14 if size >= _LARGE_LABEL else 10
