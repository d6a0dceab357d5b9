"""Mails: planning, writing and sending them."""

from pathlib import Path
from typing import cast

from dependency_injector import containers, providers

from src.application.concurrency.make_way import MakeWay
from src.application.mailing.attach_tickets import AttachTickets
from src.application.mailing.hand_over import HandOverMail
from src.application.mailing.links import MailLinks
from src.application.mailing.plan_mails import PlanMails
from src.application.mailing.read_transfer import ReadTransfer
from src.application.mailing.write_mail import Sources, WriteMail
from src.application.ports.mail import MailTransport, WrittenMails
from src.application.use_cases.mail.list_all_mails import ListAllMails
from src.application.use_cases.mail.list_mails import ListMails
from src.application.use_cases.mail.list_order_mails import ListOrderMails
from src.application.use_cases.mail.send_mail_again import SendMailAgain
from src.application.use_cases.maintenance.plan_mailings import PlanMailings
from src.application.use_cases.maintenance.remind_of_disputes import RemindOfDisputes
from src.application.use_cases.maintenance.remind_of_payments import RemindOfPayments
from src.application.use_cases.maintenance.send_mails import SendMails
from src.config import SHOP_NAME, Settings
from src.container.adapters import Adapters
from src.container.selling import Selling
from src.infrastructure.mail.compose import Sender
from src.infrastructure.mail.folder import FolderTransport
from src.infrastructure.mail.renderer import TemplateMailRenderer
from src.infrastructure.mail.smtp import SmtpServer, SmtpTransport
from src.infrastructure.mail.transports import (
    NoTransport,
    note_failure,
    note_outage,
)
from src.infrastructure.metrics.senders import MeasuredTransport
from src.infrastructure.read_models.mail_subjects import PostgresMailSubjects
from src.infrastructure.reports.disputes import PostgresDisputeReader
from src.infrastructure.repositories.mail import TortoiseMailRepository
from src.infrastructure.repositories.mailings import TortoiseMailings
from src.infrastructure.repositories.settlement import PostgresSettlementRepository
from src.presentation.web.pages.dev_mails import DEV_MAILS

REQUESTS_OF_A_RUSH = 8
SECONDS_A_MAIL_WAITS = 2.0
"""Four connections send two mails a second even while a rush lasts for hours."""


def _folder(settings: Settings) -> FolderTransport:
    return FolderTransport(
        Path(settings.data_dir) / "outbox",
        Sender(settings.mail_sender),
        f"{settings.own_url}{DEV_MAILS}",
    )


def _transport(settings: Settings, folder: FolderTransport) -> MailTransport:
    if settings.smtp_url is not None:
        server = SmtpServer.of(settings.smtp_url.get_secret_value())
        return SmtpTransport(server, Sender(settings.mail_sender))
    return folder if settings.mails_go_to_folder else NoTransport()


class Mailing(containers.DeclarativeContainer):
    """Mails: planning, writing and sending them."""

    adapters = cast(type[Adapters], providers.DependenciesContainer())
    selling = cast(type[Selling], providers.DependenciesContainer())

    mails = providers.Singleton(TortoiseMailRepository)
    mail_subjects = providers.Singleton(PostgresMailSubjects)
    mailings = providers.Singleton(TortoiseMailings)
    mail_renderer = providers.Singleton(
        TemplateMailRenderer,
        shop_name=SHOP_NAME,
        own_templates=adapters.settings.provided.mail_templates,
    )
    written_mails: providers.Provider[WrittenMails] = providers.Singleton(
        _folder, settings=adapters.settings
    )
    mail_transport = providers.Singleton(
        _transport, settings=adapters.settings, folder=written_mails
    )
    mail_attachments = providers.Singleton(
        AttachTickets,
        read_sheet=selling.read_ticket_sheet,
        printer=adapters.ticket_printer,
        calendars=adapters.calendar_writer,
    )
    transfer_reader = providers.Singleton(
        ReadTransfer,
        transfers=adapters.transfers,
        tickets=adapters.tickets,
        tokens=adapters.transfer_tokens,
        own_url=adapters.settings.provided.own_url,
    )

    plan_mails = providers.Singleton(PlanMails, subjects=mail_subjects, mailings=mailings)
    plan_mailings = providers.Singleton(
        PlanMailings, unit_of_work=adapters.unit_of_work, mailings=mailings
    )
    remind_of_payments = providers.Singleton(
        RemindOfPayments,
        unit_of_work=adapters.unit_of_work,
        subjects=mail_subjects,
        clock=adapters.clock,
    )
    remind_of_disputes = providers.Singleton(
        RemindOfDisputes,
        unit_of_work=adapters.unit_of_work,
        subjects=mail_subjects,
        clock=adapters.clock,
    )
    write_mail = providers.Singleton(
        WriteMail,
        sources=providers.Singleton(
            Sources,
            users=adapters.users,
            events=adapters.events,
            ticket_types=adapters.ticket_types,
            bookings=adapters.bookings,
            tickets=adapters.tickets,
            orders=adapters.orders,
            transactions=adapters.transactions,
            transfers=transfer_reader,
            settlement=providers.Singleton(PostgresSettlementRepository),
            disputes=providers.Singleton(PostgresDisputeReader),
        ),
        bank_details=adapters.settings.provided.bank_transfer_details,
        renderer=mail_renderer,
        attachments=mail_attachments,
        links=providers.Singleton(
            MailLinks,
            own_url=adapters.settings.provided.own_url,
            verification_tokens=adapters.verification_tokens,
            reset_tokens=adapters.reset_tokens,
            address_tokens=adapters.address_tokens,
        ),
        clock=adapters.clock,
    )
    send_mails = providers.Singleton(
        SendMails,
        unit_of_work=adapters.unit_of_work,
        transport=providers.Singleton(MeasuredTransport, adapters.service_metrics, mail_transport),
        hand_over=providers.Singleton(
            HandOverMail,
            unit_of_work=adapters.unit_of_work,
            write_mail=write_mail,
            clock=adapters.clock,
            note_failure=note_failure,
        ),
        clock=adapters.clock,
        note_outage=note_outage,
        make_way=providers.Singleton(
            MakeWay,
            adapters.requests.provided.count,
            many=REQUESTS_OF_A_RUSH,
            max_seconds=SECONDS_A_MAIL_WAITS,
        ),
    )
    list_all_mails = providers.Singleton(ListAllMails, mails=mails, users=adapters.users)
    list_order_mails = providers.Singleton(
        ListOrderMails, orders=adapters.orders, events=adapters.events, mails=mails
    )
    list_mails = providers.Singleton(ListMails, events=adapters.events, mails=mails)
    send_mail_again = providers.Singleton(
        SendMailAgain,
        unit_of_work=adapters.unit_of_work,
        subjects=mail_subjects,
        clock=adapters.clock,
    )
