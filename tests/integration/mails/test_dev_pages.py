"""The mails that were written to a folder, as developers look at them; and where they are not."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import asyncpg
import httpx
import pytest

from src.app import _warn_unless_mails_go, create_app
from src.application.dtos.mail import Attachment
from src.infrastructure.mail.compose import Sender
from src.infrastructure.mail.folder import FolderTransport
from tests.support.api import Api, Person, assert_problem
from tests.support.database import test_settings as settings_for
from tests.support.fakes.mails import FakeAttachments
from tests.support.logs import captured_logs
from tests.support.mails import outgoing_mail
from tests.support.settings import SECRET


class Pages:
    """An application that writes mails to a folder of the test's own."""

    def __init__(self, api: Api, folder: Path) -> None:
        self.client = api.client
        self.container = api.container
        self.folder = folder

    async def deliver(self) -> str:
        """Send what is planned; the address of the newest mail."""
        with captured_logs() as logs:
            await self.container.jobs.relay_outbox().execute()
            await self.container.mailing.send_mails().execute()
        written = [entry for entry in logs.entries if entry["event"] == "mail_written"]
        return str(written[-1]["open"])


@pytest.fixture
async def pages(api: Api, database_url: str, tmp_path: Path) -> AsyncIterator[Pages]:
    settings = settings_for(database_url, data_dir=tmp_path, public_url="http://test")
    app = create_app(settings, {"clock": api.clock, "mail_attachments": FakeAttachments()})
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield Pages(Api(client, app.state.container, api.clock), tmp_path / "outbox")


async def test_a_mail_is_listed_and_shown_without_running_anything_of_it(
    api: Api, organizer: Person, buyer: Person, pages: Pages
) -> None:
    empty = await pages.client.get("/dev/mails")
    assert (empty.status_code, "There are none yet" in empty.text) == (200, True)
    event = await api.event(organizer, title="<script>alert(1)</script> ไทย")
    booking = await api.book(buyer, event["id"])
    address = await pages.deliver()
    listed = await pages.client.get("/dev/mails")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; ไทย" in listed.text
    assert address.removeprefix("http://test") in listed.text
    shown = await pages.client.get(address)
    assert shown.status_code == 200
    assert "<script" not in shown.text
    for part in ("From", str(buyer.user.email), "Message-ID", "auto-generated", "ไทย"):
        assert part in shown.text
    assert 'sandbox="allow-popups allow-popups-to-escape-sandbox"' in shown.text
    content = await pages.client.get(f"{address}/html")
    policy = content.headers["content-security-policy"]
    assert policy.startswith("sandbox") and "default-src 'none'" in policy
    assert "allow-scripts" not in policy
    code = booking["tickets"][0]["ticket_code"]
    assert code in content.text
    attached = await pages.client.get(f"{address}/attachments/0")
    assert (attached.content, attached.headers["content-type"]) == (
        code.encode(),
        "application/pdf",
    )
    assert attached.headers["content-disposition"] == "attachment"
    missing = await pages.client.get(f"{address}/attachments/1")
    assert missing.status_code == 404


@pytest.mark.parametrize(
    "name", ["00000000-0000-4000-8000-000000000000", "..%2Fsecret.key", "secret", "%00"]
)
async def test_nothing_else_can_be_opened(pages: Pages, name: str) -> None:
    pages.folder.mkdir()
    (pages.folder.parent / "secret.key").write_text("secret")
    (pages.folder / "secret.eml").write_text("secret")
    for suffix in ("", "/html", "/attachments/0"):
        response = await pages.client.get(f"/dev/mails/{name}{suffix}")
        assert response.status_code == 404
        assert "secret\n" not in response.text


@pytest.mark.parametrize(
    "settings",
    [
        {
            "environment": "production",
            "secret_key": SECRET,
            "smtp_url": "smtp://localhost",
            "mail_from": "a@b.example",
        },
        {"environment": "production", "secret_key": SECRET},
        {"smtp_url": "smtp://localhost", "mail_from": "a@b.example"},
    ],
)
async def test_there_is_no_such_page_where_mails_are_sent(
    database_url: str, settings: dict[str, str]
) -> None:
    app = create_app(settings_for(database_url, **settings))
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        response = await client.get("/dev/mails")
    assert_problem(response, 404, "not_found")


@pytest.mark.parametrize(("smtp_url", "warnings"), [("smtp://localhost", 0), (None, 1)])
async def test_production_without_a_mail_server_says_so_and_keeps_mails(
    api: Api,
    organizer: Person,
    buyer: Person,
    database_url: str,
    connection: asyncpg.Connection,
    smtp_url: str | None,
    warnings: int,
) -> None:
    production = settings_for(
        database_url,
        environment="production",
        secret_key=SECRET,
        smtp_url=smtp_url,
        mail_from="Shop <shop@test.example>",
    )
    container = create_app(production).state.container
    with captured_logs() as logs:
        _warn_unless_mails_go(container)
    found = [entry for entry in logs.entries if entry["event"] == "no_mail_server"]
    assert len(found) == warnings
    if smtp_url is None:
        await api.book(buyer, (await api.event(organizer))["id"])
        await api.container.jobs.relay_outbox().execute()
        assert await container.mailing.send_mails().execute() == 0
        assert await connection.fetchval("SELECT status FROM mails") == "waiting"


async def test_the_log_has_a_link_to_some_mails_and_counts_the_others(tmp_path: Path) -> None:
    folder = FolderTransport(tmp_path, Sender("Shop <shop@test.example>"), "/dev/mails")
    mails = [outgoing_mail() for _ in range(5)]
    with captured_logs() as logs:
        async with folder.session() as session:
            for mail in mails:
                await session.send(mail)
    logged = [(entry["event"], entry["open"], entry.get("count")) for entry in logs.entries]
    links = [("mail_written", f"/dev/mails/{mail.message_id}", None) for mail in mails[:2]]
    assert logged == [*links, ("more_mails_written", "/dev/mails", 3)]
    assert len(await folder.newest(limit=10)) == 5


def test_an_attachment_without_a_name_has_one(tmp_path: Path) -> None:
    folder = FolderTransport(tmp_path, sender=None, pages="")  # type: ignore[arg-type]
    name = str(uuid4())
    (tmp_path / f"{name}.eml").write_text(
        "Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        "--b\nContent-Type: text/plain\n\nhello\n"
        "--b\nContent-Type: application/pdf\nContent-Disposition: attachment\n\nx\n--b--\n"
    )
    mail = folder._get(name)
    assert mail.text.strip() == "hello"
    assert [type(item) for item in mail.attachments] == [Attachment]
    assert mail.attachments[0].filename == "attachment"
