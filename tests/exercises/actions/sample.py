"""Answers to the sample configuration, for the contract test."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.actions.config import ActionsConfig
from exercises.contract import Answer, Json

ORGANISATIONS = 3
_TEXTS: tuple[dict[str, str], ...] = (
    {"what1": "Een keukentafel in de inkom", "whom1": "ouders die wachten", "who1": "Katrien",
     "first1": "<b>Meten</b> we de inkom, samen met twee ouders", "sign1": "Ze blijven zitten",
     "what2": "👋 Elke nieuwe ouder krijgt een peter", "first2": "x" * 160},
    {"what1": "מפני ש Thee aan de balie", "who1": "=SUM(1)"},
    {"first1": "De speelkoffer naar het plein"},
)  # fmt: skip
_CHOSEN: tuple[dict[str, Json], ...] = (
    {"area1": {"choice": "1"}, "date1": {"date": "2027-06-04"}, "review1": {"date": "2027-09-01"},
     "date2": {"date": "2019-01-01"},
     "source1": {"from": [{"kind": "visit", "party": "o1", "ref": ""},
                          {"kind": "gift", "party": "", "ref": "0123456789ab"}]},
     "help1": {"orgs": ["o2"]},
     "state1": {"said": [{"state": "busy", "text": "De tafel is besteld", "day": "2027-05-01"},
                         {"state": "done", "text": "Ze staat er", "day": "2027-06-02"}]}},
    {"area1": {"choice": "4"}, "state1": {"said": [{"state": "dropped", "text": "", "day": ""}]}},
    {},
)  # fmt: skip


def answers(config: ActionsConfig, people: Sequence[str]) -> list[Answer]:
    """Three organisations with a full plan, one that was dropped, and one that was barely begun;
    what the others say of them."""
    found = []
    for number, person in enumerate(people[:ORGANISATIONS]):
        owner = f"o{number}"
        for part, text in _TEXTS[number].items():
            found.append(Answer(owner, f"sheet.{part}", {"text": text}, by=person))
        for part, payload in _CHOSEN[number].items():
            found.append(Answer(owner, f"sheet.{part}", payload, by=person))
        sign = {"field": "sheet.what1", "beat": 5 + number}
        found.append(Answer(owner, f"at.{person}", sign, by=person))
    if not found:
        return []
    said = (("question", "Wie maakt de tafel proper?"), ("idea", "Vraag het aan de school"),
            ("help", "Wij hebben nog een tafel over"), ("same", ""))  # fmt: skip
    for at, (kind, text) in enumerate(said):
        for person in people[1 + at % 2 :: 3]:
            found.append(Answer(person, f"on.o0:1:{kind}", {"on": True, "text": text}))
    return found
