"""Loads sqlite_utils without pandas and numpy, which it looks for on its own and which nothing here
needs: a process that makes a download begins some half a second of processor earlier. Import this
before anything of `state`; where sqlite_utils is loaded already, it does nothing."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

_HEAVY = ("pandas", "numpy")


def _load() -> None:
    modules: dict[str, Any] = sys.modules
    hidden = [one for one in _HEAVY if one not in modules]
    # None in the place of a module makes importing it fail, as where it is not installed.
    modules.update(dict.fromkeys(hidden))
    try:
        import_module("sqlite_utils")
    finally:
        for one in hidden:
            del modules[one]


if "sqlite_utils" not in sys.modules:
    _load()
