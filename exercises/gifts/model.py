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

from exercises.contract import Answer, Json, Member, Phase, Role, Stage, Step
from exercises.gifts.config import GiftsConfig, GiftVisit
from exercises.gifts.content import HEADINGS, PHOTO, WRITTEN
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
PAPERS = ("signs", "stripes", "dots", "plain")
RIBBONS = ("white", "red", "yellow", "green", "blue")
GROUP = "g-"
_KINDS = tuple(HEADINGS)
_OF_PHOTO = f"{PHOTO}-"


@dataclass(frozen=True)
class Note:
    """What one person put in a gift: words, a drawing (`items`) with perhaps a caption, or the id
    of a `photo` and of the note of a notebook that it is of. `unread`: there is something in it,
    which is kept from the phone that asks."""

    person: str
    kind: str
    text: str = ""
    items: tuple[str, ...] = ()
    photo: str = ""
    noted: str = ""
    unread: bool = False

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it; a caption alone is no drawing."""
        if self.unread:
            return False
        if self.kind == PHOTO:
            return not self.photo
        return not (self.items if self.kind == "draw" else self.text)


@dataclass(frozen=True)
class Gift:
    """A gift as far as it is. `visitor` is "" for a gift of the group. Paper around nothing (who
    filled it was taken out of the meeting) is not `wrapped`.

    `notes` are those that whoever asks may read; `filled` says how many each person put in.
    `turn` orders the gifts by when they were unwrapped. `people`: ids of who may fill it, empty for
    everybody of the visitor. `ended`: its visit was called off. `alone`: the room reads it no more,
    so that its host reads what is left on its own. `wrapper`: the id of who wrapped it;
    `kept_from`: ids of who put in something that is kept from the phone that asks.
    """

    key: str
    visitor: str
    host: str
    notes: tuple[Note, ...] = ()
    filled: Mapping[str, int] = field(default_factory=dict)
    wrapped: bool = False
    paper: str = PAPERS[0]
    ribbon: str = RIBBONS[0]
    opened: bool = False
    turn: int = 0
    page: int = 0
    question: str = ""
    share: str = ""
    done: bool = False
    skipped: bool = False
    people: tuple[str, ...] = ()
    ended: bool = False
    alone: bool = False
    wrapper: str = ""
    kept_from: frozenset[str] = frozenset()

    @property
    def group(self) -> bool:
        """Whether everybody gives it."""
        return not self.visitor

    @property
    def count(self) -> int:
        """How many notes are in it, also for who may not read them."""
        return sum(self.filled.values())

    @property
    def aside(self) -> bool:
        """Whether it was put aside, and so is not on the table."""
        return self.skipped and not self.opened

    @property
    def lies(self) -> bool:
        """Whether it lies wrapped on the table."""
        return self.wrapped and not self.opened and not self.aside

    @property
    def waits(self) -> bool:
        """Whether there is something in it, while nobody wrapped it."""
        return bool(self.count) and not self.wrapped and not self.opened

    @property
    def closed(self) -> bool:
        """Whether there is something in it that its host did not read yet."""
        return bool(self.count) and not self.opened

    @property
    def awaits(self) -> bool:
        """Whether it waits for its host as everybody may know: wrapped, or left open when the room
        was done with unwrapping."""
        return self.closed and (self.wrapped or self.alone)

    @property
    def reading(self) -> bool:
        """Whether all notes were shown: time to read quietly."""
        return self.opened and self.page > self.count

    @property
    def unfinished(self) -> bool:
        """Whether its host unwrapped it, and saw not all of its notes yet."""
        return self.opened and not self.done and self.page < self.count

    @property
    def host_reads_all(self) -> bool:
        """Whether its host may read all of its notes."""
        return self.opened and (self.done or self.reading or self.alone)

    def is_lost(self, gone: Callable[[str], bool]) -> bool:
        """Whether the host left before unwrapping it, or the visitor before filling it."""
        if self.opened:
            return False
        return gone(self.host) or (not self.group and not self.count and gone(self.visitor))


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


def gives(gift: Gift, member: Member | None) -> bool:
    """Whether somebody may put notes in a gift."""
    if member is None:
        return False
    if gift.group:
        return member.organisation_id != gift.host
    return member.organisation_id == gift.visitor and (not gift.people or member.id in gift.people)


def receives(gift: Gift, member: Member | None) -> bool:
    """Whether a gift is for somebody's organisation."""
    return member is not None and member.organisation_id == gift.host


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


def public(view: GiftsView, phase: Phase, role: Role, me: Member | None) -> GiftsView:
    """What a role may see: no note of a gift that is not unwrapped, but one's own while it is
    open; of an unwrapped one the host reads as far as the group does, the screen the note that
    is on and what the host says, unless results are hidden, and the console, which also exports,
    all of it. Once the room is done with unwrapping, each host reads all that it unwrapped.
    """
    if phase.stage == "after" or phase.over:
        view = GiftsView(_alone(view.gifts), _alone(view.removed))
    seen = {}
    for key, gift in view.gifts.items():
        if role == "screen" and not phase.shown:
            seen[key] = replace(gift, notes=(), question="", share="")
            continue
        seen[key] = replace(gift, notes=_readable(gift, role, me))
    removed = {
        key: replace(one, notes=_readable(one, role, me))
        for key, one in view.removed.items() if _still_told(one, role, me)
    }  # fmt: skip
    return GiftsView(seen, removed)


def _alone(gifts: Mapping[str, Gift]) -> dict[str, Gift]:
    return {key: replace(gift, alone=True) for key, gift in gifts.items()}


def _still_told(gift: Gift, role: Role, me: Member | None) -> bool:
    """Whether a role hears of a gift whose visit was called off: the facilitator, on a phone who
    put something in it, and who unwrapped it before."""
    if role == "console":
        return True
    if role == "screen" or me is None:
        return False
    return receives(gift, me) if gift.opened else me.id in gift.filled


def sealed(view: GiftsView, answer: Answer) -> bool:
    """Whether nobody may read an answer: a note that was not in a gift when it was unwrapped.

    An earlier version of a note, changed before the gift was unwrapped, thus stays sealed for good.
    """
    key, _dot, part = answer.slot.rpartition(".")
    kind = kind_of(part)
    if not kind:
        return False
    gift = view.gifts.get(key) or view.removed.get(key)
    if gift is None or not gift.opened:
        return True
    return as_note(answer.author, kind, answer.payload) not in gift.notes


def unread(answer: Answer) -> Answer | None:
    """What a phone that may not read a note is told of it: that it is in the gift."""
    kind = kind_of(answer.slot.rpartition(".")[2])
    if not kind or as_note(answer.author, kind, answer.payload).empty:
        return None
    return replace(answer, payload={"unread": True})


def _readable(gift: Gift, role: Role, me: Member | None) -> tuple[Note, ...]:
    if gift.opened:
        return _read_so_far(gift, role, me)
    own = role == "phone" and me is not None and gives(gift, me)
    if own and me is not None and (gift.ended or not gift.wrapped):
        return tuple(note for note in gift.notes if note.person == me.id)
    return ()


def _read_so_far(gift: Gift, role: Role, me: Member | None) -> tuple[Note, ...]:
    if role == "console":
        return gift.notes
    if role == "screen":
        return gift.notes[gift.page - 1 : gift.page] if gift.page and not gift.done else ()
    if not receives(gift, me):
        return ()
    return gift.notes if gift.host_reads_all else gift.notes[: gift.page]


def _gift(gift: Gift, parts: Iterable[tuple[str, Answer]]) -> Gift:
    notes: list[Note] = []
    for part, answer in parts:
        if kind := kind_of(part):
            notes.append(as_note(answer.author, kind, answer.payload))
        elif part in _CHANGES:
            gift = replace(gift, **_CHANGES[part](answer))
    kept = [note for note in notes if not note.empty]
    # Kind by kind, and within a kind always in the same order of people.
    kept.sort(key=lambda note: (_KINDS.index(note.kind), note.person, note.photo))
    filled: dict[str, int] = {}
    for note in kept:
        filled[note.person] = filled.get(note.person, 0) + 1
    wrapped = gift.wrapped and bool(kept)
    kept_from = frozenset(note.person for note in kept if note.unread)
    return replace(gift, notes=tuple(kept), filled=filled, wrapped=wrapped, kept_from=kept_from)


def as_note(person: str, kind: str, payload: Json) -> Note:
    """A note from its stored payload."""
    if payload.get("unread"):
        return Note(person, kind, unread=True)
    if kind == PHOTO:
        return Note(person, kind, photo=payload.get("photo", ""), noted=payload.get("note", ""))
    return Note(person, kind, payload.get("text", ""), tuple(payload.get("items", ())))


def kind_of(part: str) -> str:
    """Which kind of note the last part of a slot holds; "" for what holds no note."""
    if part.startswith(_OF_PHOTO):
        return PHOTO
    return part if part in WRITTEN else ""


def photo_slot(gift: str, photo: str) -> str:
    """The slot of a photo in a gift."""
    return f"{gift}.{_OF_PHOTO}{photo}"


def photo_of(part: str) -> str:
    """The id of the photo that the last part of a slot is of; "" for any other."""
    return part.removeprefix(_OF_PHOTO) if part.startswith(_OF_PHOTO) else ""


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
