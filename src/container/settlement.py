"""What organizers are owed: terms, statements, payouts and bank accounts."""

from typing import cast

from dependency_injector import containers, providers

from src.application.use_cases.settlement.bank_account import (
    GetBankAccount,
    RemoveBankAccount,
    SetBankAccount,
)
from src.application.use_cases.settlement.list_organizer_payouts import (
    GetOrganizerPayout,
    ListOrganizerPayouts,
)
from src.application.use_cases.settlement.read_balances import ListBalances
from src.application.use_cases.settlement.read_statement import GetStatementDocument, ReadStatement
from src.application.use_cases.settlement.record_organizer_payout import (
    RecordOrganizerPayout,
    ReverseOrganizerPayout,
)
from src.application.use_cases.settlement.set_terms import ReadTerms, SetTerms
from src.container.adapters import Adapters
from src.infrastructure.documents.statements import PdfStatementWriter
from src.infrastructure.repositories.settlement import (
    PostgresBankAccountRepository,
    PostgresSettlementRepository,
)


class Settlement(containers.DeclarativeContainer):
    """What organizers are owed: terms, statements, payouts and bank accounts."""

    adapters = cast(type[Adapters], providers.DependenciesContainer())

    settlement = providers.Singleton(PostgresSettlementRepository)
    bank_accounts = providers.Singleton(PostgresBankAccountRepository)
    statement_writer = providers.Singleton(PdfStatementWriter, press=adapters.press)

    list_balances = providers.Singleton(ListBalances, settlement=settlement, clock=adapters.clock)
    read_statement = providers.Singleton(
        ReadStatement, settlement=settlement, users=adapters.users, clock=adapters.clock
    )
    get_statement_document = providers.Singleton(
        GetStatementDocument, read_statement=read_statement, writer=statement_writer
    )
    read_terms = providers.Singleton(ReadTerms, settlement=settlement)
    set_terms = providers.Singleton(
        SetTerms, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    get_organizer_payout = providers.Singleton(GetOrganizerPayout, settlement=settlement)
    list_organizer_payouts = providers.Singleton(ListOrganizerPayouts, settlement=settlement)
    record_organizer_payout = providers.Singleton(
        RecordOrganizerPayout, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    reverse_organizer_payout = providers.Singleton(
        ReverseOrganizerPayout, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    get_bank_account = providers.Singleton(GetBankAccount, bank_accounts=bank_accounts)
    set_bank_account = providers.Singleton(SetBankAccount, unit_of_work=adapters.unit_of_work)
    remove_bank_account = providers.Singleton(RemoveBankAccount, unit_of_work=adapters.unit_of_work)
