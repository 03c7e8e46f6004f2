"""Organisations and people from the rows of a pasted list: guesses what each column holds, and says
what would be added before anything is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from typing import Literal

from state.language import _
from state.pasted_table import Row
from state.text_rules import name_key

Job = Literal["organisation", "sector", "place", "name", "last_name", "function", ""]

JOBS: tuple[Job, ...] = ("organisation", "sector", "place", "name", "last_name", "function", "")
_HEADINGS: Mapping[Job, tuple[str, ...]] = {
    "organisation": ("organisatie", "organisaties", "werking", "dienst", "voorziening", "partner",
                     "naam organisatie", "naam van de organisatie", "organisation"),
    "sector": ("soort", "soort werking", "type", "sector", "werkvorm"),
    "place": ("plaats", "gemeente", "stad", "locatie", "vestiging", "regio", "adres"),
    "name": ("naam", "voornaam", "deelnemer", "deelnemers", "persoon", "medewerker", "wie",
             "contactpersoon", "naam deelnemer", "naam en voornaam", "voornaam en naam", "name"),
    "last_name": ("achternaam", "familienaam"),
    "function": ("functie", "rol", "taak", "beroep", "functie/rol", "function"),
}  # fmt: skip
_OTHER_HEADINGS = ("nr", "nummer", "e mail", "email", "mail", "gsm", "telefoon", "tel", "opmerking")
_GUESSED: tuple[Job, ...] = ("organisation", "place", "name", "function")
# Columns beyond these are left alone when there are no headings to go by.
_MOST_GUESSED = 6
_MOST_WORDS_OF_A_NAME = 4


@dataclass(frozen=True)
class Columns:
    """What each column holds ("" for nothing that is used), and whether the first row says so."""

    jobs: tuple[Job, ...]
    headings: bool = False


@dataclass(frozen=True)
class ListedPerson:
    """Somebody on the list. `known`: stands in the track already."""

    name: str
    function: str = ""
    known: bool = False


@dataclass(frozen=True)
class ListedOrganisation:
    """An organisation on the list with its people. `known`: stands in the track already."""

    name: str
    sector: str = ""
    place: str = ""
    people: tuple[ListedPerson, ...] = ()
    known: bool = False


@dataclass
class _ListedSoFar:
    name: str
    sector: str = ""
    place: str = ""
    people: dict[str, ListedPerson] = field(default_factory=dict)


def guess(rows: Sequence[Row], known: Iterable[str] = ()) -> Columns:
    """What each column holds, by its heading or else by what stands in it. `known`: the names of
    organisations in the track already."""
    if not rows:
        return Columns(())
    headed = _by_heading(rows[0])
    if headed is not None:
        return Columns(headed, headings=True)
    return Columns(_by_content(rows, {name_key(one) for one in known}))


def listed(
    rows: Sequence[Row], columns: Columns, known: Mapping[str, Iterable[str]]
) -> tuple[ListedOrganisation, ...]:
    """The organisations and people on the list, in its order; those of the same name are one.

    A row without an organisation belongs to the one above, as where cells are merged. `known`: the
    names in the track already, organisation -> its people.
    """
    found: dict[str, _ListedSoFar] = {}
    above = ""
    for row in rows[1:] if columns.headings else rows:
        cell = _cells(row, columns)
        above = cell["organisation"] or above
        if not above:
            continue
        one = found.setdefault(name_key(above), _ListedSoFar(above))
        one.sector, one.place = one.sector or cell["sector"], one.place or cell["place"]
        name = " ".join(part for part in (cell["name"], cell["last_name"]) if part)
        if name:
            one.people.setdefault(name_key(name), ListedPerson(name, cell["function"]))
    names = {name_key(name): {*map(name_key, people)} for name, people in known.items()}
    return tuple(
        ListedOrganisation(
            one.name, one.sector, one.place,
            tuple(
                ListedPerson(person.name, person.function, key in names.get(organisation, ()))
                for key, person in one.people.items()
            ),
            organisation in names,
        )
        for organisation, one in found.items()
    )  # fmt: skip


def job_name(job: Job) -> str:
    """What a column holds, as the facilitator reads it."""
    return {
        "organisation": _("organisatie"), "sector": _("soort werking"), "place": _("plaats"),
        "name": _("naam"), "last_name": _("achternaam"), "function": _("functie"),
        "": _("niet gebruiken"),
    }[job]  # fmt: skip


def _cells(row: Row, columns: Columns) -> dict[str, str]:
    cells = dict.fromkeys(JOBS, "")
    for job, text in zip(columns.jobs, row, strict=False):
        if job and not cells[job]:
            cells[job] = text
    return {str(job): text for job, text in cells.items()}


def _by_heading(row: Row) -> tuple[Job, ...] | None:
    """What the headings in a row say; None when it holds none, or something that is no heading."""
    jobs: list[Job] = []
    for text in row:
        key = name_key(text).rstrip(":")
        job = next((one for one, names in _HEADINGS.items() if key in names), None)
        if job is None and text and key not in _OTHER_HEADINGS:
            return None
        jobs.append(job if job is not None and job not in jobs else "")
    if "name" in jobs and "organisation" not in jobs:
        return None
    return tuple(jobs) if "organisation" in jobs else None


def _by_content(rows: Sequence[Row], known: set[str]) -> tuple[Job, ...]:
    width = len(rows[0])
    if width == 1:
        return ("organisation",)
    scored = min(width, _MOST_GUESSED)
    scores = [_scores([row[at] for row in rows], at, known) for at in range(scored)]
    unused: Job = ""
    choices: list[Job] = [*_GUESSED, *[unused] * scored]
    orders = {order for order in permutations(choices, scored) if "organisation" in order}
    best = max(orders, key=lambda order: (_total(order, scores), order))
    return (*best, *[unused] * (width - scored))


def _total(order: Sequence[Job], scores: Sequence[Mapping[str, float]]) -> float:
    return sum(scores[at].get(job, 0.0) for at, job in enumerate(order))


def _scores(cells: Sequence[str], at: int, known: set[str]) -> dict[str, float]:
    """How much a column looks like each thing it may hold."""
    filled = [cell for cell in cells if cell]
    if not filled:
        return {}
    count = len(filled)

    def share(test: Callable[[str], bool]) -> float:
        return sum(map(test, filled)) / count

    odd = share(lambda cell: any(sign.isdigit() or sign == "@" for sign in cell))
    lower = share(lambda cell: cell[0].islower())
    single = share(lambda cell: len(cell.split()) == 1)
    short = share(lambda cell: len(cell.split()) <= _MOST_WORDS_OF_A_NAME)
    repeated = 1 - len({name_key(cell) for cell in filled}) / count
    missing = 1 - count / len(cells)
    upper = 1 - lower
    return {
        "organisation": upper + repeated + 0.5 * missing - 0.4 * single + (0.6 if at == 0 else 0)
        + 5 * share(lambda cell: name_key(cell) in known) - 3 * odd,
        "place": upper * single + 0.8 * repeated - 0.2 - 3 * odd,
        "name": upper * short + 1.2 * (1 - repeated) - 0.4 * missing - 3 * odd,
        "function": 2.5 * lower + 0.3 * repeated - odd,
    }  # fmt: skip
