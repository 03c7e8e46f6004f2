"""Documents in a process beside the server."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import report.worker
from report.order import Made, Order
from report.pipe import send
from report.worker import Worker, answer_to, main
from state import agreements, consent, copies, meetings, tracks
from state.database import Store
from state.problems import Refused
from tests.report.forms import reading


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


def words(made: Made) -> str:
    return " ".join(reading.pages_of_pdf(made.content)).replace("\xa0", " ")


def test_the_evening_is_made_beside_the_server(
    store: Store, meeting: str, join: Callable[..., str], worker: Worker
) -> None:
    join("Katrien")
    agreements.add(store, meeting, "Wout belt", "2026-12-04")
    told = words(worker.make(store, Order("evening", meeting, "pdf")))
    assert "Eén mens, één deur" in told and "Katrien" in told
    assert "vrijdag 4 december" in told and "Wout belt" in told
    # The process stays, and sees what changed meanwhile.
    agreements.add(store, meeting, "Samir kookt")
    assert "Samir kookt" in words(worker.make(store, Order("evening", meeting, "pdf")))


def test_a_process_that_died_is_started_again(store: Store, meeting: str, worker: Worker) -> None:
    worker.warm()
    assert worker._process is not None
    worker._process.kill()
    worker._process.wait()
    assert worker.make(store, Order("evening", meeting, "html")).content


def test_what_is_gone_is_refused_with_its_sentence(store: Store, worker: Worker) -> None:
    with pytest.raises(Refused, match="Dit is er niet, of niet voor jou"):
        worker.make(store, Order("evening", "geen", "pdf"))


def answered(store: Store, order: Order) -> str:
    """The words of a document in HTML, made in this process."""
    kind, made = answer_to(pickle.dumps((order, copies.packed(store))))
    assert kind == "made" and isinstance(made, Made)
    return made.content.decode()


def test_names_follow_what_people_chose(
    store: Store, track: str, meeting: str, join: Callable[..., str]
) -> None:
    people = {name: join(name, at) for at, name in enumerate(("Katrien", "Samir", "Wout"))}
    consent.give(store, people["Katrien"], "named")
    consent.give(store, people["Samir"], "nameless")
    evening = answered(store, Order("evening", meeting, "html"))
    assert "Katrien" in evening and "Wout" in evening and "Samir" not in evening
    nameless = answered(store, Order("evening", meeting, "html", named=False))
    assert [name for name in people if name in nameless] == []


def test_a_bundle_is_of_one_organisation(
    store: Store, track: str, organisations: tuple[str, ...], meeting: str,
    join: Callable[..., str],
) -> None:  # fmt: skip
    own = join("Katrien")
    join("Samir", 1)
    told = answered(store, Order("bundle", track, "html", person=own))
    assert "De Brug" in told and "Katrien" in told and "Samir" not in told
    tracks.remove_person(store, own)
    with pytest.raises(AssertionError):
        answered(store, Order("bundle", track, "html", person=own))


def test_the_next_meeting_is_told(store: Store, track: str, meeting: str) -> None:
    meetings.add(store, track, "Uitwisseling", "2027-01-12", "Bij Zevenhoek")
    told = answered(store, Order("evening", meeting, "html"))
    assert "Tot dan" in told and "Dinsdag 12 januari 2027" in told and "Bij Zevenhoek" in told


def test_several_at_once_each_get_their_own(
    store: Store, track: str, meeting: str, join: Callable[..., str], worker: Worker
) -> None:
    join("Katrien")
    other = meetings.add(store, track, "Uitwisseling", "2027-01-12")
    orders = [Order("evening", meeting, "html"), Order("evening", other, "html"),
              Order("report", track, "html"), Order("evening", "geen", "html")]  # fmt: skip

    def made(order: Order) -> str:
        try:
            return worker.make(store, order).title
        except Refused as refusal:
            return str(refusal)

    with ThreadPoolExecutor(4) as pool:
        titles = list(pool.map(made, [*orders, *orders]))
    assert titles[:4] == titles[4:]
    assert titles[0] == "De bijeenkomst op één blad: Startbijeenkomst"
    assert titles[1] == "De bijeenkomst op één blad: Uitwisseling"
    assert titles[2] == "Over de vloer in Gent: verslag van het traject"
    assert titles[3].startswith("Dit is er niet, of niet voor jou")


def test_a_process_that_has_grown_large_ends_instead_of_waiting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    message = io.BytesIO()
    send(message, pickle.dumps("anything"))
    monkeypatch.setattr(report.pipe, "_MOST_BYTES", 1)
    monkeypatch.setattr("os.nice", lambda by: by)
    source = io.BytesIO(message.getvalue())
    main(source, io.BytesIO())
    assert source.tell() == 0
    # Where the system does not tell, it goes on.
    monkeypatch.setattr(report.pipe, "_MEMORY", Path("geen"))
    assert not report.pipe.is_large()
