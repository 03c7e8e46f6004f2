"""The four areas of the usual framework, as chips on screen and phone name them."""

from __future__ import annotations

from state.language import _

AREA_NAMES: dict[int, str] = {
    1: _("Warm onthaal"),
    2: _("Samen met ouders"),
    3: _("Ouders onder elkaar"),
    4: _("Samen met de buurt"),
}
