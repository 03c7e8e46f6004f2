"""A document that is no whole track is refused with a sentence, and nothing of it is stored."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.data import checking, track_document
from report.data.reading_in import AlreadyHere, opened, store_track
from state import importing, tracks
from state.database import Store
from state.problems import Refused
from tests.full_track import full_track
from tests.report.data.travelling import taken_out

Change = Callable[[Any], object]


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a full track's ZIP."""
    store = Store(tmp_path_factory.mktemp("played"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("report.raster.drawn", lambda svg: None)
        out = taken_out(store, full_track(store, photos=2))
    store.close()
    with zipfile.ZipFile(out) as archive:
        kept = [name for name in archive.namelist() if name.endswith((".json", ".jpg"))]
        return {name: archive.read(name) for name in kept}


def changed(packed: dict[str, bytes], change: Change) -> BytesIO:
    document = json.loads(packed["traject.json"])
    change(document)
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        files = {**packed, "traject.json": json.dumps(document).encode()}
        for name, content in files.items():
            archive.writestr(name, content)
    return out


def put(*path: Any) -> Change:
    """Puts the last of `path` in the place that the others lead to."""
    *way, last, value = path

    def change(document: Any) -> None:
        for step in way:
            document = document[step]
        document[last] = value

    return change


def drop(*path: Any) -> Change:
    *way, last = path

    def change(document: Any) -> None:
        for step in way:
            document = document[step]
        del document[last]

    return change


def twice(*path: Any) -> Change:
    def change(document: Any) -> None:
        for step in path:
            document = document[step]
        document.append(document[0])

    return change


LINE = ("meetings", 0, "agenda", 0)
ANSWER = (*LINE, "answers", 0)
SHEET = ("meetings", 0, "agenda", 1)
STRANGER = "aaaaaaaaaaaa"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (put("version", track_document.VERSION + 1), "nieuwere versie"),
        (put("version", 10**30), "nieuwere versie"),
        (put("version", 0), "geen traject van Over de vloer"),
        (put("version", "1"), "geen traject van Over de vloer"),
        (put("version", True), "geen traject van Over de vloer"),
        (drop("version"), "geen traject van Over de vloer"),
        (drop("people"), "klopt niet"),
        (put("iets", 1), "klopt niet"),
        (put("track", "name", ""), "track.name klopt niet"),
        (put("track", "name", "\u200b"), "nog leeg"),
        (put("track", "name", 7), "track.name klopt niet"),
        (put("track", "id", "../../etc/pw"), "track.id klopt niet"),
        (put("track", "framework", {"version": 1, "areas": []}), "track.framework"),
        (put("organisations", 0, "tile", 13), "organisations[0].tile klopt niet"),
        (put("organisations", 0, "left_at", "2026-02-30T00:00:00+00:00"), "left_at"),
        (put("people", 0, "created_at", "9999-12-31T23:59:59+00:00"), "created_at"),
        (put("people", 0, "organisation", STRANGER), f"verwijst naar {STRANGER}"),
        (put("meetings", 0, "date", "2026-02-30"), "date: 2026-02-30 klopt niet"),
        (put("meetings", 0, "date", "1789-07-14"), "date: 1789-07-14 klopt niet"),
        (put("track", "keep_until", "2026-02-30"), "keep_until: 2026-02-30 klopt niet"),
        (put("people", 0, "consent", "ja"), "consent klopt niet"),
        (put("meetings", 0, "agreements", [{"id": "bbbbbbbbbbbb", "text": "", "due": ""}]),
         "text klopt niet"),
        (put("meetings", 0, "agreements", [{"id": "bbbbbbbbbbbb", "text": "x", "due": ""}] * 2),
         "twee keer"),
        (put("meetings", 0, "state", "weg"), "state klopt niet"),
        (put("meetings", 0, "current", STRANGER), f"verwijst naar {STRANGER}"),
        (put("meetings", 0, "people", 0, "person", STRANGER), f"verwijst naar {STRANGER}"),
        (twice("meetings", 0, "people"), "twee keer"),
        (twice("meetings"), "twee keer"),
        (twice("people"), "twee keer"),
        (twice(*LINE, "answers"), "twee keer"),
        (put(*ANSWER, "author", STRANGER), f"verwijst naar {STRANGER}"),
        (put(*ANSWER, "by", STRANGER), f"verwijst naar {STRANGER}"),
        (put(*ANSWER, "slot", ""), "slot klopt niet"),
        (put(*ANSWER, "payload", [1]), "payload klopt niet"),
        (put(*ANSWER, "payload", {"text": "x" * 200_000}), "payload klopt niet"),
        (put(*ANSWER, "earlier", [{**{"number": 10**6, "payload": {}, "by": "", "by_hand": True},
                                   "at": "2026-01-01T00:00:00+00:00"}]), "klopt niet"),
        (put(*LINE, "aliases", {"0123456789ab": STRANGER}), f"verwijst naar {STRANGER}"),
        (put(*LINE, "minutes", 0), "minutes klopt niet"),
        (put(*LINE, "spent_seconds", -1), "spent_seconds klopt niet"),
        (put(*LINE, "config", {"version": 99}), "is de oefening De lijn niet te lezen"),
        (put(*LINE, "config", {}), "is de oefening De lijn niet te lezen"),
        (put(*LINE, "phase", {"step": "x"}), "is de oefening De lijn niet te lezen"),
        (put(*ANSWER, "payload", {"at": "x"}), "is de oefening De lijn niet te lezen"),
        (put(*SHEET, "photos", 0, "file", "fotos/weg.jpg"), "ontbreekt de foto"),
        (put(*SHEET, "photos", 0, "media", "text/html"), "media klopt niet"),
        (put(*SHEET, "photos", 0, "id", "x"), "id klopt niet"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_is_stored(
    packed: dict[str, bytes], store: Store, change: Change, sentence: str
) -> None:
    with pytest.raises(Refused) as refused:
        store_track(store, opened(changed(packed, change)))
    assert sentence in str(refused.value)
    assert tracks.all_tracks(store) == ()


def test_a_photo_that_did_not_come_with_it_is_missed(packed: dict[str, bytes]) -> None:
    with pytest.raises(Refused, match="horen foto’s"):
        opened(BytesIO(packed["traject.json"]))


def test_an_exercise_of_a_later_version_comes_along(packed: dict[str, bytes], store: Store) -> None:
    one = opened(changed(packed, put(*LINE, "kind", "dance")))
    assert store_track(store, one) == one.document["track"]["id"]


def test_the_same_file_twice_gives_a_choice_and_no_double(
    packed: dict[str, bytes], store: Store
) -> None:
    one = opened(changed(packed, lambda document: None))
    track_id = store_track(store, one)
    with pytest.raises(AlreadyHere, match="staat hier al: Samen sterk rond gezinnen"):
        store_track(store, one)
    assert len(tracks.all_tracks(store)) == 1
    tracks.remove_track(store, track_id)
    with pytest.raises(AlreadyHere, match="Zet Samen sterk rond gezinnen terug"):
        store_track(store, one)
    copied = store_track(store, one, as_copy=True)
    assert [track.id for track in tracks.all_tracks(store)] == [copied]


def test_what_fails_halfway_leaves_nothing(
    packed: dict[str, bytes], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = opened(changed(packed, lambda document: None))
    answer, count = importing._add_answer, iter(range(100))

    def fails(*values: Any) -> int:
        if next(count) == 50:
            raise ZeroDivisionError
        return answer(*values)

    monkeypatch.setattr(importing, "_add_answer", fails)
    with pytest.raises(ZeroDivisionError):
        store_track(store, one)
    with store.read() as db:
        for table in ("track", "organisation", "person", "meeting", "activity", "contribution"):
            assert db.table(table).count == 0


def test_ids_that_look_like_the_words_of_a_document_do_no_harm(
    packed: dict[str, bytes], store: Store
) -> None:
    old = json.loads(packed["traject.json"])["people"][0]["id"]
    strange = {**packed, "traject.json": packed["traject.json"].replace(
        old.encode(), b"organisation")}  # fmt: skip
    one = opened(changed(strange, lambda document: None))
    store_track(store, one)
    copied = store_track(store, one, as_copy=True)
    assert len(tracks.people(store, copied)) == 16


@settings(max_examples=60)
@given(st.data())
def test_a_document_with_any_value_in_any_place_is_checked_or_refused(data: st.DataObject) -> None:
    document = json.loads(json.dumps(SMALL))
    place: Any = document
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        inner = place[key]
        if not inner or not isinstance(inner, dict | list) or data.draw(st.booleans()):
            break
        place = inner
    place[key] = data.draw(
        st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.integers())
        | st.dictionaries(st.text(), st.text())
    )  # fmt: skip
    try:
        checking.checked(document, ["fotos/a.jpg"])
    except Refused as refused:
        assert str(refused).endswith(".")


MOMENT = "2026-01-01T10:00:00.000+00:00"
SMALL = {
    "$schema": track_document.SCHEMA_NAME, "version": track_document.VERSION,
    "exported_at": MOMENT,
    "visits": [{"id": "vvvvvvvvvvvv", "host": "oooooooooooo", "visitor": "qqqqqqqqqqqq",
                "people": [], "count": 2, "kind": "jobshadowing", "state": "agreed",
                "days": [{"date": "2027-03-09", "start": "09:00", "end": "16:00"}], "mentor": "",
                "place": "", "lodging": "", "why": "", "announced": True, "created_at": MOMENT,
                "notes": []}],
    "matching": [
        {"kind": "wish", "organisation": "qqqqqqqqqqqq", "host": "oooooooooooo", "number": 1,
         "note": ""},
        {"kind": "most_visits", "organisation": "oooooooooooo", "host": None, "number": 2,
         "note": ""},
    ],
    "call": {"deadline": "2027-03-01", "most_people": 16, "texts": {"phone": "Els"}, "form": None},
    "offer_rules": {"is_on": True, "others_first": 7},
    "offers": [{
        "id": "jjjjjjjjjjjj", "host": "qqqqqqqqqqqq", "shown": "De zaal", "audience": "",
        "contact": "Greet", "directions": "", "bring": "", "area": 2, "created_at": MOMENT,
        "called_off_at": None,
        "days": [{
            "id": "kkkkkkkkkkkk", "date": "2027-03-28", "start": "09:00", "end": "12:00",
            "places": 2, "created_at": MOMENT, "called_off_at": None,
            "people": [{
                "id": "llllllllllll", "person": "pppppppppppp", "number": 1, "state": "taken",
                "why": "", "brings": "", "visit": None, "unexpected": "", "tells": "",
                "calls": "", "shared": False, "for_host": "", "printable": False,
                "for_home": "", "created_at": MOMENT, "updated_at": MOMENT,
            }],
        }],
    }],
    "track": {"id": "tttttttttttt", "name": "T", "theme": "", "framework": None,
              "created_at": MOMENT, "keep_until": "2030-01-01", "print_day": "2029-01-01",
              "report": [{"key": "web", "included": True, "position": None, "text": "Wij"}],
              "names_in_texts": [{"place": "0123", "instead": "iemand"}]},
    "organisations": [{"id": "oooooooooooo", "name": "O", "short": "", "sector": "", "place": "",
                       "tile": 1, "left_at": None},
                      {"id": "qqqqqqqqqqqq", "name": "Q", "short": "", "sector": "", "place": "",
                       "tile": 2, "left_at": None}],
    "people": [{"id": "pppppppppppp", "organisation": "oooooooooooo", "name": "P", "function": "",
                "pose": "staat", "created_at": MOMENT, "erased_at": None,
                "consent": "named"}],
    "meetings": [{
        "id": "mmmmmmmmmmmm", "title": "M", "date": "2026-01-01", "place": "",
        "start": "09:30", "bring": "Een foto", "state": "closed",
        "current": None, "expected": None, "may_add_organisation": True,
        "people": [{"person": "pppppppppppp", "joined_at": MOMENT, "by_hand": False}],
        "guests": [{"id": "hhhhhhhhhhhh", "joined_at": MOMENT, "left_at": None}],
        "agreements": [{"id": "gggggggggggg", "text": "Soep", "due": ""}],
        "agenda": [{
            "id": "aaaaaaaaaaaa", "kind": "line", "title": "", "config": {}, "minutes": 5,
            "state": "done", "phase": {}, "spent_seconds": 1.5, "at_home": False, "due": None,
            "aliases": {"0123456789ab": "pppppppppppp"},
            "answers": [{
                "author": "pppppppppppp", "slot": "s1.1", "created_at": MOMENT, "number": 2,
                "payload": {"at": 0.5}, "by": "pppppppppppp", "by_hand": False, "at": MOMENT,
                "earlier": [{"number": 1, "payload": {}, "by": "", "by_hand": False,
                             "at": MOMENT}],
            }],
            "restrictions": [{
                "author": "pppppppppppp", "slot": "s1.1", "by": "pppppppppppp", "thing": "s1.1",
                "place": "group", "naming": "nobody",
            }],
            "photos": [{"id": "ffffffffffff", "by": "", "media": "image/jpeg", "width": 1,
                        "height": 1, "created_at": MOMENT, "file": "fotos/a.jpg"}],
        }],
    }],
}  # fmt: skip


def test_the_small_document_is_a_good_one() -> None:
    found = checking.checked(json.loads(json.dumps(SMALL)), ["fotos/a.jpg"])
    assert found["version"] == track_document.VERSION


def test_a_document_of_the_first_version_has_no_visits_and_hours_yet() -> None:
    first = json.loads(json.dumps(SMALL))
    first["version"] = 1
    del first["visits"], first["matching"], first["offers"], first["offer_rules"], first["call"]
    del first["track"]["print_day"], first["meetings"][0]["agenda"][0]["restrictions"]
    for key in ("start", "bring", "guests"):
        del first["meetings"][0][key]
    found = checking.checked(first, ["fotos/a.jpg"])
    assert found["version"] == track_document.VERSION and found["visits"] == []
    assert found["matching"] == [] and found["call"] is None
    assert found["offers"] == []
    assert found["offer_rules"] == {"is_on": False, "others_first": 7}
    assert (found["meetings"][0]["start"], found["meetings"][0]["bring"]) == ("", "")
    (activity,) = first["meetings"][0]["agenda"]
    assert found["meetings"][0]["agenda"] == [{**activity, "restrictions": []}]
    assert found["track"]["print_day"] == ""


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("host", "qqqqqqqqqqqq", "visits: vvvvvvvvvvvv klopt niet"),
        ("host", STRANGER, f"verwijst naar {STRANGER}"),
        ("people", ["pppppppppppp"], "verwijst naar pppppppppppp"),
        ("count", 0, "count klopt niet"),
        ("state", "weg", "state klopt niet"),
        ("days", [{"date": "2027-02-30", "start": "", "end": ""}], "2027-02-30 klopt niet"),
        ("days", [{"date": "2027-03-09", "start": "24:00", "end": ""}], "start klopt niet"),
        ("days", [{"date": "2027-03-09", "start": "10:00", "end": "09:00"}], "klopt niet"),
        ("days", [{"date": "2027-03-09", "start": "", "end": ""}] * 2, "twee keer"),
        ("id", "oooooooooooo", "twee keer"),
    ],
)
def test_a_visit_that_can_not_be_is_refused(field: str, value: Any, sentence: str) -> None:
    document = json.loads(json.dumps(SMALL))
    document["visits"][0][field] = value
    with pytest.raises(Refused, match=sentence):
        checking.checked(document, ["fotos/a.jpg"])


@pytest.mark.parametrize(
    ("at", "field", "value", "sentence"),
    [
        (0, "organisation", STRANGER, f"verwijst naar {STRANGER}"),
        (0, "host", STRANGER, f"verwijst naar {STRANGER}"),
        (0, "host", None, "matching: wish klopt niet"),
        (0, "host", "qqqqqqqqqqqq", "matching: wish klopt niet"),
        (1, "host", "qqqqqqqqqqqq", "matching: most_visits klopt niet"),
        (1, "number", 41, "number klopt niet"),
        (1, "kind", "maybe", "kind klopt niet"),
    ],
)
def test_a_choice_for_the_matching_that_can_not_be_is_refused(
    at: int, field: str, value: Any, sentence: str
) -> None:
    document = json.loads(json.dumps(SMALL))
    document["matching"][at][field] = value
    with pytest.raises(Refused, match=sentence):
        checking.checked(document, ["fotos/a.jpg"])


OFFER_DAY = ("offers", 0, "days", 0)
PLACE = (*OFFER_DAY, "people", 0)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (put("offers", 0, "host", STRANGER), f"verwijst naar {STRANGER}"),
        (put("offers", 0, "host", "oooooooooooo"), "offers: jjjjjjjjjjjj klopt niet"),
        (put(*OFFER_DAY, "date", "2027-02-30"), "2027-02-30 klopt niet"),
        (put(*OFFER_DAY, "end", "08:00"), "offers: jjjjjjjjjjjj klopt niet"),
        (put(*OFFER_DAY, "places", 0), "places klopt niet"),
        (put(*PLACE, "person", STRANGER), f"verwijst naar {STRANGER}"),
        (put(*PLACE, "visit", STRANGER), f"verwijst naar {STRANGER}"),
        (put(*PLACE, "visit", "vvvvvvvvvvvv"), "verwijst naar vvvvvvvvvvvv"),
        (put(*PLACE, "state", "misschien"), "state klopt niet"),
        (put(*PLACE, "id", "oooooooooooo"), "twee keer"),
        (twice(*OFFER_DAY, "people"), "twee keer"),
        (put("offer_rules", "others_first", 61), "others_first klopt niet"),
    ],
)
def test_an_offer_that_can_not_be_is_refused(change: Change, sentence: str) -> None:
    document = json.loads(json.dumps(SMALL))
    change(document)
    with pytest.raises(Refused, match=sentence):
        checking.checked(document, ["fotos/a.jpg"])


NOTE = {
    "id": "nnnnnnnnnnnn", "person": "pppppppppppp", "kind": "quote", "text": "De soep.",
    "area": 1, "indicator": 3, "consent": "nameless", "day": "2027-03-09", "created_at": MOMENT,
    "updated_at": MOMENT, "photos": [],
}  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("person", "aaaaaaaaaaaa", "verwijst naar aaaaaaaaaaaa"),
        ("consent", "", "klopt niet"),
        ("consent", "no", "klopt niet"),
        ("area", 5, "area klopt niet"),
        ("day", "2027-02-30", "2027-02-30 klopt niet"),
        ("text", "x" * 1001, "text klopt niet"),
        ("id", "tttttttttttt", "twee keer"),
        ("kind", "geheim", "kind klopt niet"),
    ],
)
def test_a_note_that_can_not_be_is_refused(field: str, value: Any, sentence: str) -> None:
    document = json.loads(json.dumps(SMALL))
    whose = document["people"][0]["organisation"]
    visit = document["visits"][0]
    visit["visitor"] = whose
    visit["host"] = next(
        one["id"] for one in document["organisations"] if one["id"] != whose
    )  # fmt: skip
    note = {**NOTE, "person": document["people"][0]["id"]}
    visit["notes"] = [note]
    checking.checked(document, ["fotos/a.jpg"])
    visit["notes"] = [{**note, field: value}]
    with pytest.raises(Refused, match=sentence):
        checking.checked(document, ["fotos/a.jpg"])
