"""Request and response bodies of API keys."""

from datetime import datetime, timedelta
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field
from pydantic.config import JsonDict

from src.application.dtos.api_key import KeyWithSecret
from src.application.use_cases.api_key.create_api_key import CreateApiKeyCommand
from src.domain.entities.api_key import LONGEST_GRACE
from src.domain.shared.scopes import Scope
from src.domain.shared.times import in_zone_or_none
from src.presentation.schemas.body import BY_SERVICE, ONCE_MADE, Body, Sentences, all_of
from src.presentation.schemas.cancellation_policy import Duration
from src.presentation.schemas.fields import Answer, Moment, Name, When, with_example

DAY = timedelta(days=1)


def _distinct(scopes: tuple[Scope, ...]) -> tuple[Scope, ...]:
    if len(set(scopes)) < len(scopes):
        raise ValueError("names a scope twice")
    return scopes


def _short(grace: timedelta) -> timedelta:
    if grace > LONGEST_GRACE:
        raise ValueError(f"must be at most {LONGEST_GRACE.days} days")
    return grace


EXAMPLE: JsonDict = {
    "name": "Cash register",
    "scopes": ["events:read", "orders:write"],
    "expires_at": "2090-12-31T00:00:00Z",
}
ANSWER_EXAMPLE: JsonDict = {
    "id": 1,
    "user_id": 1,
    **EXAMPLE,
    "hint": "etkey_8F3K",
    "last_used_at": None,
    "previous_secret_until": None,
    "created_at": "2026-11-20T12:00:00Z",
}


class ApiKeyAnswer(Answer):
    """An API key, without its secret."""

    model_config = with_example(ANSWER_EXAMPLE)

    id: int
    user_id: int
    name: str
    scopes: list[Scope]
    hint: str = Field(description="How its secret begins.")
    expires_at: Moment | None = Field(description="Null: it does not end by itself.")
    last_used_at: Moment | None = Field(description="Exact to a minute; null: not yet.")
    previous_secret_until: Moment | None = Field(
        description="Until then the secret before the last rotation works too."
    )
    created_at: Moment


class ApiKeyWithSecretAnswer(ApiKeyAnswer):
    """An API key with its new secret, which is not shown again."""

    model_config = with_example(
        {**ANSWER_EXAMPLE, "secret": "etkey_8F3KzQv1XhB2dT7mYc0Wn5LsRj9Ga4Eu3vpBnN"}
    )

    secret: str = Field(description="To be sent as `X-API-Key`.")

    @classmethod
    def of(cls, given: KeyWithSecret) -> "ApiKeyWithSecretAnswer":
        key = ApiKeyAnswer.model_validate(given.key)
        return cls(**dict(key), secret=given.secret)


class CreateApiKeyBody(Body):
    """What the key is for, and when it ends."""

    model_config = with_example(EXAMPLE)

    not_here: ClassVar[Sentences] = all_of(ApiKeyWithSecretAnswer, BY_SERVICE)

    name: Name = Field(description="By which you know it; you have one key of a name.")
    scopes: Annotated[
        tuple[Scope, ...],
        Field(min_length=1, max_length=len(Scope), fail_fast=True),
        AfterValidator(_distinct),
    ] = Field(description="What it may be used for; `users:write` only an admin's.")
    expires_at: When | None = Field(
        None, description="When it ends, in UTC without an offset. Left out: not by itself."
    )

    def command(self) -> CreateApiKeyCommand:
        end: datetime | None = in_zone_or_none(self.expires_at, "UTC")
        return CreateApiKeyCommand(self.name, self.scopes, end)


class RotateApiKeyBody(Body):
    """How long the old secret works beside the new one."""

    model_config = with_example({"grace": "P1D"})

    not_here: ClassVar[Sentences] = {
        **all_of(ApiKeyWithSecretAnswer, ONCE_MADE),
        "secret": BY_SERVICE,
    }

    grace: Annotated[Duration, AfterValidator(_short)] = Field(
        DAY,
        description="At most 30 days; with `PT0M` all earlier secrets end at once. "
        "Left out: a day.",
    )
