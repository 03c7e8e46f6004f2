"""The real server for browser tests: started on a free port, killed, started again.

On Linux it is forked from a process that has imported the program, one for all tests: that takes a
tenth of the processor time of `python -m streamlit`. On a Mac a forked process may crash.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from functools import cache
from pathlib import Path

from tests.browser.forked import ROOT, ForkedServer, Forks

PASSCODE = "zeven tegels"
_PATIENCE = 60


class Server:
    """One `streamlit run` with a data folder of its own. `secrets`: Streamlit's file of those."""

    def __init__(
        self, data: Path, log: Path, passcode: str | None = PASSCODE, secrets: Path | None = None
    ) -> None:
        self.secrets = secrets
        self.data = data
        self.log = log
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._passcode = passcode
        self._process: subprocess.Popen[bytes] | ForkedServer | None = None

    def start(self) -> Server:
        """Start on the same port each time, and wait until it answers."""
        words = [
            "run", "streamlit_app.py",
            "--server.port", str(self.port), "--server.address", "127.0.0.1",
        ]  # fmt: skip
        if self.secrets is not None:
            words += ["--secrets.files", str(self.secrets)]
        surroundings = {name: value for name, value in os.environ.items() if name[:4] != "ODV_"}
        surroundings |= {"ODV_DATA": str(self.data), "ODV_PUBLIC_URL": self.url}
        if self._passcode is not None:
            surroundings["ODV_PASSCODE"] = self._passcode
        self._process = _streamlit(words, surroundings, self.log)
        self._wait_until_up()
        return self

    def kill9(self) -> None:
        """Gone at once, as when the battery dies: nothing is said goodbye to."""
        self._end()

    def stop(self) -> None:
        """The end of the tests; a killed server has nothing left to stop."""
        if self._process is not None:
            self._end()

    def _end(self) -> None:
        assert self._process is not None, "the server is not running"
        self._process.kill()
        self._process.wait()
        self._process = None

    def _wait_until_up(self) -> None:
        deadline = time.monotonic() + _PATIENCE
        while not self._is_up():
            ended = self._process is None or self._process.poll() is not None
            if ended or time.monotonic() > deadline:
                raise RuntimeError(f"the server did not start:\n{self.log.read_text()}")
            time.sleep(0.05)

    def _is_up(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/api/health", timeout=5) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False


@cache
def _forks() -> Forks:
    return Forks()


def _streamlit(
    words: list[str], surroundings: dict[str, str], log: Path
) -> subprocess.Popen[bytes] | ForkedServer:
    if sys.platform == "linux":
        return _forks().start(words, surroundings, log)
    command = [sys.executable, "-m", "streamlit", *words]
    with log.open("ab") as written:
        return subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=written, stderr=written)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
