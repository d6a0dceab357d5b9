"""Print the OpenAPI document: `python -m src.cli openapi`."""

import json

import typer

from src.cli.support import read_settings


def openapi() -> None:
    """Print the OpenAPI document; needs no database."""
    from src.app import create_app

    document = create_app(read_settings()).openapi()
    typer.echo(json.dumps(document, indent=2, ensure_ascii=False))
