"""Setting, removing and reading an event's poster."""

import pytest

from src.application.concurrency.snapshots import Snapshots
from src.application.dtos.event import EventSnapshot
from src.application.use_cases.event.get_poster import GetPoster, PictureKey
from src.application.use_cases.event.remove_poster import RemovePoster
from src.application.use_cases.event.set_poster import SetPoster
from src.domain.entities.event import EventStatus
from src.domain.entities.poster import MAX_BYTES, Poster
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden, NotFound, ValidationFailed
from src.domain.repositories.poster import PictureFormat
from tests.support.examples import ADMIN, BUYER, EVENT_ID, ORGANIZER, RIVAL, make_event, make_type
from tests.support.fakes.pictures import FakePosterMaker, FakePosterRepository
from tests.support.fakes.ports import FakeUnitOfWorkFactory
from tests.support.fakes.repositories import FakeEventRepository
from tests.support.fakes.store import Store

WEBP = PictureFormat.WEBP


@pytest.fixture
def store() -> Store:
    store = Store()
    store.events[EVENT_ID] = make_event()
    return store


@pytest.fixture
def set_poster(store: Store) -> SetPoster:
    return SetPoster(FakeUnitOfWorkFactory(store), FakeEventRepository(store), FakePosterMaker())


@pytest.fixture
def remove_poster(store: Store) -> RemovePoster:
    return RemovePoster(FakeUnitOfWorkFactory(store))


@pytest.fixture
def get_poster(store: Store) -> GetPoster:
    async def read(event_id: int) -> EventSnapshot:
        return EventSnapshot(await FakeEventRepository(store).get(event_id), [make_type()])

    return GetPoster(Snapshots(read, max_age=0.0), FakePosterRepository(store))


async def test_a_poster_is_set_and_replaced(store: Store, set_poster: SetPoster) -> None:
    first = await set_poster.execute(ORGANIZER, EVENT_ID, b"image 1")
    second = await set_poster.execute(ADMIN, EVENT_ID, b"image 2")
    assert first.poster is not None
    assert second.poster == store.events[EVENT_ID].poster != first.poster
    assert {picture.content for picture in store.posters[EVENT_ID]} == {b"image 2"}
    assert [(entry.action, entry.before, entry.after) for entry in store.audit] == [
        ("event.poster_set", {"poster": None}, {"poster": first.poster}),
        ("event.poster_set", {"poster": first.poster}, {"poster": second.poster}),
    ]


@pytest.mark.parametrize(("actor", "error"), [(BUYER, Forbidden), (RIVAL, NotFound)])
async def test_nobody_else_sets_or_removes_it(
    store: Store, set_poster: SetPoster, remove_poster: RemovePoster, actor: Actor, error: type
) -> None:
    await set_poster.execute(ORGANIZER, EVENT_ID, b"image 1")
    before = store.snapshot()
    with pytest.raises(error):
        await set_poster.execute(actor, EVENT_ID, b"image 2")
    with pytest.raises(error):
        await remove_poster.execute(actor, EVENT_ID)
    assert store.snapshot() == before


@pytest.mark.parametrize("image", [b"no picture", b"image" + bytes(MAX_BYTES)])
async def test_what_makes_no_poster_changes_nothing(
    store: Store, set_poster: SetPoster, image: bytes
) -> None:
    before = store.snapshot()
    with pytest.raises(ValidationFailed):
        await set_poster.execute(ORGANIZER, EVENT_ID, image)
    assert store.snapshot() == before


async def test_a_removed_poster_is_gone(
    store: Store, set_poster: SetPoster, remove_poster: RemovePoster
) -> None:
    await set_poster.execute(ORGANIZER, EVENT_ID, b"image 1")
    await remove_poster.execute(ORGANIZER, EVENT_ID)
    assert store.events[EVENT_ID].poster is None
    assert not store.posters
    with pytest.raises(NotFound):
        await remove_poster.execute(ORGANIZER, EVENT_ID)


async def test_a_picture_is_found_by_its_digest_and_width(
    set_poster: SetPoster, get_poster: GetPoster
) -> None:
    event = await set_poster.execute(ORGANIZER, EVENT_ID, b"image 1")
    assert event.poster is not None
    digest = Poster.named(event.poster).digest
    found = await get_poster.execute(None, PictureKey(EVENT_ID, digest, 800, WEBP))
    assert (found.content, found.is_public) == (b"image 1", True)
    for other in (
        PictureKey(EVENT_ID, digest, 801, WEBP),
        PictureKey(EVENT_ID, digest, 800, PictureFormat.JPEG),
        PictureKey(EVENT_ID, "0" * 16, 800, WEBP),
        PictureKey(EVENT_ID + 1, digest, 800, WEBP),
    ):
        with pytest.raises(NotFound):
            await get_poster.execute(None, other)


async def test_the_poster_of_a_draft_is_its_managers_alone(
    store: Store, set_poster: SetPoster, get_poster: GetPoster
) -> None:
    event = await set_poster.execute(ORGANIZER, EVENT_ID, b"image 1")
    store.events[EVENT_ID].status = EventStatus.DRAFT
    assert event.poster is not None
    wanted = PictureKey(EVENT_ID, Poster.named(event.poster).digest, 800, WEBP)
    assert not (await get_poster.execute(ORGANIZER, wanted)).is_public
    for stranger in (None, BUYER, RIVAL):
        with pytest.raises(NotFound):
            await get_poster.execute(stranger, wanted)


@pytest.mark.parametrize("name", ["", "0123456789abcdef", "0123456789ABCDEF-800x600", "../x-1x1"])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        Poster.named(name)
