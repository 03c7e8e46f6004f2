"""What can be seen of a laptop before anybody comes in: network, port, open files, disk."""

from __future__ import annotations

import json
import shutil
import socket
import sys
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from pages.web import addresses, open_files
from state.language import _

_ROOM_BYTES = 1_000_000_000


@dataclass(frozen=True)
class Finding:
    """One sentence; `good` is False where something is to be done first."""

    text: str
    good: bool = True


def network() -> Finding:
    """The addresses that phones will use."""
    public = addresses.public_url()
    found = [public] if public else [f"http://{one}" for one in addresses.candidates()]
    if not found:
        return Finding(
            _("Deze laptop zit op geen enkel netwerk. Verbind hem met de wifi van de gsm’s."), False
        )
    return Finding(_("Gsm’s gaan naar {addresses}.").format(addresses=_(" of ").join(found)))


def port_free(number: int) -> Finding:
    """Whether the port is free, ours already, or somebody else's."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("0.0.0.0", number))
        except OSError:
            pass
        else:
            return Finding(_("Poort {port} is vrij.").format(port=number))
    if _is_ours(number):
        return Finding(_("Op poort {port} draait de app al.").format(port=number))
    return Finding(
        _(
            "Poort {port} is bezet door een ander programma. Sluit dat, of start de app met"
            " --server.port en een ander getal."
        ).format(port=number),
        False,
    )


def _is_ours(number: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{number}/api/health", timeout=5) as answer:
            return "open_pages" in json.load(answer)
    except (OSError, ValueError):
        return False


def firewall(number: int) -> Finding:
    """What to look at: a program can't see from within whether others are let through."""
    how = {
        "darwin": _("Systeeminstellingen, Netwerk, Firewall: sta Python toe"),
        "win32": _("Windows-firewall: sta Python toe op privénetwerken"),
    }.get(sys.platform, f"sudo ufw allow {number}/tcp")
    return Finding(
        _("Open het adres eens op een gsm. Komt er niets, dan houdt een firewall het tegen: {how}.")
        .format(how=how)
    )  # fmt: skip


def files() -> Finding:
    """For how many phones the limit of open files is enough."""
    limit = open_files.raise_open_files()
    phones = open_files.phones_for(limit)
    text = _("De laptop laat {files} open bestanden toe: genoeg voor {phones} gsm’s.")
    return Finding(text.format(files=limit, phones=phones), phones >= open_files.ENOUGH)


def disk(folder: Path) -> Finding:
    """How much room there is on the disk of the data folder."""
    there = next(one for one in (folder, *folder.parents) if one.exists())
    free = shutil.disk_usage(there).free
    text = _("Er is {gigabytes} GB vrij op de schijf.")
    return Finding(
        text.format(gigabytes=f"{free / 1e9:.1f}".replace(".", ",")), free >= _ROOM_BYTES
    )
