"""The results of exercises, in the words of the field: what one exercise finds out, others use.

An exercise gives them (`Exercise.results`); others, and the documents, ask for a kind of result
over all meetings of the track, `context.track.of(LearningQuestion)`, and name no exercise. Nothing
is stored: results are made from the answers each time, so that what is corrected in an answer is
corrected everywhere. Part of the contract, and imported from here.

Who may read a result. `Exercise.results` is called with a view as `public` leaves it, never with
all that is stored: with that of the console for everybody, and on a phone besides with the view of
that phone, for that phone only. Each result then says itself who may read it (`readers`), and
whether others are told whose it is (`naming`). Both must let a result through, so what `public`
hides from the console and from a phone is in nothing that is made for it.

So where others may read something only after a while, `public` says so in the view (whether a sheet
is shared, whether it hangs on the wall), and `readers` follows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Literal, TypeVar

# Each may read what the one before may, and more: everybody in the track; the organisations that it
# belongs to (`Result.own_to`) and the facilitator, documents included; only the people of those
# organisations; only `person`.
Readers = Literal["everybody", "facilitator", "organisation", "person"]
# Whether others are told the person, only the organisation, or neither.
Naming = Literal["names", "organisations", "nobody"]
# How far an action is.
ActionState = Literal["planned", "busy", "done", "dropped"]


@dataclass(frozen=True)
class Origin:
    """Where a result comes from. The exercise gives the key of the `step` it belongs to, "" for
    none; the rest is filled in for it: ids of `meeting` and `activity`, the `title` and `date` (ISO
    or "") of the meeting, and what the `exercise` is called on its agenda."""

    step: str = ""
    meeting: str = ""
    title: str = ""
    date: str = ""
    activity: str = ""
    exercise: str = ""


@dataclass(frozen=True, kw_only=True)
class Result:
    """What all results have: whose it is, who may read it, and where it comes from.

    `organisation` and `person` are ids, "" for none. The exercise gives one of the two; where it
    gives a person, the organisation and the `name` of that person are filled in for it, and the
    result is left out once that person was taken away. What `naming` keeps from others is "" in
    what they are given; a person reads all of the own results. An organisation that left the track
    is still named: `Context.party_by_id` says that it is gone.
    """

    organisation: str = ""
    person: str = ""
    name: str = ""
    readers: Readers = "everybody"
    naming: Naming = "names"
    origin: Origin = Origin()

    @property
    def needs(self) -> tuple[str, ...]:
        """The ids of organisations without which it says nothing: when one left the track it is
        left out."""
        return ()

    @property
    def own_to(self) -> tuple[str, ...]:
        """The ids of the organisations that it belongs to."""
        return (self.organisation,)


@dataclass(frozen=True, kw_only=True)
class LearningQuestion(Result):
    """What an organisation wants to see or ask elsewhere. `text` is never empty."""

    text: str


@dataclass(frozen=True, kw_only=True)
class HostWish(Result):
    """With whom an organisation wants to be a guest. `rank` counts from 1, the first choice; `host`
    is the id of an organisation of the track, another than its own; `why` may be ""."""

    rank: int
    host: str
    why: str = ""

    @property
    def needs(self) -> tuple[str, ...]:
        """Nobody visits who left."""
        return (self.host,)


@dataclass(frozen=True, kw_only=True)
class Strength(Result):
    """What goes well. `area`: 1 to 4, None for all areas together; `text` is never empty."""

    text: str
    area: int | None = None


@dataclass(frozen=True, kw_only=True)
class Wish(Result):
    """What an organisation wants more of, or dreams of. `begun`: it does something of the kind
    already; `area` and `text` as in `Strength`."""

    text: str
    area: int | None = None
    begun: bool = False


@dataclass(frozen=True, kw_only=True)
class Introduction(Result):
    """What an organisation says of itself, and others read before they choose a host. `label` is
    what is told ('Doelgroep'); neither is ever empty."""

    label: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Stance(Result):
    """Where somebody stands on a statement. `about` is the statement; `place` says where, in words
    that can follow 'stond' ('bij ‘akkoord’'); `why` may be ""; `area`: 1 to 4, or None."""

    about: str
    place: str
    why: str = ""
    area: int | None = None


@dataclass(frozen=True, kw_only=True)
class LinePosition(Result):
    """Where somebody stood on the statement `about` in one meeting, from 0 (the end `left`) to 1
    (the end `right`): `at` is the last place, `before` the one before the talk, None where there
    was none. `area`: 1 to 4, or None. `pseudonym` is filled in: the same in all meetings for the
    same person and statement, and for nothing else; it tells nobody who it is."""

    about: str
    at: float
    left: str
    right: str
    before: float | None = None
    area: int | None = None
    pseudonym: str = ""


@dataclass(frozen=True, kw_only=True)
class MapPosition(Result):
    """Where the pawn of `organisation` stands on the drawn neighbourhood at the end of a meeting:
    `x`, `y` in the units of the drawing. `why` may be ""."""

    x: float
    y: float
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class SharedMoment(Result):
    """A half of a domino stone that others recognised: what went well ("top") or wrong ("flop").
    `by`: how many stones or threads touch it, from 1; `shared`: what they have in common, in the
    words of those who laid them, in order, without the empty ones."""

    half: Literal["top", "flop"]
    text: str
    by: int
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Visit(Result):
    """People of `organisation` are, or were, the guests of `host`, an id. `days`: ISO dates in
    order, empty as long as none are chosen; `guests`: how many go, from 1. `visit`: the id of the
    visit of the track, "" for one that only an exercise tells of. `took_place`: it was made; one
    that is ahead is never told as a visit that somebody made."""

    host: str
    days: tuple[str, ...] = ()
    guests: int = 1
    visit: str = ""
    took_place: bool = False


@dataclass(frozen=True, kw_only=True)
class ProgrammePart(Result):
    """A part of the programme of a visit of `organisation` to `host`, an id. `date` is ISO, `start`
    and `end` are 'HH:MM'; each "" as long as it is not chosen. `text` is never empty. `visit`: the
    id of the visit; `key`: which part of it, for good; `form`: in what form (`PartForm` of the kit
    of visits); `guests`: ids of the visitors it is for, empty for all; `company`: with whom of the
    host, as typed."""

    host: str
    text: str
    date: str = ""
    start: str = ""
    end: str = ""
    visit: str = ""
    key: str = ""
    form: str = ""
    guests: tuple[str, ...] = ()
    company: str = ""

    @property
    def own_to(self) -> tuple[str, ...]:
        """Visitor and host have one programme."""
        return (self.organisation, self.host)


@dataclass(frozen=True, kw_only=True)
class VisitNote(Result):
    """What a guest noted at `host`, an id, and shared. `date` is the ISO day of it, or ""; `visit`:
    the id of the visit, or "". `area`: 1 to 4, or None, `indicator`: which of it, from 1, or None.

    `kind`: a note of one's own, what somebody there said, or a question. Only for a quote there is
    `consent`: it may be used with the name of who said it, or without. `photos`: ids of photos that
    belong to it; `text` may be "" where there are any. `note`: the id of the note."""

    host: str
    text: str
    date: str = ""
    visit: str = ""
    kind: Literal["note", "quote", "question"] = "note"
    area: int | None = None
    indicator: int | None = None
    consent: Literal["", "named", "nameless"] = ""
    photos: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class WarmWelcome(Result):
    """What guests remember of how `organisation` received them, and the group called a warm,
    unconditional and spontaneous welcome. It is others who say it, which tells it from a
    `Strength`. `about` is the question it answers; `area`: 1 to 4, or None. Neither text is ever
    empty."""

    text: str
    about: str
    area: int | None = None


@dataclass(frozen=True, kw_only=True)
class GivenGift(Result):
    """What a `WrappedGift` and an `UnwrappedGift` both tell of a gift for `organisation`: its
    `giver`, the id of an organisation, "" for the whole group, and nothing of what is in it.
    `gift`: which of those of its exercise; `paper` and `ribbon` say how it was wrapped, as the kit
    draws it (`drawing.parcel`)."""

    giver: str = ""
    gift: str = ""
    paper: str = ""
    ribbon: str = ""

    @property
    def key(self) -> str:
        """Which gift of the track it is, the same wrapped and unwrapped."""
        return f"{self.origin.activity}:{self.gift}"


@dataclass(frozen=True, kw_only=True)
class UnwrappedGift(GivenGift):
    """That `organisation` unwrapped a gift."""


@dataclass(frozen=True, kw_only=True)
class WrappedGift(GivenGift):
    """That a gift with something in it waits for `organisation`, which did not unwrap it yet."""


@dataclass(frozen=True, kw_only=True)
class GiftNote(Result):
    """What `organisation` received in a gift of `giver`, the id of an organisation, "" for the
    whole group. `heading` says what it is for ('Deze tip geef ik cadeau'); `text` is "" for a
    drawing without a caption and for a photo. `drawing` holds the lines of a drawing, as they are
    stored; `photo` is the id of a photo of the note `noted` of a notebook, which is left out once
    its writer shares that no more. `gift`: which gift of its exercise it was in, as in
    `GivenGift`; `note`: which note of it, also once its words were corrected. It does not tell
    whose it is."""

    giver: str
    heading: str
    text: str = ""
    drawing: tuple[str, ...] = ()
    photo: str = ""
    noted: str = ""
    gift: str = ""
    note: str = ""

    @property
    def gift_key(self) -> str:
        """Which gift of the track it was in."""
        return f"{self.origin.activity}:{self.gift}"

    @property
    def words_key(self) -> str:
        """The same for the same words and drawing, also in a track that was read in with other
        ids."""
        said = "\0".join((self.heading, self.text, *self.drawing))
        return blake2b(said.encode("utf-8", "replace"), digest_size=8).hexdigest()


def chosen_note(
    notes: Iterable[GiftNote], note: str, words: str, photo: str
) -> GiftNote | None:  # fmt: skip
    """The note of a gift that its host chose, by what was stored of it: `GiftNote.note`,
    `words_key` and `photo`. None once it is there no more."""
    found = tuple(notes)
    same = next((one for one in found if note and one.note == note), None)
    if same is not None or not note:
        return same
    # A track that was read in as a copy has other ids: its photos are renamed where they are
    # stored, and of other notes the words are the same.
    if photo:
        return next((one for one in found if one.photo == photo), None)
    return next((one for one in found if not one.photo and one.words_key == words), None)


@dataclass(frozen=True, kw_only=True)
class GiftSequel(Result):
    """What `organisation` did with a gift of `giver`, an id, "" for the whole group. `text` is that
    sentence. `action`: the number of the action of the organisation that grew from it
    (`Action.number`), 0 for none. `gift_key`: which gift of the track it is (`UnwrappedGift.key`),
    and `note`, `words`, `photo` the note of it (`GiftNote.note`, `words_key`, `photo`) that its
    host lets others read, "" for none. `heading`, `gift`, `drawing`, `photo` and `noted` are what
    that note says now, as in `GiftNote`: they are filled in, and empty once it is there no more."""

    giver: str
    text: str
    gift_key: str = ""
    note: str = ""
    words: str = ""
    heading: str = ""
    gift: str = ""
    drawing: tuple[str, ...] = ()
    photo: str = ""
    noted: str = ""
    action: int = 0


@dataclass(frozen=True, kw_only=True)
class StoryRemark(Result):
    """What a listener said, through the lens `lens` (as it is called), about the story of the visit
    of `organisation` to `host`, an id. `kind`: a remark or a question; `chosen`: the tellers picked
    it to answer; `area`: 1 to 4, or None; `visit`: the id of the visit, or ""."""

    host: str
    lens: str
    text: str
    kind: Literal["remark", "question"] = "remark"
    chosen: bool = False
    area: int | None = None
    visit: str = ""

    @property
    def own_to(self) -> tuple[str, ...]:
        """Those who told it and those it is about."""
        return (self.organisation, self.host)


@dataclass(frozen=True, kw_only=True)
class Agreement(Result):
    """What an organisation agreed, with the organisation `partner` (an id) or, where that is "",
    with the group. `date`: the ISO day it is for, or ""; `about`: the question that it answers, or
    ""; `visit`: the id of the visit that it is for, or ""."""

    text: str
    date: str = ""
    partner: str = ""
    about: str = ""
    visit: str = ""

    @property
    def own_to(self) -> tuple[str, ...]:
        """What two agreed belongs to both."""
        return (self.organisation, self.partner) if self.partner else (self.organisation,)


@dataclass(frozen=True, kw_only=True)
class Action(Result):
    """What an organisation will do, or did. `first_step` and `who` (who pulls it, as typed) may be
    ""; `date`: by which ISO day, or ""; `area`: 1 to 4, or None. `number`: from 1, the same for the
    same action of an organisation in all meetings, 0 where it is told once; `helpers`: ids of the
    organisations that help; `said`: the last sentence on how it is, or ""."""

    text: str
    first_step: str = ""
    who: str = ""
    date: str = ""
    area: int | None = None
    state: ActionState = "planned"
    number: int = 0
    helpers: tuple[str, ...] = ()
    said: str = ""


@dataclass(frozen=True, kw_only=True)
class Quote(Result):
    """A sentence to be printed. Its consent is what all results have: `naming` for with the name,
    only with the organisation, or without either; who wants it used nowhere gives "person" as
    `readers`."""

    text: str


# Every kind of result there is. A new one is added here and needs nothing else.
VOCABULARY: tuple[type[Result], ...] = (
    LearningQuestion, HostWish, Strength, Wish, Introduction, Stance, LinePosition, MapPosition,
    SharedMoment, Visit, ProgrammePart, VisitNote, WarmWelcome, UnwrappedGift, WrappedGift,
    GiftNote, GiftSequel, StoryRemark, Agreement, Action, Quote,
)  # fmt: skip

R = TypeVar("R", bound=Result)


def latest_actions(found: Iterable[Action]) -> tuple[Action, ...]:
    """Each action once, as the last meeting that told of it has it; in the order in which they
    were told first."""
    latest: dict[tuple[str, int], Action] = {}
    for at, one in enumerate(found):
        latest[one.organisation, one.number or -at - 1] = one
    return tuple(latest.values())


@dataclass(frozen=True)
class TrackResults:
    """What came out of all exercises of a track, as far as one asker may read it. `read` gives all
    of it, and is called on first use only. `read_kind` gives what may hold results of one kind,
    where that costs less than all of them."""

    read: Callable[[], tuple[Result, ...]] = tuple
    read_kind: Callable[[type[Result]], tuple[Result, ...]] | None = None

    @cached_property
    def all(self) -> tuple[Result, ...]:
        """Every result: the oldest meeting first, each in the order of its agenda."""
        return self.read()

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """The results of one kind, in that order."""
        found = self.read_kind(kind) if self.read_kind else self.all
        return tuple(one for one in found if isinstance(one, kind))
