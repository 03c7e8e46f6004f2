"""What pages of an earlier version still ask for when they come back after an upgrade."""

from __future__ import annotations

import json
from contextlib import suppress

from starlette.websockets import WebSocket, WebSocketDisconnect

_LEFT = 4404


async def send_on(websocket: WebSocket) -> None:
    """/bell/{code}: the socket of phones in an earlier version, which obey `go`. It sends them to
    the present page, which finds their unsent answers in the browser's storage."""
    code = websocket.path_params["code"]
    await websocket.accept()
    with suppress(WebSocketDisconnect, RuntimeError):
        if websocket.query_params.get("als") == "phone":
            await websocket.send_text(json.dumps({"page": {"go": f"/gsm?d={code}"}}))
        await websocket.close(_LEFT)
