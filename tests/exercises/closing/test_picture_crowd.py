"""What a line of many people tells, in words."""

from __future__ import annotations

from exercises.closing.layout import LineMove
from exercises.closing.picture_crowd import moved_pieces
from exercises.closing.views_line import MovedLine


def told(moves: tuple[LineMove, ...], left: str = "niet akkoord") -> str:
    line = MovedLine("Iedereen is welkom.", left, "akkoord", "september", "juni", moves)
    return "".join(one.svg for one in moved_pieces(line))


def test_a_crowd_is_told_in_groups_and_says_for_how_many_a_figure_stands() -> None:
    crowd = (LineMove(0.8, 0.2),) * 31 + (LineMove(0.5, 0.5),) * 20 + (LineMove(0.2, 0.9),) * 9
    sent = told(crowd)
    for words in ("31 schoven naar niet akkoord", "20 bleven staan", "9 schoven naar akkoord"):
        assert words in sent
    assert "3 mensen" in sent


def test_few_ways_that_do_not_cross_are_each_drawn() -> None:
    sent = told((LineMove(0.2, 0.4), LineMove(0.5, 0.5)))
    assert "schoven" not in sent and "sole" in sent


def test_the_name_of_an_end_of_any_length_is_told_whole_or_shortened_and_is_no_markup() -> None:
    sent = told((LineMove(0.8, 0.2),) * 40, "<b>" + "helemaal niet akkoord " * 6)
    assert "40 schoven" in sent and "<b>" not in sent
