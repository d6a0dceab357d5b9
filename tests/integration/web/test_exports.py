"""The pages of exports: what is there for whom, and where their forms lead."""

import re
from html import unescape

import pytest

from src.application.use_cases.event import list_managed_events
from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock, Person
from tests.support.csv_tables import csv_rows
from tests.support.invoices import be_seller, issued, paid_order
from tests.support.journals import ADVISER, read, year_around
from tests.support.payments import ScriptedProvider
from tests.support.web import Browser, assert_page

TABLES = ("orders.csv", "movements.csv", "invoices/table.csv", "reports/taxes.csv")
FORM = re.compile(
    r'<form class="filters filters--plain" method="get" action="([^"]+)">(.*?)</form>', re.DOTALL
)
OPTION = re.compile(r'<option value="(\d+)"[^>]*>([^<]+)</option>')
RIGHT = "date_from=2026-11-01&date_to=2026-11-02"
NAMES = re.compile(r' name="(\w+)"')


async def forms(browse: Browser, path: str) -> dict[str, list[str]]:
    """The names of the fields of each form by where it leads, all of which answer."""
    page = await browse.get(path)
    assert page.status_code == 200, page.text
    found = {unescape(action): NAMES.findall(inner) for action, inner in FORM.findall(page.text)}
    for action, names in found.items():
        # As browsers send a form in which nothing was chosen.
        query = dict.fromkeys(names, "")
        if action.endswith("statement.csv"):
            query = {"currency": "EUR"}
        if "interval" in query:
            query["interval"] = "day"
        table = await browse.get(action, params=query)
        assert table.status_code == 200, (action, table.text)
        assert table.headers["content-type"].startswith("text/csv")
    return found


async def test_organizer_finds_each_export_with_its_filters(
    api: Api, browse: Browser, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await browse.log_in(organizer)
    assert_page(await browse.get("/manage"), "/manage/exports")
    before = await forms(browse, "/manage/exports")
    assert [action.removeprefix("/manage/") for action in before] == [*TABLES]
    assert "/manage/invoices/journal" not in (await browse.get("/manage/exports")).text
    await be_seller(api, organizer)
    order = await paid_order(api, organizer, buyer, provider, currency="EUR", tax_rate="19.00")
    await issued(api, buyer, order)
    found = await forms(browse, "/manage/exports")
    assert found["/manage/orders.csv"] == ["event_id", "date_from", "date_to", "status"]
    assert found["/manage/movements.csv"] == ["event_id", "date_from", "date_to", "account"]
    assert found["/manage/invoices/table.csv"] == ["kind", "year"]
    assert found["/manage/reports/taxes.csv"] == ["event_id", "date_from", "date_to", "interval"]
    assert found["/manage/settlement/statement.csv"] == ["currency", "date_from", "date_to"]
    assert_page(await browse.get("/manage/exports"), "/manage/invoices/journal")


async def test_filters_of_movements_and_invoices_leave_others_out(
    api: Api, browse: Browser, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await browse.log_in(organizer)
    await be_seller(api, organizer)
    order = await paid_order(
        api, organizer, buyer, provider, tax_rate="19.00", service_fee_fixed="1.00"
    )
    (invoice,) = await issued(api, buyer, order)
    path = "/manage/movements.csv"
    assert {row["account"] for row in csv_rows(await browse.get(path))} == {
        *("tickets", "fees", "taxes")
    }
    only = csv_rows(await browse.get(path, params={"account": "fees"}))
    assert {row["account"] for row in only} == {"fees"}
    assert csv_rows(await browse.get(path, params={"date_to": "2020-01-01"})) == []
    path, year = "/manage/invoices/table.csv", int(invoice["issued_at"][:4])
    assert csv_rows(await browse.get(path, params={"year": str(year)}))
    assert csv_rows(await browse.get(path, params={"year": str(year - 1)})) == []


async def test_movements_of_the_payments_page_are_of_its_event_and_days(
    api: Api, browse: Browser, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    order = await paid_order(api, organizer, buyer, provider)
    number = order["items"][0]["event_id"]
    await browse.log_in(organizer)
    # Not what else is searched for, which movements do not have.
    searched = f"/manage/payments?event_id={number}&q={order['reference']}&kind=payment&sort=oldest"
    page = await browse.get(searched)
    (link,) = re.findall(r'href="(/manage/movements\.csv[^"]*)"', page.text)
    assert unescape(link) == f"/manage/movements.csv?event_id={number}"
    assert csv_rows(await browse.get(unescape(link)))


async def test_administrator_gets_the_journal_of_the_platform(
    api: Api, browse: Browser, organizer: Person, buyer: Person, provider: ScriptedProvider
) -> None:
    await browse.log_in(organizer)
    for path in ("/admin/exports", "/admin/journal", "/admin/journal.csv"):
        assert (await browse.get(path)).status_code in (403, 404)
    await paid_order(api, organizer, buyer, provider, currency="EUR")
    await browse.log_in(await api.person(Role.ADMIN))
    found = await forms(browse, "/admin/exports")
    assert {*found} == {
        *("/admin/orders.csv", "/admin/movements.csv"),
        *("/manage/invoices/table.csv", "/manage/reports/taxes.csv"),
    }
    assert_page(await browse.get("/admin/exports"), "/admin/journal", "/admin/settlement")
    assert_page(await browse.get("/admin/journal"), "70000", "4970", "6855")
    asked = {name: str(value) for name, value in ADVISER.items()}
    asked |= year_around(api.clock().date())
    asked |= {"currency": "EUR", "chart": "04", "account_length": "4", "seller_id": ""}
    _, lines = read(await browse.get("/admin/journal.csv", params=asked))
    (line,) = lines
    assert (line["Konto"], line["Gegenkonto (ohne BU-Schlüssel)"]) == ("1460", "70000")
    wrong = await browse.get("/admin/journal.csv", params={**asked, "timezone": "Mars/Base"})
    assert wrong.status_code == 422
    nobody = await browse.get("/admin/journal.csv", params={**asked, "seller_id": "987654"})
    assert_page(nobody, "Nobody has said yet who sells", status=404)


async def test_ended_and_cancelled_events_are_offered_and_the_others_are_found_by_their_title(
    browse: Browser, api: Api, organizer: Person, clock: MovableClock
) -> None:
    ended = await api.event(organizer, title="Spring Gala")
    rival = await api.person(Role.ORGANIZER)
    foreign = await api.event(rival, title="Foreign Gala")
    clock.move(days=40)
    cancelled = await api.event(organizer, title="Summer Gala")
    path = f"/api/v1/events/{cancelled['id']}"
    body = {"status": "cancelled"}
    assert (await api.client.put(path, json=body, headers=organizer.headers)).status_code == 200
    await browse.log_in(organizer)
    choices = api.container.management.list_event_choices()
    assert [event.id for event in (await choices.execute(organizer.actor)).items] == [
        cancelled["id"],
        ended["id"],
    ]
    for page in ("/manage/exports", "/manage/reports", "/manage/orders"):
        text = (await browse.get(page)).text
        offered = dict(OPTION.findall(text))
        assert re.fullmatch(r"Summer Gala · .+ · cancelled", offered[str(cancelled["id"])])
        assert re.fullmatch(r"Spring Gala · .+ · ended", offered[str(ended["id"])])
        assert str(foreign["id"]) not in offered
        assert text.index("Summer Gala") < text.index("Spring Gala")
        assert 'name="event_q"' not in text
        found = (await browse.get(f"{page}?event_q=spring")).text
        assert str(ended["id"]) in (offered := dict(OPTION.findall(found)))
        assert str(cancelled["id"]) not in offered
        assert 'name="event_q" type="search" maxlength="100" value="spring"' in found
        assert "No event has this in its title." in (await browse.get(f"{page}?event_q=%25")).text


async def test_a_search_for_events_is_offered_beyond_a_hundred(
    browse: Browser, api: Api, organizer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_managed_events, "MAX_EVENT_CHOICES", 2)
    ids = [(await api.event(organizer, title=f"Night {n}"))["id"] for n in range(3)]
    await browse.log_in(organizer)
    text = (await browse.get(f"/manage/reports?event_id={ids[0]}")).text
    offered = dict(OPTION.findall(text))
    assert offered[str(ids[0])] == f"Event {ids[0]}"
    assert 'name="event_q"' in text and str(ids[1]) in offered and str(ids[2]) in offered
    assert 'name="event_q"' in (await browse.get("/manage/exports")).text


async def test_days_that_cannot_be_read_are_named_beside_their_field_and_give_no_file(
    browse: Browser, organizer: Person
) -> None:
    await browse.log_in(organizer)
    query = "date_from=31.12.2026"
    for page in ("orders", "bookings", "payments", "reports", "settlement"):
        answer = await browse.get(f"/manage/{page}?{query}")
        assert answer.status_code == 422, page
        if page != "settlement":
            assert "Please write a date, such as 2026-12-25." in answer.text
            assert 'name="date_from" type="text" value="31.12.2026" aria-invalid="true"' in (
                answer.text
            )
    for name in ("orders", "bookings", "payments", "movements", "reports/taxes"):
        file = await browse.get(f"/manage/{name}.csv?{query}")
        assert file.status_code == 422, name
        assert "Please write a date, such as 2026-12-25." in file.text
        assert (await browse.get(f"/manage/{name}.csv?{RIGHT}")).status_code == 200
