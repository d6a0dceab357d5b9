"""The command line, also used by the Makefile and the scripts: `python -m src.cli --help`."""

import typer

from src.cli.backup import backup
from src.cli.diagram import diagram
from src.cli.migrate import migrate
from src.cli.openapi import openapi
from src.cli.pg_dump import pg_dump
from src.cli.pg_restore import pg_restore
from src.cli.psql import psql
from src.cli.reconcile import reconcile
from src.cli.recount import recount
from src.cli.run import demo, run
from src.cli.sample_data import sample_data
from src.cli.serve import serve
from src.cli.ticket_keys import ticket_keys
from src.cli.worker import worker

PASSED_ON = {"allow_extra_args": True, "ignore_unknown_options": True}

cli = typer.Typer(
    help="Event ticketing: run it, migrate its database, load sample data.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
cli.add_typer(backup, name="backup")
cli.add_typer(migrate, name="migrate")
cli.add_typer(ticket_keys, name="ticket-keys")
for command in (
    run,
    demo,
    serve,
    worker,
    sample_data,
    openapi,
    reconcile,
    recount,
    diagram,
):
    cli.command()(command)
for program in (psql, pg_dump, pg_restore):
    # All arguments, `--help` too, are the program's own.
    cli.command(add_help_option=False, context_settings=PASSED_ON)(program)
