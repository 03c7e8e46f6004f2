"""The look back's own markup: what a dashed edge means, then and now, and the list. Pure.

What people typed is escaped here, and each text is written in the direction of its own script.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from exercises.kit.drawing import svg as drawing
from exercises.kit.village import drawing as village
from exercises.neighbourhood_map.explore_stays import Stay
from exercises.neighbourhood_map.explore_visits import Visited
from state.language import _

_PAWN_BOX = "-60 -150 120 168"
_ARROW = '<path d="M3 14h20M15 5l9 9-9 9" fill="none" stroke="#1E2638" stroke-width="3.4"/>'


def legend(moments: Sequence[str]) -> str:
    """When the pawns with a dashed edge stood there, and those with a full one."""
    *before, last = moments
    rows = [
        f"<span>{_pawn(village.past_pawn(None))}{_number(number, before)}{_text(moment)}</span>"
        for number, moment in enumerate(before, start=1)
    ]
    rows.append(f"<span>{_pawn(village.pawn(None))}{_text(last)}</span>")
    hint = escape(_("Tik op een pion: de lijst volgt."))
    return f'<p class="odv-map-legend">{"".join(rows)}<span>{hint}</span></p>'


def then_and_now(own: Sequence[Stay]) -> str:
    """How one organisation ended each meeting, side by side."""
    arrow = f'<span class="arrow">{_image("0 0 28 28", _ARROW, 28, 28)}</span>'
    parts = [
        f"<div><b>{_text(stay.when)}</b><p>{_text(_sentence(stay.place))}</p>"
        f"{_words(stay.words)}</div>"
        for stay in own
    ]
    party = own[-1].party
    return (
        f'<div class="odv-map-then-and-now">{_tile(party.tile, 44)}'
        f"<h4>{_text(_name(own[-1]))}</h4>"
        f'<div class="moments">{arrow.join(parts)}</div></div>'
    )


def visits(went: Sequence[Visited]) -> str:
    """Who went to whom, each in a sentence with both tiles."""
    rows = "".join(
        f"<li>{_tile(one.guest.tile, 26)}{_tile(one.host.tile, 26)}{_text(one.sentence)}</li>"
        for one in went
    )
    return f'<ul class="odv-map-visits">{rows}</ul>'


def table(rows: Sequence[Stay], chosen: str) -> str:
    """The list, the last meeting first; the rows of the chosen organisation stand out."""
    heads = "".join(
        f'<th scope="col">{escape(word)}</th>'
        for word in ("", _("wie"), _("plek en zin"), _("wanneer"))
    )
    order = {meeting: at for at, meeting in enumerate(stay.meeting for stay in rows)}
    latest_first = sorted(rows, key=lambda stay: -order[stay.meeting])
    body = "".join(_row(stay, stay.party.id == chosen) for stay in latest_first)
    return (
        f'<table class="odv-map-list"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'
    )


def _row(stay: Stay, chosen: bool) -> str:
    moment = escape(stay.when)
    if stay.first:
        moment += f"<br>{escape(_('voor het gesprek'))}"
    return (
        f'<tr class="{"on" if chosen else ""}"><td>{_tile(stay.party.tile, 26)}</td>'
        f"<th scope='row'>{_text(_name(stay))}</th>"
        f'<td><span class="where">{_text(_sentence(stay.place))}</span>{_words(stay.words)}</td>'
        f'<td class="when">{moment}</td></tr>'
    )


def _name(stay: Stay) -> str:
    if stay.party.gone:
        return _("{name} (stopte met het traject)").format(name=stay.party.name)
    return stay.party.name


def _words(words: str) -> str:
    return f'<p class="words" dir="auto">{escape(words)}</p>' if words else ""


def _sentence(place: str) -> str:
    return f"{place[:1].upper()}{place[1:]}."


def _text(text: str) -> str:
    return f'<span dir="auto">{escape(text)}</span>'


def _number(number: int, before: Sequence[str]) -> str:
    """The number beside a pawn, where there is more than one meeting to tell apart."""
    return f"<b>{number}</b>" if len(before) > 1 else ""


def _pawn(drawn: str) -> str:
    return _image(_PAWN_BOX, drawn, 24, 34)


def _tile(tile: int, size: int) -> str:
    return _image("0 0 100 100", drawing.tile_mark(50, 50, 100, tile), size, size)


def _image(box: str, inside: str, wide: int, high: int) -> str:
    return f'<img src="{drawing.address(box, inside)}" width="{wide}" height="{high}" alt="">'
