"""Renders pages in one thread, those that wait together within one read of the database.

After a step, hundreds of phones ask for their page at once. Taking them in groups saves each of
them a transaction, and the event loop a wake-up.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from state.database import Store
from state.problems import StateError

T = TypeVar("T")
# The most pages in one group: the first of a group waits for the last.
_MOST = 16


@dataclass(frozen=True)
class _Job:
    """One page to render, and who waits for it."""

    store: Store
    make: Callable[[], Any]
    waiting: asyncio.Future[Any]


class Renderer:
    """A thread that runs what it is given, in order of arrival. Safe to use from any event loop."""

    def __init__(self, name: str) -> None:
        self._thread = ThreadPoolExecutor(1, name)
        self._jobs: deque[_Job] = deque()
        self._lock = threading.Lock()

    async def run(self, store: Store, make: Callable[[], T]) -> T:
        """The result of `make`, called in the thread within a read of `store`; raises what it
        raises."""
        waiting: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        with self._lock:
            self._jobs.append(_Job(store, make, waiting))
            idle = len(self._jobs) == 1
        if idle:
            self._thread.submit(self._run_all)
        return await waiting

    def _run_all(self) -> None:
        while group := self._next_group():
            _run_together(group)
            with self._lock:
                for _job in group:
                    self._jobs.popleft()

    def _next_group(self) -> list[_Job]:
        """The jobs at the head of the queue that read the same store for the same event loop. They
        stay in the queue while they run, so that nobody starts a second run."""
        with self._lock:
            group: list[_Job] = []
            for job in self._jobs:
                if len(group) == _MOST or not _alike(job, group):
                    break
                group.append(job)
            return group


def _alike(job: _Job, group: list[_Job]) -> bool:
    if not group:
        return True
    same_loop = job.waiting.get_loop() is group[0].waiting.get_loop()
    return same_loop and job.store is group[0].store


def _run_together(group: list[_Job]) -> None:
    try:
        with group[0].store.read():
            results = [_result(job) for job in group]
    except StateError as error:
        results = [(None, error) for _job in group]
    try:
        group[0].waiting.get_loop().call_soon_threadsafe(_deliver, group, results)
    except RuntimeError:
        # The server stops; nobody waits any more.
        return


def _result(job: _Job) -> tuple[Any, Exception | None]:
    try:
        return job.make(), None
    except Exception as error:
        return None, error


def _deliver(group: list[_Job], results: list[tuple[Any, Exception | None]]) -> None:
    for job, (result, error) in zip(group, results, strict=True):
        if job.waiting.done():
            continue
        if error is None:
            job.waiting.set_result(result)
        else:
            job.waiting.set_exception(error)
