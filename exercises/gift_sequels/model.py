"""The sequels of gifts as a pure model: what an organisation says of each gift that it received.

A gift has a key, `<activity>:<gift>` (`GivenGift.key`). Slots, of the organisation:

    "gift.<key>:text"     {text, nothing, giver, by, before}   what they did with it
    "gift.<key>:note"     {note, words, photo}    which note of it others may see; "" for none
    "gift.<key>:action"   {action}         the number of the action that grew from it; 0 for none
    "gift.gave"           {text, by, before}   what giving brought to who received nothing

and of the facilitator "gift.tell:<organisation>" {gift, seen, skip}: the turn of an organisation,
which of its gifts is on the screen ("" for all together), and which were there; and "gift.page"
{at}: the page of all sequels together, from 0. Colleagues write
one sentence: the last one stands, and what another wrote before it is kept in `before`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from exercises.contract import Answer, Json, Member, Phase, Role, Stage, Step
from exercises.gift_sequels.config import SequelsConfig
from state.language import _
from state.models import FACILITATOR

STEP = "gift"
GAVE = f"{STEP}.gave"
TELL = f"{STEP}.tell:"
PAGE = f"{STEP}.page"
PARTS = ("text", "note", "action")
FILL, TELLING, AFTER = "fill", "tell", "after"
STAGES = (
    Stage(
        FILL, _("Terugkijken"), _("Laat iedereen terugkijken"), open=True, shown=False, shows=False
    ),
    Stage(TELLING, _("Vertellen"), _("Begin met vertellen"), open=True, shown=True),
    Stage(AFTER, _("Samen op tafel"), _("Leg alles samen"), open=True, shown=True, asks=True),
)


@dataclass(frozen=True)
class Sequel:
    """What `organisation` said of the gift `key`. `nothing`: that they did nothing with it yet.
    `by` wrote it last, `before` is what colleagues wrote before that, the oldest first. `note`,
    `words` and `photo`: which note may be seen, as in `GiftSequel`. `shown`: it was on the screen.
    `late`: it never was, and the exercise is over, so that the facilitator's documents hold it.
    `unread`: colleagues filled it in, and that is kept from the phone that asks."""

    key: str
    organisation: str
    giver: str = ""
    text: str = ""
    nothing: bool = False
    by: str = ""
    before: tuple[str, ...] = ()
    note: str = ""
    words: str = ""
    photo: str = ""
    action: int = 0
    shown: bool = False
    late: bool = False
    unread: bool = False

    @property
    def said(self) -> bool:
        """Whether they answered, also that they did nothing with it yet."""
        return bool(self.text) or self.nothing or self.unread


@dataclass(frozen=True)
class Turn:
    """The turn of an organisation: `gift` is on the screen, "" for all of them together; `seen`
    are the gifts that were, "" among them. The highest `order` was called last."""

    gift: str = ""
    seen: tuple[str, ...] = ()
    skip: bool = False
    order: int = 0

    @property
    def told(self) -> bool:
        """Whether the organisation had its turn."""
        return bool(self.seen)


@dataclass(frozen=True)
class SequelsView:
    """By organisation: its sequels by the key of the gift, what it `gave` brought, and its turn.
    `written`: the gifts of which an organisation said something, each with its giver, also for who
    may not read it. `page`: which page of all of them together, from 0. `gave_unread`: what giving
    brought is told by these, and kept from the phone that asks."""

    sequels: Mapping[str, Mapping[str, Sequel]] = field(default_factory=dict)
    gave: Mapping[str, str] = field(default_factory=dict)
    gave_before: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    turns: Mapping[str, Turn] = field(default_factory=dict)
    written: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    page: int = 0
    gave_unread: frozenset[str] = frozenset()

    def of(self, organisation: str) -> Mapping[str, Sequel]:
        """The sequels of an organisation."""
        return self.sequels.get(organisation, {})

    def told_of_giving(self, organisation: str) -> bool:
        """Whether what giving brought an organisation could be told: it had its turn."""
        return _is_shown(self.turns.get(organisation), "")

    def has_written(self, organisation: str, key: str) -> bool:
        """Whether an organisation said something of a gift."""
        return key in self.written.get(organisation, {})

    @property
    def current(self) -> str:
        """The organisation that has its turn; "" for none."""
        called = {of: turn for of, turn in self.turns.items() if turn.told and not turn.skip}
        return max(called, key=lambda of: called[of].order, default="")


def steps(config: SequelsConfig) -> tuple[Step, ...]:
    """All gifts together, one step."""
    return (Step(STEP, config.ask),)


def slot(key: str, part: str) -> str:
    """The slot of a part of what is said of a gift."""
    return f"{STEP}.{key}:{part}"


def part_of(written: str) -> tuple[str, str] | None:
    """The key of a gift and the part in a slot; None for another slot."""
    key, colon, part = written.removeprefix(f"{STEP}.").rpartition(":")
    activity, middle, gift = key.partition(":")
    if not written.startswith(f"{STEP}.") or part not in PARTS or not colon:
        return None
    return (key, part) if activity and middle and gift and ":" not in gift else None


def fold(config: SequelsConfig, answers: Sequence[Answer]) -> SequelsView:
    """Put all answers together, whatever their order."""
    sequels: dict[str, dict[str, Sequel]] = {}
    gave: dict[str, str] = {}
    before: dict[str, tuple[str, ...]] = {}
    turns: dict[str, Turn] = {}
    gave_unread: set[str] = set()
    page = 0
    for one in answers:
        if one.author == FACILITATOR:
            if one.slot.startswith(TELL):
                turns[one.slot.removeprefix(TELL)] = _turn(one)
            elif one.slot == PAGE:
                page = one.payload["at"]
        elif one.slot == GAVE:
            if one.payload.get("unread"):
                gave_unread.add(one.author)
            gave[one.author] = one.payload["text"]
            before[one.author] = tuple(one.payload.get("before", ()))
        elif (found := part_of(one.slot)) is not None:
            own = sequels.setdefault(one.author, {})
            key, part = found
            own[key] = replace(own.get(key) or Sequel(key, one.author), **_read(part, one.payload))
    told = {
        of: {key: replace(own[key], shown=_is_shown(turns.get(of), key)) for key in sorted(own)}
        for of, own in sequels.items()
    }
    written = {
        of: {key: one.giver for key, one in own.items() if one.said} for of, own in told.items()
    }
    return SequelsView(told, gave, before, turns, written, page, frozenset(gave_unread))


def _read(part: str, payload: Json) -> Json:
    if payload.get("unread"):
        return {"unread": True, **({"giver": payload["giver"]} if part == "text" else {})}
    if part == "note":
        # Photos could not be chosen in an earlier version.
        photo = payload.get("photo", "")
        return {"note": payload["note"], "words": payload["words"], "photo": photo}
    if part == "action":
        return {"action": payload["action"]}
    return {
        "text": payload["text"], "nothing": payload["nothing"], "giver": payload["giver"],
        "by": payload["by"], "before": tuple(payload["before"]),
    }  # fmt: skip


def _turn(answer: Answer) -> Turn:
    payload = answer.payload
    return Turn(payload["gift"], tuple(payload["seen"]), payload["skip"], answer.order)


def _is_shown(turn: Turn | None, key: str) -> bool:
    return turn is not None and key in turn.seen


def public(view: SequelsView, phase: Phase, role: Role, me: Member | None) -> SequelsView:
    """What a role may see: a phone what its organisation said; screen and facilitator what was on
    the screen, and the screen that only while results are shown. Once it is over the facilitator
    also reads what was never on the screen. Of the rest only that something was said."""
    if phase.over and role != "screen":
        late = {
            of: {key: replace(one, late=not one.shown) for key, one in own.items()}
            for of, own in view.sequels.items()
        }
        view = replace(view, sequels=late)
    if role == "phone":
        own = me.organisation_id if me else ""
        mine = {own: view.sequels[own]} if own in view.sequels else {}
        return replace(
            view, sequels=mine, gave=_only(own, view.gave),
            gave_before={own: view.gave_before[own]} if own in view.gave_before else {},
        )  # fmt: skip
    if role == "screen" and not phase.shown:
        return replace(view, sequels={}, gave={}, gave_before={})
    told = {
        of: {
            key: replace(one, before=(), by="")
            for key, one in own.items() if one.shown or one.late
        }
        for of, own in view.sequels.items()
    }  # fmt: skip
    open_to = phase.over and role == "console"
    gave = {of: text for of, text in view.gave.items() if open_to or view.told_of_giving(of)}
    return replace(view, sequels=told, gave=gave, gave_before={})


def _only(key: str, found: Mapping[str, str]) -> dict[str, str]:
    return {key: found[key]} if key in found else {}


def sealed(view: SequelsView, answer: Answer) -> bool:
    """Whether nobody but its organisation may read an answer: it was not on the screen yet. Once
    the exercise is over it may be read (`Exercise.sealed_until_over`)."""
    if answer.author == FACILITATOR:
        return False
    turn = view.turns.get(answer.author)
    if answer.slot == GAVE:
        return not _is_shown(turn, "")
    found = part_of(answer.slot)
    return found is not None and not _is_shown(turn, found[0])


def unread(answer: Answer) -> Answer | None:
    """What a phone that may not read what colleagues filled in at home is told of it: that it is
    there, and whose gift it is about."""
    if answer.slot == GAVE:
        return replace(answer, payload={"text": "", "unread": True}) if _holds(answer) else None
    found = part_of(answer.slot)
    if found is None or not _holds(answer):
        return None
    giver = {"giver": answer.payload["giver"]} if found[1] == "text" else {}
    return replace(answer, payload={"unread": True, **giver})


def _holds(answer: Answer) -> bool:
    """Whether an answer says something, or said it before: not where all was taken away."""
    words = ("text", "nothing", "before", "note", "action")
    return any(answer.payload.get(one) for one in words)


def rehearse(config: SequelsConfig, phase: Phase, chance: float) -> tuple[str, Json]:
    """What giving brought, as a phone would send it."""
    return GAVE, {"text": _("Wij keken sindsdien anders rond ({n}).").format(n=round(chance * 999))}
