"""The lenses of the method, what tellers are asked, and the shapes of spectacles."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from state.language import _

# Key, name, shape of the spectacles, and the prompts that help to look.
LENSES: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    (
        "critical", _("Kritische bril"), "sharp",
        (
            _("Wat blijft hier onbesproken?"),
            _("Voor wie werkt dit niet?"),
            _("Welke vraag durft niemand te stellen?"),
        ),
    ),
    (
        "valuing", _("Waarderende bril"), "round",
        (
            _("Wat is hier sterk, ook als zij het zelf gewoon vinden?"),
            _("Waar zie je vakmanschap?"),
            _("Wat zou je missen als het weg was?"),
        ),
    ),
    (
        "practical", _("Praktische bril"), "half",
        (
            _("Wie doet dit, en hoeveel tijd en geld vraagt het?"),
            _("Wat is de kleinste vorm waarin wij het kunnen proberen?"),
            _("Wat heb je maandag nodig?"),
        ),
    ),
    (
        "families", _("Bril van gezinnen"), "pair",
        (
            _("Wat merkt een ouder hiervan die voor het eerst komt? En een kind?"),
            _("En wie de taal niet spreekt, of geen tijd heeft?"),
            _("Wie komt hier niet, en hoe zou die het vertellen?"),
        ),
    ),
)  # fmt: skip

TO_TELLERS = (
    _("Begin bij één beeld."),
    _("Wat deden jullie, wat zagen jullie, wat bleef hangen?"),
    _("Wat had je graag nog gezien?"),
)

# A host who tells what the visitors would have told saw the visit from the other side.
TO_HOST = (
    _("Begin bij één beeld."),
    _("Wie kwam er op bezoek, en wat lieten jullie zien?"),
    _("Wat had je graag nog laten zien?"),
)


def to_tellers(*, host: bool) -> tuple[str, ...]:
    """What who tells is asked: the visitors, or the host in their place."""
    return TO_HOST if host else TO_TELLERS


SHAPES: Mapping[str, str] = {
    "sharp": _("scherp"), "round": _("rond"), "half": _("halve maan"),
    "pair": _("een grote en een kleine"), "square": _("vierkant"), "wide": _("breed"),
}  # fmt: skip


@cache
def drawings() -> Mapping[str, tuple[dict[str, str], ...]]:
    """By shape the paths of the spectacles in a box of 420 by 150 units, which stand on its lower
    edge: each with `d` and `fill`, "none" for what is only a line."""
    path = Path(__file__).with_name("spectacles.json")
    found = json.loads(path.read_text(encoding="utf-8"))
    return {key: tuple(found[key]) for key in SHAPES}
