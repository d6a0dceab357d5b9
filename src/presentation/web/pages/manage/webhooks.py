"""Webhooks: other systems hear of one's events."""

from typing import Annotated

from fastapi import APIRouter, Response

from src.application.dtos.webhook import EndpointWithSecret
from src.application.use_cases.webhook.create_webhook import CreateWebhook, CreateWebhookCommand
from src.application.use_cases.webhook.delete_webhook import DeleteWebhook
from src.application.use_cases.webhook.list_deliveries import ListDeliveries
from src.application.use_cases.webhook.read_webhooks import GetWebhook, ListWebhooks
from src.application.use_cases.webhook.replay_delivery import ReplayDelivery
from src.application.use_cases.webhook.rotate_webhook_secret import RotateWebhookSecret
from src.application.use_cases.webhook.send_test_webhook import SendTestWebhook
from src.application.use_cases.webhook.update_webhook import UpdateWebhook, UpdateWebhookCommand
from src.domain.entities.user import Actor, Role
from src.domain.entities.webhook import EndpointChanges, WebhookEndpoint
from src.domain.errors import Forbidden, NotFound, StaleVersion, TicketingError
from src.domain.repositories.webhook import DeliveryFilter
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathId, QueryId
from src.presentation.web.forms import Form
from src.presentation.web.pages.manage.lists import newest_first, next_address
from src.presentation.web.pages.manage.versions import show_newer
from src.presentation.web.pages.manage.webhooks_fields import (
    TYPES_OF,
    ActiveForm,
    WebhookForm,
    checked,
)
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/webhooks")

NO_STORE = {"Cache-Control": "no-store"}
"""A page with a secret is kept by no cache and shown by no history."""


@router.get("")
async def list_webhooks(
    visit: CurrentVisit,
    use_case: Annotated[ListWebhooks, provided("list_webhooks")],
    before: QueryId | None = None,
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    found = await use_case.execute(actor, newest_first(before))
    return visit.render(
        "manage/webhooks.html",
        webhooks=found.items,
        next_href=next_address(found, "/manage/webhooks"),
    )


@router.get("/new")
async def show_new_webhook(visit: CurrentVisit) -> Response:
    visit.require_role(Role.ORGANIZER)
    form: Form[WebhookForm] = Form.new({"events": ["order.*"]})
    return _render_form(visit, "manage/new_webhook.html", form)


@router.post("/new")
async def create_webhook(
    visit: CurrentVisit, use_case: Annotated[CreateWebhook, provided("create_webhook")]
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(WebhookForm)
    if (data := checked(visit, form)) is None:
        return _render_form(visit, "manage/new_webhook.html", form, status=422)
    command = CreateWebhookCommand(data.url, data.events, visit.idempotent(form))
    try:
        given = await use_case.execute(actor, command)
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return _render_form(visit, "manage/new_webhook.html", form, status=422)
    return _show_secret(visit, given)


@router.get("/{webhook_id}")
async def show_webhook(
    visit: CurrentVisit,
    webhook_id: PathId,
    get_webhook: Annotated[GetWebhook, provided("get_webhook")],
    list_deliveries: Annotated[ListDeliveries, provided("list_webhook_deliveries")],
    before: QueryId | None = None,
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    webhook = await get_webhook.execute(actor, webhook_id)
    return await _render_log(visit, actor, webhook, list_deliveries, before=before)


@router.get("/{webhook_id}/edit")
async def show_edit(
    visit: CurrentVisit,
    webhook_id: PathId,
    get_webhook: Annotated[GetWebhook, provided("get_webhook")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    webhook = await get_webhook.execute(actor, webhook_id)
    form: Form[WebhookForm] = Form.new(_values(webhook))
    return _render_form(visit, "manage/webhook_edit.html", form, webhook=webhook)


@router.post("/{webhook_id}/edit")
async def change_webhook(
    visit: CurrentVisit,
    webhook_id: PathId,
    use_case: Annotated[UpdateWebhook, provided("update_webhook")],
    get_webhook: Annotated[GetWebhook, provided("get_webhook")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    webhook = await get_webhook.execute(actor, webhook_id)
    form = await visit.form(WebhookForm)
    if (data := checked(visit, form)) is None:
        return _render_form(visit, "manage/webhook_edit.html", form, webhook=webhook, status=422)
    changes: EndpointChanges = {"url": data.url, "events": data.events}
    try:
        await use_case.execute(actor, UpdateWebhookCommand(webhook_id, changes, data.version))
    except (NotFound, Forbidden):
        raise
    except StaleVersion:
        webhook = await get_webhook.execute(actor, webhook_id)
        show_newer(visit, form, _values(webhook))
        return _render_form(
            visit,
            "manage/webhook_edit.html",
            form,
            webhook=webhook,
            status=409,
            version=webhook.version,
        )
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return _render_form(visit, "manage/webhook_edit.html", form, webhook=webhook, status=422)
    return visit.redirect(_address(webhook_id), visit.gettext("The changes are saved."))


@router.post("/{webhook_id}/active")
async def set_active(
    visit: CurrentVisit,
    webhook_id: PathId,
    use_case: Annotated[UpdateWebhook, provided("update_webhook")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    wanted = (await visit.form(ActiveForm)).data or ActiveForm()
    changes: EndpointChanges = {"is_active": wanted.is_active}
    await use_case.execute(actor, UpdateWebhookCommand(webhook_id, changes))
    message = (
        visit.gettext("The webhook is active again.")
        if wanted.is_active
        else visit.gettext("Nothing is sent to this webhook until you start it again.")
    )
    return visit.redirect(_address(webhook_id), message)


@router.post("/{webhook_id}/test")
async def test_webhook(
    visit: CurrentVisit,
    webhook_id: PathId,
    use_case: Annotated[SendTestWebhook, provided("send_test_webhook")],
    get_webhook: Annotated[GetWebhook, provided("get_webhook")],
    list_deliveries: Annotated[ListDeliveries, provided("list_webhook_deliveries")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    try:
        await use_case.execute(actor, webhook_id)
    except (NotFound, Forbidden):
        raise
    except TicketingError as refusal:
        webhook = await get_webhook.execute(actor, webhook_id)
        return await _render_log(visit, actor, webhook, list_deliveries, problem=refusal)
    return visit.redirect(
        _address(webhook_id), visit.gettext("A test message is on its way. See the log below.")
    )


@router.post("/{webhook_id}/deliveries/{delivery_id}/replay")
async def replay_delivery(
    visit: CurrentVisit,
    webhook_id: PathId,
    delivery_id: PathId,
    use_case: Annotated[ReplayDelivery, provided("replay_webhook_delivery")],
    get_webhook: Annotated[GetWebhook, provided("get_webhook")],
    list_deliveries: Annotated[ListDeliveries, provided("list_webhook_deliveries")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    try:
        await use_case.execute(actor, webhook_id, delivery_id)
    except (NotFound, Forbidden):
        raise
    except TicketingError as refusal:
        webhook = await get_webhook.execute(actor, webhook_id)
        return await _render_log(visit, actor, webhook, list_deliveries, problem=refusal)
    return visit.redirect(_address(webhook_id), visit.gettext("It is sent again now."))


@router.post("/{webhook_id}/rotate")
async def rotate_secret(
    visit: CurrentVisit,
    webhook_id: PathId,
    use_case: Annotated[RotateWebhookSecret, provided("rotate_webhook_secret")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    return _show_secret(visit, await use_case.execute(actor, webhook_id))


@router.post("/{webhook_id}/delete")
async def delete_webhook(
    visit: CurrentVisit,
    webhook_id: PathId,
    use_case: Annotated[DeleteWebhook, provided("delete_webhook")],
) -> Response:
    await use_case.execute(visit.require_role(Role.ORGANIZER), webhook_id)
    return visit.redirect("/manage/webhooks", visit.gettext("The webhook is deleted."))


def _address(webhook_id: int) -> str:
    return f"/manage/webhooks/{webhook_id}"


def _values(webhook: WebhookEndpoint) -> dict[str, object]:
    return {"url": webhook.url, "events": list(webhook.events), "version": webhook.version}


def _show_secret(visit: Visit, given: EndpointWithSecret) -> Response:
    """The secret, this once: not behind a redirect, which would have to keep it."""
    return visit.render(
        "manage/webhook_secret.html", headers=NO_STORE, webhook=given.endpoint, secret=given.secret
    )


async def _render_log(
    visit: Visit,
    actor: Actor,
    webhook: WebhookEndpoint,
    list_deliveries: ListDeliveries,
    *,
    before: int | None = None,
    problem: TicketingError | None = None,
) -> Response:
    found = await list_deliveries.execute(actor, DeliveryFilter(webhook.id), newest_first(before))
    return visit.render(
        "manage/webhook.html",
        status=200 if problem is None else 409,
        webhook=webhook,
        deliveries=found.items,
        problem=None if problem is None else visit.sentence(problem),
        next_href=next_address(found, _address(webhook.id)),
    )


def _render_form(
    visit: Visit,
    template: str,
    form: Form[WebhookForm],
    *,
    webhook: WebhookEndpoint | None = None,
    status: int = 200,
    version: int | None = None,
) -> Response:
    return visit.render(
        template,
        status=status,
        form=form,
        webhook=webhook,
        families=TYPES_OF,
        version=form.value("version") if version is None else version,
    )
