"""API keys of an account: made, shown once, rotated and revoked."""

from datetime import UTC, datetime, timedelta
from typing import Annotated, Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from src.application.dtos.api_key import KeyWithSecret
from src.application.use_cases.api_key.create_api_key import CreateApiKey, CreateApiKeyCommand
from src.application.use_cases.api_key.list_api_keys import ListApiKeys
from src.application.use_cases.api_key.revoke_api_key import RevokeApiKey
from src.application.use_cases.api_key.rotate_api_key import RotateApiKey
from src.domain.errors import NotFound, TicketingError
from src.domain.shared.scopes import OF_ADMINS, Scope
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import Name, PathId
from src.presentation.web.forms import Form
from src.presentation.web.owner import owner_of
from src.presentation.web.pages.account_keys_words import scope_words
from src.presentation.web.pages.manage.lists import newest_first
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter()

PAGE = "/account/keys"
NEW = f"{PAGE}/new"
NO_STORE = {"Cache-Control": "no-store"}
"""A page with a secret is kept by no cache and shown by no history."""

LASTS = {"30": timedelta(days=30), "90": timedelta(days=90), "365": timedelta(days=365)}
GRACES = {"none": timedelta(), "hour": timedelta(hours=1), "day": timedelta(days=1)} | {
    "week": timedelta(days=7)
}


class KeyForm(BaseModel):
    """What the key is called and for, and after how many days it ends."""

    name: Name
    scopes: Annotated[list[Scope], Field(min_length=1, max_length=len(Scope))]
    lasts: Literal["30", "90", "365", "ever"] = "90"


class RotationForm(BaseModel):
    """How long the old secret works beside the new one."""

    grace: Literal["none", "hour", "day", "week"] = "day"


@router.get(PAGE)
async def show_keys(
    visit: CurrentVisit, use_case: Annotated[ListApiKeys, provided("list_api_keys")]
) -> Response:
    # As many as a user may have stand on one page.
    found = await use_case.execute(owner_of(visit), newest_first(None))
    return visit.render(
        "account/keys.html", keys=found.items, now=datetime.now(UTC), words=scope_words(visit)
    )


@router.get(NEW)
async def show_new_key(visit: CurrentVisit) -> Response:
    owner_of(visit)
    return _form_page(visit, Form.new({"lasts": "90"}))


@router.post(NEW)
async def create_key(
    visit: CurrentVisit, use_case: Annotated[CreateApiKey, provided("create_api_key")]
) -> Response:
    actor = owner_of(visit)
    form = await visit.form(KeyForm)
    if (data := form.data) is None:
        return _form_page(visit, form, status=422)
    lasts = LASTS.get(data.lasts)
    ends = datetime.now(UTC) + lasts if lasts is not None else None
    try:
        given = await use_case.execute(actor, CreateApiKeyCommand(data.name, data.scopes, ends))
    except TicketingError as refusal:
        return _form_page(visit, form, status=visit.refuse(form, refusal))
    return _secret_page(visit, given)


@router.post(f"{PAGE}/{{api_key_id}}/rotate")
async def rotate_key(
    visit: CurrentVisit,
    api_key_id: PathId,
    use_case: Annotated[RotateApiKey, provided("rotate_api_key")],
) -> Response:
    actor = owner_of(visit)
    wanted = (await visit.form(RotationForm)).data or RotationForm()
    try:
        given = await use_case.execute(actor, api_key_id, GRACES[wanted.grace])
    except TicketingError as refusal:
        return visit.redirect(PAGE, visit.sentence(refusal))
    return _secret_page(visit, given)


@router.post(f"{PAGE}/{{api_key_id}}/revoke")
async def revoke_key(
    visit: CurrentVisit,
    api_key_id: PathId,
    use_case: Annotated[RevokeApiKey, provided("revoke_api_key")],
) -> Response:
    actor = owner_of(visit)
    try:
        await use_case.execute(actor, api_key_id)
    except NotFound as refusal:
        # Sent twice: it has ended, which was asked for.
        return visit.redirect(PAGE, visit.sentence(refusal))
    return visit.redirect(PAGE, visit.gettext("The key is revoked. It no longer works."))


def _form_page(visit: Visit, form: Form[KeyForm], *, status: int = 200) -> Response:
    actor = owner_of(visit)
    offered = scope_words(visit).items()
    scopes = [(name, text) for name, text in offered if actor.is_admin or name not in OF_ADMINS]
    return visit.render("account/new_key.html", status=status, form=form, scopes=scopes)


def _secret_page(visit: Visit, given: KeyWithSecret) -> Response:
    """The secret is in this answer alone: nothing keeps it, so there is nothing to redirect to."""
    return visit.render(
        "account/key_secret.html", headers=NO_STORE, key=given.key, secret=given.secret
    )
