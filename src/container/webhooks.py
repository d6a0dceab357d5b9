"""Outgoing webhooks: endpoints, their deliveries, and the jobs that plan and send those."""

from typing import cast

from dependency_injector import containers, providers

from src.application.use_cases.webhook.clean_up_deliveries import CleanUpDeliveries
from src.application.use_cases.webhook.create_webhook import CreateWebhook
from src.application.use_cases.webhook.delete_webhook import DeleteWebhook
from src.application.use_cases.webhook.deliver_webhooks import DeliverWebhooks
from src.application.use_cases.webhook.list_deliveries import ListDeliveries
from src.application.use_cases.webhook.plan_deliveries import PlanDeliveries
from src.application.use_cases.webhook.read_content import ReadContent
from src.application.use_cases.webhook.read_webhooks import GetWebhook, ListWebhooks
from src.application.use_cases.webhook.replay_delivery import ReplayDelivery
from src.application.use_cases.webhook.rotate_webhook_secret import RotateWebhookSecret
from src.application.use_cases.webhook.send_delivery import SendDelivery
from src.application.use_cases.webhook.send_test_webhook import SendTestWebhook
from src.application.use_cases.webhook.update_webhook import UpdateWebhook
from src.container.adapters import Adapters
from src.infrastructure.metrics.senders import MeasuredSender


class Webhooks(containers.DeclarativeContainer):
    """Outgoing webhooks: endpoints, their deliveries, and the jobs that plan and send those."""

    adapters = cast(type[Adapters], providers.DependenciesContainer())

    create_webhook = providers.Singleton(
        CreateWebhook,
        unit_of_work=adapters.unit_of_work,
        signatures=adapters.webhook_signatures,
        addresses=adapters.webhook_addresses,
    )
    get_webhook = providers.Singleton(GetWebhook, endpoints=adapters.webhook_endpoints)
    list_webhooks = providers.Singleton(ListWebhooks, endpoints=adapters.webhook_endpoints)
    update_webhook = providers.Singleton(
        UpdateWebhook, unit_of_work=adapters.unit_of_work, addresses=adapters.webhook_addresses
    )
    delete_webhook = providers.Singleton(DeleteWebhook, unit_of_work=adapters.unit_of_work)
    rotate_webhook_secret = providers.Singleton(
        RotateWebhookSecret,
        unit_of_work=adapters.unit_of_work,
        signatures=adapters.webhook_signatures,
        clock=adapters.clock,
    )
    send_test_webhook = providers.Singleton(
        SendTestWebhook, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    list_webhook_deliveries = providers.Singleton(
        ListDeliveries, get_webhook=get_webhook, deliveries=adapters.webhook_deliveries
    )
    replay_webhook_delivery = providers.Singleton(
        ReplayDelivery, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    plan_deliveries = providers.Singleton(PlanDeliveries)
    read_content = providers.Singleton(
        ReadContent,
        bookings=adapters.bookings,
        orders=adapters.orders,
        transactions=adapters.transactions,
        tickets=adapters.tickets,
        events=adapters.events,
        endpoints=adapters.webhook_endpoints,
    )
    send_delivery = providers.Singleton(
        SendDelivery,
        unit_of_work=adapters.unit_of_work,
        read_content=read_content,
        write=adapters.webhook_writer,
        signatures=adapters.webhook_signatures,
        sender=providers.Singleton(
            MeasuredSender, adapters.service_metrics, adapters.webhook_sender
        ),
        clock=adapters.clock,
    )
    deliver_webhooks = providers.Singleton(
        DeliverWebhooks,
        unit_of_work=adapters.unit_of_work,
        send=send_delivery,
        clock=adapters.clock,
    )
    clean_up_deliveries = providers.Singleton(
        CleanUpDeliveries, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
