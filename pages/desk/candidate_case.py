"""Applications as candidates for a mix, and what the organiser may do with them now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from exercises.kit.mix.case import MixCandidate, MixCase
from exercises.kit.mix.seen import MixSeen, seen
from exercises.kit.rules.prose import listed
from state import applications, calls, tracks
from state.application_rows import Application
from state.calls import Call
from state.database import Store
from state.framework import framework_of
from state.language import _, ngettext
from state.models import Organisation, Track
from state.text_rules import name_key

_ANSWERS = {"yes": True, "no": False}


@dataclass(frozen=True)
class Candidates:
    """Who applied for a track, as the page of candidates shows them. `case` holds those that were
    sent; `drafts` and `withdrawn` stand apart. `alike`: id -> ids of applications that seem to be
    of the same organisation. `area_names`: 1 to 4 -> the name of the area."""

    track: Track
    call: Call
    sent: tuple[Application, ...]
    drafts: tuple[Application, ...]
    withdrawn: tuple[Application, ...]
    alike: Mapping[str, tuple[str, ...]]
    organisations: tuple[Organisation, ...]
    case: MixCase
    area_names: Mapping[int, str]

    @cached_property
    def by_id(self) -> Mapping[str, Application]:
        """All applications by id."""
        return {one.id: one for one in (*self.sent, *self.drafts, *self.withdrawn)}

    @cached_property
    def mix(self) -> MixSeen:
        """The mix of everybody with a yes."""
        return seen(self.case, [one.id for one in self.case.chosen("yes")])

    def is_in(self, one: Application) -> bool:
        """Whether an application has become an organisation that is in the track."""
        return any(here.id == one.organisation_id for here in self.organisations)

    @property
    def to_begin(self) -> tuple[Application, ...]:
        """Those with a yes that are not in the track yet."""
        return tuple(one for one in self.sent if one.decision == "yes" and not self.is_in(one))

    def named(self, application_id: str) -> str:
        """The name of who applied; "" for nobody."""
        found = self.by_id.get(application_id)
        return found.answers.name if found else ""

    def twice(self, one: Application) -> str:
        """That another application seems to be of the same organisation, and what came of that one;
        "" where there is none."""
        others = [self.by_id[other] for other in self.alike.get(one.id, ()) if other in self.by_id]
        if not others:
            return ""
        names = listed([other.answers.name for other in others])
        if any(other.decision == "yes" for other in others):
            told = _("Lijkt op een aanmelding die al ja kreeg: {names}.")
        else:
            told = ngettext("Lijkt op nog een aanmelding: {names}.",
                            "Lijkt op nog andere aanmeldingen: {names}.", len(others))  # fmt: skip
        return told.format(names=names)

    def same_name(self, one: Application) -> Organisation | None:
        """The organisation that is in the track already by this name."""
        key = name_key(one.answers.name)
        others = (here for here in self.organisations if here.id != one.organisation_id)
        return next((here for here in others if name_key(here.name) == key), None)


def of_track(store: Store, track: Track) -> Candidates:
    """Everybody who applied for a track."""
    call = calls.of_track(store, track.id)
    found = applications.of_track(store, track.id)
    sent = tuple(one for one in found if one.status == "sent")
    areas = {area.number: area.name for area in framework_of(track.framework).areas}
    return Candidates(
        track, call, sent, tuple(one for one in found if one.status == "draft"),
        tuple(one for one in found if one.status == "withdrawn"),
        applications.alike(store, track.id), tracks.organisations(store, track.id),
        MixCase(tuple(map(candidate, sent)), call.most_people), areas,
    )  # fmt: skip


def candidate(one: Application) -> MixCandidate:
    """An application as a candidate."""
    told = one.answers
    return MixCandidate(
        one.id, told.name, max(1, len(told.people)), told.place, told.sector,
        {area: text for area, text in told.examples.items() if text}, told.questions,
        _ANSWERS.get(told.hosting), _ANSWERS.get(told.team), one.decision,
    )  # fmt: skip


def filtered(
    found: Sequence[Application], decision: str | None, sector: str | None
) -> tuple[Application, ...]:
    """Those with a decision ("open" for none yet, None for all) and of a sector (None for all)."""
    wanted = "" if decision == "open" else decision
    return tuple(
        one for one in found
        if (decision is None or one.decision == wanted)
        and (sector is None or one.answers.sector == sector)
    )  # fmt: skip
