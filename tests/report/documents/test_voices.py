"""What organisations will do, apart from what is done or past."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from exercises.document import Dated, Heading, Paragraph
from exercises.results import Action, TrackResults
from report.documents import voices


def whole(*found: Action, agreed: Any = ()) -> Any:
    meeting = SimpleNamespace(room=SimpleNamespace(meeting=SimpleNamespace(id="m1")))
    return SimpleNamespace(
        organisations=(SimpleNamespace(id="o1", name="De Regenton"),), held=(meeting,),
        agreements=lambda _meeting: agreed, results=TrackResults(lambda: found), today="2026-11-27",
    )  # fmt: skip


def test_what_is_done_or_past_does_not_stand_under_what_happens_now() -> None:
    found = (
        Action(organisation="o1", text="Koffie", date="2026-10-01", state="done", number=1),
        Action(organisation="o1", text="Een bord", date="2026-12-01", number=2),
        Action(organisation="o1", text="Een poort", date="2026-11-01", state="busy", number=3),
        Action(organisation="o1", text="Een lijst", state="dropped", number=4),
    )
    agreed = (SimpleNamespace(text="Greet belt.", due="2026-03-01"),
              SimpleNamespace(text="Wout schrijft.", due="2026-11-27"))  # fmt: skip
    assert voices.actions(whole(*found, agreed=agreed)) == (
        Dated(
            (("27 november 2026", "Wout schrijft."), ("1 december 2026", "De Regenton: Een bord"))
        ),
        Paragraph("Een poort", strong="De Regenton."),
        Heading("Wat er al gebeurde", 2),
        Dated((("1 maart 2026", "Greet belt."), ("1 oktober 2026", "De Regenton: Koffie"))),
    )


def test_nothing_done_has_no_heading() -> None:
    assert voices.actions(whole()) == ()
