"""Who looks through which lens: dealt evenly, turned each story; pure.

A deal is exact, by a linear programme whose matrix is that of a flow, so that its corners are
whole:

    x[p, l] in {0, 1}   person p holds lens l; one lens for each person
    each organisation, and the room: as many of each lens as of another, or one more

Of all fair deals it takes the one with the fewest people who hold the lens of the story before
again, then of an earlier story about the same host, then one that they held before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

# What it costs that somebody holds a lens again.
_IN_A_ROW, _SAME_HOST, _BEFORE = 10_000, 100, 1
_CHOSEN = 0.5


@dataclass(frozen=True)
class LensHolder:
    """Somebody who will hold a lens; `organisation` is its id, "" for none."""

    id: str
    organisation: str = ""


@dataclass(frozen=True)
class Deals:
    """What was dealt before, person -> lens, the oldest first; `about_host` holds of these the
    deals of stories about the same host."""

    before: tuple[Mapping[str, str], ...] = ()
    about_host: tuple[Mapping[str, str], ...] = ()

    def cost(self, person: str, lens: str) -> int:
        """What it costs that somebody holds a lens."""
        total = _BEFORE * sum(one.get(person) == lens for one in self.before)
        total += _SAME_HOST * sum(one.get(person) == lens for one in self.about_host)
        if self.before and self.before[-1].get(person) == lens:
            total += _IN_A_ROW
        return total


def deal(
    lenses: Sequence[str], listeners: Sequence[LensHolder], deals: Deals = Deals()
) -> dict[str, str]:
    """A lens for each listener, as fair as can be; nothing without lenses."""
    if not lenses or not listeners:
        return {}
    ordered = sorted(listeners, key=lambda one: (one.organisation, one.id))
    if len(lenses) == 1:
        return {one.id: lenses[0] for one in ordered}
    return _solved(lenses, ordered, deals) or _round(lenses, ordered, len(deals.before))


def deal_late(
    lenses: Sequence[str], late: Iterable[LensHolder], here: Iterable[LensHolder],
    held: Mapping[str, str], deals: Deals = Deals(),
) -> dict[str, str]:  # fmt: skip
    """A lens for each who comes late: the one that fewest of those who are `here` hold, then the
    one that fewest of the own organisation do. Nobody else's lens changes."""
    if not lenses:
        return {}
    room: Counter[str] = Counter()
    own: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in here:
        if one.id in held:
            room[held[one.id]] += 1
            own[one.organisation][held[one.id]] += 1
    found = {}
    for one in sorted(late, key=lambda listener: (listener.organisation, listener.id)):
        mine = own[one.organisation]
        chosen = min(
            lenses, key=lambda lens: (room[lens], mine[lens], deals.cost(one.id, lens))
        )  # fmt: skip
        found[one.id] = chosen
        room[chosen] += 1
        mine[chosen] += 1
    return found


def _round(lenses: Sequence[str], ordered: Sequence[LensHolder], turn: int) -> dict[str, str]:
    """Dealt round, organisation by organisation: fair, whatever was dealt before."""
    return {one.id: lenses[(at + turn) % len(lenses)] for at, one in enumerate(ordered)}


def _solved(
    lenses: Sequence[str], ordered: Sequence[LensHolder], deals: Deals
) -> dict[str, str] | None:
    """The best fair deal; None where the solver gives none."""
    # Loaded only where lenses are dealt: it takes a moment, and phones do not need it.
    import highspy
    import numpy as np

    count = len(lenses)
    columns = {one.id: at * count for at, one in enumerate(ordered)}
    groups: dict[str, list[int]] = {}
    for one in ordered:
        groups.setdefault(one.organisation, []).append(columns[one.id])
    rows: list[tuple[float, float, list[int]]] = [
        (1, 1, [first + at for at in range(count)]) for first in columns.values()
    ]
    for of in (list(columns.values()), *groups.values()):
        least, more = divmod(len(of), count)
        most = least + (1 if more else 0)
        rows += [(least, most, [first + at for first in of]) for at in range(count)]
    costs = np.array(
        [deals.cost(one.id, lens) for one in ordered for lens in lenses], dtype=np.float64
    )
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.silent()
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("solver", "simplex")
    highs.addVars(len(costs), np.zeros(len(costs)), np.ones(len(costs)))
    starts = np.cumsum([0, *(len(row[2]) for row in rows[:-1])]).astype(np.int32)
    where = np.array([column for row in rows for column in row[2]], dtype=np.int32)
    highs.addRows(
        len(rows), np.array([row[0] for row in rows], dtype=np.float64),
        np.array([row[1] for row in rows], dtype=np.float64), len(where), starts, where,
        np.ones(len(where)),
    )  # fmt: skip
    highs.changeColsCost(len(costs), np.arange(len(costs), dtype=np.int32), costs)
    highs.run()
    if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    values = np.array(highs.getSolution().col_value).reshape(-1, count)
    if not np.all((values > _CHOSEN).sum(axis=1) == 1):
        return None
    return {one.id: lenses[int(row.argmax())] for one, row in zip(ordered, values, strict=True)}
