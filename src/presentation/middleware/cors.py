"""Which browser applications may call the API."""

from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from src.domain.errors import MalformedRequest
from src.presentation.utils.problem import problem_response


class Cors(CORSMiddleware):
    """Starlette's, with the one error form for a preflight request that is refused."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "OPTIONS":
            headers = Headers(scope=scope)
            if "origin" in headers and "access-control-request-method" in headers:
                response = self.preflight_response(request_headers=headers)
                if response.status_code >= 400:
                    response = _refusal(Request(scope), response)
                await response(scope, receive, send)
                return
        await super().__call__(scope, receive, send)


def _refusal(request: Request, refused: Response) -> Response:
    # Starlette's own sentence names what was not allowed.
    sentence = f"{bytes(refused.body).decode()}."
    response = problem_response(request, MalformedRequest(sentence))
    kept = {name: value for name, value in refused.headers.items() if name == "vary"}
    response.headers.update(kept)
    return response
