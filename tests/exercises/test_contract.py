"""What every exercise promises, checked over all of them.

A new exercise needs no test here, only `tests/exercises/<kind>/sample.py` with
`answers(config, people)`: what the people of ids `people` could have answered to its sample, none
when there are no people. It may bring a `CONFIG` to answer to, when the sample is still empty,
`VISITS` of the track, and `NOTES` of notebooks that its answers show.
To run what is here for one exercise: `pytest tests/exercises/test_contract.py -k <kind>`.
"""

from __future__ import annotations

import ast
import importlib.util
import json
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import MISSING, fields, replace
from pathlib import Path
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import exercises
from exercises import new, results, starter
from exercises.contract import (
    Accepted,
    Answer,
    Context,
    Entry,
    Exercise,
    Member,
    Panel,
    Party,
    Phase,
    Picture,
    Role,
    Scene,
    TrackVisit,
)
from exercises.engine import notes
from exercises.engine.readers import FOR_OTHERS, Asker
from exercises.results import VOCABULARY, HostWish, Result, Strength
from state import texts
from state.models import FACILITATOR
from state.problems import Refused
from tests.exercises import evening
from tests.exercises.asking import results_for
from tests.exercises.contexts import context_of
from tests.exercises.refusing import unless_refused

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "exercises"
ROLES: tuple[Role, ...] = ("phone", "screen", "console")
NAMES = (
    "An", "محمد", "<script>alert(1)</script>", "👩‍👩‍👧", '=HYPERLINK("http://x")', "x" * 60,
    "O'Neill & Zn", "Zoë",
)  # fmt: skip
AnyExercise = Exercise[Any, Any]


def _sample_file(kind: str) -> Path:
    return Path(__file__).parent / kind / "sample.py"


def _module(kind: str) -> Any:
    path = _sample_file(kind)
    assert path.exists(), f"write {path.relative_to(ROOT)} with answers(config, people)"
    spec = importlib.util.spec_from_file_location(f"sample_{kind}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _filled_in(exercise: AnyExercise) -> AnyExercise:
    """The exercise with what a facilitator would fill in: its sample.py may bring a `CONFIG`."""
    if not _sample_file(exercise.kind).exists():
        # Its own tests say what is missing; those of the others run all the same.
        return exercise
    return replace(exercise, sample=getattr(_module(exercise.kind), "CONFIG", exercise.sample))


# Those on agendas, and the template from which `python -m exercises.new` begins one.
each_exercise = pytest.mark.parametrize(
    "exercise", [_filled_in(one) for one in (*exercises.EXERCISES, starter.EXERCISE)],
    ids=lambda e: e.kind,
)  # fmt: skip

# Whatever a browser can send: JSON of any shape, with the values that break naive checks.
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.just(10**400)
    | st.floats()
    | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def members(count: int = len(NAMES)) -> dict[str, Member]:
    return {
        f"p{n}": Member(f"p{n}", NAMES[n % len(NAMES)], f"o{n % 3}", NAMES[-1 - n % 3], n % 12 + 1,
                        ("staat", "koffie", "zwaait", "zij")[n % 4])
        for n in range(count)
    }  # fmt: skip


def parties() -> tuple[Party, ...]:
    return tuple(Party(f"o{n}", NAMES[-1 - n], "school", n + 1) for n in range(3))


def visits(exercise: AnyExercise) -> tuple[TrackVisit, ...]:
    """The visits of the track that its sample has answers of."""
    found: tuple[TrackVisit, ...] = getattr(_module(exercise.kind), "VISITS", ())
    return found


def sample_answers(exercise: AnyExercise, people: Sequence[str]) -> list[Answer]:
    found: list[Answer] = _module(exercise.kind).answers(exercise.sample, people)
    assert found or not people, f"{_sample_file(exercise.kind)} gives no answers for {people}"
    return found


def phases(exercise: AnyExercise) -> Iterator[Phase]:
    """Not begun, and every stage of the first, second and last step, as it begins and switched."""
    yield Phase()
    last = max(0, len(exercise.steps(exercise.sample)) - 1)
    for step in sorted({0, min(1, last), last, last + 5}):
        for stage in exercise.stages:
            begun = exercise.with_switches(Phase(step=step, stage=stage.key))
            yield exercise.enter(exercise.sample, begun)
            for shown in (False, True):
                yield replace(begun, shown=shown, open=not begun.open)


def context(
    exercise: AnyExercise, phase: Phase, role: Role, answers: Sequence[Answer], count: int = 8,
    config: Any = None,
) -> Context[Any, Any]:  # fmt: skip
    return context_of(
        exercise, phase, role, answers, config=config, people=members(count), parties=parties(),
        me="p1" if role == "phone" else None, visits=visits(exercise),
    )  # fmt: skip


def options_tried(exercise: AnyExercise, phase: Phase, answers: Sequence[Answer]) -> list[Phase]:
    """The phase, and the phase with each choice of each switch that the console offers."""
    found = [phase]
    for control in exercise.panel(context(exercise, phase, "console", answers)).controls:
        values: list[Any] = [value for value, _label in control.options] or [True, False]
        found += [replace(phase, options={control.key: value}) for value in values]
    return found


def test_kinds_are_listed_once_and_are_the_names_of_their_folders() -> None:
    kinds = [exercise.kind for exercise in exercises.EXERCISES]
    assert len(set(kinds)) == len(kinds), "a kind is twice in EXERCISES of exercises/__init__.py"
    assert sorted([*kinds, new.KIND]) == sorted(exercise_folders()), (
        "each folder with an EXERCISE is listed in exercises/__init__.py, and bears its kind"
    )
    assert all(exercises.of_kind(kind).kind == kind for kind in kinds)  # type: ignore[union-attr]
    assert exercises.of_kind("of a later version") is None


def exercise_folders() -> list[str]:
    """The folders of exercises/ that define an EXERCISE."""
    return [
        path.parent.name for path in FOLDER.glob("*/__init__.py")
        if any(
            isinstance(target, ast.Name) and target.id == "EXERCISE"
            for node in ast.parse(path.read_text(encoding="utf-8")).body
            if isinstance(node, ast.Assign | ast.AnnAssign)
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        )
    ]  # fmt: skip


@each_exercise
def test_an_editor_is_found_by_the_name_of_its_file(exercise: AnyExercise) -> None:
    there = (FOLDER / exercise.kind / "editor.py").is_file()
    assert (exercise.edit is not None) == there
    # A folder without that file.
    assert replace(exercise, kind="engine").edit is None


@each_exercise
def test_an_exercise_says_what_people_need_to_know(exercise: AnyExercise) -> None:
    assert exercise.title and exercise.help.endswith(".") and exercise.step_label
    assert exercise.steps_label
    assert exercise.minutes > 0
    assert exercise.stages and exercise.steps(exercise.sample)
    stages = [stage.key for stage in exercise.stages]
    assert len(set(stages)) == len(stages)
    assert all(stage.label and stage.forward for stage in exercise.stages)
    steps = [step.key for step in exercise.steps(exercise.sample)]
    assert len(set(steps)) == len(steps)


@each_exercise
def test_the_sample_configuration_comes_back_the_same_from_storage(exercise: AnyExercise) -> None:
    stored = exercise.sample.to_json()
    assert "version" in stored, "to_json() says which version of the configuration this is"
    text = json.dumps(stored, allow_nan=False)
    again = exercise.config.from_json(json.loads(text))
    assert again == exercise.sample
    assert json.dumps(again.to_json()) == text


@each_exercise
def test_a_configuration_can_be_compared_and_not_changed(exercise: AnyExercise) -> None:
    assert hash(exercise.sample) == hash(exercise.config.from_json(exercise.sample.to_json()))


@each_exercise
@pytest.mark.parametrize("answered", [False, True], ids=["empty", "answered"])
def test_every_role_is_drawn_in_every_phase(exercise: AnyExercise, answered: bool) -> None:
    answers = sample_answers(exercise, list(members())) if answered else []
    for begun in phases(exercise):
        for phase in options_tried(exercise, begun, answers):
            for draw, role in ((exercise.phone, "phone"), (exercise.screen, "screen")):
                scene = draw(context(exercise, phase, role, answers))  # type: ignore[arg-type]
                assert_scene(exercise, scene)
            panel = exercise.panel(context(exercise, phase, "console", answers))
            assert isinstance(panel, Panel)
            assert panel.answered | panel.unasked <= {*members()}
            assert not panel.answered & panel.unasked


@each_exercise
def test_what_the_remote_offers_can_be_done(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    for begun in phases(exercise):
        for phase in options_tried(exercise, begun, answers):
            here = context(exercise, phase, "console", answers)
            for move in exercise.panel(here).moves:
                asked = entry(
                    exercise, replace(phase, open=True), move.slot, move.payload, FACILITATOR,
                    answers,
                )  # fmt: skip
                verdict = exercise.accept(replace(asked, alias=here.alias))
                assert isinstance(verdict, Accepted), move


@each_exercise
def test_the_facilitator_may_type_as_much_for_somebody_as_is_taken(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    for phase in phases(exercise):
        behalf = exercise.panel(context(exercise, phase, "console", answers)).on_behalf
        if behalf is None or behalf.kind != "text":
            continue
        assert behalf.limit > 0 and behalf.label.endswith("?")
        full, more = (
            unless_refused(
                exercise.accept,
                entry(
                    exercise, replace(phase, open=True), behalf.slot, {"text": "a" * length},
                    known=answers,
                ),
            )
            for length in (behalf.limit, behalf.limit + 1)
        )  # fmt: skip
        assert full is not None and more is None, f"{behalf.limit} is not its limit"


@each_exercise
@pytest.mark.parametrize("count", [0, 1, 300])
def test_a_hall_of_any_size_is_drawn(exercise: AnyExercise, count: int) -> None:
    answers = sample_answers(exercise, list(members(count)))
    for phase in (Phase(), *(Phase(stage=s.key, shown=True) for s in exercise.stages)):
        assert_scene(exercise, exercise.screen(context(exercise, phase, "screen", answers, count)))
        assert_scene(exercise, exercise.phone(context(exercise, phase, "phone", answers, count)))


@each_exercise
def test_answers_of_people_who_are_no_longer_there_break_nothing(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, [*members(), "gone"])
    for phase in phases(exercise):
        for role in ROLES:
            ctx = context(exercise, phase, role, answers)
            draw = exercise.phone if role == "phone" else exercise.screen
            assert_scene(exercise, draw(ctx))
            list(exercise.rows(ctx))


def assert_scene(exercise: AnyExercise, scene: Scene) -> None:
    json.dumps(scene.data, allow_nan=False).encode()
    folder = FOLDER / exercise.kind / "browser"
    for name in (scene.script, *scene.styles):
        assert (folder / name).is_file(), f"{folder / name} does not exist"


@each_exercise
def test_what_scripts_import_and_scenes_need_is_there(exercise: AnyExercise) -> None:
    for script in (FOLDER / exercise.kind / "browser").glob("*.js"):
        for name in re.findall(r"""^import\s[^"']*["'](\.[^"']+)["']""", script.read_text(), re.M):
            there = (script.parent / name).resolve()
            assert there.is_file(), f"{script.relative_to(ROOT)} imports {name}, which is not there"


@each_exercise
def test_what_browsers_get_names_nobody_by_the_stored_id(exercise: AnyExercise) -> None:
    people = {f"id-{n}-secret": replace(m, id=f"id-{n}-secret") for n, m in
              enumerate(members().values())}  # fmt: skip
    answers = sample_answers(exercise, list(people))
    for phase in phases(exercise):
        for role in ("phone", "screen"):
            ctx = replace(context(exercise, phase, role, answers), people=lambda: people)
            draw = exercise.phone if role == "phone" else exercise.screen
            leaked = re.findall(r"id-\d+-secret", json.dumps(draw(ctx).data))
            assert not leaked, f"{role} is sent ids of people: send context.alias(id) instead"


@each_exercise
def test_photos_that_browsers_get_are_named_for_who_is_served(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    noted = getattr(_module(exercise.kind), "NOTES", ())
    for phase in phases(exercise):
        for role in ROLES:
            ctx = context_of(
                exercise, phase, role, answers, people=members(), parties=parties(),
                me="p0" if role == "phone" else None, visits=visits(exercise),
                notes_shared=lambda: noted,
            )  # fmt: skip
            draw = exercise.phone if role == "phone" else exercise.screen
            found = [draw(ctx), exercise.console(ctx) if role == "console" else None]
            may = {*exercise.photos(ctx), *(id_ for one in ctx.notebook for id_ in one.photos)}
            assert photos_in([scene.data for scene in found if scene]) <= may


def photos_in(data: Any) -> set[str]:
    """The ids of photos anywhere in what a browser is sent."""
    if isinstance(data, dict):
        own = {data["photo"]} if isinstance(data.get("photo"), str) and data["photo"] else set()
        return own.union(*map(photos_in, data.values()))
    return set().union(*map(photos_in, data)) if isinstance(data, list | tuple) else set()


@each_exercise
@pytest.mark.parametrize("answered", [False, True], ids=["empty", "answered"])
def test_rows_have_exactly_the_documented_columns(exercise: AnyExercise, answered: bool) -> None:
    answers = sample_answers(exercise, list(members())) if answered else []
    names = [column.name for column in exercise.columns]
    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(r"[a-z][a-z0-9_]*", name)] == []
    assert all(column.meaning for column in exercise.columns)
    for begun in phases(exercise):
        for phase in options_tried(exercise, begun, answers):
            rows = list(exercise.rows(context(exercise, phase, "console", answers)))
            for row in rows:
                assert set(row) == set(names), f"{phase}: COLUMNS and rows() differ"
            json.dumps(rows, allow_nan=False)
            assert bool(rows) == (answered and bool(names)), f"{len(rows)} rows, {phase}"


@each_exercise
def test_a_note_of_the_facilitator_comes_out_and_only_there(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    text, could, exported = "=1+1 <b>é</b> 👋", False, False
    for phase in phases(exercise):
        key = exercise.note_on(context(exercise, phase, "console", answers))
        if key is None:
            continue
        could = True
        noted = [*answers, Answer(FACILITATOR, notes.slot(key), {"text": text})]
        rows = list(exercise.rows(context(exercise, phase, "console", noted)))
        exported |= any(text in map(str, row.values()) for row in rows)
        for role in ("phone", "screen"):
            draw = exercise.phone if role == "phone" else exercise.screen
            assert text not in str(draw(context(exercise, phase, role, noted)).data)
    assert exported or not could, "what the facilitator noted is in no row: see `context.notes`"


@each_exercise
def test_pictures_have_names_of_their_own_and_are_svg(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    ctx = context(exercise, Phase(stage=exercise.stages[-1].key, shown=True), "console", answers)
    pictures = list(exercise.pictures(ctx))
    assert all(isinstance(picture, Picture) for picture in pictures)
    names = [picture.name for picture in pictures]
    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(r"[\w-]{1,60}", name)] == []
    assert all(picture.svg.startswith("<svg") for picture in pictures)


def askers() -> list[Asker]:
    """Whoever may ask for results: console, screen, and a phone of each organisation."""
    phones = [Asker("phone", members()[one], checked) for one in ("p0", "p1", "p2")
              for checked in (True, False)]  # fmt: skip
    return [FOR_OTHERS, Asker("screen"), *phones]


def read_results(
    exercise: AnyExercise, phase: Phase, answers: Sequence[Answer], asker: Asker
) -> tuple[Result, ...]:
    return results_for(asker, exercise, phase, answers, people=members(), parties=parties())


@each_exercise
def test_results_are_of_the_vocabulary_and_complete(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    steps = {"", *(step.key for step in exercise.steps(exercise.sample))}
    read = 0
    for phase in phases(exercise):
        for asker in askers():
            for one in read_results(exercise, phase, answers, asker):
                read += 1
                assert type(one) in VOCABULARY and type(one) in exercise.gives
                assert mistyped(one) == []
                assert one.origin.step in steps and one.origin.activity == "activity"
                assert one.organisation in {"", *(party.id for party in parties())}
                assert one.person in {"", *members()} and bool(one.name) == bool(one.person)
    assert bool(read) == (exercise.results is not None), "the sample gives no results"
    assert bool(exercise.gives) == (exercise.results is not None)


@each_exercise
def test_results_are_the_same_each_time_and_in_any_order_of_answers(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    for phase in phases(exercise):
        for asker in askers():
            read = read_results(exercise, phase, answers, asker)
            assert read == read_results(exercise, phase, answers, asker)
            assert read == read_results(exercise, phase, answers[::-1], asker)
            assert read_results(exercise, phase, [], asker) == ()


@each_exercise
def test_results_hold_nothing_sealed_for_others(exercise: AnyExercise) -> None:
    if exercise.results is None or exercise.sealed is None:
        pytest.skip("nothing can be sealed, or nothing is given")
    answers, found = sample_answers(exercise, list(members())), 0
    for marked, whose, mark in with_marks(answers):
        view = exercise.fold(exercise.sample, marked)
        if not any(mark in str(one.payload) and exercise.sealed(view, one) for one in marked):
            continue
        found += 1
        for phase in phases(exercise):
            for asker in askers():
                told = str(read_results(exercise, phase, marked, asker))
                own = asker.me is not None and whose in {asker.me.id, asker.me.organisation_id}
                assert own or mark not in told, f"{asker} reads what {whose} keeps sealed"
    assert found, "nothing in the sample can be sealed"


@each_exercise
def test_results_of_a_person_are_told_as_far_as_they_say(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    for phase in phases(exercise):
        for one in read_results(exercise, phase, answers, FOR_OTHERS):
            assert one.naming == "names" or not (one.person or one.name)
            assert one.naming != "nobody" or not one.organisation
            assert one.readers in ("everybody", "facilitator")
        for one in read_results(exercise, phase, answers, Asker("screen")):
            assert one.readers == "everybody"


UNSHOWN = (
    "{kind} gives the {role} words of others before they are shown: leave them out in `public`, or"
    " declare it in `reads_unshown`"
)


@each_exercise
def test_nobody_reads_what_is_not_shown(exercise: AnyExercise) -> None:
    """Other words make no other screen, and are on no phone of another organisation."""
    answers = sample_answers(exercise, list(members()))
    hidden = [one for one in phases(exercise) if not one.shown]
    read: set[Role] = set()
    if any(screen_of(exercise, one, answers) != screen_of(exercise, one, reworded(answers))
           for one in hidden):  # fmt: skip
        read.add("screen")
    if any(mark in phone_of(exercise, one, marked, me)
           for marked, whose, mark in with_marks(answers)
           for me in ("p0", "p1", "p2") if not is_of_own(exercise, whose, me)
           for one in hidden):  # fmt: skip
        read.add("phone")
    for role in sorted(read - {*exercise.reads_unshown}):
        pytest.fail(UNSHOWN.format(kind=exercise.kind, role=role))
    assert read == {*exercise.reads_unshown}, "`reads_unshown` names a role that reads nothing"


def screen_of(exercise: AnyExercise, phase: Phase, answers: Sequence[Answer]) -> str:
    return json.dumps(exercise.screen(context(exercise, phase, "screen", answers)).data)


def phone_of(exercise: AnyExercise, phase: Phase, answers: Sequence[Answer], me: str) -> str:
    here = context_of(exercise, phase, "phone", answers, people=members(), parties=parties(),
                      me=me, visits=visits(exercise))  # fmt: skip
    return json.dumps(exercise.phone(here).data)


def is_of_own(exercise: AnyExercise, whose: str, me: str) -> bool:
    """Whether an owner of answers is of the organisation of a person, or a visit of it."""
    house = members()[me].organisation_id
    if whose in members():
        return members()[whose].organisation_id == house
    visit = next((one for one in visits(exercise) if one.id == whose), None)
    return house in ({whose} if visit is None else {visit.visitor, visit.host})


def reworded(answers: Sequence[Answer]) -> list[Answer]:
    """Answers of the same shape with other words: the same ones for the same."""
    return [
        replace(one, payload={**one.payload, "text": f"anders {one.payload['text'][::-1]}"})
        if isinstance(one.payload.get("text"), str) and one.payload["text"] else one
        for one in answers
    ]  # fmt: skip


CODES = (
    "add {key!r} to `codes` of {kind}: in documents without names its value is taken for words of"
    " people, and another value than the exercise knows breaks it ({problem!r})"
)


@each_exercise
def test_what_is_no_word_of_people_is_named_as_a_code(exercise: AnyExercise) -> None:
    """Words may be replaced in documents without names; what then breaks is no word."""
    answers = sample_answers(exercise, list(members()))
    stored = [exercise.sample.to_json(), *(one.payload for one in answers)]
    for key in sorted({key for one in stored for key in keys_of_words(one, exercise.codes)}):
        try:
            draw_reworded(exercise, key, answers)
        except Exception as problem:
            pytest.fail(CODES.format(key=key, kind=exercise.kind, problem=problem))


def draw_reworded(exercise: AnyExercise, key: str, answers: Sequence[Answer]) -> None:
    """Draw for documents what is stored, with other words under a key."""

    def other(value: Any, within: str = "") -> Any:
        if isinstance(value, dict):
            return {
                name: inner if name in exercise.codes else other(inner, name)
                for name, inner in value.items()
            }
        if isinstance(value, list):
            return [other(one, within) for one in value]
        return f"{value} Ann-Sophie" if within == key and is_word(value) else value

    config = exercise.config.from_json(other(exercise.sample.to_json()))
    changed = [replace(one, payload=other(one.payload)) for one in answers]
    here = context(
        exercise, Phase(stage=exercise.stages[-1].key, shown=True), "console", changed,
        config=config,
    )  # fmt: skip
    exercise.screen(here)
    exercise.summary(here)
    list(exercise.report(here)), list(exercise.rows(here)), list(exercise.pictures(here))


def keys_of_words(value: Any, codes: Collection[str], within: str = "") -> Iterator[str]:
    """The keys under which words stand anywhere in JSON, but for those that name codes."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in codes and name not in texts._CODES:
                yield from keys_of_words(inner, codes, name)
    elif isinstance(value, list):
        for one in value:
            yield from keys_of_words(one, codes, within)
    elif is_word(value):
        yield within


def is_word(value: Any) -> bool:
    """Whether a value is taken for words: ids and aliases are not."""
    known = {*members(), *(one.id for one in parties())}
    return isinstance(value, str) and bool(value) and value not in known and not (
        texts._ALIAS.fullmatch(value)
    )  # fmt: skip


def with_marks(answers: Sequence[Answer]) -> Iterator[tuple[list[Answer], str, str]]:
    """The answers with a word that occurs nowhere else in one text of one of them, for each text
    there is; and whose answer that is, and the word. A text may also be one that is too long."""
    for at, answer in enumerate(answers):
        text = answer.payload.get("text")
        if isinstance(text, str) and text:
            mark = f"geheim{at}"
            for more in ({}, {"long": True}):
                payload = {**answer.payload, "text": mark, **more}
                marked = [*answers[:at], replace(answer, payload=payload), *answers[at + 1 :]]
                yield marked, answer.author, mark


def mistyped(result: Result) -> list[str]:
    """The fields of a result that hold something else than they say, and required texts that are
    empty."""
    hints = get_type_hints(type(result))
    wrong = [one.name for one in fields(result) if not is_of(getattr(result, one.name),
                                                             hints[one.name])]  # fmt: skip
    needed = [one.name for one in fields(result) if one.default is MISSING]
    return wrong + [name for name in needed if getattr(result, name) == ""]


def is_of(value: Any, kind: Any) -> bool:
    """Whether a value is of a type as results have them."""
    if get_origin(kind) is Literal:
        return value in get_args(kind)
    if get_origin(kind) is tuple:
        return isinstance(value, tuple) and all(is_of(one, get_args(kind)[0]) for one in value)
    if isinstance(kind, UnionType):
        return any(is_of(value, one) for one in get_args(kind))
    return type(value) is kind


def test_what_is_mistyped_is_found() -> None:
    assert mistyped(HostWish(rank=1, host="o1", organisation="o2")) == []
    assert mistyped(HostWish(rank="1", host="o1")) == ["rank"]  # type: ignore[arg-type]
    assert mistyped(Strength(text="", area="1")) == ["area", "text"]  # type: ignore[arg-type]
    assert mistyped(Strength(text="a", readers="all")) == ["readers"]  # type: ignore[arg-type]
    assert {one for one in vars(results).values() if isinstance(one, type)
            and issubclass(one, Result)} == {Result, *VOCABULARY}  # fmt: skip


@each_exercise
def test_the_order_in_which_answers_are_read_does_not_matter(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    assert exercise.fold(exercise.sample, answers) == exercise.fold(exercise.sample, answers[::-1])


@each_exercise
def test_every_sample_answer_is_accepted_as_it_is_in_some_phase(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    slots = {answer.slot.rpartition(".")[2]: answer for answer in answers}
    for answer in slots.values():
        if answer.slot in settled(exercise):
            continue
        # As the first answer of all, after those before it, or among all: laying a stone needs
        # another that lies.
        before = answers[: answers.index(answer)]
        author = answer.by or answer.author
        verdicts = [
            unless_refused(
                exercise.accept,
                entry(exercise, phase, answer.slot, answer.payload, author, known),
            )
            for known in ((), before, answers)
            for phase in phases(exercise)
        ]
        kept = [(v.payload, v.owner or answer.author) for v in verdicts if v is not None]
        assert (answer.payload, answer.author) in kept, (
            f"accept() stores another answer than this one of the sample, or refuses it: {answer};"
            f" it said {set(map(str, verdicts))}"
        )


def settled(exercise: AnyExercise) -> set[str]:
    """The slots that the exercise fills by itself: nobody sends those as they are."""
    if exercise.settle is None:
        return set()
    return {
        slot for phase in phases(exercise)
        for slot in exercise.settle(context(exercise, phase, "console", []))
    }  # fmt: skip


def entry(
    exercise: AnyExercise, phase: Phase, slot: str, payload: Any, author: str = "p1",
    known: Sequence[Answer] = (),
) -> Entry[Any, Any]:  # fmt: skip
    config = exercise.sample
    return Entry(
        config, phase, author, slot, payload, lambda: exercise.fold(config, list(known)), members,
        lambda: {party.id: party for party in parties()}, visits=lambda: visits(exercise),
        stored=lambda owner, place: next(
            (one.payload for one in known if (one.author, one.slot) == (owner, place)), None
        ),
        notes=lambda: getattr(_module(exercise.kind), "NOTES", ()),
    )  # fmt: skip


@each_exercise
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_whatever_a_browser_sends_is_accepted_or_rejected_in_dutch(
    exercise: AnyExercise, data: st.DataObject
) -> None:
    answers = sample_answers(exercise, ["p1"])
    slots = sorted({answer.slot for answer in answers})
    fields = sorted({name for answer in answers for name in answer.payload})
    keys = st.sampled_from(fields) | st.text(max_size=5)
    slot = data.draw(st.sampled_from(slots) | st.text(max_size=20))
    payload = data.draw(st.dictionaries(keys, JSON, max_size=3))
    phase = data.draw(st.sampled_from(list(phases(exercise))))
    author = data.draw(st.sampled_from(["p1", "facilitator"]))
    try:
        verdict = exercise.accept(entry(exercise, phase, slot, payload, author))
    except Refused as no:
        said = f"a refusal is a sentence, with what ends one: {no}"
        assert str(no).endswith((".", "?", "!")), said
    else:
        text = json.dumps(verdict.payload, allow_nan=False, ensure_ascii=False)
        assert len(text.encode()) < 20_000
        # What is stored can be folded and drawn.
        stored = [Answer(author, slot, json.loads(text))]
        assert_scene(exercise, exercise.screen(context(exercise, phase, "screen", stored)))
        assert_scene(exercise, exercise.phone(context(exercise, phase, "phone", stored)))


@each_exercise
@settings(deadline=None, max_examples=30)
@given(options=st.dictionaries(st.text(max_size=12), JSON, max_size=3))
@example(options={"visibility": None, "traces": "x"})
def test_switches_nobody_offered_break_nothing(
    exercise: AnyExercise, options: dict[str, Any]
) -> None:
    stage = exercise.stages[-1]
    phase = Phase.from_json(Phase(0, stage.key, True, True, options).to_json())
    answers = sample_answers(exercise, list(members()))
    exercise.screen(context(exercise, phase, "screen", answers))
    exercise.panel(context(exercise, phase, "console", answers))


# Words that name something else there too: quotes and actions are also parts of a report, which are
# stored under these words.
ALSO_NAMES = {"report/documents/parts.py: quotes", "report/documents/parts.py: actions"}


@pytest.mark.parametrize("folder", ["pages", "state", "report"])
def test_the_room_names_no_exercise(folder: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {line}"
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in {".py", ".js", ".html", ".css"}
        for line in named_in(path)
    ]
    assert set(found) - ALSO_NAMES == set()


def named_in(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    kinds = [exercise.kind for exercise in exercises.EXERCISES]
    if path.suffix == ".py":
        return [line for line in python_names(ast.parse(text)) for kind in kinds if
                re.search(rf"^{kind}$|\bexercises[./]{kind}\b", line)]  # fmt: skip
    return [match for kind in kinds for match in re.findall(rf"exercises/{kind}\b", text)]


def python_names(tree: ast.AST) -> Iterator[str]:
    """All that is imported and all texts, as one line each."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_a_named_exercise_would_be_found(tmp_path: Path) -> None:
    kind = exercises.EXERCISES[0].kind
    for number, source in enumerate(
        (f"from exercises import {kind}", f"import exercises.{kind}.model",
         f"from exercises.{kind} import views", f"x = kind == '{kind}'")
    ):  # fmt: skip
        path = tmp_path / f"{number}.py"
        path.write_text(source)
        assert named_in(path), source
    script = tmp_path / "x.js"
    script.write_text(f'import "/exercises/{kind}/screen.js"')
    assert named_in(script)


def test_each_exercise_has_a_drawing_of_its_own_on_the_agenda() -> None:
    signs = [exercises.sign_of(one.kind) for one in exercises.EXERCISES if one.area is None]
    assert all(signs)
    assert len({path.read_text("utf-8") for path in signs if path}) == len(signs)
    assert all(exercises.sign_of(one.kind) is None for one in exercises.EXERCISES if one.area)


@each_exercise
def test_what_the_facilitator_reads_before_it_is_complete(exercise: AnyExercise) -> None:
    """The run sheet has for each exercise why, what to say, and what goes wrong easily."""
    assert exercise.briefing is not None
    found = exercise.briefing(exercise.sample)
    said = (found.purpose, found.introduce, *found.pitfalls, *found.material, *found.questions)
    assert len(found.pitfalls) >= 2
    for sentence in said:
        assert sentence == sentence.strip() and sentence[-1] in ".?", sentence
        assert "!" not in sentence and "{" not in sentence
    assert 60 <= len(found.purpose) <= 300 and 100 <= len(found.introduce) <= 480
    assert all(len(one) <= 160 for one in found.pitfalls)


def test_an_evening_takes_the_sample_of_an_exercise_that_it_does_not_tell_of() -> None:
    exercise = exercises.EXERCISES[0]
    found = evening.answers_of_sample(exercise.kind)(exercise.sample)
    assert found == _module(exercise.kind).answers(exercise.sample, evening.IDS)
    assert set(evening.ANSWERS) == {one.kind for one in exercises.EXERCISES}
