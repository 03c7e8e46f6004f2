"""Which address the phones of the hall can reach this laptop by."""

from __future__ import annotations

import asyncio
import ipaddress
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from time import monotonic
from urllib.parse import urlsplit

import ifaddr
from streamlit import config

from state import settings
from state.database import Store
from state.language import _

_CHOICE = "address_host"
# Every page with a QR asks; networks are joined by hand, so looking once in a while is enough.
_SECONDS = 3
# Networks inside the laptop that no phone is on.
_INNER = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "utun", "tailscale", "zt")


@dataclass(frozen=True)
class Address:
    """Where phones go. `warning` and `fix` are Dutch sentences when they can't get there."""

    url: str
    warning: str = ""
    fix: str = ""

    @property
    def shown(self) -> str:
        """The address as people type it, without the scheme."""
        return self.url.split("://", 1)[-1].rstrip("/")


def public_url() -> str | None:
    """The configured public address (ODV_PUBLIC_URL), without a slash at the end."""
    url = os.environ.get("ODV_PUBLIC_URL", "").strip().rstrip("/")
    if not url:
        return None
    return url if "://" in url else f"http://{url}"


def refused_url() -> str:
    """The sentence for a public address that can't work, "" for one that can.

    Links, cookies and sockets of the app begin at the root of an address: behind a proxy it needs
    a name of its own, and no path.
    """
    url = public_url()
    if url is None or urlsplit(url).path in ("", "/"):
        return ""
    return _(
        "ODV_PUBLIC_URL mag geen pad hebben ({path}). Geef de app een eigen naam, zoals"
        " https://vloer.voorbeeld.be, en stel die in."
    ).format(path=urlsplit(url).path)


def candidates() -> list[str]:
    """Addresses of this laptop on a network, as host:port, the likeliest first."""
    return [f"{host}:{port()}" for host in _hosts()]


def choose(store: Store, address: str) -> None:
    """Remember which of the candidates the phones use."""
    settings.put(store, _CHOICE, address.rsplit(":", 1)[0])


def chosen(store: Store) -> Address:
    """The address for the QR: configured, else picked, else the likeliest, else this laptop."""
    public = public_url()
    if public:
        return Address(public)
    hosts = _hosts()
    picked = settings.get(store, _CHOICE)
    if hosts:
        return Address(f"http://{picked if picked in hosts else hosts[0]}:{port()}")
    return Address(
        f"http://localhost:{port()}",
        _("Deze laptop zit op geen enkel netwerk: gsm’s kunnen hem niet bereiken."),
        _(
            "Verbind de laptop met dezelfde wifi als de gsm’s, of maak een hotspot,"
            " dan verschijnt hier vanzelf het adres."
        ),
    )


def is_own(host: str) -> bool:
    """Whether the Host of a request is an address that no other site can borrow: this laptop by its
    own name for itself, a number, or the configured public address. A name that somebody else owns
    can lead to this laptop too."""
    name = (urlsplit(f"//{host}").hostname or "") if _is_plain(host) else ""
    public = urlsplit(public_url() or "").hostname
    return name == "localhost" or name.endswith(".localhost") or _is_number(name) or (
        bool(name) and name == public
    )  # fmt: skip


async def watch(changed: Callable[[], None]) -> None:
    """Call `changed` whenever this laptop joins or leaves a network; runs until cancelled."""
    known = candidates()
    while True:
        await asyncio.sleep(_SECONDS)
        now = await asyncio.to_thread(candidates)
        if now != known:
            known = now
            changed()


def _is_plain(host: str) -> bool:
    return not set(host) & set("/?#@\\ \t\r\n")


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def port() -> int:
    """The port that the app listens on."""
    return int(config.get_option("server.port"))


def _hosts() -> list[str]:
    return _hosts_at(int(monotonic() / _SECONDS))


@lru_cache(maxsize=1)
def _hosts_at(_moment: int) -> list[str]:
    found = [
        str(ip.ip)
        for adapter in ifaddr.get_adapters()
        if not adapter.name.startswith(_INNER)
        for ip in adapter.ips
        if ip.is_IPv4 and _on_a_network(str(ip.ip))
    ]
    likeliest = _default_route_host()
    return sorted(dict.fromkeys(found), key=lambda host: host != likeliest)


def _on_a_network(host: str) -> bool:
    address = ipaddress.ip_address(host)
    return not (address.is_loopback or address.is_link_local or address.is_unspecified)


def _default_route_host() -> str | None:
    """The address packets would leave from; connecting UDP sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return None
