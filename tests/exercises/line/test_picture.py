"""The picture of a statement: always a proper SVG, whatever people typed."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.line.layout import LineStanding, arrange, traces
from exercises.line.picture import LinePicture, png, svg

STATEMENT = "Bij ons voelt iedereen zich welkom: elk gezin en de hele buurt."
ODD = [
    "Ayşe",
    "محمد علي",
    "👩‍👩‍👧 Fam.",
    "<b>&amp;</b>",
    "\x00\x08nul",
    "李小龙",
    "'\"",
    "",
    "\ud800",
]


def picture(count: int = 9, names: list[str] = ODD) -> LinePicture:
    people = [
        LineStanding(str(at), at / max(count, 1), names[at % len(names)], at % 12 + 1, "koffie")
        for at in range(count)
    ]
    before = {"1": 0.9, "2": 0.4, "3": 0.34}
    layout = arrange(people, before)
    walks = traces(before, layout.spots)
    return LinePicture(
        STATEMENT,
        ("niet akkoord", "akkoord"),
        (1, "Warm onthaal"),
        "9 van de 12 staan er.",
        layout,
        walks,
    )


def words(svg_text: str) -> list[str]:
    return [
        "".join(part.itertext())
        for part in ElementTree.fromstring(svg_text).iter("{http://www.w3.org/2000/svg}text")
    ]


def test_it_shows_the_texts_and_the_names() -> None:
    found = words(svg(picture(names=["Ayşe", "<b>&amp;</b>"])))
    assert {
        "Ayşe",
        "<b>&amp;</b>",
        "niet akkoord",
        "akkoord",
        "Warm onthaal",
        "9 van de 12 staan er.",
    } <= set(found)
    assert " ".join(found).count("welkom") == 1


@settings(max_examples=50)
@given(
    st.text(max_size=400),
    st.text(max_size=80),
    st.text(max_size=80),
    st.lists(st.text(max_size=40), min_size=1, max_size=6),
)
def test_any_text_gives_xml(statement: str, end: str, caption: str, names: list[str]) -> None:
    made = replace(
        picture(names=names),
        statement=statement,
        ends=(end, end),
        area=(2, end),
        caption=caption,
        step=caption,
    )
    ElementTree.fromstring(svg(made))


@pytest.mark.parametrize("count", [0, 1, 40, 100, 300])
def test_any_group_gives_xml(count: int) -> None:
    ElementTree.fromstring(svg(picture(count)))


def test_traces_are_drawn_when_given() -> None:
    made = picture()
    still = svg(replace(made, traces=()))
    assert "stroke-dasharray" not in still
    # The third person moved too little to leave a trace.
    assert svg(made).count("<circle") == still.count("<circle") + 2


def test_people_without_organisation_are_white_and_have_no_sign() -> None:
    layout = arrange([LineStanding("a", 0.5)])
    made = svg(LinePicture(STATEMENT, ("nee", "ja"), None, "", layout))
    assert "#F6C945" not in made
    assert "var(" not in made


@pytest.mark.parametrize("words_", ["woord " * 80, "W" * 500, ""])
def test_a_statement_stays_above_the_ends(words_: str) -> None:
    made = ElementTree.fromstring(svg(replace(picture(), statement=words_)))
    large = [
        part for part in made.iter("{http://www.w3.org/2000/svg}text") if part.get("x") == "72.0"
    ]
    assert len(large) <= 3
    assert all(128 < float(part.attrib["y"]) < 366 for part in large)


def test_the_png_has_the_asked_width_and_survives_any_name() -> None:
    made = png(svg(picture()), width=480)
    assert made.startswith(b"\x89PNG")
    assert int.from_bytes(made[16:20]) == 480
    assert int.from_bytes(made[20:24]) == 270
