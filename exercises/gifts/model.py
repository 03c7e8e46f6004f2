"""Cadeautjestijd as a pure model: what is in each gift, and how far it is.

A gift hangs on a visit, or is the group's for a host that would get none ("g-<host>"). Who of the
visiting organisation fills it: the guests that are named, or all of it where nobody is. Slots:

    "<gift>.like", ".tip", ".draw", ".phrase", ".told"   a note; each person's own
    "<gift>.photo-<photo>"  {photo, note}: a photo of a note of a notebook, "" for one taken out
    "<gift>.wrap"      {wrapped, paper, ribbon}; the visiting organisation's
    "<gift>.open"      {open, turn}; the host's, once and for good
    "<gift>.page"      {at}: 0 just opened, 1.. the note being read, past the last: reading quietly
    "<gift>.question"  ".share"  ".done"   the host's
    "<gift>.ask"  ".skip"  the facilitator's; "ask" makes a gift of the group

Two people who fill one gift each have their own notes, so nobody writes over anybody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from exercises.contract import Answer, Json, Stage, Step
from exercises.gifts.config import GiftsConfig, GiftVisit
from exercises.gifts.model_gift import GROUP, Gift
from exercises.gifts.model_notes import KINDS, Note, as_note, kind_of
from state.language import _

STAGES = (
    Stage("fill", _("Vullen en inpakken"), _("Laat iedereen vullen"), open=True, shown=False),
    Stage("table", _("De tafel"), _("Sluit de tafel"), open=False, shown=True, opens=False),
    Stage("unwrap", _("Uitpakken en lezen"), _("Begin met uitpakken"), open=True, shown=True),
    Stage(
        "after",
        _("Nakijken"),
        _("Rond het uitpakken af"),
        open=False,
        shown=True,
        opens=False,
        asks=True,
    ),
)
UNWRAPPING = ("unwrap", "after")


@dataclass(frozen=True)
class GiftsView:
    """All gifts by key, in the order of the visits, those of the group last. `removed`: those whose
    visit was called off or taken off the list; the export has them, and who they are of."""

    gifts: Mapping[str, Gift] = field(default_factory=dict)
    removed: Mapping[str, Gift] = field(default_factory=dict)

    @property
    def current(self) -> Gift | None:
        """The gift that is read now: unwrapped, and not finished yet."""
        busy = [gift for gift in self.gifts.values() if gift.opened and not gift.done]
        return min(busy, key=lambda gift: gift.turn, default=None)

    @property
    def on_table(self) -> tuple[Gift, ...]:
        """What lies wrapped or unwrapped on the table, and was not put aside."""
        return tuple(gift for gift in self.gifts.values() if gift.opened or gift.lies)

    @property
    def waiting(self) -> tuple[Gift, ...]:
        """What is filled, but neither wrapped nor put aside."""
        return tuple(gift for gift in self.gifts.values() if gift.waits and not gift.skipped)

    def tally(self, stage: str) -> tuple[int, int]:
        """How many gifts are as far as they should be in a stage, and of how many: wrapped ones
        of all until hosts unwrap, then unwrapped ones of what lies on the table. What was put
        aside does not count."""
        if stage in UNWRAPPING:
            return sum(gift.opened for gift in self.gifts.values()), len(self.on_table)
        return len(self.on_table), sum(not gift.aside for gift in self.gifts.values())

    def without(self, gone: Callable[[str], bool]) -> GiftsView:
        """The view with the gifts set aside that nobody can unwrap or fill any more. `gone`: id of
        an organisation -> whether it left."""
        left = {
            key: replace(gift, skipped=True) if gift.is_lost(gone) else gift
            for key, gift in self.gifts.items()
        }
        return GiftsView(left, self.removed)

    def for_host(self, organisation: str) -> tuple[Gift, ...]:
        """The gifts that an organisation gets."""
        return tuple(gift for gift in self.gifts.values() if gift.host == organisation)


def steps(config: GiftsConfig) -> tuple[Step, ...]:
    """The gifts go round once."""
    return (Step("gifts", _("Cadeautjestijd")),)


def fold(config: GiftsConfig, answers: Sequence[Answer]) -> GiftsView:
    """Put all answers together, whatever their order."""
    by_gift: dict[str, list[tuple[str, Answer]]] = {}
    for answer in answers:
        key, _dot, part = answer.slot.rpartition(".")
        by_gift.setdefault(key, []).append((part, answer))
    gifts = {visit.key: _gift(_begun(visit), by_gift.get(visit.key, ())) for visit in config.giving}
    for key in sorted(by_gift):
        if _is_asked(key, by_gift[key]):
            gifts[key] = _gift(Gift(key, "", key.removeprefix(GROUP)), by_gift[key])
    removed = {visit.key: _begun(visit) for visit in config.ended if visit.key not in gifts}
    for key in by_gift.keys() - gifts.keys() - removed.keys():
        # Earlier versions kept what was in the gift of a removed visit, but not whose it was: that
        # is who wrapped it and who opened it.
        ends = {part: answer.author for part, answer in by_gift[key] if part in ("wrap", "open")}
        if len(ends) == 2 and not key.startswith(GROUP):
            removed[key] = Gift(key, ends["wrap"], ends["open"])
    return GiftsView(
        gifts,
        {
            key: replace(_gift(gift, by_gift.get(key, ())), ended=True)
            for key, gift in sorted(removed.items())
        },
    )


def _begun(visit: GiftVisit) -> Gift:
    return Gift(visit.key, visit.visitor, visit.host, people=visit.people)


def _gift(gift: Gift, parts: Iterable[tuple[str, Answer]]) -> Gift:
    notes: list[Note] = []
    for part, answer in parts:
        if kind := kind_of(part):
            notes.append(as_note(answer.author, kind, answer.payload))
        elif part in _CHANGES:
            gift = replace(gift, **_CHANGES[part](answer))
    kept = [note for note in notes if not note.empty]
    # Kind by kind, and within a kind always in the same order of people.
    kept.sort(key=lambda note: (KINDS.index(note.kind), note.person, note.photo))
    filled: dict[str, int] = {}
    for note in kept:
        filled[note.person] = filled.get(note.person, 0) + 1
    wrapped = gift.wrapped and bool(kept)
    kept_from = frozenset(note.person for note in kept if note.unread)
    return replace(gift, notes=tuple(kept), filled=filled, wrapped=wrapped, kept_from=kept_from)


def _is_asked(key: str, parts: Iterable[tuple[str, Answer]]) -> bool:
    return key.startswith(GROUP) and any(
        part == "ask" and answer.payload.get("on") for part, answer in parts
    )


def _wrap(answer: Answer) -> Json:
    payload = answer.payload
    return {
        "wrapped": payload["wrapped"], "paper": payload["paper"], "ribbon": payload["ribbon"],
        "wrapper": answer.by,
    }  # fmt: skip


_CHANGES: dict[str, Callable[[Answer], Json]] = {
    "wrap": _wrap,
    "open": lambda answer: {"opened": True, "turn": answer.payload.get("turn", answer.order)},
    "page": lambda answer: {"page": answer.payload["at"]},
    "question": lambda answer: {"question": answer.payload["text"]},
    "share": lambda answer: {"share": answer.payload["text"]},
    "done": lambda answer: {"done": answer.payload["done"]},
    "skip": lambda answer: {"skipped": answer.payload["skip"]},
}
