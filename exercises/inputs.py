"""What goes into an exercise: its progress, its answers, and the people and organisations; part of
the contract, and imported from there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Generic, Literal, Protocol, Self, TypeVar

from exercises.outputs import Json
from state.models import TrackVisit, VisitChange
from state.notebook import NotebookEntry
from state.restrictions import Place

Role = Literal["phone", "screen", "console"]
Notifies = Literal["nobody", "party", "everybody"]


class Config(Protocol):
    """What the facilitator can edit in an exercise: a frozen dataclass."""

    def to_json(self) -> Json:
        """As stored; must hold `version`."""
        ...

    @classmethod
    def from_json(cls, stored: Json) -> Self:
        """From any version that was ever stored."""
        ...


# The switch that holds the keys of the steps in the order that was chosen.
ORDER = "order"

C = TypeVar("C", bound=Config)
V = TypeVar("V")


@dataclass(frozen=True)
class Stage:
    """One part of a step; the facilitator goes from stage to stage.

    `forward`: the label of the button that leads to this stage. `open`: answers are taken; `shown`:
    results are shown. Both are initial values, which the facilitator may switch. `asks`: where the
    exercise has something `unfinished`, the console tells it before it goes on to this stage.
    `opens`, `shows`: whether phones can answer in it, and whether there is anything to show;
    without it the console has no switch for that.
    """

    key: str
    label: str
    forward: str
    open: bool
    shown: bool
    asks: bool = False
    opens: bool = True
    shows: bool = True


@dataclass(frozen=True)
class Phase:
    """The progress of a running exercise: its step, the stage of that step, and the switches.

    `step` counts from 0. `options` holds the exercise's own switches (see `Control`). `over`: it
    was closed in the room, and was not begun again there; it may go on at home.
    """

    step: int = 0
    stage: str = ""
    open: bool = False
    shown: bool = False
    options: Mapping[str, Any] = field(default_factory=dict)
    over: bool = False

    def to_json(self) -> Json:
        """As stored; whether it is over is told by the agenda."""
        return {
            "step": self.step, "stage": self.stage, "open": self.open, "shown": self.shown,
            "options": dict(self.options),
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: Json) -> Phase:
        """From storage; {} gives the phase of an exercise that was never begun."""
        return cls(
            stored.get("step", 0), stored.get("stage", ""), stored.get("open", False),
            stored.get("shown", False), stored.get("options", {}),
        )  # fmt: skip

    def option(self, key: str, otherwise: Any) -> Any:
        """The value of a switch, or `otherwise` when it was never touched."""
        return self.options.get(key, otherwise)


@dataclass(frozen=True)
class Step:
    """One round through the stages: a statement, a stone, an area. `forward`: the label of the
    button that leads to it, "" for that of its first stage. `opens`, `shows`: whether phones can
    answer in it, and whether there is anything to show; without it the console has no switch for
    that."""

    key: str
    title: str
    area: int | None = None
    forward: str = ""
    opens: bool = True
    shows: bool = True


@dataclass(frozen=True)
class Accepted:
    """An answer as it will be stored.

    `owner`: the id in whose name it is stored, a person, an organisation or a visit; the author's
    own by default. An answer that an organisation owns may be changed by any of its people, one of
    a visit by its guests and by the people of its host; `Answer.by` tells who did. `notifies`:
    which phones are notified and render it at once: only the author's, those of the organisation
    (or of both organisations of the visit), or all. `also_notifies`: ids of further people whose
    phones are notified. Screen and console always are. `visits`: what changes with it in visits of
    the track. `shares`: ids of notes in the author's own notebook that become shared with it.
    """

    payload: Json
    owner: str | None = None
    notifies: Notifies = "nobody"
    also_notifies: tuple[str, ...] = ()
    visits: tuple[VisitChange, ...] = ()
    shares: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """A stored answer: the last one in this slot of this author: a person, an organisation or a
    visit.

    `by_hand`: the facilitator filled it in, or it came from `Exercise.settle`. `by`: who wrote it,
    the author or somebody of the organisation. `order` rises with each change of any answer, so of
    answers by two authors the one with the higher order is the later.
    """

    author: str
    slot: str
    payload: Json
    by_hand: bool = False
    order: int = 0
    by: str = ""


@dataclass(frozen=True)
class Entry(Generic[C, V]):
    """An answer that was sent and is not stored yet, with what `accept` may need to check it.

    `author` is a person's id, or `FACILITATOR` of state.models. `load` gives the folded answers as
    this transaction sees them, so that of two people who claim the same thing at once the second
    can be refused; `stored(owner, slot)` gives the payload of one slot, which is cheap however many
    answers there are. `parties`: the organisations by id, also those that left; `visits`: those of
    the track that the author may know of; `alias` and `earlier` are those of the context. `notes`:
    the author's own notes of visits, and what others shared of the author's visits.
    `at_home`: it comes from a phone at home, after the exercise ended in the room. `payload` comes
    from a browser: any JSON object. Where a browser was given the alias of who stands in for a
    person that is not named, `slot` and `payload` already hold the alias of that person; whose a
    key is that the exercise makes itself from the id of a person, `whose` tells. `stand_ins` gives
    the ids of those people by the ids of who stands in for them.
    """

    config: C
    phase: Phase
    author: str
    slot: str
    payload: Json
    load: Callable[[], V]
    people: Callable[[], Mapping[str, Member]] = dict
    parties: Callable[[], Mapping[str, Party]] = dict
    alias: Callable[[str], str] = str
    stored: Callable[[str, str], Json | None] = lambda owner, slot: None
    earlier: Callable[[], tuple[Earlier[C, V], ...]] = tuple
    at_home: bool = False
    visits: Callable[[], tuple[TrackVisit, ...]] = tuple
    notes: Callable[[], tuple[NotebookEntry, ...]] = tuple
    stand_ins: Callable[[], Mapping[str, str]] = dict

    def whose(
        self, sent: Any, key: Callable[[str], str], among: Iterable[str] = ()
    ) -> str | None:  # fmt: skip
        """The id of the person that `key` turns into what a browser sent; None for nobody. Also
        where the browser was given a key that was made from the id of who stands in for that
        person. `among`: the ids of people who may have left."""
        if not isinstance(sent, str):
            return None
        for person in (*self.people(), *among):
            if key(person) == sent:
                return person
        found = self.stand_ins().items()
        return next((person for other, person in found if key(other) == sent), None)

    @property
    def member(self) -> Member | None:
        """The author, when it is somebody in the room."""
        return self.people().get(self.author)


@dataclass(frozen=True)
class Party:
    """An organisation, as exercises know it; `gone` when it left the track. `short`: the short
    name in use, at most 30 characters, for where the name has no room."""

    id: str
    name: str
    sector: str
    tile: int
    gone: bool = False
    short: str = ""


@dataclass(frozen=True)
class Member:
    """Somebody in the room, as exercises know people. `by_hand`: added by the facilitator, without
    a phone; `organisation_short`: the short name of `organisation`. `nameless`: the name was erased
    or left out, and `name` only tells the organisation. A guest (`Exercise.guests`) has no name, ""
    as organisation, and 0 as tile: a white figure."""

    id: str
    name: str
    organisation_id: str
    organisation: str
    tile: int
    pose: str
    function: str = ""
    by_hand: bool = False
    organisation_short: str = ""
    nameless: bool = False


class WithStandIns(Mapping[str, Member]):
    """The people in the room, who are counted and gone through, and `stand_ins`, who stand for
    authors that are not named and are only found by their id."""

    def __init__(self, people: Mapping[str, Member], stand_ins: Mapping[str, Member]) -> None:
        self._people = people
        self.stand_ins = stand_ins

    def __getitem__(self, person_id: str) -> Member:
        found = self._people.get(person_id)
        return self.stand_ins[person_id] if found is None else found

    def __iter__(self) -> Iterator[str]:
        return iter(self._people)

    def __len__(self) -> int:
        return len(self._people)


@dataclass(frozen=True)
class OwnChoice:
    """The choice on an answer that its exercise keeps itself: the own page shows and makes that one
    instead of one of `state.restrictions`. `now` is what was chosen, "" for nothing yet; `payloads`
    gives for each choice the answer that makes it, to be stored in `slot`. The choices are those of
    `exercises.results.Naming` and "none", to be used nowhere."""

    now: str
    slot: str
    payloads: Mapping[str, Json]


@dataclass(frozen=True)
class OwnAnswer:
    """What an answer says, as the own page shows it to its author, who may restrict who reads it
    (`state.restrictions`). `slots`: where it is stored, those that only make sense together; the
    restriction holds for all of them. `heading` says what it is ('Top en flop'), `text` what it
    says; neither is empty. `author`: who owns it, a person, an organisation or a visit. `named`:
    whether others are ever told the person. `reach`: how far it goes as long as nobody restricts
    it, by what its author chose in the exercise. `choice`: see there. `together`: a key that small
    parts share which only make sense together, such as those of a programme: where the same people
    may read them they are shown as one."""

    author: str
    slots: tuple[str, ...]
    heading: str
    text: str
    named: bool = False
    reach: Place = "report"
    choice: OwnChoice | None = None
    together: str = ""


@dataclass(frozen=True)
class Homework:
    """Present in a `Context` when the exercise is filled in at home. `until`: an ISO date, or
    ""."""

    until: str = ""


@dataclass(frozen=True)
class TrackMeeting:
    """A meeting of the track: its id, title and day (ISO, or ""). `held`: as
    `Room.was_held`; `present`: the ids of the organisations of which somebody joined."""

    id: str
    title: str
    date: str = ""
    held: bool = False
    present: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Earlier(Generic[C, V]):
    """The same exercise in an earlier meeting of the track, as it ended there."""

    activity_id: str
    title: str
    date: str
    config: C
    view: V


@lru_cache(maxsize=4096)
def alias(activity_id: str, secret: str, person_id: str) -> str:
    """A pseudonym for a person in one activity: 12 hexadecimal digits, the same each time."""
    digest = blake2b(f"{activity_id}:{person_id}".encode(), key=secret.encode()[:64], digest_size=6)
    return digest.hexdigest()
