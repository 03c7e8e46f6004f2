"""What an exercise is; `exercises/README.md` says how to add one.

An exercise is one folder and one line in `exercises.EXERCISES`. Everything it does is given by
a frozen `Exercise`: data and pure functions, without Streamlit and without SQL. The room (pages/
and state/) calls them and never names one.

    answer:  phone -> accept -> stored          (accept refuses with a Dutch sentence)
    picture: stored -> fold -> view -> public -> phone / screen / console -> browser

`phone`, `screen` give a `Scene`: the path of a script in the exercise's folder, and the data it
draws. What is not in that data never reaches a browser.

An answer lies in a slot, a short name that the exercise chooses. All slots of one step share
what stands before their last dot ("s3.1", "s3.why"): the room takes a person's answer to a step
away by that. Slots that end in ".note" are the facilitator's, and the room's own affair: see
`exercises.engine.notes`.

In this order: where an exercise is (`Stage`, `Phase`, `Step`); what comes in (`Entry`, `Accepted`,
`Answer`) and who is there (`Party`, `Member`); the `Context` from which an exercise draws and
exports; and at the end the `Exercise` itself. What it gives stands in `exercises.outputs`: `Scene`
for browsers, `Panel` for the console, `Column`, `Picture` and `File` for the export. All of it is
imported from here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from hashlib import blake2b
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Generic, Literal, Protocol, Self, TypeVar

from exercises.outputs import (
    Column,
    Control,
    File,
    Json,
    Move,
    OnBehalf,
    Panel,
    Picture,
    Scene,
    Word,
)
from state.framework import Framework, usual

__all__ = [
    "Accepted", "Answer", "Column", "Config", "Context", "Control", "Earlier", "Entry",
    "Exercise", "File", "Homework", "Json", "Member", "Move", "OnBehalf", "Panel", "Party",
    "Phase", "Picture", "Recap", "Role", "Scene", "Stage", "Step", "Wakes", "Word", "alias",
]  # fmt: skip

Role = Literal["phone", "screen", "console"]
Wakes = Literal["nobody", "party", "everybody"]


class Config(Protocol):
    """What the facilitator can edit in an exercise: a frozen dataclass."""

    def to_json(self) -> Json:
        """As stored; must hold `version`."""
        ...

    @classmethod
    def from_json(cls, stored: Json) -> Self:
        """From any version that was ever stored."""
        ...


C = TypeVar("C", bound=Config)
V = TypeVar("V")


@dataclass(frozen=True)
class Stage:
    """One part of a step, as the facilitator goes through it.

    `forward` is what the button says that leads here. `open`: answers are taken; `shown`:
    results are shown. Both are what the stage begins with; the facilitator may switch them.
    """

    key: str
    label: str
    forward: str
    open: bool
    shown: bool


@dataclass(frozen=True)
class Phase:
    """Where a running exercise is: which step, which stage of it, and what is switched.

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
        """From storage; a phase that never began is the default one."""
        return cls(
            stored.get("step", 0), stored.get("stage", ""), stored.get("open", False),
            stored.get("shown", False), stored.get("options", {}),
        )  # fmt: skip

    def option(self, key: str, otherwise: Any) -> Any:
        """The value of a switch, or `otherwise` when it was never touched."""
        return self.options.get(key, otherwise)


@dataclass(frozen=True)
class Step:
    """One round through the stages: a statement, a stone, an area."""

    key: str
    title: str
    area: int | None = None


@dataclass(frozen=True)
class Accepted:
    """An answer as it will be stored.

    `owner`: the id in whose name it is stored, a person or an organisation; the author's own by
    default. What an organisation owns either colleague may change: both see who did (`Answer.by`).
    `wakes`: whose phones show it at once: nobody's but the author's, those of the organisation, or
    all; `rings`: ids of people whose phones show it besides. Screen and console always follow.
    """

    payload: Json
    owner: str | None = None
    wakes: Wakes = "nobody"
    rings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """A stored answer: the last one in this slot of this author, a person or an organisation.

    `by_hand`: the facilitator filled it in, or the room settled it. `by` is who wrote it: the
    author, or somebody of the organisation. `order` rises with each change of any answer: of two
    authors who write about one thing, the higher one came last.
    """

    author: str
    slot: str
    payload: Json
    by_hand: bool = False
    order: int = 0
    by: str = ""


@dataclass(frozen=True)
class Entry(Generic[C, V]):
    """An answer on its way in, with all that an exercise may need to judge it.

    `author` is a person's id, or `FACILITATOR` of state.models. `load` gives the folded
    answers as they are inside this transaction, so that of two people who want the same thing at
    once the second is seen as such; `stored(owner, slot)` gives the payload of one slot as it is
    there, which costs little however many answers there are. `parties`: the organisations by id,
    also those that left; `alias` and `earlier` are those of the context. `payload` comes from a
    browser: any JSON object.
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

    @property
    def member(self) -> Member | None:
        """The author, when it is somebody in the room."""
        return self.people().get(self.author)


@dataclass(frozen=True)
class Party:
    """An organisation, as exercises know it; `gone` when it left the track."""

    id: str
    name: str
    sector: str
    tile: int
    gone: bool = False


@dataclass(frozen=True)
class Member:
    """Somebody in the room, as exercises know people."""

    id: str
    name: str
    organisation_id: str
    organisation: str
    tile: int
    pose: str
    function: str = ""


@dataclass(frozen=True)
class Recap:
    """What an organisation did in one exercise of this meeting, told to itself in sentences."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Homework:
    """That an exercise is filled in at home, after the meeting. `until`: an ISO date, or ""."""

    until: str = ""


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
    """A name for a person in one activity: 12 hexadecimal digits, the same each time."""
    digest = blake2b(f"{activity_id}:{person_id}".encode(), key=secret.encode()[:64], digest_size=6)
    return digest.hexdigest()


@dataclass(frozen=True)
class Context(Generic[C, V]):
    """All that an exercise may know when it draws or exports. It holds no database.

    `mine`: slot -> payload of the person whose phone it is (empty elsewhere); `ours` the same of
    that person's organisation. `parties` gives the organisations, also those that left; `past`
    the same exercise in earlier meetings, oldest first; `framework` the areas of the track.
    `people` gives everybody who joined and `seen` the folded answers as `public` leaves them for
    this role and person; they are asked only when a function uses `members` or `view`, so a phone
    that shows only its own answer costs no more.
    `photo` gives the JPEG that somebody sent in to this exercise. `recaps` gives, on a phone only,
    what that person's organisation did for an area in the other exercises of the meeting;
    `homework` is there when the phone is used at home. `noted` gives the notes of the facilitator;
    read `notes`.

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
    photo: Callable[[str], bytes | None] = lambda picture_id: None
    recaps: Callable[[int], tuple[Recap, ...]] = lambda area: ()
    homework: Homework | None = None
    noted: Callable[[], Mapping[str, str]] = dict

    @cached_property
    def view(self) -> V:
        """The folded answers, without what this role, or this person, may not see yet."""
        return self.seen()

    @cached_property
    def members(self) -> Mapping[str, Member]:
        """Everybody who joined, by id."""
        return self.people()

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
        """What the facilitator noted, by the key it hangs on: a step's, or what the exercise gives
        as `note_on`. Empty on a phone and on the screen."""
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
        """A name for a person that browsers can follow but not trace back."""
        return alias(self.activity_id, self.secret, person_id)


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

    # From answers to a view: whether one is stored, and what all stored ones are together. `accept`
    # raises Refused (state.problems) with a Dutch sentence for who sent what can't be. `fold` is
    # given the last answer of each author and slot, in any order, also of people who left.
    accept: Callable[[Entry[C, V]], Accepted]
    fold: Callable[[C, Sequence[Answer]], V]

    # What a phone and the screen are sent. The console draws the screen's scene small.
    phone: Callable[[Context[C, V]], Scene]
    screen: Callable[[Context[C, V]], Scene]

    # Hides from a role, or from the person whose phone it is, what it may not see yet. Without it
    # everything is in `context.view` everywhere, also while `phase.shown` is false.
    public: Callable[[V, Phase, Role, Member | None], V] = lambda view, phase, role, me: view
    # Which answers nobody may read yet, also in an export; it is given all answers, folded. None:
    # there never are any.
    sealed: Callable[[V, Answer], bool] | None = None

    # The switches and counts of the console; and a scene of its own there, whose script writes as
    # the facilitator with `api.contribute(slot, payload)`.
    panel: Callable[[Context[C, V]], Panel] = lambda context: Panel()
    console: Callable[[Context[C, V]], Scene | None] = lambda context: None
    # The key of what the facilitator takes a note on now; None when there is no note to take.
    note_on: Callable[[Context[C, V]], str | None] = lambda context: (
        context.step.key if context.step else None
    )

    # Changes a phase as its stage begins.
    enter: Callable[[C, Phase], Phase] = lambda config, phase: phase
    # What follows from the phase and from who is here, slot -> answer, only where that changes
    # something. The room stores it in the facilitator's name, in one transaction with what led to
    # it: a stage that begins, or somebody who came or went while the exercise runs.
    settle: Callable[[Context[C, V]], Mapping[str, Accepted]] | None = None
    # The minutes that begin to count as a stage begins: 0 takes the clock away, None leaves it.
    clock: Callable[[C, Phase], float | None] = lambda config, phase: None

    # What goes into the export: rows of a table with documented columns, drawings, and photos.
    # Their context is one of the console: `context.view` is what `public` gives to that role.
    columns: tuple[Column, ...] = ()
    rows: Callable[[Context[C, V]], Iterable[Json]] = lambda context: ()
    pictures: Callable[[Context[C, V]], Iterable[Picture]] = lambda context: ()
    files: Callable[[Context[C, V]], Iterable[File]] = lambda context: ()

    # Tells people what their own organisation did here for an area, in sentences: it is given a
    # context of the console with `me`, and names nobody whom the exercise did not name.
    recap: Callable[[Context[C, V], Party, int], tuple[str, ...]] | None = None
    # That people may go on with it at home when the facilitator says so: the date by which, as
    # configured, ISO or "". None: only in the room.
    homework: Callable[[C], str] | None = None

    def __repr__(self) -> str:
        # Every failing test shows it; thirty functions with their addresses would hide the fault.
        return f"<exercise {self.kind}>"

    @property
    def edit(self) -> Callable[[C, tuple[Party, ...]], C] | None:
        """The function `edit(config, organisations)` of the exercise's editor.py: draws the editor
        with Streamlit, and gives the configuration as it is now. None without that file."""
        name = f"exercises.{self.kind}.editor"
        if find_spec(name) is None:
            return None
        # Not before somebody edits: phones and screens do without Streamlit.
        found: Callable[[C, tuple[Party, ...]], C] = import_module(name).edit
        return found

    def stage(self, key: str) -> Stage:
        """The stage of that key; the first one for a key that no longer exists."""
        return next((stage for stage in self.stages if stage.key == key), self.stages[0])

    def with_switches(self, phase: Phase) -> Phase:
        """A phase as its stage begins: open and shown as the stage says."""
        stage = self.stage(phase.stage)
        return replace(phase, stage=stage.key, open=stage.open, shown=stage.shown)
