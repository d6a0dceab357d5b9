"""What phones ask of the passes that they have: Apple's PassKit Web Service."""

from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import Annotated

from fastapi import APIRouter, Header, Path, Query, Response
from pydantic import StringConstraints

from src.application.use_cases.wallet.get_latest_pass import GetLatestPass
from src.application.use_cases.wallet.list_updated_passes import ListUpdatedPasses
from src.application.use_cases.wallet.register_device import RegisterDevice
from src.application.use_cases.wallet.unregister_device import UnregisterDevice
from src.presentation.dependencies.injection import provided
from src.presentation.openapi import NOT_MODIFIED, operation
from src.presentation.schemas.wallet import DeviceBody, UpdatedPassesAnswer
from src.presentation.utils.files import APPLE_PASS_RESPONSES, ApplePassResponse
from src.presentation.utils.responses import ok

router = APIRouter(prefix="/apple-wallet/v1", tags=["Wallets"])

Device = Annotated[str, Path(pattern=r"^[A-Za-z0-9._-]{1,100}$", examples=["6f1ed002ab5595859014"])]
PassType = Annotated[
    str, Path(pattern=r"^[A-Za-z0-9._-]{1,100}$", examples=["pass.example.tickets"])
]
Serial = Annotated[str, Path(pattern=r"^[0-9]{1,18}-[0-9]{1,9}$", examples=["4711-1"])]
PassToken = Annotated[
    Annotated[str, StringConstraints(pattern=r"^ApplePass [\x21-\x7e]{1,200}$")] | None,
    Header(alias="Authorization", description="`ApplePass` and the token in the pass."),
]
LATEST_TAG = 253_402_300_799
"""The last second of the year 9999."""

REGISTRATION = "/devices/{device}/registrations/{pass_type_id}/{serial}"


@router.post(
    REGISTRATION,
    status_code=201,
    response_class=Response,
    responses={200: {"description": "The device was known."}},
    **operation(RegisterDevice, "Register a device that has a pass", "not_authenticated"),
)
async def register_device(
    device: Device,
    pass_type_id: PassType,
    serial: Serial,
    body: DeviceBody,
    use_case: Annotated[RegisterDevice, provided("register_device")],
    authorization: PassToken = None,
) -> Response:
    is_new = await use_case.execute(
        device, pass_type_id, serial, token=_token(authorization), push_token=body.push_token
    )
    return Response(status_code=201 if is_new else 200)


@router.delete(
    REGISTRATION,
    response_class=Response,
    **operation(UnregisterDevice, "Unregister a device that had a pass", "not_authenticated"),
)
async def unregister_device(
    device: Device,
    pass_type_id: PassType,
    serial: Serial,
    use_case: Annotated[UnregisterDevice, provided("unregister_device")],
    authorization: PassToken = None,
) -> Response:
    await use_case.execute(device, pass_type_id, serial, token=_token(authorization))
    return Response(status_code=200)


@router.get(
    "/devices/{device}/registrations/{pass_type_id}",
    response_model=UpdatedPassesAnswer,
    responses={204: {"description": "Nothing has changed."}},
    **operation(ListUpdatedPasses, "List the passes of a device that have changed"),
)
async def list_updated_passes(
    device: Device,
    pass_type_id: PassType,
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
    responses={**APPLE_PASS_RESPONSES, 304: {"description": NOT_MODIFIED}},
    **operation(GetLatestPass, "Get the newest state of a pass", "not_authenticated", "not_found"),
)
async def get_latest_pass(
    pass_type_id: PassType,
    serial: Serial,
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
    return (authorization or "").removeprefix("ApplePass ")


def _date(header: str | None) -> datetime | None:
    """The time of `If-Modified-Since`; what is no time counts as none, as HTTP has it."""
    try:
        found = parsedate_to_datetime(header or "")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
