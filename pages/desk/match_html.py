"""Couples of the matching as HTML for st.html; what people typed is made safe here."""

from __future__ import annotations

from exercises.kit.drawing.svg import safe
from exercises.kit.matching.affinity import QuestionMet
from exercises.kit.matching.reasons import CoupleReason
from pages.desk import drawings
from state.language import _

_TILE = 32


def party(name: str, tile: int, size: int = _TILE) -> str:
    """An organisation with its tile."""
    return (
        f'<span class="odv-party">{drawings.tile(tile, size)}'
        f'<b translate="no">{safe(name)}</b></span>'
    )


def couple(reason: CoupleReason, tiles: tuple[int, int]) -> str:
    """Who goes to whom, and why in two lines: the choice, and the question it answers."""
    people = _("één persoon") if reason.couple.people == 1 else ""
    met = reason.affinity.met
    second = met.asked.text if met else reason.wish_why
    more = [one for one in (people, _("over en weer") if reason.both_ways else "") if one]
    first = ", ".join([reason.rank_words(), *more])
    return (
        f'<div class="odv-couple">{party(reason.visitor, tiles[0])}'
        f'<span class="odv-to" role="img" aria-label="{_("gaat naar")}">→</span>'
        f"{party(reason.host, tiles[1])}"
        f'<span class="odv-why"><b>{safe(first)}</b>'
        f'<span class="odv-second">{safe(second)}</span></span></div>'
    )


def why(reason: CoupleReason, area_names: dict[int, str]) -> str:
    """Question against strength, in the words of both."""
    lines = [f"<p>{safe(_upper(reason.sentence()))}.</p>"]
    met = reason.affinity.met
    if met is not None:
        asks = _("vraagt") if met.asked.is_question else _("wil")
        lines.append(_said(reason.visitor, asks, met.asked.text))
        lines.append(_said(reason.host, _("toont"), met.shown.text))
        words = ", ".join(met.words)
        lines.append(f'<p class="odv-muted">{safe(_("Samen: {words}").format(words=words))}</p>')
    lines += [_area(reason, one, area_names) for one in reason.affinity.areas]
    if reason.wish_why:
        lines.append(_said(reason.visitor, _("schreef erbij"), reason.wish_why))
    if met is None and not reason.affinity.areas:
        none = _("We vonden geen vraag van {visitor} waar {host} over schreef.")
        told = none.format(visitor=reason.visitor, host=reason.host)
        lines.append(f'<p class="odv-muted">{safe(told)}</p>')
    return f'<div class="odv-reason">{"".join(lines)}</div>'


def _said(name: str, verb: str, text: str) -> str:
    return f"<p><b>{safe(name)} {safe(verb)}:</b> {safe(text)}</p>"


def _area(reason: CoupleReason, met: QuestionMet, names: dict[int, str]) -> str:
    area = met.asked.area or 0
    told = _("Aandachtsgebied {n}: {host} is er sterk in, {visitor} wil er meer van.").format(
        n=area, host=reason.host, visitor=reason.visitor
    )
    return (
        f'<p class="odv-area">{drawings.area_icon(area, 26)}<span title="'
        f'{safe(names.get(area, ""))}">{safe(told)}</span></p>'
    )


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
