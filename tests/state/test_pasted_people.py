"""A pasted list becomes organisations and people: any order of columns, with headings or not."""

from __future__ import annotations

import io
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from openpyxl import Workbook

from state import pasted_table, tracks
from state.database import Store
from state.pasted_people import Columns, ListedOrganisation, ListedPerson, guess, listed
from state.problems import Refused

ROWS = (
    ("Inloophuis De Regenton", "Hoogbeke", "An Peeters", "coördinator"),
    ("Inloophuis De Regenton", "Hoogbeke", "Samir El Amrani", "gezinswerker"),
    ("Kattenstaart", "Waterrode", "Lien De Smet", "kinderbegeleider"),
    ("Kattenstaart", "Waterrode", "M’hamed", "pedagogisch coach"),
    ("Huis van het Kind Zevenhoek", "Zevenhoek", "Bart", "directeur"),
)
WANTED = (
    ListedOrganisation("Inloophuis De Regenton", "", "Hoogbeke", (
        ListedPerson("An Peeters", "coördinator"),
        ListedPerson("Samir El Amrani", "gezinswerker"),
    )),
    ListedOrganisation("Kattenstaart", "", "Waterrode", (
        ListedPerson("Lien De Smet", "kinderbegeleider"),
        ListedPerson("M’hamed", "pedagogisch coach"),
    )),
    ListedOrganisation("Huis van het Kind Zevenhoek", "", "Zevenhoek", (
        ListedPerson("Bart", "directeur"),
    )),
)  # fmt: skip
HEADINGS = ("Organisatie", "Plaats", "Naam", "Functie")


def read(text: str) -> tuple[ListedOrganisation, ...]:
    rows = pasted_table.of_text(text)
    return listed(rows, guess(rows), {})


@pytest.mark.parametrize("order", list(permutations(range(4))))
@pytest.mark.parametrize("separator", ["\t", ";", ","])
def test_columns_with_headings_stand_in_any_order(order: tuple[int, ...], separator: str) -> None:
    lines = [separator.join(row[at] for at in order) for row in (HEADINGS, *ROWS)]
    assert read("\r\n".join(lines)) == WANTED


@pytest.mark.parametrize(
    "order", [(0, 1, 2, 3), (0, 2, 3, 1), (2, 3, 0, 1), (2, 0, 3, 1), (0, 2, 1, 3)]
)
def test_without_headings_the_columns_are_guessed(order: tuple[int, ...]) -> None:
    assert read("\n".join("\t".join(row[at] for at in order) for row in ROWS)) == WANTED


def test_a_list_of_organisations_alone() -> None:
    assert [one.name for one in read("De Regenton\n\nKattenstaart\nde regenton\n")] == [
        "De Regenton", "Kattenstaart",
    ]  # fmt: skip


def test_an_empty_cell_belongs_to_the_organisation_above() -> None:
    found = read("Organisatie\tNaam\nDe Regenton\tAn\n\tBart\nKattenstaart\tCem")
    assert [[one.name for one in item.people] for item in found] == [["An", "Bart"], ["Cem"]]


def test_first_and_last_name_in_two_columns() -> None:
    (found,) = read("Voornaam;Achternaam;Organisatie;E-mail\nAn;Peeters;De Regenton;an@x.be")
    assert found.people == (ListedPerson("An Peeters"),)


def test_a_cell_of_two_lines_is_one_cell() -> None:
    (found,) = read('Organisatie\tNaam\tFunctie\nDe Regenton\tAn\t"gezins-\nwerker"')
    assert found.people[0].function == "gezins- werker"


def test_what_is_in_the_track_already_is_said() -> None:
    rows = pasted_table.of_text("De Regenton\tAn\nDe Regenton\tBart")
    (found,) = listed(rows, Columns(("organisation", "name")), {"de regenton": ["AN"]})
    assert found.known
    assert [one.known for one in found.people] == [True, False]


def test_a_workbook_and_a_csv_of_excel() -> None:
    book = Workbook()
    book.create_sheet("Lijst").append(["", ""])
    for row in (HEADINGS, *ROWS):
        book["Lijst"].append(row)
    packed = io.BytesIO()
    book.save(packed)
    rows = pasted_table.of_file("deelnemers.XLSX", packed.getvalue())
    assert listed(rows, guess(rows), {}) == WANTED
    text = "\r\n".join(";".join(row) for row in (HEADINGS, *ROWS))
    rows = pasted_table.of_file("deelnemers.csv", text.encode("cp1252"))
    assert listed(rows, guess(rows), {}) == WANTED


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("lijst.xlsx", b"geen rekenblad"), ("lijst.docx", b"PK"), ("lijst.pdf", b"%PDF"),
        ("lijst.csv", b"a;b\n" * 1000), ("lijst.csv", b"x" * 3_000_000),
    ],
)  # fmt: skip
def test_a_file_that_can_not_be_read_is_refused(name: str, content: bytes) -> None:
    with pytest.raises(Refused):
        pasted_table.of_file(name, content)


@given(some.text(max_size=300))
def test_any_text_gives_a_list_or_a_sentence(text: str) -> None:
    rows = pasted_table.of_text(text)
    for one in listed(rows, guess(rows), {}):
        assert one.name


def test_a_list_is_added_once_and_fills_what_was_empty(store: Store, track: str) -> None:
    tracks.add_organisation(store, track, "KATTENSTAART")
    assert tracks.add_list(store, track, WANTED) == (2, 5)
    assert tracks.add_list(store, track, WANTED) == (0, 0)
    present = tracks.organisations(store, track)
    assert [(one.name, one.place) for one in present] == [
        ("KATTENSTAART", "Waterrode"), ("Inloophuis De Regenton", "Hoogbeke"),
        ("Huis van het Kind Zevenhoek", "Zevenhoek"),
    ]  # fmt: skip
    assert len(tracks.people(store, track)) == 5


def test_a_text_that_does_not_fit_is_named_and_nothing_is_added(store: Store, track: str) -> None:
    bad = ListedOrganisation("Zevenhoek", "", "", (ListedPerson("x" * 61),))
    with pytest.raises(Refused, match="Zevenhoek: De naam is te lang"):
        tracks.add_list(store, track, (*WANTED, bad))
    assert tracks.organisations(store, track) == ()
