"""Keys that sign the QR codes of tickets: `python -m src.cli ticket-keys`."""

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from src.cli.support import fail, open_container, open_database, read_settings
from src.config import Settings

if TYPE_CHECKING:
    from src.infrastructure.security.ticket_tokens import StoredKey

ticket_keys = typer.Typer(
    help="List and revoke the keys that sign the QR codes of tickets.", no_args_is_help=True
)


@ticket_keys.command("list")
def list_keys() -> None:
    """List the keys, oldest first, and say which one signs now."""
    settings = read_settings()
    with open_database(settings) as url:
        keys, current = asyncio.run(_read(settings, url))
    for key in keys:
        state = f"revoked {key.revoked_at:%Y-%m-%d %H:%M} UTC" if key.revoked_at else "valid"
        signs = ", signs new codes" if key.id == current else ""
        typer.echo(f"{key.id}  since {key.created_at:%Y-%m-%d %H:%M} UTC  {state}{signs}")


@ticket_keys.command()
def revoke(
    key_id: Annotated[int, typer.Argument(help="The number that `ticket-keys list` shows.")],
) -> None:
    """Make all QR codes that this key signed invalid, because the key has become known.

    Set another TICKET_KEY first, and restart the service. Holders then download their tickets
    again; ticket codes stay valid.
    """
    settings = read_settings()
    with open_database(settings) as url:
        is_found = asyncio.run(_revoke(settings, url, key_id))
    if not is_found:
        fail(f"There is no key {key_id}. `ticket-keys list` shows all.")
    typer.echo(f"Key {key_id} is revoked: scanners refuse the QR codes that it signed.")


async def _read(settings: Settings, url: str) -> "tuple[list[StoredKey], int]":
    from src.infrastructure.security.ticket_tokens import stored_keys

    async with open_container(settings, url) as container:
        tokens = container.adapters.ticket_tokens()
        await tokens.register()
        return await stored_keys(), tokens.key_id


async def _revoke(settings: Settings, url: str, key_id: int) -> bool:
    from src.infrastructure.security.ticket_tokens import revoke_key

    async with open_container(settings, url):
        return await revoke_key(key_id)
