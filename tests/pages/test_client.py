"""Where a request comes from: no header of a stranger counts."""

from __future__ import annotations

import pytest
from starlette.requests import HTTPConnection

from pages.web.client import client_of, is_local


def coming(host: str, forwarded: str = "", port: int = 5000) -> HTTPConnection:
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    return HTTPConnection({"type": "http", "client": (host, port), "headers": headers})


@pytest.mark.parametrize(
    ("host", "forwarded", "key"),
    [
        ("192.168.1.50", "", "192.168.1.50"), ("192.168.1.50", "10.0.0.1", "192.168.1.50"),
        ("::ffff:192.168.1.50", "", "192.168.1.50"), ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "10.0.0.1", "proxy"),
    ],
)  # fmt: skip
def test_without_a_proxy_only_the_connection_counts(host: str, forwarded: str, key: str) -> None:
    assert client_of(coming(host, forwarded)) == key


def test_an_address_that_the_server_took_from_a_header_does_not_count() -> None:
    assert client_of(coming("10.0.0.1", "10.0.0.1", port=0)) == "proxy"
    assert not is_local(coming("127.0.0.1", "127.0.0.1", port=0))


def test_all_addresses_of_one_home_are_one() -> None:
    one, other = coming("2001:db8:1:2::1"), coming("2001:db8:1:2:ffff::9")
    assert client_of(one) == client_of(other) != client_of(coming("2001:db8:1:3::1"))


@pytest.mark.parametrize(
    ("forwarded", "key"),
    [
        ("84.1.2.3", "84.1.2.3"), ("1.1.1.1, 84.1.2.3", "84.1.2.3"),
        ("84.1.2.3, 10.0.0.9", "84.1.2.3"), ("iets", "iets"), ("", "10.0.0.9"),
        (" , 10.0.0.9", "proxy"),
    ],
)  # fmt: skip
def test_a_proxy_that_was_named_says_who_comes(
    monkeypatch: pytest.MonkeyPatch, forwarded: str, key: str
) -> None:
    monkeypatch.setenv("ODV_PROXY", "127.0.0.1, 10.0.0.9")
    assert client_of(coming("10.0.0.9", forwarded)) == key
    assert client_of(coming("192.168.1.50", forwarded)) == "192.168.1.50"


def test_the_laptop_is_local_unless_it_says_that_it_passes_on() -> None:
    assert is_local(coming("127.0.0.1")) and is_local(coming("::1"))
    assert not is_local(coming("127.0.0.1", "192.168.1.50"))
    assert not is_local(coming("192.168.1.50", "127.0.0.1"))
