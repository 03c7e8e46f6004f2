"""A line of many people that moved: figures that stand for some each, and how many went where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exercises.closing.layout import LEFT, can_be_followed
from exercises.closing.layout_crowd import Crowd, CrowdFlow, crowd
from exercises.closing.picture import PicturePiece, figure, frame, ghost, line_pieces, soles
from exercises.closing.views_line import MovedLine
from exercises.kit.drawing.lettering import set_block
from exercises.kit.drawing.svg import Style, text
from state.language import _, ngettext

_WORDS = ((46, 1), (40, 1), (34, 1), (30, 2))
_NOTE, _NOTE_TOP, _NOTE_WIDE = ((30, 2), (28, 3)), 470, 244


def moved_pieces(line: MovedLine) -> tuple[PicturePiece, ...]:
    """A line that moved: with the way of each where these can be followed, else in bundles."""
    if can_be_followed(line.moves):
        return line_pieces(line)
    still, raised = frame(line)
    found = crowd(line.moves, raised)
    return (
        PicturePiece("still", still.svg + _note(found)),
        *(PicturePiece("ghost", ghost(one, found.ghost_size), at)
          for at, one in enumerate(found.ghosts)),
        *_flows(found.flows, line),
        *(PicturePiece("stands", figure(one, found.size, at), at)
          for at, one in enumerate(found.figures)),
    )  # fmt: skip


def _flows(flows: Sequence[CrowdFlow], line: MovedLine) -> Iterator[PicturePiece]:
    """How many went where, in letters of one size, with their prints."""
    told = [_told(one, line) for one in flows]
    size = min(
        set_block(words, one.wide, _WORDS).size for words, one in zip(told, flows, strict=True)
    )
    for at, (words, one) in enumerate(zip(told, flows, strict=True)):
        block = set_block(words, one.wide, ((size, 1), (30, 2)))
        lines = "".join(
            text(one.x, one.y + block.size * 1.1 * row, part, Style(block.size, anchor="middle"))
            for row, part in enumerate(block.lines)
        )
        yield PicturePiece("way", lines + soles(one.soles), at)


def _told(one: CrowdFlow, line: MovedLine) -> str:
    if not one.way:
        return ngettext("{n} bleef staan", "{n} bleven staan", one.count).format(n=one.count)
    told = ngettext("{n} schoof naar {end}", "{n} schoven naar {end}", one.count)
    return told.format(n=one.count, end=line.left if one.way < 0 else line.right)


def _note(found: Crowd) -> str:
    """For how many people a figure stands."""
    if found.each == 1:
        return ""
    block = set_block(_("Eén figuur is {n} mensen.").format(n=found.each), _NOTE_WIDE, _NOTE, 400)
    return "".join(
        text(LEFT, _NOTE_TOP + block.size * 1.15 * at, line, Style(block.size, 400))
        for at, line in enumerate(block.lines)
    )
