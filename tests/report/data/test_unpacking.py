"""Files that are no track, or are made to do harm, are refused with a sentence."""

from __future__ import annotations

import json
import struct
import zipfile
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.data import archive, unpacking
from report.data.unpacking import unpacked
from state.database import Store
from state.problems import Refused
from tests import full_track

DOCUMENT = {"version": 1, "meetings": [{"agenda": [{"photos": [{"file": "fotos/a.jpg"}]}]}]}


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> BytesIO:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return BytesIO(out.getvalue())


def whole(document: Any = DOCUMENT, **files: bytes) -> BytesIO:
    text = json.dumps(document).encode()
    return zipped({"traject.json": text, "fotos/a.jpg": b"jpeg", **files})


def refusal(sent: BytesIO) -> str:
    with pytest.raises(Refused) as refused:
        unpacked(sent)
    return str(refused.value)


def test_a_zip_gives_its_document_and_the_photos_that_it_names() -> None:
    found = unpacked(whole(**{"leesmij.txt": b"x"}))
    assert found.document == DOCUMENT
    assert found.photos == {"fotos/a.jpg": b"jpeg"}


def test_what_somebody_packed_again_in_a_folder_is_found() -> None:
    files = {"traject/traject.json": json.dumps(DOCUMENT).encode(), "traject/fotos/a.jpg": b"j",
             "__MACOSX/traject/._traject.json": b"mac"}  # fmt: skip
    assert unpacked(zipped(files)).photos == {"fotos/a.jpg": b"j"}


def test_the_document_alone_is_enough() -> None:
    assert unpacked(BytesIO(b'\xef\xbb\xbf {"version": 1}')).document == {"version": 1}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Dit bestand is leeg"),
        (b"hallo", "Dit is geen ZIP"),
        (b"[1, 2]", "Dit is geen ZIP"),
        (b"\xff\xd8\xff een foto", "Dit is geen ZIP"),
        (b"{half", "traject.json is stuk"),
        (b'{"a": NaN}', "traject.json is stuk"),
        (b'{"a": 1e999}', "traject.json is stuk"),
        (b'{"a": "\\ud800"}', "traject.json is stuk"),
        (b'{"a": "\xff"}', "traject.json is stuk"),
        (b'{"a":' * 100_000, "traject.json is stuk"),
        (b'{"a": ' + b"9" * 5000 + b"}", "traject.json is stuk"),
    ],
)
def test_what_is_no_track_is_refused(content: bytes, sentence: str) -> None:
    assert sentence in refusal(BytesIO(content))


def test_a_zip_that_is_broken_off_anywhere_is_refused() -> None:
    content = whole().getvalue()
    for end in range(4, len(content)):
        assert "stuk of niet volledig" in refusal(BytesIO(content[:end])), end


@given(st.data())
def test_a_zip_with_a_changed_byte_is_refused_or_the_same(data: st.DataObject) -> None:
    content = bytearray(whole().getvalue())
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    try:
        found = unpacked(BytesIO(bytes(content)))
    except Refused as refused:
        assert str(refused).endswith((".", "!"))
    else:
        assert found.document == DOCUMENT
        assert found.photos == {"fotos/a.jpg": b"jpeg"}


def test_zips_of_something_else_say_what_to_choose() -> None:
    assert "geen traject" in refusal(zipped({"foto.jpg": b"x"}))
    assert "ZIP van één bijeenkomst" in refusal(zipped({"bijeenkomst.json": b"{}"}))
    assert "geen traject" in refusal(zipped({"a/traject.json": b"{}", "b/traject.json": b"{}"}))


@pytest.mark.parametrize(
    "name", ["../traject.json", "/etc/passwd", "a/../../b", "C:\\x", "c:x", "a\\..\\b"]
)
def test_a_path_outside_its_folder_is_refused(name: str) -> None:
    assert "buiten zijn map" in refusal(whole(**{name: b"x"}))


def test_a_photo_that_lacks_and_a_file_that_comes_twice_are_refused() -> None:
    text = json.dumps(DOCUMENT).encode()
    assert "ontbreekt de foto fotos/a.jpg" in refusal(zipped({"traject.json": text}))
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("traject.json", text)
        archive.writestr("traject.json", b"{}")
    assert "staat een bestand twee keer" in refusal(out)


def test_a_bomb_is_refused_before_it_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = whole(**{"bom": b"\0" * 30_000_000})
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: pytest.fail("it was opened"))
    assert "te groot als ze opengaat" in refusal(bomb)


def test_a_size_that_lies_is_not_believed() -> None:
    content = bytearray(zipped({"traject.json": b"{" + b" " * 1_000_000 + b"}"}).getvalue())
    directory = content.rindex(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = struct.pack("<I", 10)
    assert "stuk" in refusal(BytesIO(bytes(content)))


def test_more_than_fits_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_PHOTO", 3)
    assert "te groot" in refusal(whole())
    monkeypatch.setattr(unpacking, "MOST_PHOTO", 4)
    monkeypatch.setattr(unpacking, "MOST_PHOTOS", 3)
    assert "te groot" in refusal(whole())
    monkeypatch.setattr(unpacking, "MOST_JSON", 3)
    assert "te groot" in refusal(whole())
    assert "te groot" in refusal(BytesIO(b'{"version": 1}'))
    monkeypatch.setattr(unpacking, "MOST_FILES", 1)
    assert "te veel bestanden" in refusal(whole())


def test_very_many_small_parts_are_refused_before_they_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content = b'{"version": 3, "x": [' + b"[]," * unpacking.MOST_PARTS + b"0]}"
    assert len(content) < unpacking.MOST_JSON
    monkeypatch.setattr(
        "report.data.unpacking.json.loads", lambda *_a, **_k: pytest.fail("it was read")
    )
    assert "te groot" in refusal(zipped({"traject.json": content}, zipfile.ZIP_STORED))
    assert "te groot" in refusal(BytesIO(content))


def test_a_track_of_many_years_fits(store: Store) -> None:
    track = full_track.full_track(store, photos=0)
    content = archive.track_json(store, track)
    assert len(content) * 10 < unpacking.MOST_JSON
    assert unpacking.parts_of(content) * 10 < unpacking.MOST_PARTS


def test_a_zip_with_a_password_or_of_another_kind_is_refused() -> None:
    assert "stuk" in refusal(zipped({"traject.json": b"{}"}, zipfile.ZIP_LZMA))
    content = bytearray(whole().getvalue())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := content.find(mark, start)) >= 0:
            content[start + place] |= 1
            start += 1
    assert "stuk" in refusal(BytesIO(bytes(content)))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["meetings", "agenda", "photos", "file"]), inner)
        ),
    )
)
def test_a_document_of_any_shape_is_opened_or_refused(document: Any) -> None:
    try:
        assert unpacked(whole(document)).document == document
    except Refused as refused:
        assert "ontbreekt de foto" in str(refused)
