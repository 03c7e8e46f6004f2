"""The example track: six invented organisations, twelve people, a kick-off and four meetings.

`python -m exercises.example` makes it in the data folder, opens its kick-off and prints the
join code alone on the last line.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime, timedelta

import exercises
from state import meetings, pasted_visits, tracks, visits
from state.clock import BRUSSELS
from state.database import Store, data_folder
from state.language import _
from state.models import Meeting
from state.problems import StateError

NAME = _("Samen sterk rond gezinnen")
THEME = _("Sociale steun en samenhang")
HALL = _("Zaal De Linde, Hoogbeke")

# Kind of work, name, place, and two people: name and function.
ORGANISATIONS: tuple[tuple[str, str, str, tuple[tuple[str, str], ...]], ...] = (
    (_("Inloophuis"), "De Regenton", "Lindegem",
     (("Katrien", _("coördinator")), ("Samir", _("gezinswerker")))),
    (_("Ouderpunt"), "De Vensterbank", "Hoogbeke",
     (("Marleen", _("oudermedewerker")), ("Idris", _("teamverantwoordelijke")))),
    (_("Kinderopvang"), "Kattenstaart", "Waterdonk",
     (("Ayşe", _("kinderbegeleider")), ("Lien", _("pedagogisch coach")))),
    (_("Buurtwerk"), "Zevenhoek", "Hoogbeke",
     (("Joris", _("buurtwerker")), ("Blessing", _("brugfiguur")))),
    (_("Gezinshuis"), "Het Achterom", "Molenakker",
     (("Greet", _("directeur")), ("Bilal", _("gezinsondersteuner")))),
    (_("Spelotheek"), "Knikkerzak", "Sint-Elve",
     (("Nadia", _("spelbegeleider")), ("Wout", _("beleidsmedewerker")))),
)  # fmt: skip

# Title, days from today, and the kinds of exercises wanted, in order. Kinds that this version
# doesn't have yet are left out, so that agendas fill up as exercises are added.
MEETINGS: tuple[tuple[str, int, tuple[str, ...]], ...] = (
    (_("Bijeenkomst 1: kennismaking"), 0,
     ("organisation_sheet", "line", "duo_conversation", "domino", "neighbourhood_map",
      "reflection_sheet")),
    (_("Bijeenkomst 2: voorbereiding"), 56, ("announcement", "guide")),
    (_("Bijeenkomst 3: uitwisseling"), 168, ("recall", "gifts", "lenses")),
    (_("Bijeenkomst 4: acties"), 259, ("actions",)),
    (_("Bijeenkomst 5: slotmoment"), 322, ("line", "neighbourhood_map", "quotes", "closing")),
)  # fmt: skip


# Who visits whom between the preparation and the exchange: one sends two duos to two hosts, one
# sends a single person, and nobody visits Het Achterom.
VISITS = """
De Regenton -> Kattenstaart (2)
De Regenton -> Zevenhoek (2)
De Vensterbank -> De Regenton (2)
Kattenstaart -> De Vensterbank (2)
Zevenhoek -> Knikkerzak (2)
Het Achterom -> De Regenton (2)
Knikkerzak -> De Vensterbank (1)
"""


def make(store: Store) -> str:
    """Make the example track, with a number behind its name when there is one; gives its id."""
    track_id = tracks.add_track(store, tracks.free_name(store, NAME), THEME)
    for sector, name, place, people in ORGANISATIONS:
        organisation_id = tracks.add_organisation(store, track_id, name, sector, place)
        for person, function in people:
            tracks.add_person(store, organisation_id, person, function)
    add_visits(store, track_id)
    today = datetime.now(BRUSSELS).date()
    for title, days, kinds in MEETINGS:
        date = (today + timedelta(days=days)).isoformat()
        meeting_id = meetings.add(store, track_id, title, date, HALL)
        _fill_agenda(store, meeting_id, kinds)
    return track_id


def kick_off(store: Store, track_id: str) -> Meeting:
    """The first meeting of a track."""
    return meetings.of_track(store, track_id)[0]


def add_visits(store: Store, track_id: str) -> None:
    """Store who visits whom; everybody may know of it."""
    found = pasted_visits.read(VISITS, tracks.organisations(store, track_id))
    visits.add_all(store, track_id, (replace(one, announced=True) for one in found))


def _fill_agenda(store: Store, meeting_id: str, kinds: tuple[str, ...]) -> None:
    for kind in kinds:
        exercise = exercises.of_kind(kind)
        if exercise is not None:
            config = exercise.sample.to_json()
            meetings.add_activity(store, meeting_id, kind, config, exercise.minutes)


def main() -> None:
    """Make the example in the data folder and print the code of its open kick-off."""
    try:
        store = Store(data_folder())
        meeting = kick_off(store, make(store))
        meetings.open_doors(store, meeting.id)
        store.close()
    except StateError as error:
        sys.exit(f"{error.problem.text} {error.problem.fix}")
    print(_("Het voorbeeldtraject staat in {folder}.").format(folder=data_folder()))
    print(meeting.code)


if __name__ == "__main__":
    main()
