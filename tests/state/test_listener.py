"""How often an open page is notified."""

from __future__ import annotations

import pytest

from state import listener, revisions
from state.listener import SCREEN, Listener


def test_a_page_that_is_slow_to_make_is_notified_less_often(
    meeting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Quiet:
        busy = False

    monkeypatch.setattr(listener, "load", Quiet())
    screen = Listener(meeting, frozenset(revisions.TOPICS), role=SCREEN)
    assert screen.pace < 1 / 50
    screen.cost = 0.05
    assert screen.pace == pytest.approx(0.2)
    phone = Listener(meeting, frozenset(revisions.TOPICS), person_id="an", role="phone", cost=0.05)
    assert phone.pace == 0
