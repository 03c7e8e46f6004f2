"""Photos are made small in processes beside the server, each with a limit of time and memory.

What a phone sends may be made to cost a decoder minutes or gigabytes, in more ways than can be
listed: only a process can be ended halfway. One that waits stays for the next photo and ends after
some minutes. As a program (`python -m pages.web.photo_process`) it reads photos from stdin and
writes what became of them.
"""

from __future__ import annotations

import contextlib
import logging
import pickle
import subprocess
import sys
import threading
import warnings
from typing import IO, Literal, TypeAlias

from pages.web import photo
from pages.web.photo import Photo
from report.pipe import receive, send, started
from state.problems import Refused

# Seconds for one photo, the start of the process included: a slow laptop takes some four for a
# large one.
LONGEST = 12.0
# Bytes of address space, of which an idle process takes 0.2 GB and the largest photo 0.5 GB.
_MOST_MEMORY = 1_200_000_000
_IDLE_SECONDS = 300
_log = logging.getLogger(__name__)
Answer: TypeAlias = tuple[Literal["made"], Photo] | tuple[Literal["refused", "heavy"], str]


class PhotoProcesses:
    """As many processes as photos are made at once; those that wait end after some minutes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[subprocess.Popen[bytes]] = []
        self._timer: threading.Timer | None = None

    def small(self, sent: bytes) -> Photo:
        """As `photo.small`; TooHeavy also for a photo that takes too much time or memory."""
        if len(sent) > photo.MOST_SENT:
            raise Refused(photo.too_large())
        kind, outcome = self._asked(sent)
        if isinstance(outcome, Photo):
            return outcome
        raise photo.TooHeavy(outcome) if kind == "heavy" else Refused(outcome)

    def close(self) -> None:
        """End those that wait."""
        with self._lock:
            waiting, self._waiting = self._waiting, []
            if self._timer is not None:
                self._timer.cancel()
        for process in waiting:
            _ended(process)

    def _asked(self, sent: bytes) -> Answer:
        process = self._taken()
        assert process.stdin is not None and process.stdout is not None
        end = threading.Timer(LONGEST, process.kill)
        end.daemon = True
        end.start()
        try:
            send(process.stdin, sent)
            answer: Answer = pickle.loads(receive(process.stdout))
        except (OSError, EOFError):
            _log.warning("a photo of %d bytes took too much time or memory", len(sent))
            _ended(process)
            return "heavy", photo.too_heavy()
        finally:
            end.cancel()
        self._put_back(process)
        return answer

    def _taken(self) -> subprocess.Popen[bytes]:
        with self._lock:
            while self._waiting:
                process = self._waiting.pop()
                if process.poll() is None:
                    return process
        return started("pages.web.photo_process")

    def _put_back(self, process: subprocess.Popen[bytes]) -> None:
        with self._lock:
            self._waiting.append(process)
            if self._timer is not None:
                self._timer.cancel()
            self._timer = threading.Timer(_IDLE_SECONDS, self.close)
            self._timer.daemon = True
            self._timer.start()


processes = PhotoProcesses()


def _ended(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    with contextlib.suppress(OSError), process:
        pass


def main(source: IO[bytes], target: IO[bytes]) -> None:
    """Make photos small until the other side closes."""
    _limit_memory()
    # A photo can hold sixty thousand things to warn of, each of which would be a line in the log.
    warnings.simplefilter("ignore")
    with contextlib.suppress(EOFError):
        while True:
            send(target, pickle.dumps(answer_to(receive(source))))


def answer_to(sent: bytes) -> Answer:
    """What the process answers to a photo."""
    try:
        return "made", photo.small(sent)
    except photo.TooHeavy as refusal:
        return "heavy", str(refusal)
    except Refused as refusal:
        return "refused", str(refusal)
    except Exception:
        logging.exception("a photo could not be made small")
        return "refused", photo.broken()


def _limit_memory() -> None:
    """Only Unix has such a limit; elsewhere there is that of time."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
