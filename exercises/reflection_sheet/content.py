"""The cups, conclusions and questions that a reflection sheet starts with."""

from __future__ import annotations

from state.language import _

# Key, label and question of each cup. The drawing of a cup is its key, in cups/.
CUPS: tuple[tuple[str, str, str], ...] = (
    ("strong", _("Sterke koffie"), _("Wat loopt goed, waar zijn jullie sterk in?")),
    (
        "sugar",
        _("Suiker bij de koffie"),
        _("Wat doen jullie al, maar mag meer aandacht krijgen?"),
    ),
    ("beans", _("Koffiebonen"), _("Waar dromen jullie nog van, welke stap willen jullie zetten?")),
)
CONCLUSIONS: tuple[tuple[str, str, str], ...] = (
    ("points", _("Sterke punten"), _("Waarvoor mogen anderen bij jullie over de vloer komen?")),
    ("learn", _("Waarin we willen leren"), _("Wat valt op bij de suiker en de koffiebonen?")),
)
QUESTIONS = _("Leervragen")
QUESTIONS_ASK = _("Wat wil je bij een ander gaan zien of vragen? Eén vraag volstaat.")
TOP = _("Top 3 van gastorganisaties")
TOP_ASK = _("Bij wie willen jullie over de vloer komen, en waarom net daar?")
