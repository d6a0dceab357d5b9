"""Finding events: home, lists, venues, other systems' names, pictures, what machines read."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from src.domain.entities.user import Role
from tests.support.api import Api, Person
from tests.support.pictures import poster_image
from tests.support.web import Browser, assert_page

NASTY = "</script><script>alert(1)</script>\"'<!--"


def starting(api: Api, **later: float) -> str:
    return (api.clock() + timedelta(**later)).isoformat()


async def event(api: Api, organizer: Person, **fields: Any) -> dict[str, Any]:
    return await api.event(organizer, **fields)


async def listed(browse: Browser, path: str) -> list[str]:
    """The titles of the cards at this address, in order."""
    page = await browse.get(path)
    assert page.status_code == 200, page.text
    parts = page.text.partition('id="results"')[2].split('class="event-card__title"')[1:]
    return [part.partition("</a>")[0].rpartition(">")[2] for part in parts]


async def test_an_empty_home_says_so(browse: Browser) -> None:
    assert_page(await browse.get("/"), "Nothing is on yet")


async def test_the_home_shows_what_is_on_next_and_nothing_else(
    browse: Browser, api: Api, organizer: Person
) -> None:
    await event(api, organizer, title="Later", date_time=starting(api, days=9))
    await event(api, organizer, title="Sooner", date_time=starting(api, days=2))
    await event(api, organizer, title="Hidden", status="draft")
    gone = await event(api, organizer, title="Cancelled show")
    await api.put(f"/events/{gone['id']}", organizer, {"status": "cancelled"})
    page = await browse.get("/")
    assert_page(page, "Sooner", "Later")
    assert page.text.index("Sooner") < page.text.index("Later")
    assert "Hidden" not in page.text
    assert "Cancelled show" not in page.text


async def test_what_is_over_is_not_listed(browse: Browser, api: Api, organizer: Person) -> None:
    await event(api, organizer, title="Soon over", date_time=starting(api, hours=1))
    assert await listed(browse, "/events") == ["Soon over"]
    api.clock.move(hours=2)  # type: ignore[attr-defined]
    assert await listed(browse, "/events") == ["Soon over"]
    api.clock.move(hours=3)  # type: ignore[attr-defined]
    assert await listed(browse, "/events") == []


@pytest.fixture
async def season(api: Api, organizer: Person) -> None:
    """Four events that differ in everything a filter asks for."""
    venue = await api.post(
        "/venues", organizer, {"name": "Kino", "location": "Vienna", "timezone": "Europe/Vienna"}
    )
    hour = api.clock().replace(minute=0) + timedelta(days=60)
    for title, kind, days, price, currency, more in (
        ("Alpha", "concert", 0, "30.00", "EUR", {}),
        ("Beta", "movie", 1, "10.00", "EUR", {"venue_id": venue.json()["id"]}),
        ("Gamma", "movie", 2, "0.00", "GBP", {"venue": "Old Barn"}),
        ("Delta", "sport", 40, "20.00", "EUR", {"capacity": 1}),
    ):
        await event(
            api,
            organizer,
            title=title,
            kind=kind,
            date_time=(hour + timedelta(days=days)).isoformat(),
            price=price,
            currency=currency,
            **more,
        )
    found = (await api.get("/events", params={"q": "Delta"})).json()
    await api.book(await api.person(), found[0]["id"])


@pytest.mark.usefixtures("season")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Alpha", "Beta", "Gamma", "Delta"]),
        ("?q=alph", ["Alpha"]),
        ("?q=old barn", ["Gamma"]),
        ("?place=vienna", ["Beta"]),
        ("?place=barn", ["Gamma"]),
        ("?kind=movie", ["Beta", "Gamma"]),
        ("?price=free", ["Gamma"]),
        ("?most=20&currency=EUR", ["Beta", "Delta"]),
        ("?available=on", ["Alpha", "Beta", "Gamma"]),
        ("?most=20", ["Beta", "Delta"]),
        ("?most=20&kind=movie&q=gamma", ["Gamma"]),
        ("?sort=price", ["Beta", "Delta", "Alpha", "Gamma"]),
        ("?sort=-price", ["Gamma", "Alpha", "Delta", "Beta"]),
        ("?sort=-created_at", ["Delta", "Gamma", "Beta", "Alpha"]),
        ("?kind=movie&q=gamma", ["Gamma"]),
        ("?q=nothing-like-that", []),
        ("?when=week", []),
    ],
)
async def test_a_list_shows_what_its_address_asks_for(
    browse: Browser, query: str, expected: list[str]
) -> None:
    assert await listed(browse, f"/events{query}") == expected


async def test_a_price_without_a_currency_is_in_that_of_most_events(
    browse: Browser, api: Api, organizer: Person
) -> None:
    for number in range(26):
        await event(api, organizer, title=f"Paris {number:02}", price="30.00", currency="EUR")
    await event(api, organizer, title="Tokyo", price="800", currency="JPY")
    page = await browse.get("/events?most=1000&sort=price")
    assert_page(page, "Only prices in EUR are shown. Choose a currency to see others.", "Paris")
    assert "Tokyo" not in page.text
    for number in range(30):
        await event(api, organizer, title=f"Kyoto {number:02}", price="900", currency="JPY")
    address = page.text.partition('rel="next" href="')[2].partition('"')[0].replace("&amp;", "&")
    assert await listed(browse, address) == ["Paris 24", "Paris 25"]
    assert "Only prices" not in (await browse.get("/events?most=1000&currency=JPY")).text


@pytest.mark.usefixtures("season")
async def test_days_are_from_the_first_to_the_last(browse: Browser, api: Api) -> None:
    (beta,) = (await api.get("/events", params={"q": "Beta"})).json()
    day = beta["date_time"][:10]
    assert await listed(browse, f"/events?first_day={day}&last_day={day}") == ["Beta"]
    assert await listed(browse, f"/events?first_day={day}") == ["Beta", "Gamma", "Delta"]
    assert await listed(browse, f"/events?last_day={day}") == ["Alpha", "Beta"]


@pytest.mark.usefixtures("season")
async def test_movies_have_a_list_of_their_own(browse: Browser) -> None:
    assert await listed(browse, "/movies") == ["Beta", "Gamma"]
    assert await listed(browse, "/movies?kind=concert") == ["Beta", "Gamma"]


@pytest.mark.usefixtures("season")
async def test_a_filter_that_cannot_be_read_is_named_and_asks_for_nothing(
    browse: Browser,
) -> None:
    page = await browse.get("/events?first_day=tomorrow&q=Alpha")
    assert_page(page, 'aria-invalid="true"', 'value="tomorrow"', "Beta")
    assert_page(await browse.get("/events?cursor=nonsense"), "message--problem")


async def test_pages_of_a_list_are_plain_links(
    browse: Browser, api: Api, organizer: Person
) -> None:
    for number in range(26):
        await event(api, organizer, title=f"Event {number:02}")
    page = await browse.get("/events?q=Event")
    address = page.text.partition('rel="next" href="')[2].partition('"')[0].replace("&amp;", "&")
    first, second = await listed(browse, "/events?q=Event"), await listed(browse, address)
    assert (len(first), len(second)) == (24, 2)
    assert not set(first) & set(second)
    assert 'rel="next"' not in (await browse.get(address)).text


async def test_venues_are_found_by_name_and_place(
    browse: Browser, api: Api, organizer: Person
) -> None:
    for name, location in (("Old Vic", "London"), ("Castro", "San Francisco")):
        await api.post("/venues", organizer, {"name": name, "location": location})
    assert_page(await browse.get("/venues"), "Old Vic", "Castro")
    page = await browse.get("/venues?q=francisco")
    assert_page(page, "Castro")
    assert "Old Vic" not in page.text
    assert_page(await browse.get("/venues?q=zzz"), "No venue fits")


async def test_a_venue_shows_what_is_on_there(browse: Browser, api: Api, organizer: Person) -> None:
    venue = (await api.post("/venues", organizer, {"name": "Old Vic"})).json()
    await event(api, organizer, title="Here", venue_id=venue["id"])
    await event(api, organizer, title="Elsewhere")
    moved = await browse.get(f"/venues/{venue['id']}")
    assert (moved.status_code, moved.headers["location"]) == (301, f"/venues/{venue['id']}-old-vic")
    page = await browse.get(moved.headers["location"])
    assert_page(page, "<h1>Old Vic</h1>", "Here", "openstreetmap.org")
    assert "Elsewhere" not in page.text
    assert_page(await browse.get("/venues"), "1 event to come")


@pytest.mark.parametrize(
    "path", ["/events/0", "/events/none", "/events/999999", "/events/1-x/y", "/venues/zzz"]
)
async def test_what_does_not_exist_is_404(browse: Browser, path: str) -> None:
    assert (await browse.get(path)).status_code == 404


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("/theatres", "/venues"),
        ("/profile", "/account"),
        ("/payment", "/cart"),
        ("/booking", "/events"),
        ("/home", "/"),
    ],
)
async def test_names_of_other_systems_lead_to_ours(browse: Browser, name: str, ours: str) -> None:
    answer = await browse.get(name)
    assert (answer.status_code, answer.headers["location"]) == (301, ours)


async def test_machines_find_what_is_public(browse: Browser, api: Api, organizer: Person) -> None:
    public = await event(api, organizer, title="Seen & Heard")
    await event(api, organizer, title="Hidden", status="draft")
    api.clock.move(minutes=6)  # type: ignore[attr-defined]
    sitemap = await browse.get("/sitemap.xml")
    assert sitemap.headers["content-type"].startswith("application/xml")
    assert f"/events/{public['id']}-seen-heard</loc>" in sitemap.text
    assert "hidden" not in sitemap.text
    robots = (await browse.get("/robots.txt")).text
    assert "/sitemap.xml" in robots
    assert "Disallow: /account" in robots


async def test_an_event_without_a_poster_has_a_picture_of_its_own(browse: Browser) -> None:
    answer = await browse.get("/pictures/concert-12.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "max-age" in answer.headers["cache-control"]
    assert len(answer.content) < 6000
    others = {(await browse.get(f"/pictures/{kind}-12.svg")).text for kind in ("movie", "other")}
    assert len({answer.text, *others}) == 3
    for path in ("concert-0.svg", "ballet-12.svg", "concert-12.png", "..%2fx"):
        assert (await browse.get(f"/pictures/{path}")).status_code == 404


async def test_a_poster_is_served_for_ever_and_a_drafts_to_its_managers(
    browse: Browser, api: Api, organizer: Person
) -> None:
    made = await event(api, organizer, status="draft")
    path = f"/events/{made['id']}/poster"
    answer = await api.call("PUT", path, organizer, content=poster_image(800, 600))
    digest = answer.json()["poster"].partition("-")[0]
    picture = f"/pictures/{made['id']}-{digest}-400.webp"
    rival = await api.person(Role.ORGANIZER)
    assert (await browse.get(picture)).status_code == 404
    await browse.log_in(rival)
    assert (await browse.get(picture)).status_code == 404
    await browse.log_in(organizer)
    mine = await browse.get(picture)
    assert (mine.status_code, mine.headers["content-type"]) == (200, "image/webp")
    assert mine.headers["cache-control"] == "private, no-store"
    await api.put(f"/events/{made['id']}", organizer, {"status": "active"})
    await browse.log_out()
    public = await browse.get(picture)
    assert "immutable" in public.headers["cache-control"]
    assert public.content == mine.content
    assert (await browse.get(picture.replace(digest, "0" * 16))).status_code == 404
    assert (await browse.get(picture.replace("-400", "-401"))).status_code == 404
    page = await browse.get(f"/events/{made['id']}", follow_redirects=True)
    assert_page(page, f"{picture} 400w", "image/avif", 'property="og:image"')


async def test_a_stored_script_is_text_everywhere(
    browse: Browser, api: Api, organizer: Person
) -> None:
    venue = await api.post("/venues", organizer, {"name": NASTY, "location": NASTY})
    made = await event(
        api,
        organizer,
        title=NASTY,
        description=NASTY,
        terms=NASTY,
        venue_id=venue.json()["id"],
        ticket_types=[{"name": NASTY, "price": "5.00", "capacity": 5}],
    )
    for path in (
        "/",
        "/events",
        f"/events/{made['id']}",
        "/venues",
        f"/venues/{made['venue_id']}",
        f"/events?q={NASTY}",
    ):
        page = await browse.get(path, follow_redirects=True)
        assert page.status_code == 200
        assert "<script>alert" not in page.text, path
    page = await browse.get(f"/events/{made['id']}", follow_redirects=True)
    data = page.text.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(data)["name"] == NASTY


def test_a_weekend_begins_on_friday_afternoon() -> None:
    from src.presentation.web.event_search import When, period_of

    def weekend(day: int) -> tuple[int, int, int]:
        period = period_of(When.WEEKEND, datetime(2026, 12, day, 12, tzinfo=UTC))
        assert period.first is not None
        assert period.end is not None
        return period.first.day, period.first.hour, period.end.day

    # 4 December 2026 is a Friday.
    assert [weekend(day) for day in (1, 4, 5, 6)] == [(4, 16, 7)] * 4
    assert weekend(7) == (11, 16, 14)
