"""What pages of an earlier version still ask for when they come back after an upgrade."""

from __future__ import annotations

import json
from contextlib import suppress

from starlette.websockets import WebSocket, WebSocketDisconnect

_LEFT = 4404


async def send_on(websocket: WebSocket) -> None:
    """/bell/{code}: phones spoke along it, and followed `go`. Their page of this version finds
    what they had not sent yet in the phone's own memory."""
    code = websocket.path_params["code"]
    await websocket.accept()
    with suppress(WebSocketDisconnect, RuntimeError):
        if websocket.query_params.get("als") == "phone":
            await websocket.send_text(json.dumps({"page": {"go": f"/gsm?d={code}"}}))
        await websocket.close(_LEFT)
