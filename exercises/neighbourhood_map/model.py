"""Kaart van de buurt as a pure model: what an answer is, and what all answers together show.

A pawn is an organisation's, in the coordinates of the drawing. There are two rounds: 1 before the
talk, 2 after it. Slots: "map.1" and "map.2" for the pawn, "map.why1" and "map.why2" for the
sentence beside it; the facilitator's are "map.open", the pawn shown large with all that were so
before, and "map.page" of what is read first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import hypot
from typing import Any

from exercises.contract import Answer, Member, Phase, Role, Stage, Step
from exercises.kit.village.drawing import MOVED_MINIMUM
from exercises.neighbourhood_map.config import AREA, MapConfig
from state.language import _

STEP = "map"
FIRST_ROUND, SECOND_ROUND = 1, 2

STAGES = (
    Stage("read", _("Lezen"), _("Naar de kaart"), open=False, shown=False, opens=False),
    Stage("place", _("Pionnen zetten"), _("Laat de pionnen zetten"), open=True, shown=True),
    Stage("talk", _("Praten"), _("Naar het gesprek"), open=False, shown=True, opens=False),
    Stage("move", _("Nog eens"), _("Laat de pionnen verzetten"), open=True, shown=True),
    Stage("look", _("Samen kijken"), _("Samen kijken"), open=False, shown=True, opens=False),
)
_AFTER_TALK = ("talk", "move", "look")


@dataclass(frozen=True)
class PawnSpot:
    """Where a pawn was put, and by whom; `off` when it was taken from the map."""

    x: float
    y: float
    by: str = ""
    order: int = 0
    off: bool = False


@dataclass(frozen=True)
class Sentence:
    """A sentence and who wrote it. `order` names this version of it."""

    text: str
    by: str = ""
    order: int = 0


@dataclass(frozen=True)
class Pawn:
    """The pawn of an organisation: its place and sentence in each round."""

    first: PawnSpot | None = None
    second: PawnSpot | None = None
    first_words: Sentence | None = None
    second_words: Sentence | None = None

    @property
    def now(self) -> PawnSpot | None:
        """Where it stands."""
        latest = self.second or self.first
        return None if latest is None or latest.off else latest

    @property
    def before(self) -> PawnSpot | None:
        """Where it stood before the talk, when it visibly stands elsewhere now."""
        now, first = self.now, self.first
        if now is None or first is None or first.off:
            return None
        return first if hypot(now.x - first.x, now.y - first.y) >= MOVED_MINIMUM else None

    def said(self, number: int) -> Sentence | None:
        """The sentence that stands in a round: in the second the first one, until there is a new
        one; None as long as nothing was written."""
        possible = (self.words_in(number), self.first_words if number == SECOND_ROUND else None)
        return next((words for words in possible if words and words.text), None)

    def told(self, number: int) -> tuple[str, bool]:
        """What is said of the pawn in a round, and whether that was said just before: the first
        sentence in the second round."""
        words = self.said(number)
        return ("", False) if words is None else (words.text, words is not self.words_in(number))

    def in_round(self, number: int) -> PawnSpot | None:
        """Where it was put in a round; None when it was not touched then."""
        return self.first if number == FIRST_ROUND else self.second

    def words_in(self, number: int) -> Sentence | None:
        """What was written in a round."""
        return self.first_words if number == FIRST_ROUND else self.second_words


@dataclass(frozen=True)
class Telling:
    """That a pawn was shown large: in which round, and with which version of its sentence, None
    without one. A later version does not count as told."""

    round: int
    words: int | None = None

    def tells(self, words: Sentence | None) -> bool:
        """Whether this sentence is the one that was shown."""
        return words is not None and words.order == self.words


@dataclass(frozen=True)
class MapView:
    """All pawns by organisation, whose pawn is shown large, whose were so
    before (the last one last), and the page of what is read first, from 0. `unseen`: the room does
    not see the pawns yet."""

    pawns: Mapping[str, Pawn] = field(default_factory=dict)
    opened: str = ""
    told: Mapping[str, Telling] = field(default_factory=dict)
    page: int = 0
    unseen: bool = False

    @property
    def standing(self) -> Mapping[str, Pawn]:
        """The pawns that stand on the map."""
        return {party: pawn for party, pawn in self.pawns.items() if pawn.now is not None}

    def was_told(self, party: str, number: int) -> bool:
        """Whether a pawn was shown large in a round."""
        return party in self.told and self.told[party].round == number


def steps(config: MapConfig) -> tuple[Step, ...]:
    """One step: the map."""
    return (Step(STEP, config.title, AREA),)


def enter(config: MapConfig, phase: Phase) -> Phase:
    """A stage as it begins: pawns hidden while they are placed, where that is wanted."""
    if phase.stage == "place" and config.hide_first:
        return replace(phase, shown=False)
    return phase


def round_of(phase: Phase) -> int:
    """Round 1 until the talk, round 2 from then on."""
    return SECOND_ROUND if phase.stage in _AFTER_TALK else FIRST_ROUND


def words_round(phase: Phase) -> int:
    """The round that a sentence is about: while people talk, pawns still stand as in the first."""
    return FIRST_ROUND if phase.stage == "talk" else round_of(phase)


def switched(phase: Phase, key: str, otherwise: bool) -> bool:
    """A switch of the console; what is no switch counts as never touched."""
    value = phase.option(key, otherwise)
    return value if isinstance(value, bool) else otherwise


def fold(config: MapConfig, answers: Sequence[Answer]) -> MapView:
    """Put all answers together, whatever their order."""
    pawns: dict[str, Pawn] = {}
    opened = ""
    told: dict[str, Telling] = {}
    page = 0
    for answer in answers:
        _step, _dot, part = answer.slot.rpartition(".")
        if part == "open":
            opened, told = answer.payload["party"], from_json(answer.payload.get("told", ()))
        elif part == "page":
            page = answer.payload["page"]
        else:
            pawns[answer.author] = _with(pawns.get(answer.author, Pawn()), part, answer)
    return MapView(pawns, opened, told, page)


def opening(view: MapView, phase: Phase, party: str) -> dict[str, Telling]:
    """The tellings by organisation after `party`'s pawn is opened; "" closes the open one.

    The pawn that was open until now is recorded with its present sentence, since that may have
    changed while it was on the screen.
    """
    told = dict(view.told)
    if not phase.shown:
        return told
    number = words_round(phase)
    standing = view.standing
    for one in (view.opened, party):
        if one not in standing:
            continue
        words = standing[one].said(number)
        before = told.pop(one, None)
        at = number if before is None or one == party else before.round
        told[one] = Telling(at, words.order if words else None)
    return told


def to_json(told: Mapping[str, Telling]) -> list[list[Any]]:
    """The tellings as stored."""
    return [[party, one.round, one.words] for party, one in told.items()]


def from_json(stored: Sequence[Sequence[Any]]) -> dict[str, Telling]:
    """The tellings from storage."""
    return {party: Telling(number, words) for party, number, words in stored}


def around(view: MapView, phase: Phase, placed: Sequence[str]) -> tuple[str, str]:
    """The organisations before and after the open pawn in the order of `placed`; "" for none.

    When no pawn is open, and after the last one, the next is one that was not told in this round.
    """
    number = words_round(phase)
    turn = [one for one in placed if one != view.opened and not view.was_told(one, number)]
    if view.opened not in placed:
        return "", next(iter([*turn, *placed]), "")
    at = placed.index(view.opened)
    before = placed[at - 1] if at else ""
    return before, next(iter([*placed[at + 1 :][:1], *turn]), "")


def public(view: MapView, phase: Phase, role: Role, me: Member | None) -> MapView:
    """What a role may see: a phone its own pawn, the screen nothing until shown, and no sentence
    but that of the pawn that is open and those that were told."""
    if role == "console":
        return replace(view, unseen=not phase.shown)
    if role == "phone":
        own = me.organisation_id if me else ""
        return MapView({own: view.pawns[own]} if own in view.pawns else {})
    if not phase.shown:
        return MapView({party: _ONLY_THAT for party in view.standing}, page=view.page)
    pawns = {
        party: _unsigned(pawn, party == view.opened, view.told.get(party))
        for party, pawn in view.pawns.items()
    }
    return MapView(pawns, opened=view.opened, told=view.told, page=view.page)


# A pawn without its place, so that the count of pawns stays right.
_ONLY_THAT = Pawn(PawnSpot(0.0, 0.0))


def _unsigned(pawn: Pawn, opened: bool, telling: Telling | None) -> Pawn:
    # The order stays: pawns that were there first keep their spots.
    first, second = (
        None if spot is None else replace(spot, by="") for spot in (pawn.first, pawn.second)
    )
    said, now_said = (
        replace(words, by="") if words and (opened or (telling and telling.tells(words))) else None
        for words in (pawn.first_words, pawn.second_words)
    )
    return Pawn(first, second, said, now_said)


def _with(pawn: Pawn, part: str, answer: Answer) -> Pawn:
    if part == "1":
        return replace(pawn, first=_spot(answer))
    if part == "2":
        return replace(pawn, second=_spot(answer))
    words = Sentence(answer.payload["text"], answer.by or answer.author, answer.order)
    if part == "why1":
        return replace(pawn, first_words=words)
    return replace(pawn, second_words=words)


def _spot(answer: Answer) -> PawnSpot:
    given: dict[str, Any] = answer.payload
    return PawnSpot(
        given.get("x", 0.0), given.get("y", 0.0), answer.by or answer.author, answer.order,
        bool(given.get("off")),
    )  # fmt: skip
