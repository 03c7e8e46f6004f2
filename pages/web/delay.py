"""Lets others go first: who is refused waits a while for that."""

from __future__ import annotations

from asyncio import sleep

# Who sends one request after another is thus slowed down, at the cost of a timer.
_SECONDS = 1.5
# Requests that are held at a time; more are answered at once.
_MOST_HELD = 300
_held: set[object] = set()


async def delay_refusal(seconds: float | None = None) -> None:
    """Wait before refusing something."""
    if len(_held) >= _MOST_HELD:
        return
    one = object()
    _held.add(one)
    try:
        await sleep(_SECONDS if seconds is None else seconds)
    finally:
        _held.discard(one)
