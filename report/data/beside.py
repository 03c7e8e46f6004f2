"""Downloads are made in a process beside the server, with a low priority, and sent while they are
made: a running meeting does not wait for them.

As a program (`python -m report.data.beside`) it reads what is asked, with the copy of the data to
make it from, and writes messages: parts of the download, how far it is, and how it ended.
"""

from __future__ import annotations

import logging
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Any, Literal

# First of all: see there.
import report.data.light  # noqa: F401
from report.pipe import give_way, receive, send, started
from state import copies
from state.database import Store
from state.language import _
from state.problems import Refused

_IDLE_SECONDS = 180
_MODULE = "report.data.beside"
_log = logging.getLogger(__name__)
What = Literal["meeting_zip", "track_zip", "track_xlsx", "track_json"]


@dataclass(frozen=True)
class Download:
    """What is asked: all of a meeting or of a track, or only the tables or the document of a track.
    `subject` is the id of the meeting or track; `named` false leaves all names out."""

    what: What
    subject: str
    named: bool = True


class _Ready:
    """A process that waits for its download, since starting one takes a second."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: subprocess.Popen[bytes] | None = None
        self._timer: threading.Timer | None = None

    def warm(self) -> None:
        """Start one, unless one waits; it ends when nothing is asked of it for some minutes."""
        with self._lock:
            if self._waiting is None or self._waiting.poll() is not None:
                self._waiting = started(_MODULE)
            if self._timer is not None:
                self._timer.cancel()
            self._timer = threading.Timer(_IDLE_SECONDS, self._end)
            self._timer.daemon = True
            self._timer.start()

    def take(self) -> subprocess.Popen[bytes]:
        """The one that waits, or a new one."""
        with self._lock:
            found, self._waiting = self._waiting, None
        return found if found is not None and found.poll() is None else started(_MODULE)

    def _end(self) -> None:
        with self._lock:
            found, self._waiting = self._waiting, None
        if found is not None:
            with found:
                found.kill()


_ready = _Ready()


def warm() -> None:
    """Make ready for a download that may be asked for soon."""
    _ready.warm()


def stream(
    store: Store, download: Download, told: Callable[[int, int], None] = lambda done, total: None
) -> Iterator[bytes]:
    """The parts of a download; `told` hears how many steps are done, of how many. Refused when the
    subject is gone or it could not be made, StateError when the data can't be read: before the
    first part, but for what goes wrong on the way."""
    message = pickle.dumps((download, copies.packed(store)))
    with _ready.take() as process:
        assert process.stdin is not None and process.stdout is not None
        try:
            send(process.stdin, message)
            del message
            yield from _parts(process.stdout, told)
        finally:
            # A browser may have gone before the end.
            process.kill()


def _parts(source: IO[bytes], told: Callable[[int, int], None]) -> Iterator[bytes]:
    failed = _("De download kon niet gemaakt worden. Wat bewaard is, blijft.")
    while True:
        try:
            kind, content = pickle.loads(receive(source))
        except EOFError as error:
            raise Refused(failed) from error
        match kind:
            case "part":
                yield content
            case "told":
                told(*content)
            case "refused":
                raise Refused(content)
            case "failed":
                _log.error("a download could not be made: %s", content)
                raise Refused(failed)
            case _:
                return


def main(source: IO[bytes], target: IO[bytes]) -> None:
    """Make what is asked, and tell how it ended."""
    give_way()

    def say(kind: str, content: Any = None) -> None:
        send(target, pickle.dumps((kind, content)))

    # Before anything is asked, so that a process that waits is ready.
    from report.data import archive

    try:
        download, data = pickle.loads(receive(source))
    except EOFError:
        return
    try:
        for part in _made(
            archive, download, copies.PackedCopy(data), lambda *so_far: say("told", so_far)
        ):
            say("part", part)
        say("over")
    except Refused as refusal:
        say("refused", str(refusal))
    except BrokenPipeError:
        return
    except Exception as error:
        logging.exception("a download could not be made")
        say("failed", repr(error))


def _made(
    archive: Any, download: Download, data: copies.PackedCopy, told: Callable[[int, int], None]
) -> Iterator[bytes]:
    subject, named = download.subject, download.named
    match download.what:
        case "meeting_zip":
            yield from archive.stream_meeting(data, subject, told, named=named)
        case "track_zip":
            yield from archive.stream_track(data, subject, told, named=named)
        case "track_xlsx":
            yield archive.track_workbook(data, subject, named=named)
        case "track_json":
            yield archive.track_json(data, subject, named=named)


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
