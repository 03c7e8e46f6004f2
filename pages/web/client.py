"""The address that a request comes from, as far as it can be believed.

X-Forwarded-For counts only from a proxy that the installation names (ODV_PROXY): anybody can send
such a header, and would get a new address for each try.
"""

from __future__ import annotations

import ipaddress
import os

from starlette.requests import HTTPConnection

_LOOPBACK = frozenset({"127.0.0.1", "::1"})
# Who comes through a proxy that was not configured: all of them share their limits.
_THROUGH_A_PROXY = "proxy"
# Whoever has one IPv6 address has the other 2^64 of the same network as well.
_IPV6_NETWORK = 64


def client_of(connection: HTTPConnection) -> str:
    """The key by which limits count a sender: an IPv4 address or the /64 network of an IPv6 one;
    "?" when there is none, and one key for all who come through an unknown proxy."""
    peer = _peer(connection)
    if peer in _proxies() and connection.headers.get("x-forwarded-for"):
        return _as_network(_forwarded_for(connection))
    if peer in _LOOPBACK and _says_forwarded(connection):
        return _THROUGH_A_PROXY
    return _as_network(peer)


def is_local(connection: HTTPConnection) -> bool:
    """Whether the request comes from this very laptop, not through a proxy."""
    return _peer(connection) in _LOOPBACK and not _says_forwarded(connection)


def _peer(connection: HTTPConnection) -> str:
    """The other end of the connection itself."""
    if connection.client is None:
        return "?"
    if connection.client.port == 0 and _says_forwarded(connection):
        # The server took this address from a header, as it does for senders on the same machine;
        # a connection has no port 0.
        return "127.0.0.1"
    return _plain(connection.client.host)


def _says_forwarded(connection: HTTPConnection) -> bool:
    headers = connection.headers
    return bool(headers.get("x-forwarded-for") or headers.get("forwarded"))


def _forwarded_for(connection: HTTPConnection) -> str:
    """The last address that our own proxies did not add themselves: what stands before it, the
    sender may have written."""
    hops = ",".join(connection.headers.getlist("x-forwarded-for")).split(",")
    strangers = [hop for hop in map(_plain, hops) if hop and hop not in _proxies()]
    return strangers[-1] if strangers else _THROUGH_A_PROXY


def _proxies() -> frozenset[str]:
    named = os.environ.get("ODV_PROXY", "").split(",")
    return frozenset(_plain(one) for one in named if one.strip())


def _plain(host: str) -> str:
    """An address in its one spelling; what is no address stays as it is."""
    try:
        address = ipaddress.ip_address(host.strip())
    except ValueError:
        return host.strip()
    mapped = getattr(address, "ipv4_mapped", None)
    return str(mapped or address)


def _as_network(host: str) -> str:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host[:64] or "?"
    if address.version == 4:  # noqa: PLR2004
        return host
    return str(ipaddress.ip_network((address, _IPV6_NETWORK), strict=False))
