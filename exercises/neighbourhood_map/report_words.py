"""The map in sentences: where pawns stand, and from where they came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

from exercises.contract import Party
from exercises.kit.rules.prose import in_words as number
from exercises.kit.rules.prose import isolated, listed, sentence
from exercises.kit.village.drawing import MOVED_MINIMUM
from exercises.neighbourhood_map.content import in_words
from exercises.neighbourhood_map.layout_ways import MapContext
from exercises.neighbourhood_map.model import Pawn, PawnSpot
from exercises.neighbourhood_map.views_dates import when
from state.language import _, ngettext

# More organisations than these are no sentence any more.
_MOST_TOLD, _FEW_TOLD = 4, 2


def standing(count: int) -> str:
    """How many pawns stand on the map."""
    return sentence(
        ngettext(
            "{n} pion staat in het dorp.", "{n} pionnen staan in het dorp.", count
        ).format(n=number(count))
    )  # fmt: skip


def did(count: int) -> str:
    """What people did, after 'We'."""
    return ngettext(
        "zetten {n} pion in een dorp", "zetten {n} pionnen in een dorp", count
    ).format(n=number(count))  # fmt: skip


def in_short(context: MapContext, placed: Sequence[Party]) -> tuple[str, ...]:
    """Where some stand; and how many moved after the talk, with where they stand now."""
    went = [one for one in placed if context.view.pawns[one.id].before]
    stayed = [one for one in placed if one not in went]
    told_of = stayed[: _FEW_TOLD if went or len(stayed) > _MOST_TOLD else _MOST_TOLD]
    found = [_all_stand(context, told_of)] if told_of else []
    if went:
        told = ngettext(
            "Na het gesprek verhuisde {n} pion.", "Na het gesprek verhuisden {n} pionnen.",
            len(went),
        ).format(n=number(len(went)))  # fmt: skip
        found.append(told)
    if 0 < len(went) <= _MOST_TOLD:
        places = [_now(context, one) for one in went]
        found.append(_("{where}.").format(where=_row(places, _("{name} staat nu {place}"))))
    return tuple(found)


def stands(party: Party, pawn: Pawn) -> str:
    """Where one pawn stands."""
    return _("{name} staat {place}.").format(name=isolated(party.name), place=_place(pawn.now))


def moved(party: Party, pawn: Pawn) -> str:
    """That one pawn moved after the talk, and where it stands now."""
    return _("{name} verhuisde na het gesprek en staat nu {place}.").format(
        name=isolated(party.name), place=_place(pawn.now)
    )


def before(pawn: Pawn) -> str:
    """Where a pawn stood before the talk."""
    return _place(pawn.before or pawn.now)


def after(pawn: Pawn) -> str:
    """Where a pawn stands after the talk, when somebody spoke of it then."""
    return _("na het gesprek {place}").format(place=_place(pawn.now))


def picture(context: MapContext, placed: Sequence[Party]) -> str:
    """What can be seen on the map."""
    every = " ".join(stands(one, context.view.pawns[one.id]) for one in placed)
    return _("Een getekend dorp. {standing}").format(standing=every)


def over_meetings(
    context: MapContext, placed: Sequence[Party], *, dated: bool = False
) -> tuple[str, ...]:
    """The way of each pawn that stood on the map of an earlier meeting too. `dated`: also when
    there was only one, whose day the legend of the picture tells."""
    with_days = dated or len(context.earlier) > 1
    return tuple(told for party in placed if (told := _way(context, party, with_days)))


def legend(context: MapContext) -> str:
    """When the white pawns stood where they stand."""
    earlier = context.earlier
    if len(earlier) == 1:
        moment = when(earlier[0].date, earlier[0].title)
        return _("De witte pionnen stonden er op {when}").format(when=moment)
    dated = (f"{at}: {when(one.date, one.title)}" for at, one in enumerate(earlier, start=1))
    return _("De witte pionnen stonden er eerder. {dates}").format(dates=", ".join(dated))


def _way(context: MapContext, party: Party, with_days: bool) -> str:
    now = _place(context.view.pawns[party.id].now)
    past = list(_past(context, party))
    name = isolated(party.name)
    if not past:
        return ""
    if all(there == now for _moment, there in past):
        told = _("{name} bleef {place}.")
        if _moved_since(context, party):
            told = _("{name} verhuisde een eindje en staat nog altijd {place}.")
        return told.format(name=name, place=now)
    dated = _("{place} ({when})") if with_days else "{place}"
    then = listed([dated.format(place=there, when=moment) for moment, there in past])
    return _("{name} stond {then} en staat nu {now}.").format(name=name, then=then, now=now)


def _moved_since(context: MapContext, party: Party) -> bool:
    """Whether a pawn visibly stands elsewhere than where it ended the first meeting that had it."""
    now = context.view.pawns[party.id].now
    ended = (one.view.pawns.get(party.id, Pawn()).now for one in context.earlier)
    first = next((spot for spot in ended if spot is not None), None)
    if now is None or first is None:
        return False
    return hypot(now.x - first.x, now.y - first.y) >= MOVED_MINIMUM


def _past(context: MapContext, party: Party) -> Iterator[tuple[str, str]]:
    """When and where a pawn ended earlier meetings."""
    for earlier in context.earlier:
        spot = earlier.view.pawns.get(party.id, Pawn()).now
        if spot is not None:
            yield when(earlier.date, earlier.title), _place(spot)


def _all_stand(context: MapContext, parties: Sequence[Party]) -> str:
    places = [_now(context, one) for one in parties]
    return f"{_row(places, _('{name} staat {place}'))}."


def _now(context: MapContext, party: Party) -> tuple[str, str]:
    return isolated(party.name), _place(context.view.pawns[party.id].now)


def _row(places: Sequence[tuple[str, str]], first: str) -> str:
    """'De Regenton staat op het plein, Zevenhoek op de brug'."""
    (name, there), *others = places
    begin = first.format(name=name, place=there)
    return listed([begin, *(f"{one} {place}" for one, place in others)])


def _place(spot: PawnSpot | None) -> str:
    return in_words(spot.x, spot.y) if spot else ""
