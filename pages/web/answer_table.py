"""The table of answers of the look back as a file: the rows that the page shows, with all columns.

GET /antwoorden/{track}/{kind}.csv?oefening=...&wie=...&woord=...&kolom=...&omgekeerd=1

`oefening` is the id of an exercise on an agenda and `wie` the name of an organisation, each as
often as it takes; `woord`, `kolom` and `omgekeerd` search and sort as on the page.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import Response

from exercises.engine import lookback
from exercises.engine.lookback import Begun
from pages.web import files
from report.data import answers
from report.data.gather import slug
from report.data.tables import to_csv
from state import tracks
from state.app import store
from state.language import _
from state.problems import Refused

PATH = "/antwoorden/{track}/{kind}.csv"
_CSV = "text/csv; charset=utf-8"
# Many times what is typed to look for something.
_LONGEST = 500


def address(
    found: Sequence[Begun], names: Collection[str], typed: str, column: str, *, down: bool
) -> str:  # fmt: skip
    """The address of the table of exercises of one kind, as it is shown."""
    first = found[0]
    asked = [("oefening", one.activity.id) for one in found]
    asked += [("wie", name) for name in sorted(names)]
    asked += [("woord", typed[:_LONGEST]), ("kolom", column), *([("omgekeerd", "1")] * down)]
    track, kind = quote(first.meeting.track_id, safe=""), quote(first.activity.kind, safe="")
    return f"/antwoorden/{track}/{kind}.csv?{urlencode([pair for pair in asked if pair[1]])}"


async def serve(request: Request) -> Response:
    """GET: the table, for a facilitator whose track it is (`pages.web.track_gate`)."""
    return await files.for_facilitator(request, _table)


def _table(request: Request) -> Response:
    asked = request.query_params
    track = tracks.track(store(), request.path_params["track"])
    wanted = set(asked.getlist("oefening"))
    found = [
        one for one in lookback.begun(store(), track.id)
        if one.activity.id in wanted and one.activity.kind == request.path_params["kind"]
    ]  # fmt: skip
    if not found:
        raise Refused(_("Deze antwoorden zijn er niet meer."))
    table = answers.answers(found, [])
    if names := asked.getlist("wie"):
        table = answers.of_organisation(table, names)
    table = answers.holding(table, asked.get("woord", "")[:_LONGEST])
    table = answers.in_order(table, asked.get("kolom", ""), down="omgekeerd" in asked)
    name = f"{slug(track.name)}-{slug(found[0].title)}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(to_csv(table, for_people=True), media_type=_CSV, headers=headers)
