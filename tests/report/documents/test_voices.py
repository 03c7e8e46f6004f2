"""What organisations do, each action once, and what was agreed."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from exercises.document import Dated, Heading, Paragraph, Quotation, Section, Table
from exercises.results import Action, Quote, TrackResults
from report.documents import voices
from report.documents.reading import PlacedSection


def whole(*found: Action, agreed: Any = (), sections: Any = ()) -> Any:
    meeting = SimpleNamespace(room=SimpleNamespace(meeting=SimpleNamespace(id="m1")))
    return SimpleNamespace(
        organisations=(SimpleNamespace(id="o1", name="De Regenton"),), begun=(meeting,),
        agreements=lambda _meeting: agreed, results=TrackResults(lambda: found), today="2026-11-27",
        sections=sections,
    )  # fmt: skip


def test_each_action_stands_once_with_its_first_step_and_how_it_is() -> None:
    found = (
        Action(organisation="o1", text="Koffie", date="2026-10-01", number=1),
        Action(organisation="o1", text="Een bord", date="2026-12-01", number=2, first_step="Hout."),
        Action(organisation="o1", text="Een poort", state="busy", number=3, said="Bijna."),
        Action(organisation="o1", text="Een lijst", state="dropped", number=4),
        Action(organisation="o1", text="Koffie", date="2026-10-01", state="done", number=1,
               said="Ze staat klaar."),
    )  # fmt: skip
    lead, table = voices.actions(whole(*found))
    assert lead == Paragraph(
        "Vier acties: één is gedaan, één is bezig, één is gepland en één kwam er niet.",
        style="lead",
    )
    assert isinstance(table, Table)
    assert table.rows == (
        ("De Regenton", "Een poort", "", "Bezig. Bijna."),
        ("De Regenton", "Een bord", "Hout.", "Gepland tegen 1 december 2026."),
        ("De Regenton", "Koffie", "", "Gedaan. Ze staat klaar."),
        ("De Regenton", "Een lijst", "", "Kwam er niet."),
    )


def test_actions_that_are_as_far_are_one_sentence() -> None:
    one = Action(organisation="o1", text="Koffie", number=1)
    other = Action(organisation="o1", text="Een bord", state="dropped", number=2)
    third = Action(organisation="o1", text="Een lijst", state="dropped", number=3)
    for found, words in (((one,), "Eén actie is gepland."),
                         ((other, third), "Twee acties kwamen er niet."),
                         ((other,), "Eén actie kwam er niet.")):  # fmt: skip
        assert voices.actions(whole(*found))[0] == Paragraph(words, style="lead")


def test_what_was_agreed_for_a_day_that_is_past_is_not_told_as_done() -> None:
    agreed = (SimpleNamespace(text="Greet belt.", due="2026-03-01"),
              SimpleNamespace(text="wout schrijft.", due="2026-11-27"),
              SimpleNamespace(text="Foto’s met toestemming.", due=""))  # fmt: skip
    assert voices.actions(whole(agreed=agreed)) == (
        Heading("Afgesproken", 2),
        Dated((("27 november 2026", "Wout schrijft."),)),
        Paragraph("Foto’s met toestemming."),
        Heading("Wat eerder afgesproken was", 2),
        Dated((("1 maart 2026", "Greet belt."),)),
    )


def test_of_what_is_ahead_only_the_last_meeting_is_shown() -> None:
    def placed(activity: str, text: str) -> PlacedSection:
        section = Section("Acties", (Paragraph(text),), only="report", place="ahead", latest=True)
        return PlacedSection(section, SimpleNamespace(id=activity, kind="k"), SimpleNamespace())  # type: ignore[arg-type]

    found = (placed("a1", "Zo was het."), placed("a2", "Zo is het."))
    assert voices.actions(whole(sections=found)) == (Paragraph("Zo is het."),)


def test_without_actions_there_is_no_such_part() -> None:
    assert voices.actions(whole()) == ()


def test_a_quote_is_signed_as_its_writer_chose_and_names_the_organisation_once() -> None:
    party = SimpleNamespace(id="o1", name="De Regenton", tile=3)

    def signed_as(naming: Any, name: str, **signed: str) -> str:
        quote = Quote(organisation="o1", person="an", name=name, text="Fijn.", naming=naming)
        told: Any = SimpleNamespace(
            results=TrackResults(lambda: (quote,)), meetings=[SimpleNamespace(parties=(party,))],
            signed=signed,
        )  # fmt: skip
        blocks = voices.quotes(told)
        (said,) = (one for one in blocks if isinstance(one, Quotation))
        return said.who

    hidden = "iemand van De Regenton"
    assert signed_as("names", "An") == "An, De Regenton"
    assert signed_as("names", hidden, an="An Peeters") == "An Peeters, De Regenton"
    assert signed_as("names", hidden) == "Iemand van De Regenton"
    assert signed_as("organisations", "", an="An Peeters") == "De Regenton"
