"""The photo of a gift is given to the screen that shows it, and to nobody else in the room."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from exercises.closing import EXERCISE
from exercises.contract import Answer, Role
from exercises.results import GiftSequel
from state.models import FACILITATOR
from tests.exercises.closing.rooms import QUOTE, room
from tests.exercises.closing.test_views import GUEST, screen

ONE = GiftSequel(
    organisation="o0", giver="o1", text="Het menu hangt laag.", heading="Een foto van ons bezoek",
    photo="foto1", noted="n1",
)  # fmt: skip
TWO = replace(ONE, text="De deur staat open.", photo="foto2", noted="n2")
TOLD = [ONE, TWO, QUOTE]


def seen(role: Role, chapter: str, results: Any = TOLD, **more: Any) -> set[str]:
    found = room(role, chapter, results, **more)
    assert EXERCISE.tells is not None
    assert {f"foto{one[1:]}" for one in EXERCISE.tells(found)} == set(EXERCISE.photos(found))
    return set(EXERCISE.photos(found))


def turned(page: int) -> list[Answer]:
    return [Answer(FACILITATOR, "gifts.page", {"page": page})]


def test_the_screen_is_given_the_photo_of_its_page() -> None:
    assert screen("gifts", TOLD)["cards"][0]["photo"] == "foto1"
    assert seen("screen", "gifts") == {"foto1"}
    assert seen("screen", "gifts", answers=turned(1)) == {"foto2"}


def test_before_the_chapter_shows_and_in_another_the_screen_has_none() -> None:
    hidden = replace(room("screen", "gifts").phase, shown=False)
    assert not seen("screen", "gifts", phase=hidden)
    assert "foto" not in str(EXERCISE.screen(room("screen", "gifts", TOLD, phase=hidden)).data)
    assert not seen("screen", "quotes")


def test_a_phone_has_none_and_the_facilitator_all() -> None:
    assert not seen("phone", "gifts", people=GUEST, me="g1")
    assert seen("console", "quotes") == {"foto1", "foto2"}


def test_what_was_told_to_fewer_people_is_not_shown() -> None:
    kept = replace(ONE, readers="facilitator")
    assert not seen("screen", "gifts", [kept]) and not seen("console", "gifts", [kept])
