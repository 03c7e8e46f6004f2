"""`python -m pages.check`: says in Dutch for how many phones this laptop is ready, and why."""

from __future__ import annotations

import sys

from pages.check import laptop, rehearsal
from pages.check.laptop import Finding
from pages.check.phone import ServedBadly
from pages.check.rehearsal import Round
from pages.web import addresses, open_files
from state.database import data_folder
from state.language import _, ngettext


def main() -> int:
    """Print what was found, one line each; gives the exit code, 1 where something is to be
    done."""
    port = addresses.port()
    found = [
        laptop.network(), laptop.port_free(port), laptop.firewall(port), laptop.files(),
        laptop.disk(data_folder()),
    ]  # fmt: skip
    for finding in found:
        _say(finding)
    print(_("Nu twintig seconden met nagebootste gsm’s, met gegevens die daarna weg zijn."))
    try:
        verdict = judged(rehearsal.rehearse(), open_files.phones_for(open_files.open_files()))
    except ServedBadly as error:
        verdict = Finding(_("De proef begon niet: {reason}").format(reason=error), False)
    _say(verdict)
    return 0 if all(one.good for one in [*found, verdict]) else 1


def judged(played: list[Round], most: int) -> Finding:
    """The verdict on a rehearsal; `most`: for how many phones the open files are enough."""
    passed = [one for one in played if one.passed]
    failed = next((one for one in played if not one.passed), None)
    if not passed:
        assert failed is not None
        return Finding(_("Deze laptop is niet klaar: {figures}").format(figures=_of(failed)), False)
    ready = min(passed[-1].phones, most)
    text = (
        _("Deze laptop is klaar voor {phones} gsm’s of meer: {figures}")
        if failed is None and ready == passed[-1].phones
        else _("Deze laptop is klaar voor {phones} gsm’s: {figures}")
    ).format(phones=ready, figures=_of(passed[-1]))
    if failed is not None:
        text += " " + _("Met meer werd het te traag: {figures}").format(figures=_of(failed))
    return Finding(text)


def _of(one: Round) -> str:
    figures = _(
        "met {phones} gsm’s was 95 op 100 binnen in {join} ms, een antwoord bewaard in {saved} ms"
        " en een stap te zien in {step} ms."
    ).format(
        phones=one.phones, join=round(one.join * 1000), saved=round(one.saved * 1000),
        step=round(one.step * 1000),
    )  # fmt: skip
    if one.failed:
        figures += " " + ngettext(
            "{count} gsm kreeg geen antwoord.", "{count} gsm’s kregen geen antwoord.", one.failed
        ).format(count=one.failed)
    return figures


def _say(finding: Finding) -> None:
    print("  " if finding.good else "! ", finding.text, sep="", flush=True)


if __name__ == "__main__":
    sys.exit(main())
