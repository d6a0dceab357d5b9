"""All tables to take along, each with its filters: an organizer's, and an administrator's."""

from typing import Annotated

from fastapi import APIRouter, Response

from src.application.use_cases.seller.read_seller import GetSeller
from src.application.use_cases.settlement.read_balances import ListBalances
from src.domain.entities.transaction import LedgerAccount
from src.domain.errors import NotFound
from src.domain.repositories.page import MAX_LIMIT, PageRequest
from src.presentation.dependencies.injection import provided
from src.presentation.web.listing import today_in
from src.presentation.web.pages.sold_lists import Look

router = APIRouter()

YEARS = 10


@router.get("/manage/exports")
@router.get("/admin/exports")
async def show_exports(
    look: Look,
    balances: Annotated[ListBalances, provided("list_balances")],
    get_seller: Annotated[GetSeller, provided("get_seller")],
) -> Response:
    zone = await look.zone()
    owed = await balances.execute(look.actor, look.actor.id, PageRequest(MAX_LIMIT))
    this_year = today_in(zone).year
    return look.visit.render(
        "sales/exports.html",
        section=look.section,
        **look.choosable.values(),
        accounts=list(LedgerAccount),
        currencies=[balance.currency for balance in owed.items],
        is_seller=await _is_seller(look, get_seller),
        years=range(this_year, this_year - YEARS, -1),
        zone=zone,
    )


async def _is_seller(look: Look, get_seller: GetSeller) -> bool:
    try:
        await get_seller.execute(look.actor, look.actor.id)
    except NotFound:
        return False
    return True
