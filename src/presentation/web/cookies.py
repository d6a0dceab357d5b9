"""The cookies of the pages: none of them can be read by a script."""

from starlette.requests import HTTPConnection
from starlette.responses import Response

LANGUAGE_DAYS = 365
MESSAGE_SECONDS = 60
LOG_IN_SECONDS = 600


class Cookies:
    """Names, writes and reads the cookies.

    Where the service is reached by https their names begin with `__Host-`, so that no neighbour
    of the host can set them, and they are sent by https alone. Below a `path` of a host that
    others serve too they are sent there alone, and begin with `__Secure-`: browsers accept the
    other beginning for a whole host only.
    """

    def __init__(self, *, is_secure: bool, path: str, session_seconds: int) -> None:
        self._is_secure = is_secure
        self._path = path
        self._session_seconds = session_seconds
        beginning = "__Host-" if path == "/" else "__Secure-"
        prefix = beginning if is_secure else ""
        self.session = f"{prefix}session"
        self.language = f"{prefix}language"
        self.message = f"{prefix}message"
        self.log_in = f"{prefix}login"

    def session_of(self, connection: HTTPConnection) -> str | None:
        """The secret of the browser's session, if it sent one."""
        return connection.cookies.get(self.session)

    def set_session(self, response: Response, secret: str) -> None:
        """Let the browser keep the secret of its session."""
        self._set(response, self.session, secret, self._session_seconds)

    def set_language(self, response: Response, language: str) -> None:
        """Let the browser keep the language that was chosen."""
        self._set(response, self.language, language, LANGUAGE_DAYS * 86_400)

    def set_message(self, response: Response, encoded: str) -> None:
        """Let the browser bring a sentence to the next page."""
        self._set(response, self.message, encoded, MESSAGE_SECONDS)

    def set_log_in(self, response: Response, secret: str) -> None:
        """Let the browser keep the secret of its log-in at the outside provider."""
        self._set(response, self.log_in, secret, LOG_IN_SECONDS)

    def log_in_of(self, connection: HTTPConnection) -> str | None:
        """The secret of the log-in that the browser has begun, if it sent one."""
        return connection.cookies.get(self.log_in)

    def delete(self, response: Response, name: str) -> None:
        """Let the browser forget a cookie."""
        self._set(response, name, "", 0)

    def _set(self, response: Response, name: str, value: str, seconds: int) -> None:
        response.set_cookie(
            name,
            value,
            max_age=seconds,
            path=self._path,
            secure=self._is_secure,
            httponly=True,
            samesite="lax",
        )
