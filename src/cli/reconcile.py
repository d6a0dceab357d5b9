"""Reconcile payments and tickets: `python -m src.cli reconcile`."""

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from src.cli.support import open_container, open_database, read_settings
from src.config import Settings
from src.domain.entities.user import Actor, Role

if TYPE_CHECKING:
    from src.application.use_cases.payment.findings import Finding


OPERATOR = Actor(id=0, role=Role.ADMIN)
"""The operator of this command, who has access to the database, acts as an administrator."""


def reconcile(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only report what would be done; change nothing.")
    ] = False,
) -> None:
    """Compare payment providers, transactions, orders and tickets, and repair discrepancies.

    Prints a line for each discrepancy.

    Exit code 0: no discrepancies, or all were repaired. 1: some need a person. 2: the database
    does not answer.
    """
    from src.container.logs import set_up_logs

    settings = read_settings()
    set_up_logs(settings)
    with open_database(settings) as url:
        findings = asyncio.run(_reconcile(settings, url, is_dry_run=dry_run))
    repaired = "would be repaired" if dry_run else "repaired"
    for finding in findings:
        outcome = repaired if finding.is_repaired else "needs a person"
        typer.echo(f"{finding.subject} {finding.subject_id}: {finding.problem} ({outcome})")
    left = sum(not finding.is_repaired for finding in findings)
    if findings:
        found = len(findings)
        typer.echo(f"{found} found: {found - left} {repaired}, {left} need a person.")
    else:
        typer.echo("No discrepancies.")
    if left:
        raise typer.Exit(1)


async def _reconcile(settings: Settings, url: str, *, is_dry_run: bool) -> "list[Finding]":
    async with open_container(settings, url) as container:
        return await container.settling.reconcile().execute(OPERATOR, is_dry_run=is_dry_run)
