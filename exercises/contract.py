"""What an exercise is; `exercises/README.md` says how to add one.

An exercise is one folder and one line in `exercises.EXERCISES`. Everything it does is given by a
frozen `Exercise`: data and pure functions, without Streamlit and without SQL. pages/ and state/
call those functions and never name a particular exercise.

    answer:  phone -> accept -> stored          (accept refuses with a Dutch sentence)
    picture: stored -> fold -> view -> public -> phone / screen / console -> browser

`phone`, `screen` give a `Scene`: the path of a script in the exercise's folder, and the data it
draws. A browser receives nothing of the answers but that data.

An answer is stored in a slot, a short name that the exercise chooses. All slots of one step have
the same prefix up to their last dot ("s3.1", "s3.why"); by that prefix the console removes a
person's answers to a step. A photo that somebody sent in stays for as long as an answer, a
configuration or a phase holds its id anywhere in its JSON; what nothing points at is deleted after
a day (`state.erasing`). Slots that end in ".note" hold the facilitator's notes, slots that begin
with "draft." what somebody typed that is too long for an answer; an exercise is given neither: see
`exercises.engine.notes` and `exercises.engine.drafts`.

The file in order: progress of an exercise (`Stage`, `Phase`, `Step`); input (`Entry`, `Accepted`,
`Answer`) and participants (`Party`, `Member`); the `Context` from which an exercise draws and
exports, and the `LookBack` on all meetings of a track; last the `Exercise` itself. Its outputs are
defined in `exercises.outputs`: `Scene` for browsers, `Panel` for the console, `Column`, `Picture`
and `File` for the export, and `Briefing` for the run sheet. Import all of them from here. What
documents are made of is in `exercises.document`, and what exercises find out for each other in
`exercises.results`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from hashlib import blake2b
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Generic, Literal, Protocol, Self, TypeVar

from exercises.document import Section, Summary
from exercises.outputs import (
    Briefing,
    Column,
    Control,
    File,
    Json,
    Move,
    OnBehalf,
    Panel,
    Picture,
    Scene,
    Waiting,
    Word,
)
from exercises.results import Result, TrackResults
from state.framework import Framework, usual
from state.models import TrackVisit, VisitChange, VisitDay
from state.notebook import NotebookEntry
from state.restrictions import Place

__all__ = [
    "ORDER",
    "Accepted", "Answer", "Briefing", "Column", "Config", "Context", "Control", "Earlier", "Entry",
    "Exercise", "File", "Homework", "Json", "Member", "Move", "NotebookEntry", "Notifies",
    "OnBehalf", "OwnAnswer", "OwnChoice", "Panel", "Party", "Phase", "Picture", "Role", "Scene",
    "Section", "Stage", "Step", "Summary", "TrackMeeting", "TrackVisit", "VisitChange", "VisitDay",
    "Waiting", "Word", "alias",
]  # fmt: skip

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
    """

    key: str
    label: str
    forward: str
    open: bool
    shown: bool
    asks: bool = False


@dataclass(frozen=True)
class Phase:
    """The progress of a running exercise: its step, the stage of that step, and the switches.

    `step` counts from 0. `options` holds the exercise's own switches (see `Control`).
    """

    step: int = 0
    stage: str = ""
    open: bool = False
    shown: bool = False
    options: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> Json:
        """As stored."""
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
    button that leads to it, "" for that of its first stage."""

    key: str
    title: str
    area: int | None = None
    forward: str = ""


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
    from a browser: any JSON object.
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
    it, by what its author chose in the exercise. `choice`: see there."""

    author: str
    slots: tuple[str, ...]
    heading: str
    text: str
    named: bool = False
    reach: Place = "report"
    choice: OwnChoice | None = None


@dataclass(frozen=True)
class Homework:
    """Present in a `Context` when the exercise is filled in at home. `until`: an ISO date, or
    ""."""

    until: str = ""


@dataclass(frozen=True)
class TrackMeeting:
    """A meeting of the track: its id, title and day (ISO, or ""). `held`: it was begun; `present`:
    the ids of the organisations of which somebody joined."""

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
    sent in to this exercise. `track` answers what came out of all exercises of the track, as far as
    this role and person may read it (see `exercises.results`); `meeting_id` is that of the meeting,
    as in their origin, `meeting_title` and `meeting_date` (ISO or "") are what it is called and its
    day; `meetings` are all of the track. `homework` is there when the phone is used at home.
    `noted` gives the notes of the facilitator; read `notes`. `away` holds the ids of people who
    joined and whose phone has been gone for minutes; read `awaited`. `own_notes` gives what the
    person of this phone noted on visits, shared or not, and `shared_notes` what is shared of that
    person's visits; both are empty elsewhere: read `notebook`. `told` gives the notes that people
    chose to show here; read `told_notes`.

    Only `exercises.engine.moment` makes one.
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
    visits: tuple[TrackVisit, ...] = ()
    of_visit: Callable[[str], Mapping[str, Json]] = lambda visit_id: {}
    own_notes: Callable[[], tuple[NotebookEntry, ...]] = tuple
    shared_notes: Callable[[], tuple[NotebookEntry, ...]] = tuple
    told: Callable[[], Mapping[str, NotebookEntry]] = dict
    all_meetings: Callable[[], tuple[TrackMeeting, ...]] = tuple

    @cached_property
    def meetings(self) -> tuple[TrackMeeting, ...]:
        """The meetings of the track in its order, this one among them, also those to come."""
        return self.all_meetings()

    @cached_property
    def told_notes(self) -> Mapping[str, NotebookEntry]:
        """The notes by id that `Exercise.tells` names for this role and person, as long as their
        writers share them."""
        return self.told()

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
        """Everybody who joined, by id."""
        return self.people()

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


@dataclass(frozen=True, repr=False)
class Exercise(Generic[C, V]):
    """One kind of exercise. What has no default is required."""

    # What it is. `kind` is stored in agendas and the name of its folder: it is never renamed.
    kind: str
    title: str
    help: str
    # The area (1 to 4) it is about; None for one that is about all, or about none.
    area: int | None
    minutes: int
    # What one step is called in "stelling 3 van 10", in lower case.
    step_label: str

    # What the facilitator edits, and what it holds when it is put on an agenda.
    config: type[C]
    sample: C
    stages: tuple[Stage, ...]
    # Each step goes through all stages. An exercise without rounds has one step; the sample has at
    # least one.
    steps: Callable[[C], tuple[Step, ...]]

    # From answers to a view. `accept` returns an answer as it will be stored, or raises Refused
    # (state.problems) with a Dutch sentence for its sender. `fold` combines the stored answers: the
    # last one of each author and slot, in any order, also of people who left.
    accept: Callable[[Entry[C, V]], Accepted]
    fold: Callable[[C, Sequence[Answer]], V]

    # What a phone and the screen are sent. The console draws the screen's scene small.
    phone: Callable[[Context[C, V]], Scene]
    screen: Callable[[Context[C, V]], Scene]

    # The configuration with the visits of the track in it, for one that goes by them; called
    # wherever the stored configuration is read. None: has nothing to do with visits. They are those
    # that participants may know of; with `hidden_visits` all of them, and then the exercise itself
    # keeps from phones and screen what was not announced.
    with_visits: Callable[[C, tuple[TrackVisit, ...]], C] | None = None
    hidden_visits: bool = False

    # The content to store when another one is chosen ('Neem andere inhoud over'): gets the present
    # one, the chosen one, and the keys that have answers, which must keep what they belong to.
    take_over: Callable[[C, C, Collection[str]], C] = lambda present, chosen, answered: chosen

    # Removes from a view what a role, or the person whose phone it is, may not see yet. By default
    # `context.view` holds everything for every role, even while `phase.shown` is false.
    public: Callable[[V, Phase, Role, Member | None], V] = lambda view, phase, role, me: view
    # Whether an answer is sealed: nobody may read it yet, not even in an export. Its first argument
    # is the view of all answers. None: no answer is ever sealed.
    sealed: Callable[[V, Answer], bool] | None = None

    # One or two sentences for the facilitator, "" for none: what must be filled in before it can
    # begin, told in preparation and before the start; and what is left undone when it closes now,
    # told in the question before closing. Their context is one of the console.
    lacks: Callable[[Context[C, V]], str] = lambda context: ""
    unfinished: Callable[[Context[C, V]], str] = lambda context: ""

    # The switches and counts of the console; and a scene of its own there, whose script writes as
    # the facilitator with `api.contribute(slot, payload)`.
    panel: Callable[[Context[C, V]], Panel] = lambda context: Panel()
    console: Callable[[Context[C, V]], Scene | None] = lambda context: None
    # The key under which the facilitator's note is stored now; None offers no note.
    note_on: Callable[[Context[C, V]], str | None] = lambda context: (
        context.step.key if context.step else None
    )

    # An answer that a phone may send in a phase: its slot and payload; a number from 0 to 1 makes
    # answers differ. By it `pages.check` rehearses a hall with the sample. None: is not rehearsed.
    rehearse: Callable[[C, Phase, float], tuple[str, Json]] | None = None

    # Called when a stage begins; returns the phase, with switches changed where needed.
    enter: Callable[[C, Phase], Phase] = lambda config, phase: phase
    # Called when a stage begins, and when somebody joins or leaves while the exercise runs. Returns
    # the answers that follow from phase and people, slot -> answer, only those that change
    # something. They are stored with the facilitator as author.
    settle: Callable[[Context[C, V]], Mapping[str, Accepted]] | None = None
    # The countdown in minutes that a stage begins with: 0 removes the countdown, None keeps it.
    clock: Callable[[C, Phase], float | None] = lambda config, phase: None

    # What goes into the export: rows of a table with documented columns, drawings, and photos.
    # Their context is one of the console: `context.view` is what `public` gives to that role.
    columns: tuple[Column, ...] = ()
    rows: Callable[[Context[C, V]], Iterable[Json]] = lambda context: ()
    pictures: Callable[[Context[C, V]], Iterable[Picture]] = lambda context: ()
    files: Callable[[Context[C, V]], Iterable[File]] = lambda context: ()

    # What goes into documents (`exercises.document`): a summary for the sheet of the evening, None
    # when nothing came of it; and sections for the report of the track and for the bundle of an
    # organisation. Their context is one of the console, or, for the bundle that participants open
    # themselves, of a phone: `context.view` holds what that role may read.
    summary: Callable[[Context[C, V]], Summary | None] = lambda context: None
    report: Callable[[Context[C, V]], Iterable[Section]] = lambda context: ()

    # What the facilitator reads on the run sheet, with the questions of this configuration. None:
    # the run sheet tells only what `help` says.
    briefing: Callable[[C], Briefing] | None = None

    # For documents without names: the keys of the JSON of configuration, phase and answers whose
    # values are codes or ids, no words of people; and names of people that were typed in fields
    # for names, each with the id of the organisation, or "".
    codes: Collection[str] = ()
    names: Callable[[C, V], Iterable[tuple[str, str]]] = lambda config, view: ()

    # What it found out, in the words that all exercises share (`exercises.results`), from a view as
    # `public` left it; in the order in which it is read. None: it gives nothing.
    results: Callable[[C, V], Iterable[Result]] | None = None
    # The kinds of results it can give: who asks for another kind does not wait for it.
    gives: tuple[type[Result], ...] = ()
    # What the person of a phone gave here, in words, for the own page; the context is that of the
    # phone. None: nobody can give anything of their own.
    own_answers: Callable[[Context[C, V]], Iterable[OwnAnswer]] | None = None
    # The ids of the notes of notebooks that people chose to show here, from a view as `public` left
    # it. Their words are in `Context.told_notes`, and their photos are given to who reads that
    # view, for as long as the writer shares the note. None: no note is shown here.
    tells: Callable[[V], Collection[str]] | None = None
    # For an exercise that repeats answers of an earlier meeting in answers of its own: such an
    # answer without what the slots of its author say that are held back, in whatever meeting. None:
    # it repeats nothing, and a restriction holds in its own meeting only.
    withheld: Callable[[Answer, Collection[str]], Answer] | None = None
    # Whether answers hold ids of the people whose answers they are about. Where such an answer is
    # given without a name, they then hold the id that stands for its author.
    links_people: bool = False
    # Made for a room with guests: while it stands on an agenda that is running, people of no
    # organisation may join by the code, and `members` holds them with "" as their organisation. It
    # is told what is told outside the group: results that may stand in the report of the track.
    # The phones of guests share one drawing for each answer that they gave: what `phone` gives for
    # them may depend on `mine`, and on nothing else of `me`.
    guests: bool = False

    # The keys of the steps to go through, in order, as it begins; the facilitator may put them in
    # another order and skip some while it runs (`in_order`). Its context is one of the console.
    # None: all steps, as the configuration has them.
    order: Callable[[Context[C, V]], Sequence[str]] | None = None

    # Makes it possible to continue at home, if the facilitator allows that. Returns the configured
    # deadline: an ISO date, or "". None: only in the room.
    homework: Callable[[C], str] | None = None
    # What the person of a phone may still fill in at home, for the own page; None when nothing is
    # left. Its context is that of the phone at home. By default the exercise always waits there.
    waiting: Callable[[Context[C, V]], Waiting | None] | None = None

    def __repr__(self) -> str:
        # Failing tests print it; the default would list thirty functions and hide the failure.
        return f"<exercise {self.kind}>"

    @property
    def edit(self) -> Callable[[C, tuple[Party, ...]], C] | None:
        """The function `edit(config, organisations)` of the exercise's editor.py: draws the editor
        with Streamlit, and gives the configuration as it is now. None without that file."""
        found: Callable[[C, tuple[Party, ...]], C] | None = self._function_of("editor", "edit")
        return found

    @property
    def explore(self) -> Callable[[LookBack[C, V]], None] | None:
        """The function `explore(look_back)` of the exercise's explore.py: draws with Streamlit what
        came of it in all meetings of a track. None without that file."""
        found: Callable[[LookBack[C, V]], None] | None = self._function_of("explore", "explore")
        return found

    def _function_of(self, module: str, name: str) -> Any:
        """A function of an optional file of the exercise, imported on first use: rendering for
        phones and screens must not import Streamlit and pydeck."""
        path = f"exercises.{self.kind}.{module}"
        return None if find_spec(path) is None else getattr(import_module(path), name)

    def stage(self, key: str) -> Stage:
        """The stage of that key; the first one for a key that no longer exists."""
        return next((stage for stage in self.stages if stage.key == key), self.stages[0])

    def in_order(self, config: C, phase: Phase) -> tuple[int, ...]:
        """The steps that are gone through, as indexes of `steps`, in order; the present one is
        among them. Without an own order all of them."""
        keys = [step.key for step in self.steps(config)]
        asked = phase.option(ORDER, None)
        if self.order is None or not isinstance(asked, list | tuple):
            return tuple(range(len(keys)))
        found = [keys.index(one) for one in dict.fromkeys(asked) if one in keys]
        here = max(0, min(phase.step, len(keys) - 1))
        return tuple(found if here in found or not keys else [here, *found])

    def with_switches(self, phase: Phase) -> Phase:
        """A phase as its stage begins: open and shown as the stage says."""
        stage = self.stage(phase.stage)
        return replace(phase, stage=stage.key, open=stage.open, shown=stage.shown)
