"""What documents say of Cadeautjestijd."""

from __future__ import annotations

from typing import Any

from exercises.contract import Answer, Phase, Section
from exercises.document import Figure, Heading, Paragraph, Quotation, Remark
from exercises.gifts import EXERCISE
from exercises.kit.drawing.finger_drawing import Stroke, encode
from tests.exercises.evening import ANSWERS, GIFTS, evening, flat


def report(**more: Any) -> list[Section]:
    return list(EXERCISE.report(evening("gifts", **more)))


def section_of(organisation: str, only: str) -> Section:
    return next(
        one for one in report() if (one.organisation, one.only) == (organisation, only)
    )  # fmt: skip


def test_the_summary_tells_who_gave_to_whom_and_what_a_host_shared() -> None:
    summary = EXERCISE.summary(evening("gifts"))
    assert summary is not None
    assert summary.sentences == (
        "Drie cadeautjes werden uitgepakt.",
        "Kattenstaart kreeg er twee, van De Vensterbank en Het Achterom.",
        "De Regenton kreeg er één, van Kattenstaart.",
    )
    assert summary.quotation == Quotation("We zetten die bank er morgen.", "Kattenstaart", 3, 1)


def test_a_host_has_all_it_received_in_its_bundle() -> None:
    blocks = flat(section_of("o2", "bundle").blocks)
    assert Heading("Van De Vensterbank", 3, tile=2) in blocks
    assert Remark("Jullie groeten ook wie alleen even brengt.", "Idris", 2) in blocks
    assert Remark("Eerst de jas, dan de vraag.", "Greet", 5) in blocks
    assert Paragraph("Waar staat jullie bank precies?", strong="Jullie vroegen:") in blocks
    drawing = next(one for one in blocks if isinstance(one, Figure) and "getekend" in one.caption)
    assert "Marleen" in drawing.alt and "de deur die nooit dichtvalt" in drawing.alt


def test_its_page_in_the_report_has_less_of_it() -> None:
    own = [one for one in report() if (one.organisation, one.only) == ("o2", "report")]
    assert [one.place for one in own] == ["main", "side"]
    blocks = flat(own[0].blocks) + flat(own[1].blocks)
    assert blocks[0] == Heading("Uit het cadeautje van De Vensterbank", 3)
    assert Quotation(
        "Eerst de jas, dan de vraag.", "Uit het cadeautje van Het Achterom", 5, size=1
    ) in blocks  # fmt: skip
    assert "Zet een bank aan de poort." not in str(blocks)


def test_its_page_says_how_much_more_there_is_in_its_bundle() -> None:
    blocks = flat(section_of("o2", "report").blocks)
    said = [one.text for one in blocks if isinstance(one, Paragraph) and "bundel" in one.text]
    assert said == ["Er zat nog meer in: twee briefjes. Alles staat in de bundel van Kattenstaart."]


def test_a_small_drawing_stays_small() -> None:
    dot = {"items": encode([Stroke("i", "1", ((500, 300), (520, 310)))]), "text": ""}
    answers = [
        Answer("marleen", "a.draw", dot) if one.slot == "a.draw" else one
        for one in ANSWERS["gifts"](GIFTS)
    ]
    shares = {}
    for name, given in (("large", ANSWERS["gifts"](GIFTS)), ("small", answers)):
        own = next(one for one in report(answers=given) if one.organisation == "o2")
        figures = [one for one in flat(own.blocks) if isinstance(one, Figure)]
        shares[name] = next(one.share for one in figures if "getekend" in one.caption)
    assert shares["small"] < 0.3 < shares["large"]


def test_of_a_gift_that_stays_wrapped_documents_tell_only_that_it_waits() -> None:
    words = str(report())
    assert "Dit blijft ingepakt." not in words and "Eén cadeautje is nog ingepakt." in words
    own = [one for one in report() if "nog een cadeautje ingepakt" in str(one)]
    assert [(one.organisation, one.only) for one in own] == [("o3", "bundle")]
    busy = str(report(phase=Phase(stage="unwrap", open=True, shown=True)))
    assert "nog ingepakt" not in busy


def test_a_phone_has_the_gifts_of_its_own_host() -> None:
    sections = report(role="phone", me="lien")
    assert [(one.organisation, one.only) for one in sections] == [("o2", "bundle")]
    assert "Eerst de jas" in str(sections)
    assert "De koffie staat er al voor je zit." not in str(sections)
    assert report(role="phone", me="marleen") == []


def test_a_phone_reads_no_further_than_the_gift_was_read() -> None:
    page = Answer("o2", "b.page", {"at": 1})
    answers = [one for one in ANSWERS["gifts"](GIFTS) if one.slot not in ("b.page", "b.done")]
    busy = Phase(stage="unwrap", open=True, shown=True)
    words = str(report(role="phone", me="lien", answers=[*answers, page], phase=busy))
    assert "Eerst de jas" in words and "half vijf thee" not in words
    # Once the room is done with it, its host has all that it was given.
    assert "half vijf thee" in str(report(role="phone", me="lien", answers=[*answers, page]))
