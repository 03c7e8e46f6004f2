"""The server: routes, sockets and start. The desk is in pages/shell.py.

Run it with `streamlit run streamlit_app.py`.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route, WebSocketRoute

from exercises.kit.rules import hyphens
from pages.call import routes as call_pages
from pages.live import html, past, requests, socket
from pages.live.roles import screen
from pages.own import routes as own_page
from pages.web import (
    account,
    addresses,
    answer_table,
    assets,
    body_limits,
    calendar,
    documents,
    door,
    earlier,
    error_pages,
    files,
    first_passcode,
    following,
    index,
    note_pictures,
    open_files,
    own_data,
    own_links,
    own_routes,
    pictures,
    register,
    security,
    signin,
    still_open,
    track_gate,
    typed,
    views,
)
from state import access
from state.app import hub, store
from state.language import _
from state.problems import Refused, StateError
from state.upkeep import Upkeep

_COLLECT_SECONDS = 30
_OPEN_AGAIN_SECONDS = 2
_THRESHOLDS = (20_000, 20, 100)
_TOLD = {StateError: error_pages.no_data, Refused: error_pages.refused}
_log = logging.getLogger("odv")


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[dict[str, Any]]:
    """Notify open pages, look after the data and collect garbage, while the server runs."""
    reading = asyncio.to_thread(hyphens.read_rules)
    tasks = [asyncio.create_task(one) for one in (_collect(), _serve_data(), reading)]
    try:
        yield {}
    finally:
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


def explain(error: Exception) -> bool:
    """Say in Dutch what went wrong on a page, instead of showing a trace."""
    if isinstance(error, StateError):
        _log.warning("a page failed: %s", error)
        st.error(f"{error.problem.text} {error.problem.fix}")
    elif isinstance(error, Refused):
        _log.warning("a page failed: %s", error)
        st.error(str(error))
    else:
        _log.error("a page failed", exc_info=error)
        st.error(_("Er ging iets mis op deze pagina. Laad ze opnieuw; wat bewaard is, blijft."))
    return True


async def _serve_data() -> None:
    """Notify pages and look after the data, as soon as the data can be opened."""
    told = ""
    while True:
        try:
            await asyncio.to_thread(store)
            break
        except StateError as error:
            sentence = f"{error.problem.text} {error.problem.fix}"
            if sentence != told:
                _log.error(sentence)
                told = sentence
            await asyncio.sleep(_OPEN_AGAIN_SECONDS)
    watching = addresses.watch(hub().address_changed)
    await asyncio.gather(hub().run(), Upkeep(store()).run(), watching)


async def _collect() -> None:
    """Collect garbage on the server's own clock, instead of after each script run."""
    gc.collect()
    gc.freeze()
    # Python's own thresholds are of a time of smaller programs: a run makes thousands of objects.
    gc.set_threshold(*_THRESHOLDS)
    while True:
        await asyncio.sleep(_COLLECT_SECONDS)
        gc.collect()


if refused := addresses.refused_url() or access.refused_passcode():
    sys.exit(refused)

open_files.raise_open_files()

ROUTES = [
    Route("/", index.serve),
    *(Route(f"/{name}", index.serve) for name in index.PATHS),
    *(Route(f"/{name}", html.serve) for name in html.PATHS),
    Route(screen.CLOSED, html.screen_closed),
    Route(f"/{views.PAST_PATH}", past.serve),
    Route("/d", door.ask_code),
    Route("/d/{code}", door.show, methods=["GET"]),
    Route("/d/{code}", door.come_in, methods=["POST"]),
    Route("/begeleider", signin.show, methods=["GET"]),
    Route("/begeleider", signin.enter, methods=["POST"]),
    Route(first_passcode.PATH, first_passcode.show, methods=["GET"]),
    Route(first_passcode.PATH, first_passcode.choose, methods=["POST"]),
    Route("/begeleider/uit", signin.leave),
    Route("/begeleider/account", account.go),
    Route("/begeleider/account/terug", account.back),
    *own_page.ROUTES,
    *call_pages.ROUTES,
    Route("/mijnlinks/{track}", own_links.show, methods=["GET"]),
    Route("/mijnlinks/{track}", own_links.change, methods=["POST"]),
    Route("/thuislinks/{meeting}", own_links.of_meeting),
    Route("/afstand/{meeting}/{token}", signin.remote),
    Route("/avond/{meeting}.{form}", documents.evening),
    Route("/avond/{meeting}", documents.evening_page),
    Route("/draaiboek/{meeting}.{form}", documents.run_sheet),
    Route("/bundel/{track}/{organisation}.{form}", documents.bundle),
    Route("/verslag/{track}.{form}", documents.report),
    Route("/mijnbundel/{code}.pdf", documents.own_bundle),
    Route("/programma/{visit}.{form}", documents.programme),
    Route("/mijnprogramma/{code}/{visit}.pdf", documents.own_programme),
    Route("/kalender/traject/{track}.ics", calendar.of_track),
    Route("/kalender/bezoek/{visit}.ics", calendar.of_visit),
    Route("/kalender/{code}.ics", calendar.own),
    Route(f"{following.PATH}/{{token}}", following.follow),
    Route("/uitvoer/{meeting}.zip", files.export),
    Route("/uitvoer/traject/{track}.zip", files.track_zip),
    Route("/uitvoer/traject/{track}.xlsx", files.track_xlsx),
    Route("/uitvoer/traject/{track}.json", files.track_json),
    Route(answer_table.PATH, answer_table.serve),
    Route("/gegevens/{code}", own_data.show, methods=["GET"]),
    Route("/gegevens/{code}", own_data.choose, methods=["POST"]),
    Route("/register/{track}", register.show),
    Route("/beeld/{id}", pictures.take, methods=["POST"]),
    Route("/beeld/{id}", pictures.show, methods=["GET"]),
    Route("/beeld/{activity}/{photo}", note_pictures.show, methods=["GET"]),
    Route("/api/health", files.health),
    Route(f"/assets/{assets.fingerprint()}/{{path:path}}", assets.serve),
    WebSocketRoute("/live/{code}", socket.connect),
    Route("/live/{code}", requests.answer, methods=["POST"]),
    WebSocketRoute("/bell/{code}", earlier.send_on),
    WebSocketRoute(still_open.PATH, still_open.watch),
]

app = st.App(
    "pages/shell.py",
    middleware=[
        Middleware(security.Hardened, desk=index.is_desk),
        Middleware(error_pages.DutchErrors),
        Middleware(body_limits.BodyLimits),
        Middleware(security.SameOrigin),
        Middleware(security.FacilitatorOnly),
        Middleware(track_gate.TrackGate, routes=ROUTES),
        Middleware(assets.StreamlitAssets),
        Middleware(typed.TypedAddress, known=[*index.PATHS, *html.PATHS]),
        Middleware(
            own_routes.OwnRoutes, routes=ROUTES, handlers=_TOLD, elsewhere=index.is_streamlits
        ),
    ],
    lifespan=lifespan,
    on_script_error=explain,
    exception_handlers={**_TOLD, Exception: error_pages.failed},
)
