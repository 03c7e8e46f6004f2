"""Who was given a passcode chooses an own one before anything opens."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from pages.web import signin
from pages.web.access import FACILITATOR_COOKIE
from pages.web.first_passcode import PATH
from state import access, organisers
from state.access import Attempts
from state.database import Store
from tests.pages import organisers_site
from tests.pages.organisers_site import Two

GIVEN, OWN = "wachtwoord van bo", "alleen van mij"


@pytest.fixture
def two(data: Store, monkeypatch: pytest.MonkeyPatch) -> Two:
    monkeypatch.setattr(access, "_hasher", organisers_site.FAST)
    monkeypatch.setattr(signin, "_wrong_passcodes", Attempts(allowed=10, seconds=300))
    return organisers_site.two_organisers(data)


@pytest.fixture
def served(two: Two) -> Starlette:
    return organisers_site.site()


@pytest.fixture
def bo(served: Starlette) -> TestClient:
    """Bo's browser, which holds nothing yet."""
    return TestClient(served, client=("192.168.1.61", 1), follow_redirects=False)


def enters(bo: TestClient, passcode: str, target: str = "/") -> str:
    answer = bo.post(f"/begeleider?naar={target}", data={"name": "Bo", "passcode": passcode})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def test_the_given_passcode_only_leads_to_choosing_another(two: Two, bo: TestClient) -> None:
    asked = enters(bo, GIVEN, "/traject?t=x")
    assert asked == f"{PATH}?naar=/traject%3Ft%3Dx"
    assert FACILITATOR_COOKIE not in bo.cookies
    assert "Kies je eigen toegangscode" in bo.get(asked).text
    assert bo.get("/traject").headers["location"].startswith("/begeleider")
    answer = bo.post(asked, data={"passcode": OWN})
    assert (answer.status_code, answer.headers["location"]) == (303, "/traject?t=x")
    with two.store.read() as db:
        who = access.signed_in(db, bo.cookies.get(FACILITATOR_COOKIE))
    assert who is not None and who.name == "Bo"
    # Once: from then on the own one leads straight in, and the given one nowhere.
    assert enters(bo, OWN) == "/"
    refused = bo.post("/begeleider", data={"name": "Bo", "passcode": GIVEN})
    assert refused.status_code == 422


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (GIVEN, "Dat is de code die je kreeg."), ("kort", "minstens 6 tekens"),
        ("", "minstens 6 tekens"), ("        ", "niet alleen spaties"), ("x" * 9000, "minstens"),
    ],
)  # fmt: skip
def test_an_unfit_one_is_refused(two: Two, bo: TestClient, typed: str, said: str) -> None:
    asked = enters(bo, GIVEN)
    answer = bo.post(asked, data={"passcode": typed})
    assert answer.status_code == 422
    assert said in answer.text
    assert FACILITATOR_COOKIE not in bo.cookies
    assert enters(bo, GIVEN).startswith(PATH)


def test_who_did_not_sign_in_is_led_there(two: Two, bo: TestClient) -> None:
    for answer in (bo.get(PATH), bo.post(PATH, data={"passcode": OWN})):
        assert (answer.status_code, answer.headers["location"]) == (303, "/begeleider?naar=/")
    bo.cookies.set(FACILITATOR_COOKIE, two.first_token)
    assert bo.get(PATH).status_code == 303


def test_a_passcode_given_anew_is_asked_for_again(two: Two, bo: TestClient) -> None:
    organisers.choose_first_passcode(two.store, two.second.organiser_id, OWN)
    assert enters(bo, OWN) == "/"
    organisers.set_passcode(two.store, two.second.organiser_id, "weer een andere", given=True)
    assert enters(bo, "weer een andere").startswith(PATH)
    organisers.change_own_passcode(two.store, two.second.organiser_id, "weer een andere", OWN, "")
    assert enters(bo, OWN) == "/"
