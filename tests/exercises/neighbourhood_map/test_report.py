"""What documents say of Kaart van de buurt."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from exercises.contract import Answer, Section
from exercises.document import Figure, Heading, Paragraph, Remark
from exercises.kit.village.drawing import MOVED_MINIMUM
from exercises.neighbourhood_map import EXERCISE, report_words
from exercises.neighbourhood_map.model import Pawn
from exercises.neighbourhood_map.picture import village
from exercises.neighbourhood_map.picture_paper import GROUND
from tests.exercises.evening import ANSWERS, evening, flat, year_of_maps


def report(**more: Any) -> list[Section]:
    return list(EXERCISE.report(evening("neighbourhood_map", **more)))


def test_the_summary_tells_some_places_and_who_moved() -> None:
    summary = EXERCISE.summary(evening("neighbourhood_map"))
    assert summary is not None and summary.quotation is not None and summary.figure is not None
    assert summary.sentences == (
        "Zes pionnen staan in het dorp.",
        "De Regenton staat midden op het plein en De Vensterbank bij de rijhuizen.",
        "Na het gesprek verhuisden twee pionnen.",
        "Het Achterom staat nu aan de schoolpoort en Knikkerzak aan de bibliotheek.",
    )
    assert summary.quotation.who == "Het Achterom"
    assert "<text" not in summary.figure.svg


def test_the_map_is_as_wide_as_the_page_with_all_names() -> None:
    figure = next(one for one in report()[0].blocks if isinstance(one, Figure))
    assert figure.width == "page"
    for name in ("De Regenton", "Zevenhoek", "Knikkerzak"):
        assert f">{name}<" in figure.svg and name in figure.alt


def test_on_paper_the_drawing_lies_on_the_paper_itself() -> None:
    assert GROUND in village()
    figure = next(one for one in report()[0].blocks if isinstance(one, Figure))
    assert GROUND not in figure.svg


def test_each_says_what_it_said_of_its_place_before_and_after() -> None:
    remarks = [one for one in flat(report()[0].blocks) if isinstance(one, Remark)]
    told = [(one.text, one.who) for one in remarks]
    assert ("De buurt kent ons nog niet.", "Het Achterom, achter de haag") in told
    assert (
        "Dichter bij de school.", "Het Achterom, na het gesprek aan de schoolpoort",
    ) in told  # fmt: skip
    assert ("Zevenhoek staat tussen de woonblokken.", "Zevenhoek") in told
    assert any("Knikkerzak verhuisde na het gesprek" in text for text, _who in told)


def test_over_the_meetings_the_way_of_each_pawn_is_told() -> None:
    blocks = report(past=year_of_maps)[0].blocks
    assert Heading("Van bijeenkomst tot bijeenkomst", 3) in blocks
    words = " ".join(one.text for one in blocks if isinstance(one, Paragraph))
    assert "De Vensterbank stond op het sportveld en staat nu bij de rijhuizen." in words
    assert "Kattenstaart bleef aan de schoolpoort." in words
    captions = [one.caption for one in blocks if isinstance(one, Figure)]
    when = "Kennismaking, 24 september 2026. De witte pionnen stonden er op 24 januari 2026."
    assert len(captions) == 2 and captions[1] == when
    assert Heading("Van bijeenkomst tot bijeenkomst", 3) not in report()[0].blocks


def test_where_nobody_moved_at_the_meeting_one_map_tells_all() -> None:
    said = ANSWERS["neighbourhood_map"](EXERCISE.sample)
    still = [one for one in said if not one.slot.endswith("2")]
    blocks = report(past=year_of_maps, answers=still)[0].blocks
    (figure,) = [one for one in blocks if isinstance(one, Figure)]
    assert "De witte pionnen" in figure.caption and "Kennismaking" in figure.caption
    assert isinstance(blocks[-1], Paragraph) and "stond op het sportveld" in blocks[-1].text


def test_a_pawn_that_visibly_moved_is_never_told_to_have_stayed() -> None:
    context = evening("neighbourhood_map", past=year_of_maps)
    party = next(one for one in context.party_by_id.values() if one.name == "Kattenstaart")
    assert report_words.over_meetings(context, [party]) == (
        "Kattenstaart bleef aan de schoolpoort.",
    )
    earlier = context.earlier[0].view.pawns[party.id].now
    pawns = dict(context.view.pawns)
    pawns[party.id] = Pawn(replace(earlier, x=earlier.x + MOVED_MINIMUM))
    vars(context)["view"] = replace(context.view, pawns=pawns)
    assert report_words.over_meetings(context, [party]) == (
        "Kattenstaart verhuisde een eindje en staat nog altijd aan de schoolpoort.",
    )


def test_a_pawn_of_an_organisation_alone_is_on_its_own_map() -> None:
    own = next(one for one in report(past=year_of_maps) if one.organisation == "o1")
    figure = next(one for one in own.blocks if isinstance(one, Figure))
    assert ">De Vensterbank<" in figure.svg and ">De Regenton<" not in figure.svg
    assert "op het sportveld (24 januari 2026)" in str(own.blocks)


def test_a_phone_has_only_the_own_pawn() -> None:
    sections = report(role="phone", me="lien", past=year_of_maps)
    assert [one.organisation for one in sections] == ["o2"]
    assert "Regenton" not in str(sections)


def test_a_pawn_that_was_taken_away_is_not_told() -> None:
    gone = [Answer("o0", "map.1", {"x": 600, "y": 500}), Answer("o0", "map.2", {"off": True})]
    assert report(answers=gone) == []
