"""What the facilitator is told where those who are to tell a story are not here."""

from __future__ import annotations

from dataclasses import replace

from exercises.contract import Answer, Json, Phase
from exercises.lenses import EXERCISE
from state.models import FACILITATOR
from tests.exercises.lenses.test_views import ANSWERS, Found, here

NOBODY, HOST = "Niemand vertelt: geef het zelf door", "Laat de gastheer vertellen"


def without(*home: str, stage: str = "listen", answers: tuple[Answer, ...] = ()) -> Found:
    return replace(
        here("console", stage, answers=answers), gone_home=lambda: frozenset(home)
    )  # fmt: skip


def stories(context: Found) -> list[Json]:
    scene = EXERCISE.console(context)
    assert scene is not None
    found: list[Json] = scene.data["stories"]
    return found


def labels(context: Found) -> list[str]:
    return [one.label for one in EXERCISE.panel(context).moves]


def test_a_story_of_which_nobody_is_here_says_so_before_its_turn() -> None:
    assert [one["absent"] for one in stories(without())] == ["", ""]
    assert [one["absent"] for one in stories(without("bo"))] == [
        "", "Van De Regenton is niemand in de zaal.",
    ]  # fmt: skip
    assert [one["absent"] for one in stories(without("an"))] == [
        "Van Kattenstaart is niemand in de zaal.", "",
    ]  # fmt: skip


def test_before_it_begins_who_is_missing_is_named_once_people_came_in() -> None:
    assert EXERCISE.lacks(without()) == ""
    assert EXERCISE.lacks(without("an")).startswith(
        "Nog niet in de zaal: wie vertelt voor Kattenstaart."
    )
    assert EXERCISE.lacks(replace(here("console", "listen"), people=dict)) == ""


def test_a_host_who_is_not_here_is_not_offered_to_tell() -> None:
    assert labels(without("an")) == [HOST, NOBODY]
    assert labels(without("an", "bo")) == [NOBODY]


def test_a_story_that_nobody_told_is_left() -> None:
    dealt = Answer(FACILITATOR, "v1.dealt", {"held": {"bo": "families"}, "told": False})
    later = replace(without(answers=(dealt,)), phase=Phase(1, "listen"))
    assert stories(later)[0]["state"] == "left"
    assert EXERCISE.unfinished(later) == "Eén verhaal is nog niet verteld."
    for more in (
        Answer(FACILITATOR, "v1.dealt", {"held": {"bo": "families"}, "told": True}, order=1),
        Answer(FACILITATOR, "v1.dealt", {"held": {"bo": "families"}}, order=1),
        Answer(FACILITATOR, "v1.at", {"at": 1}),
        Answer("bo", "v1.said-1", {"text": "Wie eet hier?", "lens": "families"}),
    ):
        there = replace(without(answers=(dealt, more)), phase=Phase(1, "listen"))
        assert stories(there)[0]["state"] == "told", more


def test_who_went_home_is_not_waited_for_and_what_they_said_counts() -> None:
    def counted(context: Found) -> tuple[int | None, int | None]:
        panel = EXERCISE.panel(context)
        return panel.count, panel.total

    assert counted(without()) == (0, 2)
    assert counted(without("cas")) == (0, 1)
    said = tuple(one for one in ANSWERS if one.author == "cas")
    assert counted(without("cas", answers=said)) == (1, 2)


def test_the_remote_names_who_tells_of_whom() -> None:
    assert EXERCISE.panel(without()).page == "Kattenstaart bij De Regenton"


def test_a_host_who_tells_is_asked_about_hosting() -> None:
    host = (*ANSWERS, Answer(FACILITATOR, "v1.by", {"who": "host"}))
    assert "Wat had je graag nog laten zien?" in EXERCISE.panel(without(answers=host)).questions
    assert "Wat had je graag nog gezien?" in EXERCISE.panel(without()).questions
    nobody = (*ANSWERS, Answer(FACILITATOR, "v1.by", {"who": "nobody"}))
    assert EXERCISE.panel(without(answers=nobody)).questions == ()


def test_while_people_listen_a_remark_does_not_hide_that_nobody_tells() -> None:
    said = tuple(one for one in ANSWERS if one.author == "cas")
    assert stories(without("an", answers=said))[0]["absent"]
    assert not stories(without("an", stage="gather", answers=said))[0]["absent"]
