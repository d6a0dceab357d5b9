"""The headers of requests and responses that the OpenAPI document names."""

from typing import Any, NamedTuple

from src.presentation.dependencies.strict_route import LENIENT
from src.presentation.utils.problem import MEDIA_TYPE

Schema = dict[str, Any]

HAS_ETAG = "x-has-etag"
"""The mark of an operation that answers a resource with its ETag."""

PLAIN = ("application/json", "text/plain", "text/event-stream")
"""What is read where it is answered; everything else is a file with a name."""


class Header(NamedTuple):
    """What a header of a response says; `is_always_sent` with the responses that name it."""

    says: str
    example: str
    is_always_sent: bool = False


HEADERS: dict[str, Header] = {
    "X-Correlation-ID": Header(
        "The id of this request in the logs.", "0d4e8a1f6b2c4d8e9f00112233445566", True
    ),
    "ETag": Header(
        "The state of the resource, for `If-None-Match` and `If-Match`.",
        '"3-5f1d7c2a9b8e4f60"',
        True,
    ),
    "Last-Modified": Header(
        "When the resource changed, for `If-Modified-Since`.", "Fri, 20 Nov 2026 12:00:00 GMT", True
    ),
    "Link": Header(
        'The address of the next page, with rel="next"; absent on the last.',
        '</api/v1/events?cursor=abc>; rel="next"',
    ),
    "X-Next-Cursor": Header("The `cursor` of the next page; absent on the last.", "abc"),
    "X-Total-Count": Header("How many rows the table had when it was begun.", "1000", True),
    "Location": Header("The address of the new resource.", "/api/v1/events/1", True),
    "Content-Disposition": Header(
        "The name to save the file under.", 'attachment; filename="event-1.ics"', True
    ),
    "Retry-After": Header("The seconds after which to try again.", "1"),
    "WWW-Authenticate": Header("How to authenticate.", "Bearer", True),
    "Preference-Applied": Header("The preference that was honoured.", LENIENT),
    "Idempotency-Replayed": Header(
        "`true` if this is the response of an earlier request; absent otherwise.", "true"
    ),
    "RateLimit": Header(
        "What is left of each limit that applied, and in how many seconds there is more.",
        '"login";r=9;t=39',
    ),
    "RateLimit-Policy": Header(
        "Each limit that applied: the number of attempts and the seconds.", '"login";q=10;w=60'
    ),
}

IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "schema": {"type": "string", "title": "If-None-Match"},
    "description": "The ETag of a state that is known: 304 if it is still that one.",
}

PREFER = "Prefer"
LENIENCE = {
    "name": PREFER,
    "in": "header",
    "required": False,
    "schema": {"type": "string", "title": PREFER},
    "description": "`handling=lenient` has unknown fields and query parameters ignored (RFC 7240); "
    "they are refused otherwise.",
}

NOT_MODIFIED = "Not modified: the state still has the ETag sent as `If-None-Match`"


def header_reference(name: str) -> Schema:
    """The headers of a response that has this one beside those of every response."""
    return {name: {"$ref": f"#/components/headers/{name}"}}


def header_components() -> Schema:
    """Every header as a component, by its name."""
    return {
        name: {
            "description": header.says,
            "required": header.is_always_sent,
            "schema": {"type": "string"},
            "example": header.example,
        }
        for name, header in HEADERS.items()
    }


def state_headers(described: Schema, method: str) -> None:
    """Name the headers of the operation's responses, and the one to ask for a newer state."""
    has_etag = described.pop(HAS_ETAG, False)
    if has_etag and method == "get":
        described["responses"]["304"] = {"description": NOT_MODIFIED}
        described["responses"] = dict(sorted(described["responses"].items()))
        described.setdefault("parameters", []).append(dict(IF_NONE_MATCH))
    names = {parameter["name"].lower() for parameter in described.get("parameters", ())}
    is_limited = "429" in described["responses"]
    for status, response in described["responses"].items():
        wanted = ["X-Correlation-ID", *_of_success(status, response, names, has_etag=has_etag)]
        wanted += _of_refusal(status, response)
        if is_limited and status < "500":
            wanted += ["RateLimit", "RateLimit-Policy"]
        response["headers"] = {
            name: {"$ref": f"#/components/headers/{name}"} for name in wanted
        } | response.get("headers", {})


def _of_success(status: str, response: Schema, names: set[str], *, has_etag: bool) -> list[str]:
    wanted = []
    if has_etag and status in ("200", "304"):
        wanted.append("ETag")
    if "if-modified-since" in names and status in ("200", "304"):
        wanted.append("Last-Modified")
    if "cursor" in names and status == "200":
        wanted += ["Link", "X-Next-Cursor"]
    is_file = any(media_type not in PLAIN for media_type in response.get("content", ()))
    # Many resources that were made at once are listed in a file; none of them is the location.
    if status == "201" and not is_file:
        wanted.append("Location")
    if "idempotency-key" in names and status.startswith("2"):
        wanted.append("Idempotency-Replayed")
    if is_file and status in ("200", "201") and not has_etag:
        wanted.append("Content-Disposition")
    return wanted


def _of_refusal(status: str, response: Schema) -> list[str]:
    codes = response.get("content", {}).get(MEDIA_TYPE, {}).get("examples", ())
    if status == "401":
        return ["WWW-Authenticate"]
    if (status in ("429", "503") and codes) or "idempotency_in_progress" in codes:
        return ["Retry-After"]
    return []


def state_lenience(described: Schema) -> None:
    """The operation refuses what it does not know, unless the client prefers otherwise."""
    described.setdefault("parameters", []).append({"$ref": f"#/components/parameters/{PREFER}"})
    for status, response in described["responses"].items():
        if status.startswith("2"):
            reference = {"$ref": "#/components/headers/Preference-Applied"}
            response["headers"]["Preference-Applied"] = reference
