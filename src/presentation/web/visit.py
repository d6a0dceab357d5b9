"""A browser's request for a page: who looks at it, in what language, and what it is answered."""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any, TypeVar
from urllib.parse import quote, unquote, urlsplit

from fastapi import Depends, Request, Response
from fastapi.responses import RedirectResponse

from src.application.dtos.viewer import Viewer
from src.domain.entities.user import Actor, Role
from src.domain.errors import Forbidden, TicketingError, ValidationFailed
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.shared.language import Language
from src.presentation.schemas.fields import UNSTORABLE
from src.presentation.utils.path_prefix import prefix_of, public_path, with_prefix
from src.presentation.utils.problem import status_of
from src.presentation.web import refusals
from src.presentation.web.cookies import Cookies
from src.presentation.web.forms import Form, Model, several
from src.presentation.web.rendering import html_response, rendered
from src.presentation.web.words import accepted_language, translations

MAX_FIELDS = 2000
MAX_FILES = 2
LONGEST_MESSAGE = 1000
LONGEST_PATH = 1000
PERSONAL = {"Cache-Control": "private, no-store"}

Value = TypeVar("Value")


class LogInFirst(Exception):
    """The page is for somebody who is logged in; the browser is sent to the log-in and back."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class Visit:
    """One request of a browser.

    `viewer` is None for somebody who is not logged in. A message that a redirect brought along is
    shown by the page that is rendered, once.
    """

    def __init__(self, request: Request, viewer: Viewer | None) -> None:
        self.request = request
        self.viewer = viewer
        self._cookies: Cookies = request.app.state.providers["cookies"]()
        self.speak(self._language())
        self._secret: str | None = None
        self._is_forgotten = False
        self._is_personal = False

    @property
    def actor(self) -> Actor | None:
        """The viewer as use cases check it."""
        if self.viewer is None:
            return None
        correlation_id = getattr(self.request.state, "correlation_id", None)
        return replace(self.viewer.actor, correlation_id=correlation_id)

    def require_actor(self) -> Actor:
        """The viewer as use cases check it. Raises LogInFirst when nobody is logged in."""
        if (actor := self.actor) is None:
            raise LogInFirst(self._way_back())
        self._is_personal = True
        return actor

    def require_role(self, *roles: Role) -> Actor:
        """The viewer, who has one of the roles or is an admin. Raises LogInFirst, Forbidden."""
        actor = self.require_actor()
        if not actor.is_admin and actor.role not in roles:
            raise Forbidden("Your account may not open this page.")
        return actor

    @property
    def here(self) -> str:
        """The address of this page, with its query."""
        query = f"?{self.request.url.query}" if self.request.url.query else ""
        return f"{self.request.url.path}{query}"

    def public(self, path: str) -> str:
        """One of our paths as a browser asks for it: for JSON, as pages have the prefix anyway."""
        return public_path(self.request, path)

    @property
    def session_secret(self) -> str | None:
        """The secret of the browser's session, whether or not it still names one."""
        return self._cookies.session_of(self.request)

    @property
    def is_guest(self) -> bool:
        """Whether somebody looks who buys without an account."""
        return self.viewer is not None and self.viewer.is_guest

    @property
    def former_session(self) -> str | None:
        """The secret of the session that a log-in ends at once; a guest's is needed after it."""
        return None if self.is_guest else self.session_secret

    def parameter(self, name: str) -> str:
        """A parameter of the address; empty without one, and where it could not be stored."""
        value = self.request.query_params.get(name, "")
        return "" if UNSTORABLE.search(value) else value

    @property
    def device(self) -> str | None:
        """What the browser calls itself."""
        return self.request.headers.get("user-agent")

    def speak(self, language: Language) -> None:
        """Answer in this language from now on."""
        self.language = language
        words = translations(language)
        self.gettext = words.gettext
        self.ngettext = words.ngettext

    def remember(self, secret: str) -> None:
        """Let the next response log the browser in."""
        self._secret = secret

    def forget(self) -> None:
        """Let the next response log the browser out."""
        self._is_forgotten = True

    async def form(self, model: type[Model]) -> Form[Model]:
        """The form that was sent; its `data` is None where it has problems."""
        sent = await self.request.form(max_files=MAX_FILES, max_fields=MAX_FIELDS)
        pairs = ((name, value) for name, value in sent.multi_items() if isinstance(value, str))
        form: Form[Model] = Form(several(pairs))
        form.read(model, self.gettext)
        return form

    def query(self, model: type[Model]) -> Form[Model]:
        """What the address asks for, as a form: search fields and filters."""
        form: Form[Model] = Form(several(self.request.query_params.multi_items()))
        form.read(model, self.gettext)
        return form

    def asked(self, model: type[Model]) -> Model:
        """What the address of a file asks for. Raises ValidationFailed for the first problem.

        A page can name a filter that it could not read; a file would be another one than was meant.
        """
        form = self.query(model)
        if form.data is None:
            name, sentence = next(iter(form.problems.items()), ("", form.problem or ""))
            raise ValidationFailed(f"query.{name}", sentence)
        return form.data

    def idempotent(self, form: Form[Any]) -> IdempotentRequest:
        """What makes sending this form twice have one effect. Raises LogInFirst."""
        return form.idempotent(self.require_actor().id, self.request.url.path)

    def refuse(self, form: Form[Any], refusal: TicketingError, *, field: str | None = None) -> int:
        """Show in the form what a use case refused, in the visitor's language; the status.

        `field` has the password that may be wrong.
        """
        form.refuse(refusal, self.sentence(refusal), password=field)
        return self.status_of(refusal)

    @staticmethod
    def status_of(refusal: TicketingError) -> int:
        """The status of a form that was refused: 422, unless the status says more."""
        status = status_of(refusal)
        return status if status in (404, 429) or status >= 500 else 422

    def sentence(self, refusal: TicketingError) -> str:
        """A refusal in the visitor's language."""
        return refusals.sentence(refusal, self.language)

    @property
    def is_anybody(self) -> bool:
        """Whether nothing of this browser shows on a page but its language."""
        return self.viewer is None and self._cookies.message not in self.request.cookies

    def render(
        self,
        template: str,
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        **values: object,
    ) -> Response:
        """The page, or with JavaScript a part of one."""
        return self.respond(self.text(template, **values), status, headers)

    def text(self, template: str, **values: object) -> str:
        """The page as text."""
        context = {
            "shop": self.request.app.title,
            "visit": self,
            "viewer": self.viewer,
            "path": self.request.url.path,
            "message": self._message(),
            **values,
        }
        return with_prefix(rendered(self.language, template, context), prefix_of(self.request))

    def respond(
        self, text: str, status: int = 200, headers: Mapping[str, str] | None = None
    ) -> Response:
        """A response with this page; its message was shown.

        What is for one person stays in no browser, where the next one could go back to it.
        """
        response = html_response(
            text,
            status,
            {**(PERSONAL if self._is_personal else {}), **(headers or {})},
            is_gzip_accepted="gzip" in self.request.headers.get("accept-encoding", ""),
        )
        if self._cookies.message in self.request.cookies:
            self._cookies.delete(response, self._cookies.message)
        return self.with_session(response)

    def redirect(self, path: str, message: str | None = None) -> Response:
        """303 to one of our pages, which shows the message."""
        response = RedirectResponse(local_path(path), 303, {"Cache-Control": "no-store"})
        if message is not None:
            encoded = base64.urlsafe_b64encode(message[:LONGEST_MESSAGE].encode()).decode()
            self._cookies.set_message(response, encoded)
        return self.with_session(response)

    def set_language(self, response: Response, language: Language) -> Response:
        """Let the browser keep the language."""
        self._cookies.set_language(response, language.value)
        return response

    def with_session(self, response: Response) -> Response:
        """The response, which logs the browser in or out if that was asked for."""
        if self._secret is not None:
            self._cookies.set_session(response, self._secret)
        elif self._is_forgotten:
            self._cookies.delete(response, self._cookies.session)
        return response

    def _message(self) -> str | None:
        encoded = self.request.cookies.get(self._cookies.message)
        if not encoded:
            return None
        try:
            return base64.b64decode(encoded, altchars=b"-_", validate=True).decode()
        except (binascii.Error, ValueError):
            return None

    def _language(self) -> Language:
        chosen = self.request.cookies.get(self._cookies.language, "")
        if chosen in Language.__members__.values():
            return Language(chosen)
        if self.viewer is not None and self.viewer.language is not None:
            return self.viewer.language
        return accepted_language(self.request.headers.get("accept-language", ""))

    def _way_back(self) -> str:
        """The page to return to: the one that a form was sent from, if this is a form."""
        if self.request.method == "GET":
            return self.here
        sent_from = urlsplit(self.request.headers.get("referer", "")).path
        return local_path(sent_from.removeprefix(prefix_of(self.request)) or "/")


def local_path(address: str) -> str:
    """The address if it is a path of this service, else `/`: nobody is sent to another site."""
    path = address.partition("?")[0].partition("#")[0]
    # As a proxy may read it that decodes, once or twice, before it passes an address on.
    read = (address, path, unquote(path), unquote(unquote(path)))
    is_local = all(form.startswith("/") and not form.startswith("//") for form in read)
    is_clean = all(form.isprintable() and "\\" not in form for form in read)
    return address if is_local and is_clean and len(address) <= LONGEST_PATH else "/"


async def current_visit(request: Request) -> Visit:
    """Return the visit. A session that has ended is that of somebody who is not logged in."""
    providers = request.app.state.providers
    secret = providers["cookies"]().session_of(request)
    viewer = await providers["load_viewer"]().execute(secret) if secret else None
    if viewer is not None:
        request.state.user_id = viewer.id
        request.state.viewer = viewer
    return Visit(request, viewer)


CurrentVisit = Annotated[Visit, Depends(current_visit)]


async def log_in_first(_: Request, error: Exception) -> Response:
    """Send the browser to the log-in, and back afterwards."""
    assert isinstance(error, LogInFirst)
    return RedirectResponse(
        f"/login?next={quote(error.address, safe='/')}", 303, {"Cache-Control": "no-store"}
    )
