"""For who can't come in any more, on the laptop itself: `python -m state.lost_passcode`.

Without more it lists the organisers. With a name it asks for a new passcode for that one; with
`--one` it goes back to one passcode for everybody, and asks for it. The app may be running.
"""

from __future__ import annotations

import sys
from contextlib import closing
from getpass import getpass

from state import organisers
from state.database import Store, data_folder
from state.language import _
from state.organisers import Organiser
from state.problems import Refused, StateError

_ONE = "--one"


def main(arguments: list[str]) -> int:
    """List the organisers, or give a new passcode; gives the exit code."""
    try:
        with closing(Store(data_folder())) as store:
            return _listed(store) if not arguments else _changed(store, arguments[0])
    except StateError as error:
        print(error.problem.text, error.problem.fix)
    except Refused as refusal:
        print(refusal)
    return 1


def _listed(store: Store) -> int:
    found = organisers.everybody(store)
    print("\n".join(map(_line, found)) or _("Er zijn geen organisatoren: er is één toegangscode."))
    print(_("Nieuwe toegangscode: python -m state.lost_passcode NAAM"))
    print(_("Terug naar één toegangscode: python -m state.lost_passcode --one"))
    return 0


def _line(one: Organiser) -> str:
    return _("{name} (beheerder)").format(name=one.name) if one.administrator else one.name


def _changed(store: Store, asked: str) -> int:
    if asked == _ONE:
        organisers.end(store, getpass(_("Toegangscode voor iedereen: ")))
        print(_("Er is weer één toegangscode voor iedereen."))
        return 0
    with store.read() as db:
        found = organisers.named(db, asked)
    if found is None:
        print(_("Er is geen organisator met die naam."))
        return 1
    organisers.set_passcode(store, found.id, getpass(_("Nieuwe toegangscode: ")))
    print(_("{name} heeft een nieuwe toegangscode.").format(name=found.name))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
