"""The bundle of an organisation."""

from __future__ import annotations

import pytest

from exercises.document import Cover, Heading, PageBreak
from exercises.engine import running
from report.documents.bundle import bundle
from report.documents.reading import WholeTrack
from state import copies, meetings, restrictions
from state.database import Store
from state.restrictions import Thing
from tests.sequel_track import SequelTrack, put, sequel_track, tells


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


TOLD = "De bank staat er, en op woensdag zit er iemand."
UNTOLD = "Jullie lef hangt nu in onze keuken."


@pytest.fixture
def after_gifts(store: Store) -> SequelTrack:
    """Of two gifts a sequel was written, one of them was told, and the exercise is over."""
    here = sequel_track(store)
    for gift, giver, text in (("v1", 1, TOLD), ("v2", 2, UNTOLD)):
        said = {"text": text, "nothing": False, "giver": here.houses[giver], "by": "", "before": []}
        put(store, here.sequels, here.houses[0], f"gift.{here.exchange}:{gift}:text", said)
    here.goes_to("tell")
    tells(here, 0, f"{here.exchange}:v1")
    here.goes_to("after")
    running.close(store, here.sequels)
    return here


def bundles_of(here: SequelTrack, at: int) -> list[str]:
    """The bundle of an organisation for the facilitator, and for one of its own people."""
    track = meetings.room(here.store, here.meeting).track.id
    with copies.in_memory(here.store) as db:
        whole = WholeTrack(db, track)
        me = whole.member(whole.people[here.houses[at]][0].id)
        assert me is not None
        return [str(bundle(whole, here.houses[at], who)) for who in (None, me)]


def test_who_gave_reads_what_came_of_it(after_gifts: SequelTrack) -> None:
    for text in bundles_of(after_gifts, 1):
        assert "Wat er van jullie cadeautjes kwam" in text and TOLD in text
        assert UNTOLD not in text


def test_what_was_not_told_is_not_in_the_bundle_of_who_gave(after_gifts: SequelTrack) -> None:
    for text in bundles_of(after_gifts, 2):
        assert UNTOLD not in text and "Wat er van jullie cadeautjes kwam" not in text
    # Who wrote it has it.
    assert all(UNTOLD in text and TOLD in text for text in bundles_of(after_gifts, 0))


@pytest.mark.parametrize(("place", "told"), [("group", True), ("self", False)])
def test_who_gave_reads_it_as_far_as_its_writers_let_it(
    after_gifts: SequelTrack, place: str, told: bool
) -> None:
    here = after_gifts
    track = meetings.room(here.store, here.meeting).track.id
    thing = Thing(here.sequels, here.houses[0], (f"gift.{here.exchange}:v1:text",))
    with here.store.read() as db:
        (writer, *_others) = WholeTrack(db, track).people[here.houses[0]]
    restrictions.choose(here.store, track, writer.id, [thing], place, "names")
    assert [TOLD in text for text in bundles_of(here, 1)] == [told, told]
