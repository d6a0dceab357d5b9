"""Pages of prices: tiers and open prices edited, shown and bought; tickets given away."""

from typing import Any

from src.domain.entities.user import Role
from tests.support.api import Api, Person
from tests.support.web import Browser, assert_page, assert_redirects, key_of

TIERS = [{"name": "Early bird", "price": "20.00", "up_to": 12, "until": "2089-05-01T18:00:00Z"}]


async def type_of(api: Api, event: dict[str, Any], who: Person | None = None) -> dict[str, Any]:
    (kind,) = (await api.get(f"/events/{event['id']}/ticket-types", who)).json()
    found: dict[str, Any] = kind
    return found


async def event_with(api: Api, organizer: Person, **kind: Any) -> dict[str, Any]:
    kinds = [{"name": "Standard", "price": "30.00", **kind}]
    return await api.event(
        organizer,
        ticket_types=kinds,
        timezone="Europe/Berlin",
        date_time="2090-01-01T00:00:00Z",
        capacity=50,
    )


async def test_tiers_are_typed_kept_changed_and_removed(
    api: Api, browse: Browser, organizer: Person
) -> None:
    event = await event_with(api, organizer)
    kind = await type_of(api, event)
    page = f"/manage/events/{event['id']}/types/{kind['id']}"
    await browse.log_in(organizer)
    shown = await browse.get(page)
    form = {
        **{"key": key_of(shown), "version": "1", "name": "Standard", "price": "30.00"},
        **{"tier_0_name": "Early bird", "tier_0_price": "20,00", "tier_0_up_to": "12"},
        "tier_0_until": "2089-05-01T20:00",
    }
    assert_redirects(await browse.post(page, form), f"/manage/events/{event['id']}/types")
    stored = await type_of(api, event)
    assert stored["price_tiers"] == TIERS
    shown = await browse.get(page)
    assert_page(shown, 'value="Early bird"', 'value="2089-05-01T20:00"', 'value="12"')
    assert 'name="tier_2_name"' in shown.text and 'name="tier_3_name"' not in shown.text
    same = {**form, "key": "same", "version": "2"}
    assert_redirects(await browse.post(page, same), f"/manage/events/{event['id']}/types")
    again = (await api.get(f"/ticket-types/{kind['id']}")).headers["etag"]
    assert again.startswith('"2-')
    endless = {**same, "key": "endless", "tier_2_name": "Late", "tier_2_price": "25"}
    refused = await browse.post(page, endless)
    assert_page(refused, 'id="field-tier_2_until-problem"', "ends: at a time", status=422)
    wrong = {**same, "key": "wrong", "tier_0_price": "cheap"}
    assert_page(await browse.post(page, wrong), 'id="field-tier_0_price-problem"', status=422)
    without = {name: value for name, value in same.items() if not name.startswith("tier_")}
    without |= {"key": "without", "is_price_open": "on"}
    assert_redirects(await browse.post(page, without), f"/manage/events/{event['id']}/types")
    stored = await type_of(api, event)
    assert (stored["price_tiers"], stored["is_price_open"]) == ([], True)


async def test_the_event_says_until_when_a_price_is_and_what_comes_then(
    api: Api, browse: Browser, organizer: Person
) -> None:
    event = await event_with(api, organizer, price_tiers=TIERS)
    page = await browse.client.get(f"/events/{event['id']}", follow_redirects=True)
    assert_page(page, "Early bird", "12 left at this price", "then US$30.00", "US$20.00")
    found = await browse.get(f"/events?q={event['title'].replace(' ', '+')}")
    assert_page(found, "from US$20.00")


async def test_the_overview_says_the_prices_in_force_and_what_is_hidden(
    api: Api, browse: Browser, organizer: Person
) -> None:
    tiered = await event_with(api, organizer, price_tiers=TIERS)
    opened = await event_with(api, organizer, price="5.00", is_price_open=True, is_hidden=True)
    await browse.log_in(organizer)
    page = await browse.get(f"/manage/events/{tiered['id']}")
    assert_page(page, "Early bird", "US$20.00")
    assert "US$30.00" not in page.text
    assert "Hidden" not in page.text
    assert_page(await browse.get(f"/manage/events/{opened['id']}"), "from US$5.00", "Hidden")


async def test_a_visitor_gives_more_and_less_is_said_to_be_too_little(
    api: Api, browse: Browser, organizer: Person, buyer: Person
) -> None:
    event = await event_with(api, organizer, price="5.00", is_price_open=True)
    kind = await type_of(api, event)
    await browse.log_in(buyer)
    page = await browse.client.get(f"/events/{event['id']}", follow_redirects=True)
    assert_page(page, "from US$5.00", f'name="price_{kind["id"]}"')
    hold = f"/events/{event['id']}/hold"
    form = {"key": "hold-1", f"type_{kind['id']}": "2", f"price_{kind['id']}": "4"}
    beside = f'id="field-price_{kind["id"]}-problem"'
    little = await browse.post(hold, form)
    assert_page(little, "costs at least 5.00", beside, 'value="4"', 'value="2"', status=422)
    form |= {"key": "hold-2", f"price_{kind['id']}": "much"}
    unread = await browse.post(hold, form)
    assert_page(unread, "as a number", beside, 'value="much"', 'value="2"', status=422)
    form |= {"key": "hold-3", f"price_{kind['id']}": "7.50"}
    held = await browse.post(hold, form)
    assert_page(await browse.get(held.headers["location"]), "US$15.00")


async def test_a_cart_shows_both_prices_and_takes_what_is_given(
    api: Api, browse: Browser, organizer: Person, buyer: Person
) -> None:
    tiered = await event_with(api, organizer, price_tiers=[{**TIERS[0], "up_to": 1}])
    opened = await event_with(api, organizer, price="5.00", is_price_open=True)
    kinds = [await type_of(api, event) for event in (tiered, opened)]
    await browse.log_in(buyer)
    form = {f"type_{kind['id']}": "2" for kind in kinds}
    assert_redirects(await browse.post("/cart", form), "/cart")
    cart = await browse.get("/cart")
    assert_page(cart, "1 \u00d7 US$20.00", "1 \u00d7 US$30.00", 'name="unit_price"')
    item = next(
        row["id"]
        for row in (await api.get(f"/cart/user/{buyer.id}", buyer)).json()
        if row["is_price_open"]
    )
    given = {"quantity": "2", "unit_price": "9,50"}
    assert_redirects(await browse.post(f"/cart/items/{item}", given), "/cart")
    assert_page(await browse.get("/cart"), "US$19.00", "US$69.00")
    little = {"quantity": "2", "unit_price": "1"}
    assert_page(await browse.post(f"/cart/items/{item}", little), "at least 5.00", status=409)


async def test_an_organizer_gives_tickets_away_once_and_reads_why(
    api: Api, browse: Browser, organizer: Person
) -> None:
    event = await api.event(organizer, payment="online", service_fee_fixed="1.00")
    kind = await type_of(api, event)
    await browse.log_in(organizer)
    page = f"/manage/events/{event['id']}/sales"
    form = {
        "key": key_of(await browse.get(page)),
        "ticket_type_id": str(kind["id"]),
        "quantity": "2",
        "name": "Ada",
        "email": "ada@test.example",
        "reason": "Press, for the <review>",
    }
    given = [await browse.post(f"{page}/complimentary", form) for _ in range(2)]
    assert given[0].headers["location"] == given[1].headers["location"]
    booking = await browse.get(given[0].headers["location"])
    assert_page(booking, "The tickets go to ada@test.example", "Press, for the &lt;review&gt;")
    assert_page(booking, "Complimentary", "confirmed")
    assert (await api.get(f"/events/{event['id']}")).json()["total_tickets_sold"] == 2
    assert_page(await browse.get(f"/manage/events/{event['id']}/guests"), "Complimentary")
    missing = await browse.post(f"{page}/complimentary", {**form, "key": "x", "reason": ""})
    assert_page(missing, 'id="gift-reason-problem"', 'value="Ada"', status=422)
    many = await browse.post(f"{page}/complimentary", {**form, "key": "y", "quantity": "9"})
    assert_page(many, 'value="Ada"', status=422)
    rival = await api.person(Role.ORGANIZER)
    await browse.log_in(rival)
    assert (await browse.post(f"{page}/complimentary", {**form, "key": "z"})).status_code == 404
