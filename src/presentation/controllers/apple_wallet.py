"""What phones ask of the passes that they have: Apple's PassKit Web Service."""

from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import partial
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Header, Query, Response

from src.application.use_cases.wallet.get_latest_pass import GetLatestPass
from src.application.use_cases.wallet.list_updated_passes import ListUpdatedPasses
from src.application.use_cases.wallet.register_device import RegisterDevice
from src.application.use_cases.wallet.unregister_device import UnregisterDevice
from src.presentation.dependencies.injection import provided
from src.presentation.openapi import operation
from src.presentation.schemas.fields import PathText
from src.presentation.schemas.wallet import AppleDeviceBody, UpdatedPassesAnswer
from src.presentation.utils.files import APPLE_PASS_RESPONSES, ApplePassResponse
from src.presentation.utils.responses import Done, created, done, location, ok

router = APIRouter(prefix="/apple-wallet/v1", tags=["Wallets"])

PassToken = Annotated[
    str | None,
    Header(alias="Authorization", description="`ApplePass` and the token in the pass."),
]
LATEST_TAG = 253_402_300_799
"""The last second of the year 9999."""

UNCHANGED = "Not modified since the time sent as `If-Modified-Since`"
REGISTRATION = "/devices/{device}/registrations/{pass_type_id}/{serial}"


@router.post(
    REGISTRATION,
    status_code=201,
    response_model=Done,
    responses={200: {"model": Done, "description": "The device was known."}},
    **operation(RegisterDevice, "Register a device that has a pass", "not_authenticated"),
)
async def register_apple_device(
    device: PathText,
    pass_type_id: PathText,
    serial: PathText,
    body: AppleDeviceBody,
    use_case: Annotated[RegisterDevice, provided("register_device")],
    authorization: PassToken = None,
) -> Response:
    is_new = await use_case.execute(
        device, pass_type_id, serial, token=_token(authorization), push_token=body.push_token
    )
    answer = Done(message="The device is registered.")
    if not is_new:
        return ok(answer)
    place = map(partial(quote, safe=""), (device, "registrations", pass_type_id, serial))
    return created(answer, location("apple-wallet", "v1", "devices", *place))


@router.delete(
    REGISTRATION,
    response_model=Done,
    **operation(UnregisterDevice, "Unregister a device that had a pass", "not_authenticated"),
)
async def unregister_apple_device(
    device: PathText,
    pass_type_id: PathText,
    serial: PathText,
    use_case: Annotated[UnregisterDevice, provided("unregister_device")],
    authorization: PassToken = None,
) -> Response:
    await use_case.execute(device, pass_type_id, serial, token=_token(authorization))
    return done("The device is not registered any more.")


@router.get(
    "/devices/{device}/registrations/{pass_type_id}",
    response_model=UpdatedPassesAnswer,
    responses={204: {"description": "Nothing has changed."}},
    **operation(ListUpdatedPasses, "List the passes of a device that have changed"),
)
async def list_updated_apple_passes(
    device: PathText,
    pass_type_id: PathText,
    use_case: Annotated[ListUpdatedPasses, provided("list_updated_passes")],
    since: Annotated[int, Query(alias="passesUpdatedSince", ge=0, le=LATEST_TAG)] = 0,
) -> Response:
    found = await use_case.execute(device, since)
    if not found.serials:
        return Response(status_code=204)
    return ok(UpdatedPassesAnswer(serial_numbers=found.serials, last_updated=str(found.tag)))


@router.get(
    "/passes/{pass_type_id}/{serial}",
    response_class=ApplePassResponse,
    responses={**APPLE_PASS_RESPONSES, 304: {"description": UNCHANGED}},
    **operation(GetLatestPass, "Get the newest state of a pass", "not_authenticated", "not_found"),
)
async def get_latest_apple_pass(
    pass_type_id: PathText,
    serial: PathText,
    use_case: Annotated[GetLatestPass, provided("get_latest_pass")],
    authorization: PassToken = None,
    if_modified_since: Annotated[str | None, Header()] = None,
) -> Response:
    known = _date(if_modified_since)
    latest = await use_case.execute(pass_type_id, serial, token=_token(authorization), known=known)
    headers = {"Last-Modified": format_datetime(latest.changed_at.astimezone(UTC), usegmt=True)}
    if latest.content is None:
        return Response(status_code=304, headers=headers)
    answer = ApplePassResponse.named(latest.content, f"{serial}.pkpass")
    answer.headers.update(headers)
    return answer


def _token(authorization: str | None) -> str:
    scheme, _, token = (authorization or "").partition(" ")
    return token if scheme == "ApplePass" else ""


def _date(header: str | None) -> datetime | None:
    """The time of `If-Modified-Since`; what is no time counts as none, as HTTP has it."""
    try:
        found = parsedate_to_datetime(header or "")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
