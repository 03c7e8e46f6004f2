"""One gift as far as it is: who gives and gets it, what is in it, wrapped, opened and read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from exercises.contract import Member
from exercises.gifts.model_notes import Note

PAPERS = ("signs", "stripes", "dots", "plain")
RIBBONS = ("white", "red", "yellow", "green", "blue")
GROUP = "g-"


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
