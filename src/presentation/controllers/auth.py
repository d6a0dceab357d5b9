"""Sign-up, log-in and sessions."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from src.application.dtos.session import Session
from src.application.use_cases.auth.forgot_password import ForgotPassword
from src.application.use_cases.auth.log_in import LogIn, LogInCommand
from src.application.use_cases.auth.log_out import LogOut
from src.application.use_cases.auth.refresh_session import RefreshSession
from src.application.use_cases.auth.resend_verification import ResendVerification
from src.application.use_cases.auth.reset_password import ResetPassword
from src.application.use_cases.auth.sign_up import SignUp, SignUpCommand
from src.application.use_cases.auth.verify_email import VerifyEmail
from src.application.use_cases.user.get_user import GetUser
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.log_in import limited_log_in
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.dependencies.strict_route import StrictRoute, open_to_any_parameter
from src.presentation.openapi import operation
from src.presentation.schemas.fields import PathId, as_email
from src.presentation.schemas.user import (
    ForgotPasswordBody,
    LogInBody,
    LogInForm,
    LogOutBody,
    RefreshBody,
    ResendVerificationBody,
    ResetPasswordBody,
    SessionAnswer,
    SignUpBody,
    UserAnswer,
    VerifyEmailBody,
)
from src.presentation.utils.responses import Done, accepted, created, done, location, ok, resource

router = APIRouter(prefix="/auth", tags=["Auth"], route_class=StrictRoute)

REFUSES_LOG_IN = ("invalid_credentials", "account_inactive", "email_not_verified", "rate_limited")
CONFIRM_FIRST = "We have sent you a mail. Confirm your e-mail address, then log in."


@router.post(
    "/signup",
    status_code=201,
    response_model=SessionAnswer,
    responses={202: {"model": Done, "description": CONFIRM_FIRST}},
    **operation(SignUp, "Sign up", "duplicate", "rate_limited"),
)
async def sign_up(
    body: SignUpBody,
    use_case: Annotated[SignUp[Session], provided("sign_up")],
    limits: Limits,
) -> Response:
    await limits.hit("signup", limits.client)
    if use_case.requires_verification:
        await limits.hit("mail", body.email)
    session = await use_case.execute(SignUpCommand(**body.model_dump()))
    if session is None:
        return accepted(CONFIRM_FIRST)
    return created(SessionAnswer.of(session), location("users", session.user.id))


@router.post(
    "/verify-email",
    response_model=Done,
    **operation(VerifyEmail, "Confirm an e-mail address", "not_authenticated", "token_expired"),
)
async def verify_email(
    body: VerifyEmailBody, use_case: Annotated[VerifyEmail, provided("verify_email")]
) -> Response:
    await use_case.execute(body.token)
    return done("The e-mail address is confirmed. You can log in now.")


@router.post(
    "/resend-verification",
    status_code=202,
    response_model=Done,
    **operation(ResendVerification, "Send the confirmation mail again", "rate_limited"),
)
async def resend_verification(
    body: ResendVerificationBody,
    use_case: Annotated[ResendVerification, provided("resend_verification")],
    limits: Limits,
) -> Response:
    await limits.hit("signup", limits.client)
    await limits.hit("mail", body.email)
    await use_case.execute(body.email)
    return accepted("If this address has to be confirmed, we have sent a mail to it.")


@router.post(
    "/forgot-password",
    status_code=202,
    response_model=Done,
    **operation(ForgotPassword, "Ask for a new password", "rate_limited"),
)
async def forgot_password(
    body: ForgotPasswordBody,
    use_case: Annotated[ForgotPassword, provided("forgot_password")],
    limits: Limits,
) -> Response:
    await limits.hit("signup", limits.client)
    await limits.hit("mail", body.email)
    await use_case.execute(body.email)
    return accepted("If there is an account with this address, we have sent a mail to it.")


@router.post(
    "/reset-password",
    response_model=Done,
    **operation(
        ResetPassword, "Choose a new password", "not_authenticated", "token_expired", "rate_limited"
    ),
)
async def reset_password(
    body: ResetPasswordBody,
    use_case: Annotated[ResetPassword, provided("reset_password")],
    limits: Limits,
) -> Response:
    await limits.hit("login", limits.client)
    await use_case.execute(body.token, body.password)
    return done("The password is changed. Log in with it.")


@router.post(
    "/login",
    response_model=SessionAnswer,
    **operation(LogIn, "Log in", *REFUSES_LOG_IN),
)
async def log_in(
    body: LogInBody,
    use_case: Annotated[LogIn[Session], provided("log_in")],
    limits: Limits,
) -> Response:
    session = await limited_log_in(use_case, limits, LogInCommand(body.email, body.password))
    return ok(SessionAnswer.of(session))


@router.post(
    "/token",
    response_model=SessionAnswer,
    **operation(LogIn, "Log in with a form", *REFUSES_LOG_IN),
)
@open_to_any_parameter
async def log_in_with_form(
    form: Annotated[LogInForm, Form()],
    use_case: Annotated[LogIn[Session], provided("log_in")],
    limits: Limits,
) -> Response:
    command = LogInCommand(as_email(form.username), form.password)
    session = await limited_log_in(use_case, limits, command)
    return ok(SessionAnswer.of(session))


@router.post(
    "/refresh",
    response_model=SessionAnswer,
    **operation(
        RefreshSession,
        "Refresh a session",
        "not_authenticated",
        "token_expired",
        "account_inactive",
        "not_found",
    ),
)
async def refresh_session(
    body: RefreshBody,
    use_case: Annotated[RefreshSession, provided("refresh_session")],
) -> Response:
    return ok(SessionAnswer.of(await use_case.execute(body.refresh_token)))


@router.post("/logout", response_model=Done, **operation(LogOut, "Log out"))
async def log_out(
    actor: CurrentActor,
    use_case: Annotated[LogOut, provided("log_out")],
    body: LogOutBody | None = None,
) -> Response:
    await use_case.execute(actor, body.refresh_token if body else None)
    return done("You are logged out.")


@router.get(
    "/me", response_model=UserAnswer, **operation(GetUser, "Get your own account", has_etag=True)
)
async def get_me(
    request: Request, actor: CurrentActor, use_case: Annotated[GetUser, provided("get_user")]
) -> Response:
    user = await use_case.execute(actor, actor.id)
    return resource(request, UserAnswer.model_validate(user), version=user.version)


@router.get(
    "/users/{user_id}",
    response_model=UserAnswer,
    **operation(GetUser, "Get a user's profile", "not_found", has_etag=True),
)
async def get_profile(
    request: Request,
    user_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GetUser, provided("get_user")],
) -> Response:
    user = await use_case.execute(actor, user_id)
    return resource(request, UserAnswer.model_validate(user), version=user.version)
