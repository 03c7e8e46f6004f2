"""Opens what somebody chose to read in: a ZIP with a track, or its JSON alone.

Nothing of the file is believed: its names, sizes and texts are judged before they are used, and
each refusal is a Dutch sentence.
"""

from __future__ import annotations

import json
import math
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, Any, NoReturn

from report.data.track_document import FILE_NAME
from state.language import _
from state.problems import Refused

MOST_FILES = 20_000
# The example year takes 0.3 MB in twelve thousand parts: values in objects and lists. A track of
# very many organisations takes ten times that, and there is ten times as much room again.
MOST_JSON, MOST_PARTS = 32_000_000, 1_200_000
MOST_PHOTO = 5_000_000
MOST_PHOTOS = 500_000_000
# Text is packed to a tenth; what shrinks beyond this, and is large, is made to fill a memory.
_SHRINKS, _LARGE = 200, 10_000_000
_MEETING = "bijeenkomst.json"
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError,
    ValueError,
)  # fmt: skip


@dataclass(frozen=True)
class Unpacked:
    """What was in a file: the document as it stood there, and the photos by their file names."""

    document: Any
    photos: Mapping[str, bytes]


def unpacked(sent: IO[bytes]) -> Unpacked:
    """Open a file; Refused when it is no track of ours, broken, or made to do harm."""
    sent.seek(0)
    begin = sent.read(64)
    sent.seek(0)
    if not begin:
        raise Refused(_("Dit bestand is leeg. Kies de ZIP van een traject."))
    if begin.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        text = sent.read(MOST_JSON + 1)
        if len(text) > MOST_JSON:
            raise Refused(_too_large())
        return Unpacked(_parsed(text), {})
    try:
        with zipfile.ZipFile(sent) as archive:
            return _of_archive(archive)
    except _BROKEN as error:
        if begin.startswith(b"PK"):
            raise Refused(_broken()) from error
        raise Refused(_("Dit is geen ZIP. Kies de ZIP van een traject.")) from error


def _of_archive(archive: zipfile.ZipFile) -> Unpacked:
    entries = _judged(archive.infolist())
    inside = _folder(entries)
    document = _parsed(_read(archive, entries[f"{inside}{FILE_NAME}"], MOST_JSON))
    photos, size = {}, 0
    for name in _photo_names(document):
        entry = entries.get(f"{inside}{name}")
        if entry is None:
            raise Refused(
                _("In de ZIP ontbreekt de foto {name}. Kies de ZIP zoals je ze downloadde.").format(
                    name=name[-80:]
                )
            )
        size += entry.file_size
        if size > MOST_PHOTOS:
            raise Refused(_too_large())
        photos[name] = _read(archive, entry, MOST_PHOTO)
    return Unpacked(document, photos)


def _judged(infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The files by name. Refused when one lies outside the ZIP's own folder, comes twice, or is
    packed as nothing honest is."""
    if len(infos) > MOST_FILES:
        raise Refused(_("In deze ZIP zitten te veel bestanden. Kies de ZIP van een traject."))
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in infos:
        name = entry.filename
        if _is_outside(entry.orig_filename):
            raise Refused(_("In deze ZIP wijst een bestand buiten zijn map. Ze is niet van ons."))
        if name in found:
            raise Refused(_("In deze ZIP staat een bestand twee keer. Ze is niet van ons."))
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Refused(_broken())
        if entry.file_size > _LARGE and entry.file_size > _SHRINKS * max(1, entry.compress_size):
            raise Refused(_("Deze ZIP wordt te groot als ze opengaat. Ze is niet van ons."))
        found[name] = entry
    return found


def _is_outside(name: str) -> bool:
    """Whether a name could lead out of a folder in which somebody unpacks it, on any system."""
    path = PurePosixPath(name)
    drive = len(name) > 1 and name[1] == ":"
    return path.is_absolute() or ".." in path.parts or drive or "\\" in name or "\0" in name


def _folder(entries: Mapping[str, zipfile.ZipInfo]) -> str:
    """The folder in which the document lies, "" or ending in "/": somebody may have packed the
    files again."""
    places = [name for name in entries if name == FILE_NAME or name.endswith(f"/{FILE_NAME}")]
    if FILE_NAME in places:
        return ""
    if len(places) == 1:
        return places[0].removesuffix(FILE_NAME)
    if any(name == _MEETING or name.endswith(f"/{_MEETING}") for name in entries):
        raise Refused(_(
            "Dit is de ZIP van één bijeenkomst. Inlezen kan met de ZIP van het hele traject: Alles"
            " downloaden, op de pagina van het traject."
        ))  # fmt: skip
    raise Refused(_("In deze ZIP zit geen traject van Over de vloer."))


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """The content of a file; what it says of its size is not believed."""
    if entry.file_size > most:
        raise Refused(_too_large())
    with archive.open(entry) as opened:
        content = opened.read(most + 1)
    if len(content) > most:
        raise Refused(_too_large())
    return content


def _photo_names(document: Any) -> list[str]:
    """The files that a document names as photos, each once, whatever else is wrong with it."""
    names: dict[str, None] = {}
    for meeting in _listed(document, "meetings"):
        for activity in _listed(meeting, "agenda"):
            names.update(dict.fromkeys(_files(activity)))
    for visit in _listed(document, "visits"):
        for note in _listed(visit, "notes"):
            names.update(dict.fromkeys(_files(note)))
    return list(names)


def _files(holder: Any) -> list[str]:
    """The names of the photos of an exercise or a note."""
    named = (photo.get("file") for photo in _listed(holder, "photos") if isinstance(photo, dict))
    return [name for name in named if isinstance(name, str)]


def _listed(inside: Any, key: str) -> list[Any]:
    found = inside.get(key) if isinstance(inside, dict) else None
    return found if isinstance(found, list) else []


def _parsed(content: bytes) -> Any:
    """JSON; Refused for what is none, for numbers that are none, and for halves of characters.

    An empty list of two letters takes thirty times as much memory, so parts are counted first.
    """
    if parts_of(content) > MOST_PARTS:
        raise Refused(_too_large())
    try:
        document = json.loads(
            content.decode("utf-8-sig"), parse_constant=_no_number, parse_float=_number
        )
        json.dumps(document, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise Refused(_("Het bestand {name} is stuk.").format(name=FILE_NAME)) from error
    return document


def parts_of(content: bytes) -> int:
    """How many values lie in objects and lists of JSON; more where texts have commas."""
    return content.count(b"[") + content.count(b"{") + content.count(b",")


def _number(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _no_number(text)


def _no_number(text: str) -> NoReturn:
    raise ValueError(text[:20])


def _broken() -> str:
    return _("Deze ZIP is stuk of niet volledig. Download ze opnieuw, of kopieer ze opnieuw.")


def _too_large() -> str:
    return _("Dit bestand is te groot om in te lezen.")
