"""De lijn as a pure model: what an answer is, and what all answers together show.

A place on the line is a number from 0 (left end) to 1 (right end). Each statement has two
rounds: 1 before the talk, 2 after it. Slots are "<statement>.1", "<statement>.2" and
"<statement>.why".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from exercises.contract import Answer, Member, Phase, Role, Stage, Step
from exercises.kit.rules import naming
from exercises.kit.rules.naming import Visibility
from exercises.line.config import LineConfig, Statement
from state.language import _

MOVED_MINIMUM = 0.02
FIRST_ROUND, SECOND_ROUND = 1, 2

STAGES = (
    Stage("statement", _("Stelling"), _("Volgende stelling"), open=False, shown=False, opens=False),
    Stage("choose", _("Iedereen kiest"), _("Laat iedereen kiezen"), open=True, shown=True),
    Stage("talk", _("Praten"), _("Naar het gesprek"), open=False, shown=True, opens=False),
    Stage("move", _("Opschuiven"), _("Laat iedereen opschuiven"), open=True, shown=True),
    Stage("look", _("Samen kijken"), _("Samen kijken"), open=False, shown=True, opens=False),
)
_AFTER_TALK = ("talk", "move", "look")


@dataclass(frozen=True)
class LinePlace:
    """Where somebody stands: before the talk, and after it when they moved or stayed."""

    first: float | None = None
    second: float | None = None
    why: str = ""

    @property
    def now(self) -> float | None:
        """The latest place."""
        return self.first if self.second is None else self.second

    @property
    def moved(self) -> bool:
        """Whether the place after the talk is visibly another."""
        if self.first is None or self.second is None:
            return False
        return abs(self.first - self.second) >= MOVED_MINIMUM


@dataclass(frozen=True)
class LineView:
    """All places: statement key -> person -> place. `hidden`: they are not the real ones;
    `switched`: who is named, where that was switched on the console; `unseen`: the index of the
    statement whose places the room does not see yet, None for none."""

    places: Mapping[str, Mapping[str, LinePlace]] = field(default_factory=dict)
    hidden: bool = False
    switched: Visibility | None = None
    unseen: int | None = None

    def of(self, statement_key: str) -> Mapping[str, LinePlace]:
        """The places on one statement, of everybody who stands somewhere on it."""
        places = self.places.get(statement_key, {})
        return {person: place for person, place in places.items() if place.now is not None}


def steps(config: LineConfig) -> tuple[Step, ...]:
    """One step for each statement."""
    return tuple(Step(item.key, item.text, item.area) for item in config.statements)


def enter(config: LineConfig, phase: Phase) -> Phase:
    """A stage as it begins: figures hidden while people choose, where that is wanted."""
    if phase.stage == "choose" and config.hide_first:
        return replace(phase, shown=False)
    return phase


def current(config: LineConfig, phase: Phase) -> Statement | None:
    """The statement that is on; None when there are none."""
    if not config.statements:
        return None
    return config.statements[min(phase.step, len(config.statements) - 1)]


def round_of(phase: Phase) -> int:
    """Round 1 until the talk, round 2 from then on."""
    return SECOND_ROUND if phase.stage in _AFTER_TALK else FIRST_ROUND


def visibility(config: LineConfig, phase: Phase) -> Visibility:
    """Who is named on the screen: as switched on the console, else as configured."""
    return naming.chosen(phase, config.visibility)


def fold(config: LineConfig, answers: Sequence[Answer]) -> LineView:
    """Put all answers together, whatever their order."""
    places: dict[str, dict[str, LinePlace]] = {}
    for answer in answers:
        key, _dot, part = answer.slot.rpartition(".")
        of_statement = places.setdefault(key, {})
        place = of_statement.get(answer.author, LinePlace())
        of_statement[answer.author] = _with(place, part, answer.payload)
    return LineView(places)


def public(view: LineView, phase: Phase, role: Role, me: Member | None) -> LineView:
    """What a role may see: screens nothing until shown, never a why; phones nothing."""
    if role == "console":
        unseen = None if phase.shown else phase.step
        return LineView(view.places, switched=naming.switched(phase), unseen=unseen)
    if role == "phone" or not phase.shown:
        return LineView(_SeenPlaces(view.places, _hidden), hidden=True)
    return LineView(_SeenPlaces(view.places, _wordless))


class _SeenPlaces(Mapping[str, Mapping[str, LinePlace]]):
    """Places through a filter, made when a statement is asked for: one draw shows only one."""

    def __init__(
        self, places: Mapping[str, Mapping[str, LinePlace]], seen: Callable[[LinePlace], LinePlace]
    ) -> None:
        self._places = places
        self._seen = seen
        self._made: dict[str, Mapping[str, LinePlace]] = {}

    def __getitem__(self, key: str) -> Mapping[str, LinePlace]:
        if key not in self._made:
            seen = self._seen
            self._made[key] = {person: seen(place) for person, place in self._places[key].items()}
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _wordless(place: LinePlace) -> LinePlace:
    return LinePlace(place.first, place.second) if place.why else place


def _hidden(place: LinePlace) -> LinePlace:
    """A place without its position, so that the count of people stays right."""
    return LinePlace(first=None if place.now is None else 0.0)


def _with(place: LinePlace, part: str, payload: dict[str, Any]) -> LinePlace:
    # Written out: dataclasses.replace() on the answers of three hundred people takes milliseconds.
    if part == "1":
        return LinePlace(payload["at"], place.second, place.why)
    if part == "2":
        return LinePlace(place.first, payload["at"], place.why)
    return LinePlace(place.first, place.second, payload["text"])
