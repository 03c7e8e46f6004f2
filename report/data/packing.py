"""A ZIP that is sent while it is made: each file leaves as soon as it is there."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator

from state.clock import local, now

_MODE = 0o644 << 16
_PACKED = (".png", ".jpg", ".xlsx")


def zipped(files: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """The parts of a ZIP with these files (name and content), in this order. At most one file is
    held at a time; what fails in `files` fails here, and leaves a ZIP that is not whole."""
    moment = local(now()).timetuple()[:6]
    sink = _Sink()
    with zipfile.ZipFile(sink, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, moment)
            entry.external_attr = _MODE
            packed = name.endswith(_PACKED)
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
            yield sink.take()
    yield sink.take()


class _Sink(io.RawIOBase):
    """Holds what was written until it is taken. It can't go back, so that `zipfile` writes sizes
    behind each file."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        """It can be written to."""
        return True

    def write(self, part: bytes | bytearray | memoryview) -> int:  # type: ignore[override]
        """Keep a part; gives its length."""
        self._parts.append(bytes(part))
        return len(part)

    def take(self) -> bytes:
        """What was written since the last time."""
        taken, self._parts = b"".join(self._parts), []
        return taken
