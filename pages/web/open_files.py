"""How many files this process may have open: each connection of a phone is one."""

from __future__ import annotations

from contextlib import suppress

try:
    import resource
except ImportError:  # not on Windows, which has no such limit
    resource = None  # type: ignore[assignment]

# Fewer phones than this are worth a word on the console.
ENOUGH = 200
# What the server itself has open.
_OWN = 100
# A phone keeps one socket, and opens some connections more while it loads a page.
_EACH = 4
# Where the system names no upper bound it still refuses a limit without one.
_TRIES = (65_536, 10_240, 4_096)
_NO_LIMIT = 1_000_000


def raise_open_files() -> int:
    """Raise the limit as far as the system lets us, and give it."""
    if resource is None:
        return _NO_LIMIT
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    tries = _TRIES if hard == resource.RLIM_INFINITY else (hard,)
    for wanted in tries:
        if soft != resource.RLIM_INFINITY and wanted > soft:
            with suppress(ValueError, OSError):
                resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
                break
    return open_files()


def open_files() -> int:
    """How many files may be open now."""
    if resource is None:
        return _NO_LIMIT
    soft, _hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    return _NO_LIMIT if soft == resource.RLIM_INFINITY else soft


def phones_for(files: int) -> int:
    """For how many phones a limit is enough."""
    return max(0, (files - _OWN) // _EACH)
