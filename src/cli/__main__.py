"""Run the command line: `python -m src.cli`."""

import os

import typer

from src.infrastructure.optional_libraries import without_unused_libraries

with without_unused_libraries():
    from src.cli.app import cli


def _open_standard_streams() -> None:
    # With a closed standard input (`<&-`) the event loop would get its descriptor, and libuv aborts
    # the process when it closes one of the first three.
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(descriptor)


def main() -> None:
    """Run the command line; an unavailable database is reported in one sentence."""
    _open_standard_streams()
    try:
        cli()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except Exception as error:
        _fail_if_database_is_unavailable(error)
        raise


def _fail_if_database_is_unavailable(error: Exception) -> None:
    from src.domain.errors import Unavailable
    from src.infrastructure.database.errors import as_refusal

    if isinstance(as_refusal(error), Unavailable):
        why = f"{type(error).__name__}: {error}".strip(": ")
        typer.echo(f"The database does not answer ({why}). Is DATABASE_URL right?", err=True)
        raise SystemExit(2) from None


if __name__ == "__main__":
    main()
