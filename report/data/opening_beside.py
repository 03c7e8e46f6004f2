"""A file with a track is opened and checked in a process beside the server, with a low priority: a
large one, or one that was made to do harm, takes neither time nor memory of a running meeting.

As a program (`python -m report.data.opening_beside`) it reads one file from stdin and writes what
became of it.
"""

from __future__ import annotations

import logging
import pickle
import sys
import threading
from io import BytesIO
from typing import IO, Literal, TypeAlias

from report.data import reading_in
from report.data.reading_in import OpenedTrack
from report.pipe import give_way, receive, send, started
from state.language import _
from state.problems import Refused

# Seconds, the start of the process included: the largest track takes some ten on a slow laptop.
LONGEST = 90.0
_log = logging.getLogger(__name__)
Answer: TypeAlias = tuple[Literal["opened"], OpenedTrack] | tuple[Literal["refused"], str]


def opened(sent: IO[bytes]) -> OpenedTrack:
    """As `reading_in.opened`; Refused also when it takes too long."""
    sent.seek(0)
    with started("report.data.opening_beside") as process:
        assert process.stdin is not None and process.stdout is not None
        end = threading.Timer(LONGEST, process.kill)
        end.daemon = True
        end.start()
        try:
            send(process.stdin, sent.read())
            answer: Answer = pickle.loads(receive(process.stdout))
        except (OSError, EOFError) as error:
            _log.warning("a file with a track took too much time or memory")
            raise Refused(_("Dit bestand is te groot om in te lezen.")) from error
        finally:
            end.cancel()
            process.kill()
    if isinstance(answer[1], OpenedTrack):
        return answer[1]
    raise Refused(answer[1])


def answer_to(content: bytes) -> Answer:
    """What the process answers to a file."""
    try:
        return "opened", reading_in.opened(BytesIO(content))
    except Refused as refusal:
        return "refused", str(refusal)


def main(source: IO[bytes], target: IO[bytes]) -> None:
    """Open one file, and tell what became of it."""
    give_way()
    send(target, pickle.dumps(answer_to(receive(source))))


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
