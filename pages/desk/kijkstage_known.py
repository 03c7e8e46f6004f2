"""All that the desk's page of kijkstages is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from state import offers, rows, settling, tracks, visits
from state.database import Store
from state.language import _, ngettext
from state.models import Organisation, Person, Track, TrackVisit
from state.offers import OfferRules, VisitOffer, VisitPlace
from state.places import STANDING
from state.settling import DayState


@dataclass(frozen=True)
class KnownOffers:
    """The kijkstages of a track with everybody around them. `present`: the organisations that take
    part, in order; `parties` also those that left; `people`: those who are in the track."""

    track: Track
    today: str
    rules: OfferRules
    present: tuple[Organisation, ...]
    parties: Mapping[str, Organisation]
    people: Mapping[str, Person]
    offers: tuple[VisitOffer, ...]
    states: Mapping[str, DayState]
    places: tuple[VisitPlace, ...]
    visits: tuple[TrackVisit, ...]

    def name(self, organisation: str) -> str:
        """The name of an organisation, also of one that left."""
        found = self.parties.get(organisation)
        return found.name if found else _("een organisatie die vertrok")

    def person(self, person_id: str) -> str:
        """The name of somebody, with the organisation."""
        found = self.people.get(person_id)
        if found is None:
            return _("iemand die vertrok")
        return _("{name}, {organisation}").format(
            name=found.name, organisation=self.name(found.organisation_id)
        )


def known(store: Store, track: Track, today: str) -> KnownOffers:
    """Read it as it is now; places that came free are given first."""
    settling.settle_due(store, track.id, today)
    with store.read() as db:
        present = rows.ordered(db, Organisation, "organisation", "track_id", track.id)
        left = rows.removed(db, Organisation, "organisation", "track_id", track.id)
        return KnownOffers(
            track, today, offers.rules(db, track.id), present,
            {one.id: one for one in (*present, *left)},
            {one.id: one for one in tracks.read_people(db, track.id)},
            offers.read_offers(db, track.id), settling.states(db, track.id, today),
            offers.read_places(db, track.id), visits.read_visits(db, track.id),
        )  # fmt: skip


def counted(here: KnownOffers) -> str:
    """How much is offered and taken, in words."""
    standing = [one for one in here.offers if not one.is_off]
    if not standing:
        return _("Nog geen aanbod.")
    taken = sum(one.state == "taken" for one in here.places)
    waiting = sum(
        one.state in STANDING and one.state != "taken" and one.day in here.states
        for one in here.places
    )  # fmt: skip
    parts = [
        ngettext("{n} aanbod", "{n} keer aangeboden", len(standing)).format(n=len(standing)),
        ngettext("{n} plaats genomen", "{n} plaatsen genomen", taken).format(n=taken),
    ]
    if waiting:
        parts.append(ngettext("{n} wacht", "{n} wachten", waiting).format(n=waiting))
    return ", ".join(parts)
