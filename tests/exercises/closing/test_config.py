"""Chapters: renamed, moved, added and taken away."""

from __future__ import annotations

import pytest

from exercises.closing.config import moved, usual, with_chapter, with_title, without
from state.problems import Refused

KEYS = [one.key for one in usual().chapters]


def test_chapters_move_and_stay_at_the_ends() -> None:
    assert [one.key for one in moved(usual(), KEYS[1], -1).chapters][:2] == [KEYS[1], KEYS[0]]
    assert moved(usual(), KEYS[0], -1) == usual() == moved(usual(), KEYS[-1], 1)


def test_a_question_that_was_answered_stays_for_the_export() -> None:
    config = without(usual(), "ask", answered=True)
    assert config.of("ask") is not None and config.asks == config.gone
    assert without(usual(), "ask", answered=False).of("ask") is None


def test_there_is_always_a_chapter_and_never_too_many() -> None:
    config = usual()
    for key in KEYS[1:]:
        config = without(config, key, answered=False)
    with pytest.raises(Refused):
        without(config, KEYS[0], answered=False)
    with pytest.raises(Refused):
        for _ in range(30):
            config = with_chapter(config, "ask")
    with pytest.raises(Refused):
        with_title(usual(), "ask", " ")
