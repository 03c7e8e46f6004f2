"""A top 3 as the organiser types it for an organisation."""

from __future__ import annotations

import pytest

from exercises.kit.matching.typed_wishes import judged_top
from state.problems import Refused

NAMES = {"o0": "De Regenton", "o1": "Ayşe & Co", "o2": "Zevenhoek", "o3": "Vertrokken"}


def test_empty_places_are_left_out() -> None:
    assert judged_top("o0", ("o2", "", "o1"), NAMES) == ("o2", "o1")
    assert judged_top("o0", ("", "", ""), NAMES) == ()


@pytest.mark.parametrize(
    ("hosts", "sentence"),
    [
        (("o0", "", ""), "De Regenton kan niet bij zichzelf op bezoek. Kies een andere."),
        (("o1", "o1", ""), "Ayşe & Co staat er twee keer in. Kies een andere."),
        (("o3", "", ""), "Vertrokken doet niet meer mee. Kies een andere."),
        (("x", "", ""), "Deze organisatie kennen we niet. Kies een andere."),
    ],
)
def test_what_is_refused(hosts: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(Refused) as refusal:
        judged_top("o0", hosts, NAMES, {"o3"})
    assert str(refusal.value) == sentence
