"""Drawing and lettering on the server."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.kit.drawing import lettering
from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.svg import Style


@given(st.text())
def test_safe_text_is_xml_with_the_same_words(text: str) -> None:
    made = ElementTree.fromstring(f'<a b="{drawing.safe(text)}">{drawing.safe(text)}</a>')
    assert (made.text or "") == made.attrib["b"] == lettering.clean(text)


@given(st.text(), st.integers(0, 99))
def test_bold_numbers_change_no_word(text: str, number: int) -> None:
    words = f"{text} {number} <&'\" 12"
    made = ElementTree.fromstring(drawing.figures_bold(0, 0, words, Style(30)))
    assert "".join(made.itertext()) == lettering.clean(words)
    assert [part.text for part in made][-1] == "12"


@pytest.mark.parametrize("tile", [None, *range(1, 14)])
@pytest.mark.parametrize("pose", ["staat", "koffie", "zwaait", "zij", "zweeft"])
def test_every_figure_and_tile_is_xml_without_variables(tile: int | None, pose: str) -> None:
    for made in (drawing.figure(100, 200, 115, tile, pose), drawing.tile_mark(10, 10, 44, tile)):
        ElementTree.fromstring(made)
        assert "var(" not in made
        assert drawing.tile_colours(tile).fill in made


def test_colours_of_the_tiles_are_those_of_the_tokens() -> None:
    for tile in range(1, 13):
        colours = drawing.tile_colours(tile)
        assert colours.fill == drawing.token(f"org-{tile}")
        assert colours.sign in (drawing.token("on-light"), drawing.token("on-dark"))


def test_tiles_repeat_from_the_thirteenth() -> None:
    assert [drawing.tile_number(tile) for tile in (1, 12, 13, 24, 25)] == [1, 12, 1, 12, 1]


def test_the_font_has_the_letters_of_names_here() -> None:
    made = drawing.document(drawing.text(10, 60, "Ayşe Łucja Zoë", Style(40)), "namen", 400, 100)
    other = made.replace("Ayşe", "Aye")
    assert drawing.png(made, 400) != drawing.png(other, 400)


@pytest.mark.parametrize("weight", [400, 700])
def test_the_fonts_are_there_with_their_licence(weight: lettering.Weight) -> None:
    assert lettering.font_file(weight).exists()
    assert (lettering.FONTS / "LICENSE-OFL.txt").exists()


def test_png_of_something_else_is_an_error() -> None:
    with pytest.raises(ValueError):
        drawing.png("geen tekening")


@given(st.text(max_size=200), st.integers(20, 500))
def test_fit_never_exceeds_the_room(text: str, room: int) -> None:
    made = lettering.fit(text, 15, room)
    assert lettering.width(made, 15) <= max(room, lettering.width("…", 15))


def test_fit_keeps_an_accent_with_its_letter_and_no_joiner_without_its_emoji() -> None:
    room = lettering.width("aaaae…", 30) + 1
    assert lettering.fit("aaaae\u0301aaaa", 30, room) == "aaaae\u0301…"
    assert lettering.fit("aaaae\u0301aaaa", 30, room - 2) == "aaaa…"
    family = "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"
    assert lettering.fit(family, 30, 70) == "\N{WOMAN}…"


SIZES = ((40, 1), (30, 2))


@given(st.text(max_size=400))
def test_a_block_has_at_most_its_lines_and_fits(text: str) -> None:
    block = lettering.set_block(text, 300, SIZES)
    assert len(block.lines) <= dict(SIZES)[block.size]
    assert all(lettering.width(line, block.size) <= 300 for line in block.lines)


def test_a_block_keeps_all_words_and_balances_them() -> None:
    block = lettering.set_block("een twee drie vier vijf zes", 300, SIZES)
    assert " ".join(block.lines) == "een twee drie vier vijf zes"
    widths = [lettering.width(line, block.size) for line in block.lines]
    assert max(widths) < 1.6 * min(widths)


LONG = "Huis van het Kind Regio Zuid-Oost-Vlaanderen en Denderstreek"
letters = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=3, max_size=60)


@given(letters, st.text("abc ", min_size=1, max_size=30), st.integers(60, 900))
def test_a_name_stays_in_its_box_and_is_cut_only_when_no_form_fits(
    name: str, short: str, room: int
) -> None:
    block = lettering.set_block(name, room, SIZES, short=short)
    assert all(lettering.width(line, block.size) <= room + 0.01 for line in block.lines)
    if lettering.width(lettering.clean(short), SIZES[-1][0]) <= room and lettering.clean(short):
        assert not any(line.endswith("…") for line in block.lines) or "…" in name + short


def test_a_long_name_wraps_shrinks_breaks_and_only_then_is_short() -> None:
    sizes = ((60, 1), (40, 3))
    short = "Huis van het Kind ZOV"

    def lines(text: str, room: int) -> tuple[str, ...]:
        return lettering.set_block(text, room, sizes, short=short).lines

    assert " ".join(lines(LONG, 700)).replace("- ", "-") == LONG
    assert lines(LONG, 260) == ("Huis van het", "Kind ZOV")
    assert lines("Ouderparticipatiewerkgroep", 400)[0].endswith("-")
    assert lettering.fit(LONG, 30, 400, short=short) == short
    assert lettering.fit(LONG, 30, 100, short=short).endswith("…")


def test_letters_that_our_font_lacks_count_as_wide() -> None:
    assert lettering.width("מ", 100) >= 80
    assert lettering.width("नम", 100) >= 160
    assert lettering.width("e", 100) < 70
