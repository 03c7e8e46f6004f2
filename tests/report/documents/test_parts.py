from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from exercises.document import Cover, Document, Heading
from report.documents.reading import WholeTrack
from report.documents.track_report import empty_parts, track_report
from report.forms.words import words
from state import copies, report_parts, tracks
from state.database import Store
from tests.told_track import told_track


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, str]]:
    store = Store(tmp_path_factory.mktemp("told"))
    yield store, told_track(store)
    store.close()


def made(store: Store, track: str) -> Document:
    with copies.in_memory(store) as db:
        return track_report(WholeTrack(db, track))


def said(document: Document) -> str:
    return " ".join(words(document))


def test_everything_of_a_track_is_in_its_report(told: tuple[Store, str]) -> None:
    document = made(*told)
    assert isinstance(document.blocks[0], Cover)
    text = said(document)
    for words_of in ("twee bijeenkomsten", "Warm onthaal",
                     "De Regenton", "Een jaar lang gingen zes organisaties",
                     "Wie met twee gaat, vertelt thuis twee verhalen.",
                     "Wout belt Greet over de code op de deur.",
                     "Hoe kunnen wij ouders leren kennen"):  # fmt: skip
        assert words_of in text, words_of


def test_a_meeting_that_is_ahead_is_not_told_as_held(told: tuple[Store, str]) -> None:
    store, track = told
    with copies.in_memory(store) as db:
        days = [one.room.meeting.date for one in WholeTrack(db, track).begun]
        db.conn.execute("UPDATE meeting SET state = 'running' WHERE track_id = ?", [track])
        here = WholeTrack(db, track)
        vars(here)["today"] = min(days)
        text = said(track_report(here))
    assert len(days) == 2 and days[0] != days[1]
    assert "een bijeenkomst, op" in text.lower().replace("één", "een")
    assert "twee bijeenkomsten" not in text
    assert text.count("Deze bijeenkomst loopt nog.") == 2


def test_the_appendix_lists_no_steps_that_are_only_counted(told: tuple[Store, str]) -> None:
    text = said(made(*told))
    assert not re.search(r"(Bezoek|Verhaal|Ronde) [1-9]", text[text.index("Om zelf te doen") :])


def test_what_nobody_shared_is_in_no_report(told: tuple[Store, str]) -> None:
    text = said(made(*told))
    assert "Dit is nog van ons." not in text
    assert "Dit blijft van mij." not in text
    assert "Dit blijft ingepakt." not in text


def test_parts_are_left_out_ordered_and_keep_their_text(told: tuple[Store, str]) -> None:
    store, track = told
    report_parts.order(store, track, ["lessons", "foreword"])
    report_parts.include(store, track, "appendix", False)
    report_parts.write(store, track, "actions", "Wat volgt, staat hier.")
    try:
        document = made(store, track)
        text = said(document)
        assert "Om zelf te doen" not in text and "Wat volgt, staat hier." in text
        assert text.index("Wie met twee gaat") < text.index("Een jaar lang gingen")
    finally:
        report_parts.order(store, track, ["foreword"])
        report_parts.include(store, track, "appendix", True)
        report_parts.write(store, track, "actions", "")


def test_an_organisation_is_left_out(told: tuple[Store, str]) -> None:
    store, track = told
    house = next(one for one in tracks.organisations(store, track) if one.name == "Kattenstaart")
    report_parts.include(store, track, f"organisation-{house.id}", False)
    try:
        assert "Hoe kunnen wij ouders leren kennen" not in said(made(store, track))
    finally:
        report_parts.include(store, track, f"organisation-{house.id}", True)


def test_a_track_with_nothing_in_it_is_a_cover_and_the_framework(store: Store) -> None:
    track = tracks.add_track(store, "Leeg")
    document = made(store, track)
    titles = [one.text for one in document.blocks if isinstance(one, Heading) and one.level == 1]
    assert isinstance(document.blocks[0], Cover)
    assert titles == ["Waar we naar keken"]
    with copies.in_memory(store) as db:
        empty = empty_parts(WholeTrack(db, track))
    assert {"foreword", "course", "area-1", "organisations", "appendix"} <= set(empty)


def test_own_text_alone_makes_a_part(store: Store) -> None:
    track = tracks.add_track(store, "Bijna leeg")
    report_parts.write(store, track, "lessons", "Eerste les.\n\nTweede les.")
    document = made(store, track)
    assert said(document).endswith("Wat we leerden Eerste les. Tweede les.")
