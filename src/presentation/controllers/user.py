"""Accounts."""

from contextlib import AsyncExitStack
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from src.application.use_cases.user.create_user import CreateUser, CreateUserCommand
from src.application.use_cases.user.delete_user import DeleteUser
from src.application.use_cases.user.get_user import GetUser, GetUserByUsername
from src.application.use_cases.user.list_users import ListUsers
from src.application.use_cases.user.set_user_active import SetUserActive
from src.application.use_cases.user.update_user import UpdateUser, UpdateUserCommand
from src.domain.entities.user import Role
from src.domain.errors import Duplicate, InvalidCredentials, TicketingError
from src.domain.repositories.page import PageRequest
from src.domain.repositories.user import UserFilter
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import by_id
from src.presentation.dependencies.preconditions import expected_version
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.openapi import operation
from src.presentation.schemas.fields import PathId, SearchText
from src.presentation.schemas.user import CreateUserBody, UpdateUserBody, UserAnswer
from src.presentation.utils.responses import (
    Done,
    created,
    done,
    location,
    paginated,
    resource,
    updated,
)

router = APIRouter(prefix="/users", tags=["Users"])

SetActive = Annotated[SetUserActive, provided("set_user_active")]
ExpectedVersion = Annotated[int | None, Depends(expected_version)]


def _is_wrong_password(refusal: TicketingError) -> bool:
    return isinstance(refusal, InvalidCredentials)


def _is_taken(refusal: TicketingError) -> bool:
    return isinstance(refusal, Duplicate)


GUESSES = (
    ("password", {"password", "email", "current_password"}, _is_wrong_password),
    ("contact", {"email", "phone", "username"}, _is_taken),
)
"""What an update lets a client guess: the kind, the fields, and the refusals that deny it."""


@router.get("", response_model=list[UserAnswer], **operation(ListUsers, "List users", "forbidden"))
async def list_users(
    request: Request,
    actor: CurrentActor,
    use_case: Annotated[ListUsers, provided("list_users")],
    page: Annotated[PageRequest, Depends(by_id)],
    role: Role | None = None,
    is_active: bool | None = None,
    q: Annotated[
        SearchText | None, Query(description="Part of name, e-mail, username or phone.")
    ] = None,
) -> Response:
    users = await use_case.execute(actor, UserFilter(role, is_active, q), page)
    return paginated(request, users, UserAnswer.model_validate)


@router.post(
    "",
    status_code=201,
    response_model=UserAnswer,
    **operation(CreateUser, "Create a user", "forbidden", "duplicate"),
)
async def create_user(
    body: CreateUserBody,
    actor: CurrentActor,
    use_case: Annotated[CreateUser, provided("create_user")],
) -> Response:
    user = await use_case.execute(actor, CreateUserCommand(**body.model_dump()))
    return created(UserAnswer.model_validate(user), location("users", user.id))


@router.get(
    "/username/{username}",
    response_model=UserAnswer,
    **operation(
        GetUserByUsername, "Get a user by username", "forbidden", "not_found", has_etag=True
    ),
)
async def get_user_by_username(
    request: Request,
    username: Annotated[str, Path(pattern=r"^[A-Za-z0-9_.-]{3,64}$")],
    actor: CurrentActor,
    use_case: Annotated[GetUserByUsername, provided("get_user_by_username")],
) -> Response:
    user = await use_case.execute(actor, username)
    return resource(request, UserAnswer.model_validate(user), version=user.version)


@router.get(
    "/{user_id}",
    response_model=UserAnswer,
    **operation(GetUser, "Get a user", "not_found", has_etag=True),
)
async def get_user(
    request: Request,
    user_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GetUser, provided("get_user")],
) -> Response:
    user = await use_case.execute(actor, user_id)
    return resource(request, UserAnswer.model_validate(user), version=user.version)


@router.put(
    "/{user_id}",
    response_model=UserAnswer,
    **operation(
        UpdateUser,
        "Update a user",
        "forbidden",
        "not_found",
        "duplicate",
        "invalid_credentials",
        "rate_limited",
        has_etag=True,
    ),
)
async def update_user(
    user_id: PathId,
    body: UpdateUserBody,
    actor: CurrentActor,
    use_case: Annotated[UpdateUser, provided("update_user")],
    version: ExpectedVersion,
    limits: Limits,
) -> Response:
    command = UpdateUserCommand(
        user_id, body.changes(), body.password, body.current_password, version
    )
    async with AsyncExitStack() as bounded:
        for kind, fields, wrong in GUESSES:
            if fields & body.model_fields_set:
                guess = limits.guess(kind, str(actor.id), wrong)
                await bounded.enter_async_context(guess)
        user = await use_case.execute(actor, command)
    return updated(UserAnswer.model_validate(user), version=user.version)


@router.delete(
    "/{user_id}",
    response_model=Done,
    **operation(DeleteUser, "Delete a user", "forbidden", "not_found", "in_use"),
)
async def delete_user(
    user_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[DeleteUser, provided("delete_user")],
) -> Response:
    await use_case.execute(actor, user_id)
    return done("The user is deleted.")


@router.patch(
    "/{user_id}/activate",
    response_model=UserAnswer,
    **operation(SetUserActive, "Activate a user", "forbidden", "not_found", has_etag=True),
)
async def activate_user(
    user_id: PathId, actor: CurrentActor, use_case: SetActive, version: ExpectedVersion
) -> Response:
    user = await use_case.execute(actor, user_id, is_active=True, expected_version=version)
    return updated(UserAnswer.model_validate(user), version=user.version)


@router.patch(
    "/{user_id}/deactivate",
    response_model=UserAnswer,
    **operation(SetUserActive, "Deactivate a user", "forbidden", "not_found", has_etag=True),
)
async def deactivate_user(
    user_id: PathId, actor: CurrentActor, use_case: SetActive, version: ExpectedVersion
) -> Response:
    user = await use_case.execute(actor, user_id, is_active=False, expected_version=version)
    return updated(UserAnswer.model_validate(user), version=user.version)
