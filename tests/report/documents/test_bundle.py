"""The bundle of an organisation."""

from __future__ import annotations

from exercises.document import Cover, Heading, PageBreak
from report.documents.bundle import bundle
from report.documents.reading import WholeTrack


def test_the_cover_tells_what_is_in_it_in_a_sentence(within: WholeTrack) -> None:
    own = within.organisations[2]
    cover = bundle(within, own.id).blocks[0]
    assert isinstance(cover, Cover)
    assert cover.subtitle == (
        "Jullie fiche, waar jullie op de lijn stonden, wat jullie noteerden, jullie dominosteen,"
        " jullie plek op de kaart en veel meer."
    )
    assert cover.dedication == "Voor Ayşe en het hele team."


def test_sections_flow_on_below_their_titles(within: WholeTrack) -> None:
    blocks = bundle(within, within.organisations[2].id).blocks
    assert not any(isinstance(one, PageBreak) for one in blocks)
    titles = [one.text for one in blocks if isinstance(one, Heading) and one.level == 2]
    assert titles[0] == "Organisatiefiche" and "Cadeautjes" in titles


def test_who_is_not_named_is_one_of_you(within: WholeTrack) -> None:
    text = str(bundle(within, within.organisations[2].id))
    assert "Iemand van jullie stond" in text and "iemand van Kattenstaart stond" not in text
