"""What the server does for the data of itself, every few seconds, while it runs."""

from __future__ import annotations

import asyncio
import logging
from time import monotonic

from state import erasing
from state.database import Store
from state.problems import StateError

_TURN_SECONDS = 2.0
_SWEEP_SECONDS = 24 * 3600.0
_log = logging.getLogger(__name__)


class Upkeep:
    """Looks after one store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sweep_at = 0.0

    async def run(self) -> None:
        """Take a turn every two seconds, until cancelled."""
        while True:
            try:
                await asyncio.to_thread(self.turn)
            except StateError as error:
                _log.warning("looking after the data: %s", error)
            except Exception:
                # One turn that fails must not end those after it.
                _log.exception("looking after the data failed")
            await asyncio.sleep(_TURN_SECONDS)

    def turn(self) -> None:
        """Do what is due now."""
        self._store.look_after()
        if monotonic() >= self._sweep_at:
            self._sweep_at = monotonic() + _SWEEP_SECONDS
            erasing.sweep(self._store)
