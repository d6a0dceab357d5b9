"""A page in one of its states, as the checks of every page and the photographs visit it."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.support.browser.accessibility import LookedAt
from tests.support.browser.site import Member, Site


@dataclass(frozen=True)
class Shown:
    """`name` is the file of its photograph: `event-sold-out`.

    `address` is a path, or makes what the page shows, once for each site, and answers the path.
    `who` names somebody of the site ("buyer", "organizer", "scanner", "admin"), or makes somebody.
    `act` does what leads to the state once the page is there: opens a menu, submits a form.
    """

    name: str
    address: str | Callable[[Site], str]
    who: str | Callable[[Site], Member] | None = None
    act: Callable[[Page], None] | None = None
    status: int = 200
    looked_at: tuple[LookedAt, ...] = ()
    is_photographed_whole: bool = True

    def path(self, site: Site) -> str:
        if isinstance(self.address, str):
            return self.address
        return site.once(self.address, lambda: self._made(site))

    def visitor(self, site: Site) -> Member | None:
        if self.who is None:
            return None
        if isinstance(self.who, str):
            member: Member = getattr(site, self.who)
            return member
        make = self.who
        return site.once(make, lambda: make(site))

    def visit(self, page: Page, site: Site) -> None:
        """Open it in this page, whose context has the right session, and bring it to its state."""
        answer = page.goto(self.path(site))
        assert answer is not None and answer.status == self.status, f"{page.url}: {answer}"
        if self.act is not None:
            self.act(page)
        page.evaluate("document.fonts.ready")

    def _made(self, site: Site) -> str:
        assert callable(self.address)
        return self.address(site)
