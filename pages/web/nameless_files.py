"""Downloads of a track without the name of any person.

GET /uitvoer/zondernamen/{track}.{form}   pdf, docx: the report; zip, xlsx, json: the data

The name of the file says nothing of the track: a person's name may stand in that, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import Response

from pages.web.files import XLSX, ZIP, begun, for_facilitator, sent
from state.app import store
from state.language import _
from state.problems import Refused

_MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "zip": ZIP,
    "xlsx": XLSX,
    "json": "application/json",
}
FORMS = tuple(_MEDIA)


async def serve(request: Request) -> Response:
    """GET: the download, for the facilitator."""
    return await for_facilitator(request, _made)


def _made(request: Request) -> Response:
    form = request.path_params["form"]
    if form not in _MEDIA:
        raise Refused(_("Zo’n bestand maken we niet."))
    name = f"over-de-vloer-{_('zonder-namen')}.{form}"
    return sent(begun(_parts(request.path_params["track"], form)), _MEDIA[form], name)


def _parts(track_id: str, form: str) -> Iterator[bytes]:
    from report.data import archive
    from report.orders import Order
    from report.worker import worker

    match form:
        case "zip":
            yield from archive.stream_track(store(), track_id, named=False)
        case "xlsx":
            yield archive.track_workbook(store(), track_id, named=False)
        case "json":
            yield archive.track_json(store(), track_id, named=False)
        case "pdf" | "docx":
            yield worker.make(store(), Order("report", track_id, form, named=False)).content
