"""All that an exercise may know when it draws or exports; part of the contract, and imported from
there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Generic

from exercises.inputs import (
    C,
    Earlier,
    Homework,
    Member,
    Party,
    Phase,
    Role,
    Step,
    TrackMeeting,
    V,
    WithStandIns,
    alias,
)
from exercises.outputs import Json
from exercises.results import TrackResults
from state.framework import Framework, usual
from state.models import TrackVisit
from state.notebook import NotebookEntry

if TYPE_CHECKING:
    from exercises.contract import Exercise


@dataclass(frozen=True)
class Context(Generic[C, V]):
    """All that an exercise may know when it draws or exports. It holds no database.

    `mine`: slot -> payload of the person whose phone it is (empty elsewhere); `ours` the same of
    that person's organisation, and `of_visit` gives the same of a visit in which the person takes
    part (empty for another). `visits`: those of the track that this role may know of. `parties`
    gives the organisations, also those that left; `past`
    the same exercise in earlier meetings, oldest first; `framework` the areas of the track.
    `people` gives everybody who joined and `seen` the folded answers as `public` leaves them for
    this role and person; both are called only when a function uses `members` or `view`, so that a
    phone that shows only its own answer is cheap to render. `photo` gives the JPEG that somebody
    sent in to this exercise, or of a note that is shared: ask for those of `told_notes` only.
    `track` answers what came out of all exercises of the track, as far as this role and person may
    read it (see `exercises.results`); `meeting_id` is that of the meeting, as in their origin,
    `meeting_title` and `meeting_date` (ISO or "") are what it is called and its day; `meetings` are
    all of the track. `homework` is there when the phone is used at home.
    `noted` gives the notes of the facilitator; read `notes`. `away` holds the ids of people who
    joined and went home, or whose phone has been gone for minutes; read `awaited`. `gone_home`
    gives those of whom the facilitator said that they went home; read `here`. `own_notes`
    gives what the person of this phone noted on visits, shared or not, and `shared_notes` what is
    shared of that person's visits; both are empty elsewhere: read `notebook`. `told` gives those of
    the notes with these ids that are shared; read `told_notes`.

    `exercises.engine.moment` makes them, also for tests.
    """

    activity_id: str
    secret: str
    config: C
    phase: Phase
    role: Role
    people: Callable[[], Mapping[str, Member]]
    parties: Callable[[], tuple[Party, ...]]
    exercise: Exercise[C, V]
    seen: Callable[[], V]
    me: Member | None = None
    mine: Mapping[str, Json] = field(default_factory=dict)
    ours: Mapping[str, Json] = field(default_factory=dict)
    past: Callable[[], tuple[Earlier[C, V], ...]] = tuple
    framework: Framework = field(default_factory=usual)
    meeting_title: str = ""
    meeting_date: str = ""
    photo: Callable[[str], bytes | None] = lambda picture_id: None
    track: TrackResults = field(default_factory=TrackResults)
    meeting_id: str = ""
    homework: Homework | None = None
    noted: Callable[[], Mapping[str, str]] = dict
    away: frozenset[str] = frozenset()
    gone_home: Callable[[], frozenset[str]] = frozenset
    visits: tuple[TrackVisit, ...] = ()
    of_visit: Callable[[str], Mapping[str, Json]] = lambda visit_id: {}
    own_notes: Callable[[], tuple[NotebookEntry, ...]] = tuple
    shared_notes: Callable[[], tuple[NotebookEntry, ...]] = tuple
    told: Callable[[frozenset[str]], Mapping[str, NotebookEntry]] = lambda chosen: {}
    all_meetings: Callable[[], tuple[TrackMeeting, ...]] = tuple

    @cached_property
    def meetings(self) -> tuple[TrackMeeting, ...]:
        """The meetings of the track in its order, this one among them, also those to come."""
        return self.all_meetings()

    @cached_property
    def told_notes(self) -> Mapping[str, NotebookEntry]:
        """The notes by id that `Exercise.tells` names for this role and person, as long as their
        writers share them."""
        tells = self.exercise.tells
        return self.told(frozenset(tells(self))) if tells else {}

    @cached_property
    def notebook(self) -> tuple[NotebookEntry, ...]:
        """The notes that the person of this phone may choose from: the own ones, shared or not, and
        what others shared of that person's visits; each once, the oldest first."""
        found = {one.id: one for one in (*self.own_notes(), *self.shared_notes())}
        return tuple(sorted(found.values(), key=lambda one: one.created_at))

    @cached_property
    def view(self) -> V:
        """The folded answers, without what this role, or this person, may not see yet."""
        return self.seen()

    @cached_property
    def members(self) -> Mapping[str, Member]:
        """Everybody who joined, by id; also finds who stands in for an author that is not named,
        which is not gone through: count with `present`."""
        return self.people()

    @cached_property
    def here(self) -> Mapping[str, Member]:
        """Who joined and did not go home, by id: whom to ask something, to name on the screen, and
        to wait for. Whose phone sleeps is among them."""
        home = self.gone_home()
        return {id_: one for id_, one in self.members.items() if id_ not in home}

    def present(self, ids: Iterable[str]) -> frozenset[str]:
        """Who of these people (their ids) is in the room, or stands in for somebody there who is
        not named with an answer: whom to count. Who stands in is not among those that one goes
        through in `members`, so `ids & members.keys()` would lose them."""
        members = self.members
        return frozenset(one for one in ids if one in members)

    @cached_property
    def member_by_alias(self) -> Mapping[str, Member]:
        """Everybody who joined, and who stands in for somebody, by alias."""
        members = self.members
        others = members.stand_ins.values() if isinstance(members, WithStandIns) else ()
        return {self.alias(one.id): one for one in (*members.values(), *others)}

    def awaited(self, answered: Collection[str] = ()) -> int:
        """How many people have answered (their ids) or still may: whoever joined, without those
        who left before they answered."""
        return sum(one not in self.away or one in answered for one in self.members)

    @property
    def my_visits(self) -> tuple[TrackVisit, ...]:
        """The visits that stand in which the person of this phone takes part; none elsewhere."""
        me = self.me
        return tuple(
            one
            for one in self.visits
            if me and one.stands and one.takes_part(me.id, me.organisation_id)
        )

    @cached_property
    def organisations(self) -> tuple[Party, ...]:
        """The organisations of the track, in order."""
        return tuple(party for party in self.parties() if not party.gone)

    @cached_property
    def party_by_id(self) -> Mapping[str, Party]:
        """The organisations by id, also those that left."""
        return {party.id: party for party in self.parties()}

    @cached_property
    def earlier(self) -> tuple[Earlier[C, V], ...]:
        """This exercise in earlier meetings of the track, oldest first."""
        return self.past()

    @cached_property
    def notes(self) -> Mapping[str, str]:
        """The facilitator's notes by key: the key of a step, or one that `note_on` gave. Empty on a
        phone and on the screen."""
        return self.noted() if self.role == "console" else {}

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of this configuration."""
        return self.exercise.steps(self.config)

    @property
    def step(self) -> Step | None:
        """The step that is on now; None when there are no steps."""
        steps = self.steps
        return steps[min(self.phase.step, len(steps) - 1)] if steps else None

    def alias(self, person_id: str) -> str:
        """A pseudonym for a person: the same in every page, but not traceable to the person's
        id."""
        return alias(self.activity_id, self.secret, person_id)


@dataclass(frozen=True)
class InMeeting(Generic[C, V]):
    """An exercise as it was done in one meeting: `meeting` is its id, `date` is ISO or ""."""

    meeting: str
    title: str
    date: str
    context: Context[C, V]


@dataclass(frozen=True)
class LookBack(Generic[C, V]):
    """The input of `explore`. `meetings`: those that the facilitator chose, oldest first;
    `organisation`: the id of the only one to show, or "" for all. `address` turns the path of a
    file, from the root of the repository, into its address for browsers."""

    meetings: tuple[InMeeting[C, V], ...]
    organisation: str
    address: Callable[[str], str]
