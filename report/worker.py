"""Documents are made in a process beside the server, with a low priority: a running meeting does
not wait for them.

The process is started by the first order and stays for the next ones, since starting it takes a
second; after some minutes without an order it ends, and when it has grown large. As a program
(`python -m report.worker`) it reads orders from stdin, each with the copy of the data to make it
from, and writes what it made.
"""

from __future__ import annotations

import contextlib
import logging
import pickle
import subprocess
import sys
import threading
from typing import IO, Literal, TypeAlias

from report.order import Made, Order
from report.pipe import give_way, is_large, receive, send, started, stop
from state import copies
from state.database import Store
from state.language import _
from state.problems import Refused

_IDLE_SECONDS = 300
_log = logging.getLogger(__name__)
Answer: TypeAlias = tuple[Literal["made"], Made] | tuple[Literal["refused", "failed"], str]


class Worker:
    """The process beside the server: one order after the other."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._idle: threading.Timer | None = None

    def make(self, store: Store, order: Order) -> Made:
        """Make a document of the data as they are now. Refused with a sentence for something that
        is gone, or when it could not be made; StateError when the data can't be read."""
        message = pickle.dumps((order, copies.packed(store)))
        with self._lock:
            kind, outcome = self._ask(message)
        if kind == "made":
            assert isinstance(outcome, Made)
            return outcome
        if kind == "failed":
            _log.error("a document could not be made: %s", outcome)
            raise Refused(_("Het document kon niet gemaakt worden. Wat bewaard is, blijft."))
        raise Refused(str(outcome))

    def warm(self) -> None:
        """Start the process, so that the first order does not wait for it."""
        with self._lock:
            self._running()
            self._end_later()

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._stop()

    def _ask(self, message: bytes) -> Answer:
        """Send an order; once more to a fresh process when the one that was there has gone."""
        for _attempt in range(2):
            process = self._running()
            assert process.stdin is not None and process.stdout is not None
            try:
                send(process.stdin, message)
                answer: Answer = pickle.loads(receive(process.stdout))
            except (OSError, EOFError) as error:
                _log.warning("the process for documents has stopped: %s", error)
                self._stop()
                continue
            self._end_later()
            return answer
        return "failed", "the process stopped twice"

    def _running(self) -> subprocess.Popen[bytes]:
        if self._idle is not None:
            self._idle.cancel()
        if self._process is None or self._process.poll() is not None:
            self._process = started("report.worker")
        return self._process

    def _end_later(self) -> None:
        self._idle = threading.Timer(_IDLE_SECONDS, self.close)
        self._idle.daemon = True
        self._idle.start()

    def _stop(self) -> None:
        if self._process is None:
            return
        stop(self._process)
        self._process = None


worker = Worker()


def answer_to(message: bytes) -> Answer:
    """What the process answers to an order."""
    # Only this process loads what sets type and draws.
    from report.making import make

    order, data = pickle.loads(message)
    try:
        with copies.in_memory(copies.PackedCopy(data)) as db:
            return "made", make(db, order)
    except Refused as refusal:
        return "refused", str(refusal)
    except Exception as error:
        logging.exception("a document could not be made")
        return "failed", repr(error)


def main(source: IO[bytes], target: IO[bytes]) -> None:
    """Answer orders until the other side closes."""
    give_way()
    with contextlib.suppress(EOFError):
        while not is_large():
            send(target, pickle.dumps(answer_to(receive(source))))


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
