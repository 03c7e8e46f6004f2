"""The processes beside the server, and the messages between: bytes, after their length in 4 bytes.

What takes long and holds Python's lock, such as drawing and setting type, is done there.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import struct
import subprocess
import sys
from pathlib import Path
from typing import IO

_ROOT = Path(__file__).resolve().parent.parent
_NICENESS = 10
_LENGTH = struct.Struct(">I")
_MOST_BYTES = 300 * 2**20
# What a process holds in memory now, in pages: its second number.
_MEMORY = Path("/proc/self/statm")


def started(module: str) -> subprocess.Popen[bytes]:
    """A process that runs a module of ours, with pipes to and from it."""
    return subprocess.Popen(
        [sys.executable, "-m", module], cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


def give_way() -> None:
    """Lower the priority of this process, so that the server comes first; once more lowers it no
    further, also in a process that was begun by such a one."""
    with contextlib.suppress(AttributeError, OSError):
        os.nice(max(0, _NICENESS - os.nice(0)))


def is_large() -> bool:
    """Whether this process has grown so that a fresh one is better: what sets type and draws keeps
    what it made, for a next document that is alike."""
    try:
        pages = int(_MEMORY.read_text().split()[1])
    except (OSError, ValueError, IndexError):
        # Only Linux tells; elsewhere it ends after some time without an order.
        return False
    return pages * mmap.PAGESIZE > _MOST_BYTES


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process: it sees that nothing more comes, or is killed."""
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(2)
    process.kill()


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
