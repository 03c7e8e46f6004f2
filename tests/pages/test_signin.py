"""The passcode: tries are limited before they are judged, and one is judged at a time."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.web import signin
from state import access, app, organisers
from state.access import Attempts
from state.database import Store
from state.problems import Refused
from state.text_rules import name_key
from state.track_access import Acting, acting

PASSCODE = "lang genoeg"


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("ODV_DATA", str(tmp_path))
    monkeypatch.setattr(signin, "_wrong_passcodes", Attempts(allowed=10, seconds=300))
    app.store.clear()
    yield app.store()
    app.store.clear()


class Judge:
    """Stands in for the slow hash, and notes how many are judged, and at once."""

    def __init__(self) -> None:
        self.judged = self.most = self._busy = 0
        self._lock = threading.Lock()

    def fits(self, store: Store, typed: str) -> bool:
        with self._lock:
            self.judged += 1
            self._busy += 1
            self.most = max(self.most, self._busy)
        time.sleep(0.01)
        with self._lock:
            self._busy -= 1
        return typed == PASSCODE


@pytest.fixture
def judge(served: Store, monkeypatch: pytest.MonkeyPatch) -> Judge:
    access.set_passcode(served, PASSCODE)
    made = Judge()
    monkeypatch.setattr(access, "passcode_fits", made.fits)
    return made


@pytest.fixture
def site() -> Starlette:
    return Starlette(routes=[Route("/begeleider", signin.enter, methods=["POST"])])


def tries(client: TestClient, passcode: str, times: int) -> Counter[int]:
    def one(_number: int) -> int:
        return client.post("/begeleider", data={"passcode": passcode}).status_code

    with client, ThreadPoolExecutor(20) as pool:
        return Counter(pool.map(one, range(times)))


def guest(site: Starlette, host: str = "192.168.1.50") -> TestClient:
    return TestClient(site, client=(host, 1), follow_redirects=False)


def test_of_a_hundred_tries_at_once_ten_are_judged_one_at_a_time(
    site: Starlette, judge: Judge
) -> None:
    outcomes = tries(guest(site), "fout", 100)
    assert judge.judged <= 10 and judge.most == 1
    assert outcomes[422] == judge.judged and outcomes[422] + outcomes[429] + outcomes[503] == 100


def test_the_laptop_itself_is_never_locked_out(site: Starlette, judge: Judge) -> None:
    here = guest(site, "127.0.0.1")
    for _ in range(30):
        assert here.post("/begeleider", data={"passcode": "fout"}).status_code == 422
    assert here.post("/begeleider", data={"passcode": PASSCODE}).status_code == 303


def test_many_tries_of_the_laptop_wait_and_are_judged_one_at_a_time(
    site: Starlette, judge: Judge
) -> None:
    outcomes = tries(guest(site, "::1"), "fout", 40)
    assert judge.most == 1
    assert set(outcomes) <= {422, 503} and outcomes[422] >= 12


def test_others_still_sign_in_when_one_address_is_out_of_tries(
    site: Starlette, judge: Judge
) -> None:
    for _ in range(10):
        guest(site).post("/begeleider", data={"passcode": "fout"})
    answer = guest(site).post("/begeleider", data={"passcode": PASSCODE})
    assert answer.status_code == 429 and "Te veel foute pogingen" in answer.text
    other = guest(site, "192.168.1.51")
    assert other.post("/begeleider", data={"passcode": PASSCODE}).status_code == 303


def test_a_right_passcode_is_no_try(site: Starlette, judge: Judge) -> None:
    client = guest(site)
    for _ in range(30):
        assert client.post("/begeleider", data={"passcode": PASSCODE}).status_code == 303


def test_another_address_in_a_header_gives_no_new_tries(site: Starlette, judge: Judge) -> None:
    client = guest(site)
    for number in range(12):
        headers = {"X-Forwarded-For": f"10.0.0.{number}"}
        answer = client.post("/begeleider", data={"passcode": "fout"}, headers=headers)
    assert answer.status_code == 429


@pytest.mark.parametrize("passcode", ["      ", "\t\t\t\t\t\t", "\u200b" * 8, "\u3164" * 8])
def test_a_passcode_that_nobody_sees_is_refused(served: Store, passcode: str) -> None:
    with pytest.raises(Refused, match="niet alleen spaties"):
        access.set_passcode(served, passcode)
    assert not access.passcode_is_set(served)


def test_the_passcode_of_the_installation_is_hashed_once_and_is_not_blank(
    served: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert access.refused_passcode() == ""
    monkeypatch.setenv("ODV_PASSCODE", "   ")
    assert "alleen uit spaties" in access.refused_passcode()
    monkeypatch.setenv("ODV_PASSCODE", "van de server" * 30)
    hashed = Counter[str]()
    made = access._hasher.hash

    class Counting:
        verify = staticmethod(access._hasher.verify)

        @staticmethod
        def hash(content: bytes) -> str:
            hashed["times"] += 1
            return made(content)

    monkeypatch.setattr(access, "_hasher", Counting)
    assert access.refused_passcode() == ""
    assert access.passcode_fits(served, "van de server" * 30)
    assert not access.passcode_fits(served, "van de server")
    assert hashed["times"] == 1


@pytest.fixture
def several(served: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """An installation with An and Bo."""
    monkeypatch.setattr(access, "_hasher", PasswordHasher(time_cost=1, memory_cost=64))
    monkeypatch.setattr(signin, "_wrong_names", Attempts(allowed=10, seconds=300))
    monkeypatch.setattr(signin, "_NAME_DELAY", 0.0)
    monkeypatch.setattr("pages.web.delay._SECONDS", 0.0)
    access.set_passcode(served, PASSCODE)
    an = organisers.begin(served, "An", "wachtwoord van an", "")
    with acting(Acting(an, True)):
        organisers.add(served, "Bo", "wachtwoord van bo")
    return served


def enters(client: TestClient, name: str, passcode: str) -> tuple[int, str]:
    answer = client.post("/begeleider", data={"name": name, "passcode": passcode})
    return answer.status_code, answer.text


@pytest.mark.parametrize("name", ["Bo", "bo", " BO "])
def test_an_organiser_comes_in_by_name_and_passcode(
    several: Store, site: Starlette, name: str
) -> None:
    bo = next(one for one in organisers.everybody(several) if one.name == "Bo")
    organisers.choose_first_passcode(several, bo.id, "zelf gekozen")
    client = guest(site)
    assert enters(client, name, "zelf gekozen")[0] == 303
    with several.read() as db:
        who = access.signed_in(db, client.cookies.get("odv_begeleider"))
    assert who is not None and who.name == "Bo" and not who.administrator


@pytest.mark.parametrize(
    ("name", "passcode"),
    [("Bo", "wachtwoord van an"), ("Cis", "wachtwoord van bo"), ("", PASSCODE), ("Bo", PASSCODE),
     ("x" * 100_000, "x" * 100_000), ("\ud800", "\ud800"), ("<b>", "\x00")],
)  # fmt: skip
def test_whatever_is_wrong_reads_the_same(
    several: Store, site: Starlette, name: str, passcode: str
) -> None:
    status, text = enters(guest(site), name.encode("utf-8", "replace").decode(), passcode.encode(
        "utf-8", "replace").decode())  # fmt: skip
    assert status == 422
    assert "Die naam en toegangscode horen niet bij elkaar." in text
    assert 'value="<' not in text


def test_what_was_typed_as_name_stays(several: Store, site: Starlette) -> None:
    assert 'value="Bo &lt;"' in enters(guest(site), "Bo <", "fout")[1]


def test_nobody_is_locked_out_by_wrong_tries_of_others(several: Store, site: Starlette) -> None:
    for number in range(30):
        guest(site, f"10.0.0.{number}").post(
            "/begeleider", data={"name": "Bo", "passcode": "geraden"}
        )
    assert signin._wrong_names.exhausted(name_key("bo"))
    assert enters(guest(site), "Bo", "wachtwoord van bo")[0] == 303
    assert enters(guest(site), "An", "wachtwoord van an")[0] == 303


def test_tries_with_a_name_wait_after_many_wrong_ones(
    several: Store, site: Starlette, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []

    async def wait(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr("pages.web.signin.asyncio.sleep", wait)
    for number in range(12):
        enters(guest(site, f"10.0.0.{number}"), "Bo", "geraden")
    assert len(waited) == 2
    enters(guest(site), "An", "geraden")
    assert len(waited) == 2
