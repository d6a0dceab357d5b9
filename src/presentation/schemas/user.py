"""Request and response bodies of users and sessions."""

from typing import Any, ClassVar, Literal

from pydantic import BaseModel, Field
from pydantic.config import JsonDict

from src.application.dtos.session import Session
from src.domain.entities.user import Role
from src.presentation.schemas.body import BY_SERVICE, Body, Sentences, all_of
from src.presentation.schemas.fields import (
    EXAMPLE_TIMES,
    PHONE_NAMES,
    Answer,
    Email,
    Moment,
    Name,
    Password,
    Phone,
    Secret,
    Username,
    omittable,
    with_example,
)

REFRESH_TOKEN_EXAMPLE = "q3Zk7mY1xw0Jr8bT2vNc5aLd9eHf4gKs6pUoQiRtSyE"  # noqa: S105
LOG_IN_EXAMPLE: JsonDict = {"email": "admin@example.com", "password": "sample-password"}

USER_EXAMPLE: JsonDict = {
    "name": "Somchai Jaidee",
    "phone": "+66812345678",
    "email": "somchai@example.com",
    "username": "somchai",
    "full_name": "Somchai Jaidee",
}

USER_ANSWER_EXAMPLE: JsonDict = {
    "id": 2,
    **USER_EXAMPLE,
    "role": "customer",
    "is_active": True,
    **EXAMPLE_TIMES,
}


class UserAnswer(Answer):
    """A user, without secrets."""

    model_config = with_example(USER_ANSWER_EXAMPLE)

    id: int
    name: str
    phone: str | None
    email: str | None
    username: str | None
    full_name: str | None
    role: Role
    is_active: bool
    created_at: Moment
    updated_at: Moment


ACTIVE_HINT = "`PATCH /users/{id}/deactivate` and `PATCH /users/{id}/activate` change it."


class SignUpBody(Body):
    """A new customer."""

    model_config = with_example(
        {"email": "new@example.com", "password": "correct-horse", "name": "Nina New"}
    )

    not_here: ClassVar[Sentences] = {
        **all_of(UserAnswer, "`PUT /users/{id}` sets it, once there is an account."),
        **dict.fromkeys(("id", "created_at", "updated_at", "is_active"), BY_SERVICE),
        "role": "Who signs up is a customer; an administrator changes it by `PUT /users/{id}`.",
    }

    email: Email
    password: Password
    name: Name | None = None
    phone: Phone | None = Field(None, validation_alias=PHONE_NAMES)


class LogInBody(Body):
    """E-mail and password."""

    model_config = with_example(LOG_IN_EXAMPLE)

    email: Email
    password: Secret


class LogInForm(BaseModel):
    """The password form of OAuth 2.0, which calls the e-mail `username`."""

    model_config = with_example(
        {
            "grant_type": "password",
            "username": LOG_IN_EXAMPLE["email"],
            "password": LOG_IN_EXAMPLE["password"],
        }
    )

    grant_type: Literal["password"] | None = None
    username: Secret
    password: Secret


class VerifyEmailBody(Body):
    """The token of the mail."""

    model_config = with_example({"token": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIyIn0.4Yl7Vd0cQv"})

    token: Secret = Field(max_length=2000)


class ResendVerificationBody(Body):
    """The e-mail address to confirm."""

    model_config = with_example({"email": "new@example.com"})

    email: Email


class ForgotPasswordBody(Body):
    """The e-mail address of the account."""

    model_config = with_example({"email": "somchai@example.com"})

    email: Email


class ResetPasswordBody(Body):
    """The token of the mail, and the new password."""

    model_config = with_example(
        {"token": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIyIn0.4Yl7Vd0cQv", "password": "correct-horse"}
    )

    token: Secret = Field(max_length=2000)
    password: Password


class RefreshBody(Body):
    """The refresh token of the last response."""

    model_config = with_example({"refresh_token": REFRESH_TOKEN_EXAMPLE})

    refresh_token: Secret


class LogOutBody(Body):
    """The session to end; omitted: all sessions."""

    model_config = with_example({"refresh_token": REFRESH_TOKEN_EXAMPLE})

    refresh_token: Secret | None = None


class SessionAnswer(BaseModel):
    """The user, with an access token and a refresh token."""

    model_config = with_example(
        {
            "user": USER_ANSWER_EXAMPLE,
            "access_token": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIyIn0.4Yl7Vd0cQv",
            "refresh_token": REFRESH_TOKEN_EXAMPLE,
            "token_type": "bearer",
            "expires_in": 900,
        }
    )

    user: UserAnswer
    access_token: str
    refresh_token: str
    token_type: Literal["bearer"] = "bearer"  # noqa: S105
    expires_in: int = Field(description="Seconds until the access token expires.")

    @classmethod
    def of(cls, session: Session) -> "SessionAnswer":
        return cls(
            user=UserAnswer.model_validate(session.user),
            access_token=session.access_token.value,
            refresh_token=session.refresh_token,
            expires_in=session.access_token.expires_in,
        )


FEED_SECRET_EXAMPLE = "8iLx0QyT-jP3fJX0m1w6n4F2Jp7bR9sVhK5cD3eG1z0"  # noqa: S105


class CalendarFeedAnswer(BaseModel):
    """The secret address of the user's calendar, shown this once."""

    model_config = with_example(
        {"url": f"https://tickets.example/api/v1/calendar/{FEED_SECRET_EXAMPLE}.ics"}
    )

    url: str = Field(
        description="To subscribe to; with `webcal:` in place of `https:` a calendar opens it."
    )


class CreateUserBody(Body):
    """A new user of any role."""

    model_config = with_example(USER_EXAMPLE)

    not_here: ClassVar[Sentences] = {**all_of(UserAnswer, BY_SERVICE), "is_active": ACTIVE_HINT}

    name: Name
    phone: Phone | None = Field(None, validation_alias=PHONE_NAMES)
    email: Email | None = None
    username: Username | None = None
    full_name: Name | None = None
    role: Role = Role.CUSTOMER
    password: Password | None = None


class UpdateUserBody(Body):
    """The fields to change."""

    model_config = with_example({"full_name": "Somchai J. Jaidee"})

    not_here: ClassVar[Sentences] = {**all_of(UserAnswer, BY_SERVICE), "is_active": ACTIVE_HINT}

    name: Name = omittable()
    phone: Phone | None = Field(None, validation_alias=PHONE_NAMES)
    email: Email | None = None
    username: Username | None = None
    full_name: Name | None = None
    role: Role = omittable()
    password: Password = omittable()
    current_password: Secret | None = Field(
        None, description="Required to change your own password or e-mail address."
    )

    def changes(self) -> Any:
        """The `UserChanges` that the body has."""
        return self.model_dump(exclude_unset=True, exclude={"password", "current_password"})
