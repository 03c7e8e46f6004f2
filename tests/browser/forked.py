"""Servers that start in a moment: forked from a process that has imported the program already.

`python -m tests.browser.forked` is that process. It reads one order per line and answers each with
one line, both in JSON. When its input ends, so do all its servers.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


class Forks:
    """The process that servers are forked from, for as long as this one lives."""

    def __init__(self) -> None:
        surroundings = {name: value for name, value in os.environ.items() if name[:4] != "ODV_"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.browser.forked"],
            cwd=ROOT, env=surroundings, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def start(
        self, words: Sequence[str], surroundings: Mapping[str, str], log: Path
    ) -> ForkedServer:
        """`streamlit` with these words; what it writes is added to `log`."""
        order = {"words": list(words), "surroundings": dict(surroundings), "log": str(log)}
        return ForkedServer(self, int(self.asks("start", order)))

    def asks(self, what: str, value: Any) -> Any:
        """Give an order and return the answer."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps([what, value]) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


class ForkedServer:
    """A server, as `subprocess.Popen` would give it."""

    def __init__(self, forks: Forks, pid: int) -> None:
        self._forks = forks
        self.pid = pid

    def poll(self) -> int | None:
        """The status it ended with; None while it runs."""
        status = self._forks.asks("poll", self.pid)
        return None if status is None else int(status)

    def kill(self) -> None:
        """End it as `kill -9` does, and wait until it is gone."""
        self._forks.asks("kill", self.pid)

    def wait(self) -> None:
        """Nothing: `kill` waited."""


def _import_the_program() -> None:
    import streamlit_app  # noqa: F401
    from exercises.kit.rules import hyphens
    from pages.desk import site  # noqa: F401

    hyphens.read_rules()
    # Each server makes the application itself, with the settings that it is given.
    del sys.modules["streamlit_app"]
    gc.collect()
    gc.freeze()


def _start(order: dict[str, Any]) -> int:
    if pid := os.fork():
        return pid
    try:
        _become_a_server(order)
    finally:
        os._exit(1)


def _become_a_server(order: dict[str, Any]) -> None:
    from streamlit.web import cli

    nothing = os.open(os.devnull, os.O_RDONLY)
    log = os.open(order["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for mine, taken in enumerate((nothing, log, log)):
        os.dup2(taken, mine)
    os.environ.clear()
    os.environ.update(order["surroundings"])
    sys.argv = ["streamlit", *order["words"]]
    cli.main(prog_name="streamlit")


def _serve() -> None:
    _import_the_program()
    ended: dict[int, int | None] = {}
    for line in sys.stdin:
        what, value = json.loads(line)
        if what == "start":
            answer: int | None = _start(value)
            ended[answer or 0] = None
        else:
            if ended[value] is None:
                ended[value] = _status(value, kill=what == "kill")
            answer = ended[value]
        print(json.dumps(answer), flush=True)
    for pid, status in ended.items():
        if status is None:
            _status(pid, kill=True)


def _status(pid: int, *, kill: bool) -> int | None:
    if kill:
        os.kill(pid, signal.SIGKILL)
    done, status = os.waitpid(pid, 0 if kill else os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if done else None


if __name__ == "__main__":
    _serve()
