"""Asking an exercise for what may fail: a fault in one must not take the rest away."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import TypeVar

from state.language import _
from state.problems import Refused, StateError

T = TypeVar("T")
_log = logging.getLogger(__name__)


def attempt(what: str, make: Callable[[], Iterable[T]], troubles: list[str]) -> tuple[T, ...]:
    """What `make` gives; nothing when it fails, with a Dutch sentence about `what` in `troubles`.
    StateError when the data can't be read."""
    try:
        return tuple(make())
    except StateError:
        raise
    except Refused as refusal:
        troubles.append(f"{what}: {refusal}")
    except Exception:
        _log.exception("an exercise failed: %s", what)
        troubles.append(f"{what}: {_('dit is niet gelukt.')}")
    return ()
