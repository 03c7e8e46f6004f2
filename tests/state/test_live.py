"""The hub: who follows a topic hears that it changed, and no more than that."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from state import live, meetings, revisions
from state.database import Store
from state.listener import ADDRESS, AWAY, PRESENCE, Listener
from state.live import Hub

ROOT = Path(__file__).resolve().parents[2]
WAIT = 5.0
Test = Callable[[Hub], Awaitable[None]]


def with_hub(store: Store, test: Test) -> None:
    """Run a test in an event loop with a hub that watches."""

    async def run() -> None:
        hub = Hub(store)
        watching = asyncio.create_task(hub.run())
        await asyncio.sleep(0.05)
        try:
            await test(hub)
        finally:
            watching.cancel()
            await asyncio.gather(watching, return_exceptions=True)

    asyncio.run(run())


def listen(hub: Hub, meeting: str, *topics: str, person: str | None = None) -> Listener:
    listener = Listener(meeting, frozenset(topics or revisions.TOPICS), person)
    hub.add(listener)
    return listener


async def next_change(listener: Listener) -> dict[str, int]:
    return await asyncio.wait_for(listener.next_change(), WAIT)


async def changed(listener: Listener) -> dict[str, int]:
    """What is told once something is told, and until it is quiet again."""
    return await next_change(listener) | await settled(listener)


async def settled(listener: Listener) -> dict[str, int]:
    """All that is told until it has been quiet for a while."""
    told: dict[str, int] = {}
    while True:
        try:
            told |= await asyncio.wait_for(listener.next_change(), 0.4)
        except TimeoutError:
            return told


def raise_number(store: Store, meeting: str, *topics: revisions.Topic) -> None:
    with store.write() as db:
        revisions.raise_revision(db, meeting, *topics)


def test_a_page_gets_the_present_numbers_first(store: Store, meeting: str) -> None:
    async def test(hub: Hub) -> None:
        raise_number(store, meeting, "results")
        now = stored(store, meeting)
        told = await next_change(listen(hub, meeting))
        assert told == {topic: now[topic] for topic in revisions.TOPICS}

    with_hub(store, test)


def stored(store: Store, meeting: str) -> dict[str, int]:
    with store.read() as db:
        return revisions.of_meeting(db, meeting)


def test_a_page_is_notified_of_a_change(store: Store, meeting: str) -> None:
    async def test(hub: Hub) -> None:
        listener = listen(hub, meeting)
        await settled(listener)
        raise_number(store, meeting, "steps")
        assert await next_change(listener) == {"steps": stored(store, meeting)["steps"]}

    with_hub(store, test)


def test_a_page_hears_only_topics_it_follows(store: Store, meeting: str) -> None:
    async def test(hub: Hub) -> None:
        phone = listen(hub, meeting, "steps")
        screen = listen(hub, meeting, "steps", "results")
        await settled(phone), await settled(screen)
        raise_number(store, meeting, "results", "people")
        assert list(await changed(screen)) == ["results"]
        assert await settled(phone) == {}

    with_hub(store, test)


def test_a_page_hears_nothing_of_another_meeting(store: Store, track: str, meeting: str) -> None:
    async def test(hub: Hub) -> None:
        other = meetings.add(store, track, "Andere")
        here, there = listen(hub, meeting), listen(hub, other)
        await settled(here), await settled(there)
        raise_number(store, meeting, "steps")
        assert await changed(here) != {}
        assert await settled(there) == {}

    with_hub(store, test)


def test_a_burst_of_changes_is_gathered_and_ends_with_the_latest_number(
    store: Store, meeting: str
) -> None:
    async def test(hub: Hub) -> None:
        listener = listen(hub, meeting)
        await settled(listener)
        changes: list[dict[str, int]] = []

        async def follow() -> None:
            while True:
                changes.append(await listener.next_change())

        following = asyncio.create_task(follow())
        began = time.perf_counter()
        for _ in range(300):
            await asyncio.to_thread(raise_number, store, meeting, "results")
        took = time.perf_counter() - began
        await asyncio.sleep(0.3)
        following.cancel()
        assert changes[-1] == {"results": stored(store, meeting)["results"]}
        assert len(changes) <= took / live._GATHER_SECONDS + 3

    with_hub(store, test)


def test_what_is_told_is_numbers_and_nothing_else(store: Store, meeting: str) -> None:
    async def test(hub: Hub) -> None:
        listener = listen(hub, meeting, *revisions.TOPICS, PRESENCE, person="An")
        told = await changed(listener)
        assert set(told) == {*revisions.TOPICS, PRESENCE}
        assert all(type(number) is int for number in told.values())

    with_hub(store, test)


def test_a_slow_page_gets_only_the_latest_number(store: Store, meeting: str) -> None:
    async def test(hub: Hub) -> None:
        listener = listen(hub, meeting)
        for _ in range(3):
            raise_number(store, meeting, "steps")
            await asyncio.sleep(0.15)
        assert (await next_change(listener))["steps"] == stored(store, meeting)["steps"]

    with_hub(store, test)


def test_a_page_is_notified_of_commits_of_another_process(store: Store, meeting: str) -> None:
    script = (
        "import sys; from pathlib import Path; from state import meetings;"
        "from state.database import Store;"
        "meetings.show_face(Store(Path(sys.argv[1])), sys.argv[2], 'pause')"
    )

    async def test(hub: Hub) -> None:
        listener = listen(hub, meeting)
        await settled(listener)
        command = [sys.executable, "-c", script, str(store.folder), meeting]
        await asyncio.to_thread(subprocess.run, command, cwd=ROOT, check=True)
        assert list(await next_change(listener)) == ["steps"]

    with_hub(store, test)


def test_the_hub_goes_on_when_the_file_was_deleted_and_laid_back(
    store: Store, meeting: str
) -> None:
    async def test(hub: Hub) -> None:
        listener = listen(hub, meeting)
        await settled(listener)
        store.path.unlink()
        await asyncio.sleep(0.1)
        raise_number(store, meeting, "steps")
        assert "steps" in await next_change(listener)
        raise_number(store, meeting, "results")
        assert "results" in await next_change(listener)

    with_hub(store, test)


def test_who_connects_is_present_and_others_are_notified(
    store: Store, meeting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "_AWAY_SECONDS", 0.1)

    async def test(hub: Hub) -> None:
        console = listen(hub, meeting, PRESENCE)
        await settled(console)
        phone = listen(hub, meeting, "steps", person="An")
        assert hub.present(meeting) == {"An"}
        first = (await next_change(console))[PRESENCE]
        hub.discard(phone)
        assert hub.present(meeting) == set()
        assert (await next_change(console))[PRESENCE] > first
        assert await changed(phone) != {}

    with_hub(store, test)


def test_somebody_with_two_pages_is_present_until_the_last_one_goes(
    store: Store, meeting: str
) -> None:
    async def test(hub: Hub) -> None:
        pages = [listen(hub, meeting, person="An") for _ in range(2)]
        hub.discard(pages[0])
        assert hub.present(meeting) == {"An"}
        hub.discard(pages[1])
        assert hub.present(meeting) == set()

    with_hub(store, test)


def test_whoever_is_gone_for_minutes_has_left_until_the_phone_is_back(
    store: Store, meeting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "_LEFT_SECONDS", 0.2)

    async def test(hub: Hub) -> None:
        screen = listen(hub, meeting, AWAY)
        phone = listen(hub, meeting, person="an")
        await next_change(screen)
        hub.discard(phone)
        assert hub.away(meeting) == frozenset()
        await next_change(screen)
        assert hub.away(meeting) == {"an"}
        listen(hub, meeting, person="an")
        await next_change(screen)
        assert hub.away(meeting) == frozenset()

    with_hub(store, test)


def test_a_phone_that_was_connected_some_seconds_ago_still_counts_as_connected(
    store: Store, meeting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(hub: Hub) -> None:
        assert not hub.is_connected(meeting, "an")
        phone = listen(hub, meeting, person="an")
        assert hub.is_connected(meeting, "an") and not hub.is_connected(meeting, "bo")
        hub.discard(phone)
        assert hub.is_connected(meeting, "an")
        monkeypatch.setattr(live, "_AWAY_SECONDS", 0.0)
        assert not hub.is_connected(meeting, "an")

    with_hub(store, test)


def test_pages_with_an_address_are_notified_of_another_network(store: Store, meeting: str) -> None:
    async def test(hub: Hub) -> None:
        screen = listen(hub, meeting, ADDRESS)
        first = await next_change(screen)
        hub.address_changed()
        assert (await next_change(screen))[ADDRESS] == first[ADDRESS] + 1

    with_hub(store, test)


def test_screens_and_consoles_are_not_people(store: Store, meeting: str) -> None:
    async def test(hub: Hub) -> None:
        listen(hub, meeting)
        assert hub.present(meeting) == set()
        assert hub.listening() == 1

    with_hub(store, test)


def test_a_page_that_has_gone_is_told_nothing(store: Store, meeting: str) -> None:
    async def test(hub: Hub) -> None:
        listener = listen(hub, meeting)
        await settled(listener)
        hub.discard(listener)
        raise_number(store, meeting, "steps")
        assert await settled(listener) == {}
        assert hub.listening() == 0

    with_hub(store, test)


def test_a_hub_that_stopped_is_no_longer_notified(store: Store, meeting: str) -> None:
    async def test(hub: Hub) -> None:
        listen(hub, meeting)

    with_hub(store, test)
    assert store.listeners == []
    raise_number(store, meeting, "steps")
