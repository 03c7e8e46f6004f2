"""An address as people type it leads to the door."""

from __future__ import annotations

import pytest

from pages.web.typed import door_of


@pytest.mark.parametrize(
    "path",
    [
        "/KP4M", "/kp4m", "/D/KP4M", "/d/kp4m", "/d//KP4M", "/D//kp4m", "/d/KP4M.", "/KP4M.",
        "/KP4M ", "/ KP4M", "/d/KP 4M", "/kp-4m", "/d/KP4M/", "/KP4M/", "//KP4M", "/d KP4M",
        "/“KP4M”", "/d/KP4M,",
    ],
)  # fmt: skip
def test_a_typed_address_leads_to_the_door(path: str) -> None:
    assert door_of(path) == "/d/KP4M"


@pytest.mark.parametrize(
    "path",
    ["/", "/d", "/d/KP4M", "/gsm", "/regie", "/traject", "/KP4MX", "/d/ILO0", "/static/js/a.js",
     "/d/KP4M/foto", "/beeld/KP4M", "/_stcore/health"],
)  # fmt: skip
def test_any_other_address_stays(path: str) -> None:
    assert door_of(path) is None


def test_a_capital_d_leads_to_where_codes_are_typed() -> None:
    assert door_of("/D") == "/d"
    assert door_of("/d/") == "/d"


def test_an_address_of_the_app_is_no_code() -> None:
    assert door_of("/data", {"data"}) is None
    assert door_of("/data") == "/d/DATA"
