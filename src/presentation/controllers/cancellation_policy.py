"""The cancellation policies of events."""

from typing import Annotated

from fastapi import APIRouter, Response

from src.application.use_cases.event.get_cancellation_policy import GetCancellationPolicy
from src.application.use_cases.event.set_cancellation_policy import (
    RemoveCancellationPolicy,
    SetCancellationPolicy,
)
from src.presentation.dependencies.authentication import CurrentActor, OptionalActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.cancellation_policy import (
    CancellationPolicyAnswer,
    CancellationPolicyBody,
)
from src.presentation.schemas.fields import PathId
from src.presentation.utils.responses import Done, done, ok

router = APIRouter(
    prefix="/events/{event_id}/cancellation-policy", tags=["Events"], route_class=StrictRoute
)


@router.get(
    "",
    response_model=CancellationPolicyAnswer,
    **operation(GetCancellationPolicy, "Get an event's cancellation policy", "not_found"),
)
async def get_cancellation_policy(
    event_id: PathId,
    actor: OptionalActor,
    use_case: Annotated[GetCancellationPolicy, provided("get_cancellation_policy")],
) -> Response:
    return ok(CancellationPolicyAnswer.model_validate(await use_case.execute(actor, event_id)))


@router.put(
    "",
    response_model=CancellationPolicyAnswer,
    **operation(
        SetCancellationPolicy, "Set an event's cancellation policy", "forbidden", "not_found"
    ),
)
async def set_cancellation_policy(
    event_id: PathId,
    body: CancellationPolicyBody,
    actor: CurrentActor,
    use_case: Annotated[SetCancellationPolicy, provided("set_cancellation_policy")],
) -> Response:
    event = await use_case.execute(actor, event_id, body.to_policy())
    return ok(CancellationPolicyAnswer.model_validate(event.cancellation_policy))


@router.delete(
    "",
    response_model=Done,
    **operation(
        RemoveCancellationPolicy, "Remove an event's cancellation policy", "forbidden", "not_found"
    ),
)
async def remove_cancellation_policy(
    event_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[RemoveCancellationPolicy, provided("remove_cancellation_policy")],
) -> Response:
    await use_case.execute(actor, event_id)
    return done("Buyers cannot give tickets of the event back by themselves any more.")
