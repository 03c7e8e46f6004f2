"""What travels to phone, screen and console: never whose lens or remark, nor a note that is not
shown."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from exercises.contract import (
    Answer,
    Context,
    Json,
    Member,
    NotebookEntry,
    Party,
    Phase,
    Role,
    TrackVisit,
)
from exercises.lenses import EXERCISE
from exercises.lenses.config import LensesConfig, usual, with_track
from exercises.lenses.model import LensesView, remark_key
from state.models import FACILITATOR
from tests.exercises.contexts import context_of

VISITS = (
    TrackVisit("v1", host="b", visitor="a", state="done", announced=True),
    TrackVisit("v2", host="c", visitor="b", announced=True),
)
CONFIG: LensesConfig = with_track(usual(), VISITS)
PARTIES = (
    Party("a", "Kattenstaart", "", 1), Party("b", "De Regenton", "", 2), Party("c", "Noord", "", 3),
)  # fmt: skip
PEOPLE = {
    one: Member(one, name, house, house, tile, "staat")
    for one, name, house, tile in (
        ("an", "Annelies", "a", 1), ("bo", "Boudewijn", "b", 2), ("cas", "Casimir", "c", 3),
    )
}  # fmt: skip
QUESTION, REMARK, SHOWN, HIDDEN = "Wie eet nooit mee?", "Stilte mag.", "Eerst aan tafel", "Te laat"


def note(key: str, text: str, *, shared: bool = True, person: str = "an") -> NotebookEntry:
    return NotebookEntry(
        key, "v1", person, f"client-{key}", "note", text, None, None, "", shared, "", key, ("p1",)
    )


NOTES = (note("n1", SHOWN), note("n2", HIDDEN, shared=False), note("n3", "Van een collega"))
ANSWERS = (
    Answer(FACILITATOR, "v1.dealt", {"held": {"bo": "families", "cas": "critical"}}),
    Answer("bo", "v1.said-1", {"text": QUESTION, "lens": "families", "kind": "question"}, order=1),
    Answer("cas", "v1.said-1", {"text": REMARK, "lens": "critical"}, order=2),
    Answer("a", "v1.card-n1~p1", {"on": True, "n": 1}),
    Answer("a", "v1.at", {"at": 1}),
)  # fmt: skip
Found = Context[LensesConfig, LensesView]


def here(
    role: Role, stage: str, me: str = "", answers: Sequence[Answer] = ANSWERS,
    notes: Sequence[NotebookEntry] = NOTES, step: int = 0,
) -> Found:  # fmt: skip
    phase = EXERCISE.with_switches(Phase(step, stage))
    return context_of(
        EXERCISE, phase, role, answers, config=CONFIG, people=PEOPLE, parties=PARTIES,
        me=me or None, visits=VISITS, own_notes=lambda: [one for one in notes if one.person == me],
        notes_shared=lambda: tuple(one for one in notes if one.shared),
    )  # fmt: skip


def data(role: Role, stage: str, me: str = "", **more: object) -> Json:
    draw = {"phone": EXERCISE.phone, "screen": EXERCISE.screen, "console": EXERCISE.console}[role]
    scene = draw(here(role, stage, me, **more))  # type: ignore[arg-type]
    assert scene is not None
    return scene.data


def sent(role: Role, stage: str, me: str = "", **more: object) -> str:
    return json.dumps(data(role, stage, me, **more), ensure_ascii=False)


@pytest.mark.parametrize("stage", ["listen", "gather", "answer"])
def test_a_listener_is_given_the_own_lens_and_remarks_and_nothing_of_the_story(stage: str) -> None:
    told = sent("phone", stage, "bo")
    assert data("phone", stage, "bo")["lens"]["key"] == "families" and QUESTION in told
    for hidden in (REMARK, SHOWN, HIDDEN, "Casimir", "critical", "Kritische", "p1"):
        assert hidden not in told, hidden


def test_the_screen_shows_what_was_chosen_and_no_remark_before_it_is_gathered() -> None:
    found = data("screen", "listen")
    assert found["page"]["photo"] == "p1" and " ".join(found["page"]["lines"]) == SHOWN
    told = sent("screen", "listen")
    for hidden in (QUESTION, REMARK, HIDDEN, "Boudewijn", "collega"):
        assert hidden not in told, hidden


@pytest.mark.parametrize("stage", ["gather", "answer"])
def test_gathered_remarks_are_on_the_screen_without_a_name(stage: str) -> None:
    told = sent("screen", stage)
    assert "Stilte mag." in told and "Boudewijn" not in told and "Casimir" not in told
    unused = [not column for column in data("screen", stage)["shelf"]["columns"]]
    assert unused == [False, True, True, False]


def test_a_note_that_is_shared_no_more_is_on_no_page() -> None:
    gone = (replace(NOTES[0], shared=False), *NOTES[1:])
    assert SHOWN not in sent("screen", "listen", notes=gone)
    assert data("screen", "listen", notes=gone)["pages"] == 0


def test_a_teller_chooses_from_own_notes_and_what_colleagues_shared() -> None:
    found = data("phone", "listen", "an")
    assert [(one["text"], one["shared"]) for one in found["offered"]] == [
        (SHOWN, True), (HIDDEN, False), ("Van een collega", True),
    ]  # fmt: skip
    assert [one["on"] for one in found["offered"][0]["ways"]] == [True, False]
    assert REMARK not in sent("phone", "listen", "an")


def test_tellers_read_remarks_by_lens_once_they_are_gathered() -> None:
    found = data("phone", "gather", "an")["remarks"]
    assert [one["lens"] for one in found if one["said"]] == ["Kritische bril", "Bril van gezinnen"]
    told = sent("phone", "gather", "an")
    assert "Boudewijn" not in told and "Casimir" not in told


def test_a_remark_that_is_picked_is_large_with_its_spectacles() -> None:
    pick = Answer("a", f"v1.pick-{remark_key('cas', 'v1.said-1')}", {"on": True, "open": True})
    found = data("screen", "answer", answers=(*ANSWERS, pick))
    assert found["large"]["shape"] == "sharp" and found["shelf"] is None
    assert data("screen", "gather", answers=(*ANSWERS, pick))["large"] is None


def test_the_console_tells_what_was_said_and_not_by_whom_nor_through_which_lens_one_looks() -> None:
    told = sent("console", "listen")
    assert QUESTION in told and SHOWN in told
    for hidden in ("Boudewijn", "Casimir", '"bo"', '"cas"', HIDDEN):
        assert hidden not in told, hidden


def test_where_nobody_tells_the_facilitator_does() -> None:
    nobody = (*ANSWERS, Answer(FACILITATOR, "v1.by", {"who": "nobody"}))
    assert data("phone", "listen", "an", answers=nobody)["role"] == "guest"
    host = (*ANSWERS, Answer(FACILITATOR, "v1.by", {"who": "host"}))
    assert data("phone", "listen", "bo", answers=host)["role"] == "teller"
    assert data("screen", "listen", answers=host)["tellers"]["names"] == "Boudewijn"


def test_what_is_left_to_tell_is_told_before_closing() -> None:
    assert EXERCISE.unfinished(here("console", "answer")) == "Eén verhaal is nog niet verteld."
    assert EXERCISE.unfinished(here("console", "answer", step=1)) == ""


def test_the_facilitator_leafs_from_the_remote() -> None:
    labels = [move.label for move in EXERCISE.panel(here("console", "listen")).moves]
    assert labels == [
        "Vorige bladzijde", "Laat de gastheer vertellen", "Niemand vertelt: geef het zelf door",
    ]  # fmt: skip


def test_the_count_reads_as_a_sentence_after_so_many_of_all() -> None:
    assert EXERCISE.panel(here("console", "listen")).summary.startswith("luisteraars ")


def test_own_answers_are_those_of_the_phone() -> None:
    assert EXERCISE.own_answers is not None
    (own,) = EXERCISE.own_answers(here("phone", "listen", "bo"))
    assert (own.text, own.slots, own.named) == (QUESTION, ("v1.said-1",), False)
    assert own.heading == "Bril van gezinnen, Kattenstaart bij De Regenton"


def test_a_phone_knows_whether_somebody_tells_alone() -> None:
    assert data("phone", "listen", "an")["alone"]
    host = (*ANSWERS, Answer(FACILITATOR, "v1.by", {"who": "host"}))
    assert data("phone", "listen", "bo", answers=host)["alone"]
    both = {**PEOPLE, "ada": replace(PEOPLE["an"], id="ada", name="Ada")}
    context = replace(here("phone", "listen", "an"), people=lambda: both)
    assert not EXERCISE.phone(context).data["alone"]


def test_what_somebody_typed_at_another_own_story_has_a_place() -> None:
    (mine,) = data("phone", "listen", "bo")["elsewhere"]
    assert (mine["slot"], mine["title"]) == ("v2.told", "De Regenton bij Noord")
    (later,) = EXERCISE.phone(here("phone", "listen", "an", step=1)).data["elsewhere"]
    assert later["slot"] == "v1.told"
    assert data("phone", "listen", "cas")["elsewhere"] == []


def test_a_lens_that_is_worn_is_told_apart_from_one_that_nobody_took() -> None:
    quiet = [one for one in ANSWERS if one.author != "bo"]
    shelf = data("screen", "gather", answers=quiet)["shelf"]
    told = dict(zip((one["key"] for one in shelf["lenses"]["all"]), shelf["unused"], strict=True))
    assert told["families"] == "Hier is nog niets bij gelegd."
    assert told["practical"] == "Deze bril zette niemand op."
    assert "bo" not in json.dumps(shelf)


def test_the_screen_names_only_tellers_who_are_here() -> None:
    def tellers(*home: str, **more: object) -> Json:
        gone = frozenset(home)
        context = replace(here("screen", "listen", **more), gone_home=lambda: gone)  # type: ignore[arg-type]
        found: Json = EXERCISE.screen(context).data["tellers"]
        return found

    assert tellers()["names"] == "Annelies" and not tellers()["absent"]
    found = tellers("an")
    assert (found["names"], found["count"], found["poses"], found["absent"]) == ("", 0, [], True)
    host = (*ANSWERS, Answer(FACILITATOR, "v1.by", {"who": "host"}))
    assert tellers("an", answers=host)["names"] == "Boudewijn"
    nobody = (*ANSWERS, Answer(FACILITATOR, "v1.by", {"who": "nobody"}))
    assert not tellers("an", answers=nobody)["absent"]


def test_a_host_who_tells_is_no_visitor_on_any_phone() -> None:
    host = (*ANSWERS, Answer(FACILITATOR, "v1.by", {"who": "host"}))
    own = data("phone", "listen", "bo", answers=host)
    assert own["by"] == "host" and own["ends"]["visitor"]["name"] == "Kattenstaart"
    assert "Wat had je graag nog laten zien?" in own["questions"]
    assert "Wat had je graag nog gezien?" not in own["questions"]
    assert "Wat had je graag nog gezien?" in data("phone", "listen", "an")["questions"]
    assert data("phone", "listen", "cas", answers=host)["who"] == "Boudewijn"
