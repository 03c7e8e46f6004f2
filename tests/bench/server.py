"""The server under measure: started on a free port, its processor time and memory read."""

from __future__ import annotations

import atexit
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import psutil  # type: ignore[import-untyped]

_START_SECONDS = 40
_MEGABYTE = 1024 * 1024


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """A process of `streamlit run script` in `folder`, with `environment` added to ours."""

    def __init__(self, folder: Path, script: str, environment: dict[str, str]) -> None:
        self.port = free_port()
        self.host = f"127.0.0.1:{self.port}"
        self._log = tempfile.TemporaryFile("w+")  # noqa: SIM115
        inherited = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("ODV_", "STREAMLIT_"))
        }
        options = ["--server.port", str(self.port), "--server.address", "127.0.0.1"]
        options += ["--server.headless", "true", "--browser.gatherUsageStats", "false"]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", script, *options],
            cwd=folder,
            env={**inherited, **environment},
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )
        self._seen = psutil.Process(self._process.pid)
        atexit.register(self._process.kill)

    @property
    def pid(self) -> int:
        """For a profiler."""
        return self._process.pid

    def wait(self, path: str) -> None:
        """Return when GET `path` answers; RuntimeError with the log when it never does."""
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                with urllib.request.urlopen(f"http://{self.host}{path}", timeout=2):
                    return
            except OSError:
                time.sleep(0.1)
        self.kill()
        raise RuntimeError(f"the server did not start:\n{self.log()[-3000:]}")

    def cpu_seconds(self) -> float:
        """Processor time of the server so far, user and system."""
        times = self._seen.cpu_times()
        return float(times.user + times.system)

    def rss_mb(self) -> float:
        """Memory that the server holds now."""
        return round(float(self._seen.memory_info().rss) / _MEGABYTE, 1)

    def kill(self) -> None:
        """End it as `kill -9` does."""
        self._process.kill()
        self._process.wait()

    def log(self) -> str:
        """All that the server wrote."""
        self._log.flush()
        self._log.seek(0)
        return self._log.read()
