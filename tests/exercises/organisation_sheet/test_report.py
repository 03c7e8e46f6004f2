"""What documents say of the organisatiefiche."""

from __future__ import annotations

from typing import Any

from exercises.contract import Answer, Section
from exercises.document import Beside, Figure, Paragraph
from exercises.organisation_sheet import EXERCISE
from tests.exercises.evening import evening, flat

PHOTO = b"\xff\xd8\xff\xe0 a photo"


def report(**more: Any) -> list[Section]:
    return list(EXERCISE.report(evening("organisation_sheet", **more)))


def test_the_summary_shows_the_chosen_cards() -> None:
    summary = EXERCISE.summary(evening("organisation_sheet"))
    assert summary is not None and summary.figure is not None
    assert summary.sentences == (
        "Zes organisaties stelden zich voor, elk op één blad.", "Zes kozen een getekende kaart.",
    )  # fmt: skip
    assert "Kattenstaart: Een tuinpoort die open staat." in summary.figure.alt


def test_a_sheet_has_its_card_beside_what_they_are() -> None:
    section = next(one for one in report() if one.organisation == "o2")
    assert section.only == "bundle" and section.area is None and section.latest
    (block,) = section.blocks
    assert isinstance(block, Beside) and block.widths == (2, 4)
    card, lead, target, _expect = flat(section.blocks)
    assert isinstance(card, Figure) and card.alt == "Een tuinpoort die open staat."
    assert card.caption == "Gekozen kaart: een tuinpoort die open staat."
    assert lead == Paragraph(
        "Kinderopvang voor 42 kinderen, in een oude wasserij aan het water.", style="lead"
    )
    assert target == Paragraph("Gezinnen met jonge kinderen uit de buurt.", strong="Doelgroep.")


def test_people_whom_they_wrote_down_are_told_with_their_functions() -> None:
    texts = {"name1": "Ayşe", "role1": "begeleider", "name2": "Tom", "role2": "vrijwilliger"}
    answers = [Answer("o2", f"sheet.{part}", {"text": text}) for part, text in texts.items()]
    answers.append(Answer("o2", "sheet.core", {"text": "Opvang."}))
    blocks = flat(report(answers=answers)[0].blocks)
    assert Paragraph("Ayşe, begeleider, en Tom, vrijwilliger") in blocks


def test_a_long_core_is_no_opening_line() -> None:
    answers = [Answer("o0", "sheet.core", {"text": "Wij zijn er voor de buurt. " * 10})]
    (paragraph,) = (one for one in flat(report(answers=answers)[0].blocks)
                    if isinstance(one, Paragraph) and one.strong)  # fmt: skip
    assert paragraph.strong == "Kerntaak." and paragraph.style == "body"


def test_a_photo_stands_on_the_sheet_and_one_that_is_gone_does_not() -> None:
    answers = [Answer("o0", "sheet.picture", {"photo": "abc"})]
    photos = {"abc": PHOTO}
    section, on_page = report(answers=answers, photo=photos.get)
    assert (on_page.only, on_page.place, on_page.blocks) == ("report", "side", section.blocks)
    assert [one.photo for one in flat(section.blocks) if isinstance(one, Figure)] == [PHOTO]
    (section,) = report(answers=answers, photo=lambda _id: None)
    assert not any(isinstance(one, Figure) for one in flat(section.blocks))


def test_a_phone_has_only_the_own_sheet() -> None:
    sections = report(role="phone", me="lien")
    assert [one.organisation for one in sections] == ["o2"]
