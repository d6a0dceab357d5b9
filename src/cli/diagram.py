"""Draw the database: `python -m src.cli diagram`."""

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from src.cli.support import open_database, read_settings

DOCS = Path(__file__).resolve().parents[2] / "docs"


def diagram(
    folder: Annotated[Path, typer.Argument(help="Where to write the two files.")] = DOCS,
) -> None:
    """Draw the tables of the database, and list their columns: database.svg and database.md.

    Reads the catalog of a new database with all migrations, which is removed afterwards: the
    result depends on nothing but the migrations.
    """
    from src.cli.drawing.page import page
    from src.cli.drawing.picture import picture
    from src.infrastructure.database.catalog import read_tables
    from src.infrastructure.database.migrations import migrate_up

    with tempfile.TemporaryDirectory() as data_dir:
        changes = {
            "database_url": None,
            "database_direct_url": None,
            "data_dir": Path(data_dir),
            "backup_dir": None,
        }
        with open_database(read_settings().model_copy(update=changes)) as url:
            asyncio.run(migrate_up(url))
            tables = asyncio.run(read_tables(url))
    for name, text in (("database.svg", picture(tables)), ("database.md", page(tables))):
        (folder / name).write_text(text, "utf-8")
        typer.echo(f"Written: {folder / name}")
