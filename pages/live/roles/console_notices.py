"""What the console warns of: trouble with the data, the network or a projector."""

from __future__ import annotations

from exercises.contract import Json
from exercises.engine.moment import Moment
from pages.web import addresses, open_files
from state.database import Store
from state.language import _


def of_laptop(store: Store) -> list[Json]:
    """Trouble with the database, the address and the number of connections."""
    address = addresses.chosen(store)
    problem = store.problem
    notices = []
    if problem is not None:
        notices.append({"level": "warn", "text": problem.text, "fix": problem.fix})
    if address.warning:
        notices.append({"level": "warn", "text": address.warning, "fix": address.fix})
    phones = open_files.phones_for(open_files.open_files())
    if phones < open_files.ENOUGH:
        text = _("Deze laptop laat maar genoeg verbindingen toe voor zo’n {count} gsm’s.")
        fix = _("Stop de app, typ in dezelfde terminal ulimit -n 4096, en start ze opnieuw.")
        notices.append({"level": "warn", "text": text.format(count=phones), "fix": fix})
    return notices


def of_exercise(moment: Moment, current: Json | None) -> list[Json]:
    """That the exercise that is on can't be drawn. `current`: how it is drawn, None for not."""
    if moment.room.current is None or current is not None:
        return []
    return [
        {
            "level": "warn",
            "text": _("De oefening die bezig is, kan nu niet getoond worden."),
            "fix": _("Wat bewaard is, blijft. Begin een andere oefening of herlaad de pagina."),
        }
    ]


def of_projector() -> Json:
    """That the projector may fall asleep."""
    return {
        # Who knows it may close it: it takes room from the console.
        "level": "info",
        "text": _("De projector kan in slaap vallen: deze browser houdt het scherm niet wakker."),
        "fix": _("Zet de slaapstand van de laptop uit tot na de bijeenkomst."),
    }
