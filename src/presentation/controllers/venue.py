"""Venues and their seats."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from src.application.use_cases.venue.add_seats import AddSeats
from src.application.use_cases.venue.create_venue import CreateVenue
from src.application.use_cases.venue.delete_venue import DeleteVenue
from src.application.use_cases.venue.get_venue import GetVenue
from src.application.use_cases.venue.list_seats import ListSeats
from src.application.use_cases.venue.list_venues import ListVenues
from src.application.use_cases.venue.remove_seat import RemoveSeat
from src.application.use_cases.venue.update_venue import UpdateVenue, UpdateVenueCommand
from src.domain.repositories.page import PageRequest
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import by_id
from src.presentation.dependencies.preconditions import expected_version
from src.presentation.middleware.request_body import larger_body
from src.presentation.openapi import operation
from src.presentation.schemas.fields import PathId
from src.presentation.schemas.venue import (
    SEATS,
    AddSeatsBody,
    CreateVenueBody,
    UpdateVenueBody,
    VenueAnswer,
    VenueSeatAnswer,
)
from src.presentation.utils.encoding import Encoded
from src.presentation.utils.responses import (
    JSON,
    Done,
    created,
    done,
    location,
    paginated,
    resource,
    shared_list,
    updated,
)

router = APIRouter(prefix="/venues", tags=["Venues"])

MAX_SEATS_BODY_BYTES = 8 * 1024 * 1024
"""50,000 single seats are 3 to 4 MiB of JSON, twice that with long names."""


@router.get("", response_model=list[VenueAnswer], **operation(ListVenues, "List venues"))
async def list_venues(
    request: Request,
    use_case: Annotated[ListVenues, provided("list_venues")],
    page: Annotated[PageRequest, Depends(by_id)],
) -> Response:
    return paginated(request, await use_case.execute(page), VenueAnswer.model_validate)


@router.post(
    "",
    status_code=201,
    response_model=VenueAnswer,
    **operation(CreateVenue, "Create a venue", "forbidden"),
)
async def create_venue(
    body: CreateVenueBody,
    actor: CurrentActor,
    use_case: Annotated[CreateVenue, provided("create_venue")],
) -> Response:
    venue = await use_case.execute(actor, body.command())
    return created(VenueAnswer.model_validate(venue), location("venues", venue.id))


@router.get(
    "/{venue_id}",
    response_model=VenueAnswer,
    **operation(GetVenue, "Get a venue", "not_found", has_etag=True),
)
async def get_venue(
    request: Request,
    venue_id: PathId,
    use_case: Annotated[GetVenue, provided("get_venue")],
) -> Response:
    venue = await use_case.execute(venue_id)
    return resource(request, VenueAnswer.model_validate(venue), version=venue.version)


@router.put(
    "/{venue_id}",
    response_model=VenueAnswer,
    **operation(UpdateVenue, "Update a venue", "forbidden", "not_found", has_etag=True),
)
async def update_venue(
    venue_id: PathId,
    body: UpdateVenueBody,
    actor: CurrentActor,
    use_case: Annotated[UpdateVenue, provided("update_venue")],
    version: Annotated[int | None, Depends(expected_version)],
) -> Response:
    command = UpdateVenueCommand(venue_id, body.changes(), version)
    venue = await use_case.execute(actor, command)
    return updated(VenueAnswer.model_validate(venue), version=venue.version)


@router.delete(
    "/{venue_id}",
    response_model=Done,
    **operation(DeleteVenue, "Delete a venue", "forbidden", "not_found", "in_use"),
)
async def delete_venue(
    venue_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[DeleteVenue, provided("delete_venue")],
) -> Response:
    await use_case.execute(actor, venue_id)
    return done("The venue is deleted.")


@router.get(
    "/{venue_id}/seats",
    response_model=list[VenueSeatAnswer],
    **operation(ListSeats, "List a venue's seats", "not_found", has_etag=True),
)
async def list_seats(
    request: Request,
    venue_id: PathId,
    use_case: Annotated[ListSeats[Encoded], provided("list_seats")],
) -> Response:
    return shared_list(request, await use_case.execute(venue_id))


@router.post(
    "/{venue_id}/seats",
    status_code=201,
    response_model=list[VenueSeatAnswer],
    **operation(AddSeats, "Add seats to a venue", "forbidden", "not_found", "duplicate"),
)
@larger_body(MAX_SEATS_BODY_BYTES)
async def add_seats(
    venue_id: PathId,
    body: AddSeatsBody,
    actor: CurrentActor,
    use_case: Annotated[AddSeats, provided("add_seats")],
) -> Response:
    seats = await use_case.execute(actor, venue_id, body.new_seats())
    headers = {"Location": location("venues", venue_id, "seats")}
    return Response(SEATS.dump_json(seats), 201, headers, media_type=JSON)


@router.delete(
    "/{venue_id}/seats/{seat_id}",
    response_model=Done,
    **operation(RemoveSeat, "Remove a seat from a venue", "forbidden", "not_found", "in_use"),
)
async def remove_seat(
    venue_id: PathId,
    seat_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[RemoveSeat, provided("remove_seat")],
) -> Response:
    await use_case.execute(actor, venue_id, seat_id)
    return done("The seat is removed.")
