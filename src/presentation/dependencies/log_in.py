"""Log-in with the limits on guesses, for every page and route that takes a password."""

from typing import TypeVar

from src.application.use_cases.auth.log_in import LogIn, LogInCommand
from src.domain.errors import InvalidCredentials, TicketingError
from src.presentation.dependencies.rate_limits import RateLimits

Opened = TypeVar("Opened")


async def limited_log_in(
    use_case: LogIn[Opened], limits: RateLimits, command: LogInCommand
) -> Opened:
    """Log in, unless this client, or everybody together, has guessed too often."""
    await limits.hit("login", limits.client)
    # Per address and account first, so that one client cannot lock others out of an account. The
    # limit of the account is not stated: it would disclose guesses of other clients.
    here = f"{limits.client} {command.email}"
    async with (
        limits.guess("login", here, _is_wrong),
        limits.guess("login", command.email, _is_wrong, rule="account", is_stated=False),
    ):
        return await use_case.execute(command)


def _is_wrong(refusal: TicketingError) -> bool:
    return isinstance(refusal, InvalidCredentials)
