"""What people restrict is obeyed by every exercise, in all that it gives, whoever asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest

import exercises
from exercises.contract import Answer, Context, Entry, Member, OwnAnswer, Phase, WithStandIns
from exercises.engine import restricted
from exercises.engine.readers import FOR_OTHERS, FOR_OUTSIDE, completed, given, read_by
from exercises.engine.restricted import Reading
from exercises.results import Origin
from state.models import FACILITATOR
from state.problems import Refused
from state.restrictions import Limit
from tests.exercises.evening import ANSWERS, CONFIGS, IDS, PARTIES, PEOPLE, VISITS, evening

# Names that stand nowhere else.
ROOM = {key: replace(one, name=f"Zq{key}qZ") for key, one in PEOPLE.items()}
GIVING = [one.kind for one in exercises.EXERCISES if one.own_answers is not None]
each_kind = pytest.mark.parametrize("kind", GIVING)


def answers_of(kind: str) -> list[Answer]:
    """The answers of the evening, each with words that stand nowhere else."""
    exercise = exercises.of_kind(kind)
    assert exercise is not None
    found = ANSWERS[kind](CONFIGS.get(kind, exercise.sample))
    marks: dict[tuple[str, str], str] = {}

    def marked(one: Answer, number: int) -> Answer:
        text = one.payload.get("text")
        if not text or one.payload.get("long"):
            return one
        # Elsewhere the same words are the same thing: a mark of them, or consent to them.
        whose = one.author if one.slot.startswith("sheet.") else ""
        words = marks.setdefault((whose, text), f"{text[:20]} wqx{number}xqw")
        return replace(one, payload={**one.payload, "text": words})

    return [marked(one, number) for number, one in enumerate(found)]


def context(
    kind: str, role: Any, answers: Iterable[Answer], people: Mapping[str, Member], me: str = "lien"
) -> Context[Any, Any]:
    return evening(kind, role, me, answers=list(answers), people=people)


def own(kind: str, answers: list[Answer], me: str) -> list[OwnAnswer]:
    here = context(kind, "phone", answers, ROOM, me)
    assert here.exercise.own_answers is not None
    return list(here.exercise.own_answers(here))


def reading_of(kind: str, things: Iterable[OwnAnswer], limit: Limit, **more: Any) -> Reading:
    limits = {
        (one.author, slot): replace(limit, thing=one.slots[0])
        for one in things for slot in one.slots
    }  # fmt: skip
    return Reading("activity", "secret", limits, ROOM, **more)


def told(kind: str, answers: list[Answer], reading: Reading, besides: str) -> str:
    """All that an exercise gives to anybody but `besides`."""
    exercise = exercises.of_kind(kind)
    assert exercise is not None
    kept = restricted.readable(answers, exercise, reading)
    people = WithStandIns(ROOM, reading.stand_ins)
    phones = [context(kind, "phone", kept, people, one) for one in IDS if one != besides]
    console, screen = (context(kind, role, kept, people) for role in ("console", "screen"))
    said: list[object] = [exercise.phone(one) for one in phones]
    said += [exercise.screen(screen), exercise.panel(console), exercise.console(console)]
    said += [exercise.lacks(console), exercise.unfinished(console)]
    said += [*exercise.rows(console), *exercise.pictures(console), *exercise.files(console)]
    said += [exercise.summary(console), *exercise.report(console)]
    said += [part for one in phones for part in exercise.report(one)]
    view = exercise.fold(console.config, kept)
    asker = FOR_OUTSIDE if reading.outside else FOR_OTHERS
    found = given(exercise, console.config, view, console.phase, asker)
    said += read_by(asker, completed(found, Origin(), people, PARTIES))
    return "\n".join(map(repr, said))


def words_of(thing: OwnAnswer, answers: list[Answer]) -> list[str]:
    """What was planted in a thing."""
    slots = set(thing.slots)
    found = [
        str(one.payload["text"]) for one in answers
        if one.author == thing.author and one.slot in slots and one.payload.get("text")
    ]  # fmt: skip
    return [text.rsplit(" ", 1)[-1] for text in found]


@each_kind
@pytest.mark.parametrize(("place", "outside"), [("self", False), ("group", True)])
def test_what_is_held_back_is_in_nothing(kind: str, place: Any, outside: bool) -> None:
    answers = answers_of(kind)
    tried = 0
    for me in IDS:
        for thing in own(kind, answers, me):
            planted = words_of(thing, answers)
            reading = reading_of(kind, [thing], Limit(place), outside=outside)
            besides = me if thing.author == me else ""
            # What an organisation owns is on the phones of its people: see `Reading.own`.
            said = (
                told(kind, answers, reading, besides)
                if besides
                else _of_room(kind, answers, reading)
            )
            tried += len(planted)
            assert not [one for one in planted if one in said], (thing, place)
    assert tried or kind in ("duo_conversation",)


def _of_room(kind: str, answers: list[Answer], reading: Reading) -> str:
    exercise = exercises.of_kind(kind)
    assert exercise is not None
    kept = restricted.readable(answers, exercise, reading)
    said: list[object] = [exercise.screen(context(kind, "screen", kept, ROOM))]
    console = context(kind, "console", kept, ROOM)
    said += [*exercise.rows(console), *exercise.pictures(console), *exercise.report(console)]
    return repr((said, exercise.summary(console), exercise.console(console)))


@each_kind
@pytest.mark.parametrize("naming", ["organisations", "nobody"])
def test_a_name_that_is_not_given_is_in_nothing(kind: str, naming: Any) -> None:
    answers = answers_of(kind)
    for me in IDS:
        things = [one for one in own(kind, answers, me) if one.author == me and not one.choice]
        if not things:
            continue
        nothing = told(kind, answers, reading_of(kind, things, Limit("self")), me)
        said = told(kind, answers, reading_of(kind, things, Limit("report", naming)), me)
        assert said.count(ROOM[me].name) <= nothing.count(ROOM[me].name), (me, naming)


@each_kind
def test_words_without_a_name_are_still_told(kind: str) -> None:
    """Who only leaves out the name is not silenced."""
    answers = answers_of(kind)
    open_to_all = reading_of(kind, [], Limit())
    for me in IDS:
        for thing in own(kind, answers, me):
            if thing.author != me or thing.choice or not thing.named:
                continue
            before = told(kind, answers, open_to_all, me)
            after = told(
                kind, answers, reading_of(kind, [thing], Limit("report", "organisations")), me
            )
            for word in words_of(thing, answers):
                assert (word in after) == (word in before), thing


def counted(kind: str, kept: list[Answer], reading: Reading) -> dict[str, object]:
    """What a hall hears of how many: the numbers of the console, those of the screen, and how long
    its lists are."""
    people = WithStandIns(ROOM, reading.stand_ins)
    exercise = exercises.of_kind(kind)
    assert exercise is not None
    found: dict[str, object] = {}
    for stage in exercise.stages:
        phase = replace(evening(kind).phase, stage=stage.key, shown=stage.shown)
        console, screen = (
            evening(kind, role, answers=kept, people=people, phase=phase)
            for role in ("console", "screen")
        )
        panel = exercise.panel(console)
        found[f"{stage.key}.panel"] = (
            len(panel.answered or ()), panel.count, panel.total, panel.summary,
            console.awaited(panel.answered or ()),
        )  # fmt: skip
        for key, value in exercise.screen(screen).data.items():
            if (kind, key) in _BY_ORGANISATION:
                continue
            if isinstance(value, list):
                found[f"{stage.key}.{key}"] = len(value)
            elif isinstance(value, int):
                found[f"{stage.key}.{key}"] = value
    return found


# Lists of organisations: one that is not told with what somebody said is in none of them.
_BY_ORGANISATION = {("actions", "pairs")}


@each_kind
@pytest.mark.parametrize("naming", ["organisations", "nobody"])
def test_counts_are_the_same_under_a_restriction_of_naming(kind: str, naming: Any) -> None:
    """Who is not named is counted all the same."""
    exercise = exercises.of_kind(kind)
    assert exercise is not None
    answers = answers_of(kind)
    plain = counted(kind, answers, reading_of(kind, [], Limit()))
    for me in IDS:
        things = [one for one in own(kind, answers, me) if one.author == me and not one.choice]
        reading = reading_of(kind, things, Limit("report", naming))
        assert counted(kind, restricted.readable(answers, exercise, reading), reading) == plain, me


def test_who_wrote_for_an_organisation_is_found_without_a_name() -> None:
    exercise = exercises.of_kind("gift_sequels")
    assert exercise is not None
    limit = Limit("report", "organisations", "s.1")
    house = ROOM["lien"].organisation_id
    reading = Reading("activity", "secret", {(house, "s.1"): limit}, ROOM)
    (kept,) = restricted.readable([Answer(house, "s.1", {}, by="lien")], exercise, reading)
    writer = WithStandIns(ROOM, reading.stand_ins).get(kept.by)
    assert kept.by not in ROOM
    assert writer is not None and writer.nameless and writer.organisation_id == house


def test_who_wrote_for_a_visit_is_found_without_a_name() -> None:
    exercise = exercises.of_kind("guide")
    assert exercise is not None
    reading = Reading("activity", "secret", {("v1", "s.1"): Limit("report", "nobody")}, ROOM)
    (kept,) = restricted.readable([Answer("v1", "s.1", {}, by="lien")], exercise, reading)
    assert reading.stand_ins[kept.by].organisation_id == ""


def test_ids_that_are_keys_are_those_of_who_stands_in_too() -> None:
    kept = restricted._renamed({"held": {"lien": ["lien"], "wout": "x"}}, {"lien": "other"})
    assert kept == {"held": {"other": ["other"], "wout": "x"}}


def test_who_stands_in_is_counted_and_found_by_alias() -> None:
    reading = Reading("activity", "secret", {("lien", "a"): Limit(naming="nobody")}, ROOM)
    (other,) = reading.stand_ins
    here = context("line", "console", [], WithStandIns(ROOM, reading.stand_ins))
    assert here.present([other, "wout", "gone"]) == {other, "wout"}
    assert other not in list(here.members)
    assert here.member_by_alias[here.alias(other)].name == "iemand"
    assert here.member_by_alias[here.alias("wout")] == ROOM["wout"]


IDENTIFIER = re.compile(r"[0-9a-f]{12}")
SENDS = "\n".join((
    "{kind} gives the {role} keys of who stands in for somebody. Write sends(role, data) in its",
    "sample.py: slots and payloads that its script sends with those keys",
))  # fmt: skip


def sent_by(kind: str, reading: Reading, answers: list[Answer], me: str) -> list[str]:
    """What comes of all that the scripts of console and phones can send with what they are told
    under a restriction of what `me` gave: the verdicts, in an order that does not tell."""
    exercise = exercises.of_kind(kind)
    assert exercise is not None
    kept = restricted.readable(answers, exercise, reading)
    people = WithStandIns(ROOM, reading.stand_ins)
    found = []
    for phase in phases_of(kind):
        for here in told_in(kind, kept, people, phase, me):
            author = here.me.id if here.me else FACILITATOR
            for slot, payload in offered(here, answers):
                place, sent = restricted.traced(slot, payload, reading)
                asked = entry_of(here, answers, reading, author, place, sent)
                try:
                    found.append(f"{phase} {author} {exercise.accept(asked)}")
                except Refused as no:
                    found.append(f"{phase} {author} {no}")
    return sorted(found)


def phases_of(kind: str) -> Iterable[Phase]:
    end = evening(kind).phase
    steps = len(evening(kind).steps)
    for stage in evening(kind).exercise.stages:
        for step in range(steps):
            yield replace(end, step=step, stage=stage.key, open=True)


def told_in(
    kind: str, kept: list[Answer], people: Mapping[str, Member], phase: Phase, me: str
) -> list[Context[Any, Any]]:
    """The console, and the phones of a colleague and of two others."""
    near = [one for one in IDS if one != me and ROOM[one].tile == ROOM[me].tile]
    far = [one for one in IDS if ROOM[one].tile != ROOM[me].tile]
    given: dict[str, Any] = {"answers": kept, "people": people, "phase": phase}
    return [
        evening(kind, "console", **given),
        *(evening(kind, "phone", one, **given) for one in (*near[:1], *far[:2])),
    ]  # fmt: skip


def offered(here: Context[Any, Any], answers: list[Answer]) -> list[tuple[str, Any]]:
    """The moves of the console, and what the exercise says that its scripts send."""
    exercise, moves = here.exercise, []
    if here.role == "console":
        panel = exercise.panel(here)
        turned = [one for one in (panel.onward, panel.backward) if one is not None]
        moves = [(one.slot, one.payload) for one in (*panel.moves, *turned)]
    scene = exercise.console(here) if here.role == "console" else exercise.phone(here)
    data = scene.data if scene else {}
    sends = getattr(import_module(f"tests.exercises.{exercise.kind}.sample"), "sends", None)
    if sends is not None:
        return [*moves, *sends(here.role, data)]
    plain = replace(here, people=lambda: ROOM, seen=lambda: exercise.fold(here.config, answers))
    whole = exercise.console(plain) if here.role == "console" else exercise.phone(plain)
    known = str(whole.data if whole else "")
    fresh = [one for one in IDENTIFIER.findall(str(data)) if one not in known]
    assert not fresh, SENDS.format(kind=exercise.kind, role=here.role)
    return moves


def entry_of(
    here: Context[Any, Any], answers: list[Answer], reading: Reading, author: str, slot: str,
    payload: Any,
) -> Entry[Any, Any]:  # fmt: skip
    """As `running.send` gives it to the exercise."""
    return Entry(
        here.config, here.phase, author, slot, payload,
        lambda: here.exercise.fold(here.config, answers), lambda: ROOM,
        lambda: {one.id: one for one in PARTIES}, here.alias,
        lambda owner, place: next(
            (one.payload for one in answers if (one.author, one.slot) == (owner, place)), None
        ),
        visits=lambda: VISITS, stand_ins=lambda: reading.behind,
    )  # fmt: skip


@each_kind
def test_all_that_is_offered_can_be_done_under_a_restriction_of_naming(kind: str) -> None:
    answers = answers_of(kind)
    for me in IDS:
        things = [one for one in own(kind, answers, me) if not one.choice]
        if things:
            open_to_all = sent_by(kind, reading_of(kind, [], Limit()), answers, me)
            under = reading_of(kind, things, Limit("report", "nobody"))
            assert sent_by(kind, under, answers, me) == open_to_all, me


def test_a_thread_to_who_is_not_named_is_kept_where_it_is_without_a_restriction() -> None:
    reading = Reading("activity", "secret", {("lien", "a"): Limit(naming="nobody")}, ROOM)
    (other,) = reading.stand_ins
    here = context("domino", "console", [], WithStandIns(ROOM, reading.stand_ins))
    sent = (f"table.thread-{here.alias(other)}-{here.alias('wout')}", {"stone": here.alias(other)})
    kept = (
        f"table.thread-{here.alias('lien')}-{here.alias('wout')}",
        {"stone": here.alias("lien")},
    )
    assert restricted.may_name(*sent) and restricted.traced(*sent, reading) == kept
    assert not restricted.may_name("s1.1", {"text": "dag"})


LATER = Answer("lien", "stone.thread-later", {"target": "wout", "text": "wqxlaterxqw"}, order=999)


def after_the_choice(limit: Limit, *later: Answer) -> str:
    """What a hall is told when somebody ties a thread after choosing how far the own stone goes."""
    answers = answers_of("domino")
    reading = reading_of("domino", own("domino", answers, "lien"), limit)
    return told("domino", [*answers, *later], reading, "lien")


@pytest.mark.parametrize("naming", ["names", "organisations", "nobody"])
def test_a_thread_that_is_tied_later_goes_as_far_as_its_stone(naming: Any) -> None:
    limit = Limit("report", naming)
    said, before = after_the_choice(limit, LATER), after_the_choice(limit)
    assert "wqxlaterxqw" in said and "wqxlaterxqw" not in before
    if naming != "names":
        assert said.count(ROOM["lien"].name) <= before.count(ROOM["lien"].name)


def test_a_thread_that_is_tied_later_to_a_stone_that_is_held_back_is_too() -> None:
    assert "wqxlaterxqw" not in after_the_choice(Limit("self"), LATER)


def test_what_is_written_at_another_organisation_later_goes_as_far_as_the_rest() -> None:
    """The reasons of a top 3 are one thing, whichever of them is filled."""
    answers = answers_of("reflection_sheet")
    (reasons,) = [one for one in own("reflection_sheet", answers, "lien") if len(one.slots) > 3]
    others = {one.id for one in PARTIES} - {ROOM["lien"].organisation_id}
    assert all(any(slot.endswith(f"-{one}") for slot in reasons.slots) for one in others)
