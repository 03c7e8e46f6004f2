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

This file holds the `Exercise` itself. What it is made from stands beside it: `exercises.inputs`
has its progress (`Stage`, `Phase`, `Step`), what comes in (`Entry`, `Accepted`, `Answer`) and the
participants (`Party`, `Member`); `exercises.context` the `Context` from which it draws and exports,
and the `LookBack` on all meetings of a track; `exercises.outputs` what it gives: `Scene` for
browsers, `Panel` for the console, `Column`, `Picture` and `File` for the export, and `Briefing` for
the run sheet. Import all of them from here. What documents are made of is in `exercises.document`,
and what exercises find out for each other in `exercises.results`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Generic

from exercises.context import Context, InMeeting, LookBack
from exercises.document import Section, Summary
from exercises.inputs import (
    ORDER,
    Accepted,
    Answer,
    C,
    Config,
    Earlier,
    Entry,
    Homework,
    Member,
    Notifies,
    OwnAnswer,
    OwnChoice,
    Party,
    Phase,
    Role,
    Stage,
    Step,
    TrackMeeting,
    V,
    WithStandIns,
    alias,
)
from exercises.outputs import (
    Briefing,
    Column,
    Control,
    File,
    Json,
    LackPlace,
    Move,
    OnBehalf,
    Panel,
    Picture,
    Scene,
    Waiting,
    Word,
)
from exercises.results import Result
from state.models import TrackVisit, VisitChange, VisitDay
from state.notebook import NotebookEntry

__all__ = [
    "ORDER",
    "Accepted", "Answer", "Briefing", "Column", "Config", "Context", "Control", "Earlier", "Entry",
    "Exercise", "File", "Homework", "InMeeting", "Json", "LackPlace", "LookBack", "Member", "Move",
    "NotebookEntry", "Notifies", "OnBehalf", "OwnAnswer", "OwnChoice", "Panel", "Party", "Phase",
    "Picture", "Role", "Scene", "Section", "Stage", "Step", "Summary", "TrackMeeting", "TrackVisit",
    "VisitChange", "VisitDay", "Waiting", "WithStandIns", "Word", "alias",
]  # fmt: skip


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
    # What several are called, in "tien stellingen", in lower case.
    steps_label: str

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
    # that participants may know of (`TrackVisit.is_known`); with `hidden_visits` all of them, and
    # then the exercise itself keeps the others from phones and screen.
    with_visits: Callable[[C, tuple[TrackVisit, ...]], C] | None = None
    hidden_visits: bool = False

    # Whether it is about visits that were made. As long as nobody said of an agreed visit without a
    # day that it was (`TrackVisit.unsaid`), the facilitator is asked before it begins.
    looks_back: bool = False

    # The configuration with the minutes that the agenda plans for it (0 for none), called like
    # `with_visits`. None: does not go by them.
    with_minutes: Callable[[C, int], C] | None = None

    # The content to store when another one is chosen ('Neem andere inhoud over'): gets the present
    # one, the chosen one, and the keys that have answers, which must keep what they belong to.
    take_over: Callable[[C, C, Collection[str]], C] = lambda present, chosen, answered: chosen

    # Removes from a view what a role, or the person whose phone it is, may not see yet. By default
    # `context.view` holds everything for every role, even while `phase.shown` is false.
    public: Callable[[V, Phase, Role, Member | None], V] = lambda view, phase, role, me: view
    # The roles that read words of others while `phase.shown` is false, since the exercise has
    # another moment for it: phones of two who talk, of who tells. A test holds all others to it.
    reads_unshown: tuple[Role, ...] = ()
    # Whether an answer is sealed: nobody may read it yet, not even in an export. Its first argument
    # is the view of all answers. None: no answer is ever sealed.
    sealed: Callable[[V, Answer], bool] | None = None
    # What a phone that did not show yet whose it is, is told of an answer that it may not read:
    # that it is there, without its words; None for nothing. None: of no answer anything is told.
    unread: Callable[[Answer], Answer | None] | None = None
    # Whether an answer holds what its organisation had in an earlier meeting. A phone of which
    # nobody knows that it is of that organisation takes no part in it until it is shown to all.
    carried: Callable[[Answer], bool] | None = None
    # Whether what is sealed may be read once the exercise is over (`Phase.over`), as far as its
    # authors let others read it. `public` follows it.
    sealed_until_over: bool = False

    # One or two sentences for the facilitator, "" for none: what must be filled in before it can
    # begin, told in preparation and before the start; and what is left undone when it closes now,
    # told in the question before closing. Their context is one of the console.
    lacks: Callable[[Context[C, V]], str] = lambda context: ""
    # The places where what it lacks can be mended, as console and agenda link there.
    lacks_at: Callable[[Context[C, V]], tuple[LackPlace, ...]] = lambda context: ("content",)
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

    # Whether phones can answer in a stage and step that have `opens`, where that depends on the
    # configuration.
    opens: Callable[[C, Phase], bool] = lambda config, phase: True

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
    # The ids of the notes of notebooks that people chose to show here, to the role and person of a
    # context. Their words are in `Context.told_notes`, for as long as the writer shares the note,
    # and so are those of their photos that `photos` names. None: no note is shown here.
    tells: Callable[[Context[C, V]], Collection[str]] | None = None
    # The ids of the photos that this role and person see here: those that people sent in, and those
    # of the notes that are shown here. A photo is given to who sees it, and besides only to who
    # sent it in or may choose it; that is asked each time a browser asks for it.
    photos: Callable[[Context[C, V]], Collection[str]] = lambda context: ()
    # For an exercise that repeats answers of an earlier meeting in answers of its own: such an
    # answer without what the slots of its author say that are held back, in whatever meeting. None:
    # it repeats nothing, and a restriction holds in its own meeting only.
    withheld: Callable[[Answer, Collection[str]], Answer] | None = None
    # The slot of the answer that an answer in this slot goes with: what is restricted of the one
    # then holds for the other, also where it was given after that. By default each stands alone.
    goes_with: Callable[[str], str] = lambda slot: slot
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
    # What is said before that day on the console, where something else is done at home than filling
    # in ('Uit te pakken tegen'); "" for 'In te vullen tegen'.
    due_label: str = ""
    # Whether the facilitator may let people of the track fill it in at home before its meeting too
    # ('Mag thuis vooraf ingevuld worden', on the agenda); asks for `homework`. Only where what is
    # given belongs to organisations or visits: who writes then has not joined, and perhaps never
    # does.
    beforehand: bool = False
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

    def takes_answers(self, config: C, phase: Phase) -> bool:
        """Whether opening and shutting answers changes anything for phones in a phase."""
        steps = self.steps(config)
        step = steps[max(0, min(phase.step, len(steps) - 1))] if steps else None
        may = self.stage(phase.stage).opens and (step is None or step.opens)
        return may and self.opens(config, phase)

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
