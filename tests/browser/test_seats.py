"""Choosing seats as a person does: by mouse, finger, keyboard and list, against somebody faster."""

import json
from typing import Any
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import CDPSession, Page, Route, expect

from src.domain.entities.section_plan import PlannedSeat, SectionPlan
from src.domain.services.hall_layout import lay_out
from tests.browser.conftest import OpenPage
from tests.browser.seat_halls import HallOnSale, arena, theatre
from tests.support.browser.site import Site

MOST_SECONDS_UNTIL_READY = 1.0
MOST_MILLISECONDS_OF_A_FRAME = 1000 / 60

POSITION = """id => {
    const { map } = document.getElementById("seat-chooser").seats;
    const place = map.plan.places.get(id), box = map.canvas.getBoundingClientRect();
    return [box.left + map.plan.x[place] * map.camera.scale + map.camera.x,
            box.top + map.plan.y[place] * map.camera.scale + map.camera.y, map.camera.scale];
}"""
CHOSEN = (
    """() => document.getElementById("seat-chooser").seats.choice.ids().sort((a, b) => a - b)"""
)
SETTLED = """() => {
    const { camera } = document.getElementById("seat-chooser").seats.map;
    return camera.glide === null;
}"""


@pytest.fixture
def hall(site: Site) -> HallOnSale:
    """Balcony rows A and B of six seats, then Stalls rows A to C of ten."""
    return theatre(site, service_fee_fixed="1.50")


def open_hall(page: Page, hall: HallOnSale, query: str = "") -> Page:
    page.goto(f"/events/{hall.event_id}/seats{query}")
    page.wait_for_selector("#seat-chooser[data-ready]")
    return page


def chosen(page: Page) -> list[int]:
    ids: list[int] = page.evaluate(CHOSEN)
    return ids


def press(page: Page, seat_id: int) -> None:
    """Press where the seat is drawn."""
    page.wait_for_function(SETTLED)
    x, y, _ = page.evaluate(POSITION, seat_id)
    page.mouse.click(x, y)


def test_mouse_chooses_and_removes_and_the_sum_has_the_fees(
    desktop: Page, hall: HallOnSale
) -> None:
    page = open_hall(desktop, hall)
    front, balcony = hall.ids[12], hall.ids[2]
    press(page, front)
    press(page, balcony)
    assert chosen(page) == sorted([front, balcony])
    expect(page.locator("#hold-seats")).to_have_text("Hold 2 seats, €73.00")
    expect(page.locator("#seats-fees")).to_contain_text("€3.00")
    press(page, front)
    assert chosen(page) == [balcony]
    page.get_by_role("button", name="Remove Balcony, row A, seat 3").click()
    assert chosen(page) == []
    expect(page.locator("#seats-sum")).to_have_text("No seat chosen yet")


def test_keyboard_goes_from_seat_to_seat_and_says_where_it_is(
    desktop: Page, hall: HallOnSale
) -> None:
    page = open_hall(desktop, hall)
    page.locator("#seat-canvas").focus()
    live = page.locator("#seat-words")
    page.keyboard.press("Home")
    for _ in range(8):
        page.keyboard.press("ArrowUp")
    page.keyboard.press("Home")
    expect(live).to_have_text("Stalls, row A, seat 1, Stalls, €50.00, free")
    page.keyboard.press("ArrowRight")
    expect(live).to_contain_text("row A, seat 2")
    page.keyboard.press("ArrowDown")
    expect(live).to_contain_text("row B, seat 2")
    page.keyboard.press("Enter")
    expect(live).to_have_text("Stalls, row B, seat 2, €50.00: chosen.")
    assert chosen(page) == [hall.ids[12 + 11]]
    page.keyboard.press(" ")
    assert chosen(page) == []


def test_list_and_map_are_in_step_and_the_limit_is_named(phone: Page, hall: HallOnSale) -> None:
    page = open_hall(phone, hall)
    boxes = [page.locator(f'input[value="{seat}"]') for seat in hall.ids[12:18]]
    for box in boxes[:4]:
        box.check()
    assert chosen(page) == hall.ids[12:16]
    boxes[4].click()
    expect(boxes[4]).not_to_be_checked()
    expect(page.locator("#seat-words")).to_contain_text("You can choose 4 seats here.")
    page.get_by_role("button", name="Remove Stalls, row A, seat 1", exact=True).click()
    expect(boxes[0]).not_to_be_checked()
    expect(page.get_by_label("wheelchair place")).to_have_count(1)


def test_finger_enlarges_first_and_then_hits_a_large_enough_seat(phone: Page, site: Site) -> None:
    big = site.once("arena", lambda: arena(site))
    page = open_hall(phone, big)
    seat = big.ids[2000]
    x, y, scale = page.evaluate(POSITION, seat)
    assert scale < 24
    page.locator("#seat-canvas").scroll_into_view_if_needed()
    x, y, _ = page.evaluate(POSITION, seat)
    page.touchscreen.tap(x, y)
    page.wait_for_function(SETTLED)
    assert chosen(page) == []
    x, y, scale = page.evaluate(POSITION, seat)
    assert scale >= 24
    page.touchscreen.tap(x, y)
    assert chosen(page) == [seat]
    for button in page.locator("[data-zoom]").all():
        box = button.bounding_box()
        assert box is not None and min(box["width"], box["height"]) >= 44


def test_best_available_is_one_press(desktop: Page, hall: HallOnSale) -> None:
    page = open_hall(desktop, hall)
    page.get_by_role("button", name="Best available").click()
    expect(page.locator(".chosen__item")).to_have_count(2)
    assert set(chosen(page)) <= set(hall.ids[12:22])


def test_who_is_too_late_keeps_the_other_seats_and_is_offered_the_nearest(
    open_page: OpenPage, hall: HallOnSale, site: Site
) -> None:
    slow, fast = open_page("desktop"), open_page("phone")
    wanted, other = hall.ids[12], hall.ids[13]
    for page in (open_hall(slow, hall), open_hall(fast, hall)):
        page.locator(f'input[value="{wanted}"]').check()
    slow.locator(f'input[value="{other}"]').check()
    site.post(f"/events/{hall.event_id}/bookings", {"seat_ids": [wanted]}, who=site.buyer)
    message = slow.locator("#seat-message")
    expect(message).to_contain_text("Stalls, row A, seat 1 has just been taken", timeout=15_000)
    assert chosen(slow) == [other]
    expect(slow.locator(f'input[value="{wanted}"]')).to_be_disabled()
    slow.get_by_role("button", name="Take Stalls, row A, seat 3 instead").click()
    assert chosen(slow) == [other, hall.ids[14]]
    expect(fast.locator("#seat-message")).to_contain_text("row A, seat 1", timeout=15_000)


def test_refused_hold_is_shown_on_the_page(desktop: Page, hall: HallOnSale) -> None:
    page = open_hall(desktop, hall)
    lost, kept = hall.ids[12], hall.ids[13]
    sent: list[dict[str, list[str]]] = []

    def refuse(route: Route) -> None:
        sent.append(parse_qs(route.request.post_data or ""))
        body: dict[str, Any] = {"problem": "Taken.", "seat_ids": [lost]}
        route.fulfill(status=200, content_type="application/json", body=json.dumps(body))

    page.route("**/hold", refuse)
    for seat in (lost, kept):
        page.locator(f'input[value="{seat}"]').check()
    page.locator("#hold-seats").click()
    expect(page.locator("#seat-message")).to_contain_text("has just been taken")
    assert sent[0]["seat_ids"] == [str(lost), str(kept)]
    assert sent[0]["key"]
    assert chosen(page) == [kept]


def test_without_scripts_rows_are_ticked_and_sent(
    phone_without_scripts: Page, hall: HallOnSale
) -> None:
    page = phone_without_scripts
    page.goto(f"/events/{hall.event_id}/seats?best=2")
    assert page.locator("input[name=seat_ids]:checked").count() == 2
    expect(page.locator("#seat-canvas")).to_be_hidden()
    page.locator(f'input[value="{hall.ids[13]}"]').check(force=True)
    with page.expect_request("**/hold") as sent:
        page.get_by_role("button", name="Hold the chosen seats").click()
    assert str(hall.ids[13]) in parse_qs(sent.value.post_data or "")["seat_ids"]


def test_python_and_script_agree_where_seats_lie(desktop: Page, hall: HallOnSale) -> None:
    page = open_hall(desktop, hall)
    names = ["Balcony"] * 12 + ["Stalls"] * 30
    rows = ["A"] * 6 + ["B"] * 6 + ["A"] * 10 + ["B"] * 10 + ["C"] * 10
    numbers = [str(n) for n in (*range(1, 7), *range(1, 7), *(list(range(1, 11)) * 3))]
    seats = [
        PlannedSeat(i, *place) for i, place in enumerate(zip(names, rows, numbers, strict=True))
    ]
    placed = SectionPlan(section="Stalls", x=3, y=5, rotation=25, angle=70, seat_spacing=1.2)
    plan = page.evaluate(
        "address => fetch(address).then(answer => answer.json())",
        f"/events/{hall.event_id}/plan.json",
    )
    stalls = next(part for part in plan["sections"] if part["name"] == "Stalls")
    stalls.update(x=3, y=5, rotation=25, angle=70, seat=1.2, row=1.2)
    drawn = page.evaluate(
        """async plan => {
            const { constructor } = document.getElementById("seat-chooser").seats.plan;
            const made = new constructor(plan);
            return Array.from(made.x, (x, i) => [x, made.y[i]]);
        }""",
        plan,
    )
    expected = [place for section in lay_out(seats, [placed]) for place in section.places()]
    assert len(drawn) == len(expected) == 42
    for found, wanted in zip(drawn, expected, strict=True):
        assert found == pytest.approx(wanted, abs=1e-3)


def test_twenty_thousand_seats_are_ready_in_a_second_and_pan_smoothly(
    desktop: Page, site: Site
) -> None:
    """What the page's own thread spends is measured: a loaded machine makes it wait, not work."""
    big = site.once("arena", lambda: arena(site))
    session = desktop.context.new_cdp_session(desktop)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    open_hall(desktop, big)
    before = _seconds_of_work(session)
    assert before < MOST_SECONDS_UNTIL_READY
    frames = desktop.evaluate(
        """async () => {
            const { map, input } = document.getElementById("seat-chooser").seats;
            map.camera.zoom(4);
            map.redraw();
            const frame = () => new Promise(requestAnimationFrame);
            await frame(); await frame();
            let count = 0;
            for (const [dx, dy] of [[6, 2], [-6, -2], [-5, 4], [5, -4]]) {
                for (let i = 0; i < 60; i++, count++) {
                    map.camera.pan(dx, dy);
                    map.ask();
                    await frame();
                }
            }
            return count;
        }"""
    )
    spent = (_seconds_of_work(session) - before) * 1000 / frames
    assert spent < MOST_MILLISECONDS_OF_A_FRAME


def _seconds_of_work(session: CDPSession) -> float:
    """What the page's own thread has worked so far, waiting apart."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration"))
