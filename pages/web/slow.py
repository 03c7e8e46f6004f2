"""Lets others go first: who is refused waits a while, and heavy work yields its processor."""

from __future__ import annotations

import os
import sys
import threading
from asyncio import sleep
from contextlib import suppress

# Who sends one request after another is thus slowed down, at the cost of a timer.
_SECONDS = 1.5
# Requests that are held at a time; more are answered at once.
_MOST_HELD = 300
_NICE = 10
_held: set[object] = set()


async def hold(seconds: float | None = None) -> None:
    """Wait before refusing something."""
    if len(_held) >= _MOST_HELD:
        return
    one = object()
    _held.add(one)
    try:
        await sleep(_SECONDS if seconds is None else seconds)
    finally:
        _held.discard(one)


def aside() -> None:
    """Let this thread yield to the others, where the system can do that for one thread."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
