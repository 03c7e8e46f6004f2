"""The processes beside the server, and the messages between: bytes, after their length in 4 bytes.

What takes long and holds Python's lock, such as drawing and setting type, is done there.
"""

from __future__ import annotations

import contextlib
import os
import struct
import subprocess
import sys
from pathlib import Path
from typing import IO

_ROOT = Path(__file__).resolve().parent.parent
_NICENESS = 15
_LENGTH = struct.Struct(">I")


def started(module: str) -> subprocess.Popen[bytes]:
    """A process that runs a module of ours, with pipes to and from it."""
    return subprocess.Popen(
        [sys.executable, "-m", module], cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


def give_way() -> None:
    """Lower the priority of this process, so that the server comes first."""
    with contextlib.suppress(AttributeError, OSError):
        os.nice(_NICENESS)


def send(stream: IO[bytes], content: bytes) -> None:
    """Write one message."""
    stream.write(_LENGTH.pack(len(content)) + content)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes:
    """Read one message; raises EOFError when the other side has gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError("the process on the other side has stopped")
    (length,) = _LENGTH.unpack(head)
    content = stream.read(length)
    if len(content) < length:
        raise EOFError("the process on the other side has stopped")
    return content
