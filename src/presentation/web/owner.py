"""What the pages of the account share: whose they are, and what counts as a guess."""

from src.domain.entities.user import Actor
from src.domain.errors import Duplicate, Forbidden, InvalidCredentials, TicketingError
from src.presentation.web.visit import Visit


def owner_of(visit: Visit) -> Actor:
    """The viewer, who has an account. Raises LogInFirst; Forbidden for a guest."""
    actor = visit.require_actor()
    if visit.viewer is not None and visit.viewer.is_guest:
        raise Forbidden("You buy as a guest. Make an account first, or log in.")
    return actor


def wrong_password(refusal: TicketingError) -> bool:
    """Whether the refusal denies a guess of the password."""
    return isinstance(refusal, InvalidCredentials)


def taken(refusal: TicketingError) -> bool:
    """Whether the refusal says that somebody else has an address, a number or a name."""
    return isinstance(refusal, Duplicate)
