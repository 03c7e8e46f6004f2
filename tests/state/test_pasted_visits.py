"""Who visits whom, as people type and paste it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from state import pasted_visits
from state.models import Organisation
from state.problems import Refused

ORGANISATIONS = tuple(
    Organisation(one, "t", name, sector, "", at, at)
    for at, (one, name, sector) in enumerate(
        (
            ("r", "De Regenton", "Inloophuis"), ("v", "De Vensterbank", "Ouderpunt"),
            ("k", "Kattenstaart", "Kinderopvang"), ("z", "Zevenhoek", "Buurtwerk"),
            ("p", "Pret en Plezier", "Spelotheek"),
        ),
        start=1,
    )
)  # fmt: skip


def read(text: str) -> list[tuple[str, str, int]]:
    return [(v.visitor, v.host, v.count) for v in pasted_visits.read(text, ORGANISATIONS)]


def reason(text: str) -> str:
    with pytest.raises(Refused) as refusal:
        pasted_visits.read(text, ORGANISATIONS)
    return str(refusal.value)


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("De Regenton -> Kattenstaart (2)", 2), ("De Regenton -> Kattenstaart", 2),
        ("de regenton → KATTENSTAART (1)", 1), ("Regenton => Kattenstaart, 1 persoon", 1),
        ("De Regenton gaat naar Kattenstaart", 2),
        ("Inloophuis De Regenton bij Kinderopvang Kattenstaart (3 mensen)", 3),
        ("De Regenton\tKattenstaart\t4", 4), ("De Regenton; Kattenstaart; 2", 2),
        ("1. De Regenton > Kattenstaart x2", 2), ("- Regenton ging naar Kattenstaart", 2),
        ("De Regenton --> Katten (duo)", 2), ('"De Regenton" -> Kattenstaart [1]', 1),
        ('"De Regenton";"Kattenstaart";"2"', 2), ('"De Regenton","Kattenstaart","1"', 1),
        ("De Regenton,Kattenstaart,3", 3), ("De Regenton\tKattenstaart\t2,0\t", 2),
        ("\tDe Regenton\t\tKattenstaart\t\t4", 4), ("7\tDe Regenton\tKattenstaart", 2),
        ("De Regenton | Kattenstaart | 5", 5), ("De Regenton was bij Kattenstaart 2x", 2),
    ],
)  # fmt: skip
def test_a_line_is_understood_as_people_write_it(line: str, count: int) -> None:
    assert read(line) == [("r", "k", count)]


def test_one_line_may_name_several_hosts() -> None:
    assert read("De Regenton -> Kattenstaart en Zevenhoek (1)") == [("r", "k", 1), ("r", "z", 1)]
    assert read("Zevenhoek -> Regenton, Pret en Plezier") == [("z", "r", 2), ("z", "p", 2)]


@pytest.mark.parametrize(
    "heading",
    ["Bezoeker\tGastorganisatie\tAantal", "Van;Naar", "Wie ging;Bij wie;Mensen",
     "Organisatie,Op bezoek bij,Aantal personen", '"Bezoekende organisatie";"Gastheer"',
     "Nr\tVan\tNaar"],
)  # fmt: skip
def test_the_headings_of_a_spreadsheet_are_no_visit(heading: str) -> None:
    assert read(f"{heading}\n\t\t\nDe Regenton\tKattenstaart\t2") == [("r", "k", 2)]


def test_hosts_may_stand_in_cells_of_their_own() -> None:
    assert read("De Regenton\tKattenstaart\tZevenhoek\t1") == [("r", "k", 1), ("r", "z", 1)]


def test_all_lines_that_are_wrong_are_told_at_once() -> None:
    text = "Bos\tKattenstaart\nDe Regenton\tKattenstaart\nDe Regenton\tBos\nzomaar"
    assert reason(text).startswith("Lijn 1: ‘Bos’ is geen organisatie")
    assert reason(text).endswith("Ook lijnen 3, 4 kloppen niet.")
    many = reason("\n".join(["Bos\tKattenstaart"] * 200))
    assert many.endswith("Ook lijnen 2, 3, 4, 5, 6, 7, 8, 9… kloppen niet.")


def test_a_name_may_hold_the_word_between_hosts() -> None:
    assert read("Kattenstaart -> Pret en Plezier") == [("k", "p", 2)]


def test_a_whole_list() -> None:
    text = "De Regenton -> Kattenstaart (2)\n\n  Kattenstaart -> De Vensterbank (1)\r\n"
    assert read(text) == [("r", "k", 2), ("k", "v", 1)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Typ of plak eerst"), ("  \n ", "Typ of plak eerst"),
        ("zomaar iets", "begrijp ik niet"), ("De Regenton ->", "begrijp ik niet"),
        ("De Regentoon -> Kattenstaart", "Bedoel je De Regenton?"),
        ("Het Bos -> Kattenstaart", "geen organisatie van dit traject"),
        ("Kattenstaart -> De", "geen organisatie"),
        ("De Regenton -> de regenton", "bij zichzelf"),
        ("De Regenton -> Kattenstaart (0)", "1 tot 20 mensen. Hier staat 0"),
        ("De Regenton -> Kattenstaart (999)", "Hier staat 999"),
        ("Oude Molen -> Kattenstaart", "geen organisatie"),
        ("Zevenhoek -> der", "kan meer dan één organisatie zijn"),
        ("De Regenton -> Kattenstaart\n<b>x</b> -> Zevenhoek", "Lijn 2: ‘<b>x</b>’ is geen"),
        ("x" * 5000, "te lang"), ("a -> b\n" * 1000, "te veel"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_said(text: str, words: str) -> None:
    assert words in reason(text)


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        found = pasted_visits.read(text, ORGANISATIONS)
    except Refused as refusal:
        assert str(refusal).endswith((".", "?"))
    else:
        assert all(visit.visitor != visit.host for visit in found)
