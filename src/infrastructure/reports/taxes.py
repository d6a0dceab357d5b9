"""The tax report: what the movements of money in the ledger contain of each rate."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from src.application.dtos.analytics import (
    CountryTaxFlow,
    Scope,
    TaxBucket,
    TaxFlow,
    TaxReport,
    Timeline,
)
from src.domain.entities.invoice import TaxCategory
from src.domain.shared.currency import DECIMALS, FORMER_DECIMALS
from src.domain.shared.money import ZERO
from src.infrastructure.reports.reading import reading
from src.infrastructure.reports.scope import OF_SCOPE, event_ids

CHARGED = "account IN ('tickets', 'fees', 'taxes')"


def _share(amount: str, part: str, whole: str) -> str:
    """As `money.share_half_up`, of which `round` of numerics is the half away from zero."""
    return (
        f"CASE WHEN {part} = {whole} THEN {amount} WHEN {whole} = 0 THEN 0 "
        f"ELSE round({amount} * {part} / {whole}, decimals) END"
    )


def _taxes(tickets: str, fees: str, added: str) -> str:
    """What is tax of what is paid for the tickets and for the fee of an item: see `item_taxes`.

    The arguments are what is paid now, by account.
    """
    inclusive_fee = _share("fee_tax", fees, "fee_amount")
    added_fee = _share("fee_tax", added, "(tax_amount - tax_included)")
    return f"""
    CASE WHEN tax_included > 0 THEN {_share("(tax_amount - fee_tax)", tickets, "net_amount")}
        ELSE {added} - ({added_fee}) END AS of_tickets,
    CASE WHEN tax_included > 0 THEN {inclusive_fee} ELSE {added_fee} END AS of_fee"""


# All movements of the items that money moved for in the period, so that each is the difference
# between what was left before and after; those of the period are counted.
TAXES = f"""
WITH touched AS (
    SELECT DISTINCT order_id FROM ledger_entries
    WHERE {OF_SCOPE.format(column="event_id")} AND at >= $2 AND at < $3 AND {CHARGED}
), movements AS (
    SELECT order_item_id, transaction_id, turn, min(id) AS place, min(at) AS at,
        min(currency) AS currency,
        COALESCE(sum(amount) FILTER (WHERE account = 'tickets'), 0) AS tickets,
        COALESCE(sum(amount) FILTER (WHERE account = 'fees'), 0) AS fees,
        COALESCE(sum(amount) FILTER (WHERE account = 'taxes'), 0) AS added
    FROM ledger_entries
    WHERE order_id IN (SELECT order_id FROM touched)
        AND {OF_SCOPE.format(column="event_id")} AND at < $3 AND {CHARGED}
    GROUP BY order_item_id, transaction_id, turn
), running AS (
    SELECT movements.at, currency, tickets, fees, added, items.tax_rate, items.tax_relief,
        relieved_tax_rate, relieved_fee_tax_rate, event_country AS country,
        COALESCE(items.fee_tax_rate, items.tax_rate) AS fee_rate,
        items.fee_tax_amount, items.fee_amount, items.tax_amount, items.tax_included,
        items.subtotal - items.discount_amount AS net_amount,
        COALESCE(units.decimals, {FORMER_DECIMALS}) AS decimals,
        sum(tickets) OVER so_far AS tickets_left, sum(fees) OVER so_far AS fees_left,
        sum(added) OVER so_far AS added_left
    FROM movements JOIN order_items AS items ON items.id = movements.order_item_id
    LEFT JOIN unnest($5::text[], $6::integer[]) AS units (code, decimals) ON units.code = currency
    WINDOW so_far AS (PARTITION BY order_item_id ORDER BY place)
), items AS (
    SELECT at, currency, tickets, fees, added, tickets_left, fees_left, added_left, tax_rate,
        tax_relief, relieved_tax_rate, relieved_fee_tax_rate, fee_rate, country,
        fee_amount, tax_amount, tax_included, net_amount, decimals, COALESCE(
            fee_tax_amount, {_share("tax_amount", "fee_amount", "(net_amount + fee_amount)")}
        ) AS fee_tax
    FROM running WHERE at >= $2
), parts AS (
    SELECT width_bucket(items.at, $4::timestamptz[]) AS bucket, items.currency, country,
        rate, gross,
        CASE WHEN relieved IS DISTINCT FROM 0 AND tax_relief IS NOT NULL THEN tax_relief::text
            WHEN rate = 0 THEN 'zero' ELSE 'standard' END AS category,
        tax, CASE WHEN tax_included > 0 THEN tax ELSE 0 END AS included,
        items.tickets + items.fees + items.added > 0 AS is_charged
    FROM items,
    LATERAL (SELECT {_taxes("tickets_left", "fees_left", "added_left")}) AS after,
    LATERAL (
        SELECT {_taxes("(tickets_left - tickets)", "(fees_left - fees)", "(added_left - added)")}
    ) AS before,
    LATERAL (VALUES
        (tax_rate, relieved_tax_rate, tickets + CASE WHEN tax_included > 0 THEN 0
            ELSE after.of_tickets - before.of_tickets END,
            after.of_tickets - before.of_tickets),
        (fee_rate, relieved_fee_tax_rate, fees + CASE WHEN tax_included > 0 THEN 0
            ELSE after.of_fee - before.of_fee END,
            after.of_fee - before.of_fee)
    ) AS part (rate, relieved, gross, tax)
)
SELECT bucket, currency, rate, category, country,
    COALESCE(sum(gross - tax) FILTER (WHERE is_charged), 0) AS charged_net,
    COALESCE(sum(tax) FILTER (WHERE is_charged), 0) AS charged_tax,
    COALESCE(-sum(gross - tax) FILTER (WHERE NOT is_charged), 0) AS refunded_net,
    COALESCE(-sum(tax) FILTER (WHERE NOT is_charged), 0) AS refunded_tax,
    sum(included) AS included_tax
FROM parts
GROUP BY bucket, currency, rate, category, country
HAVING bool_or(gross <> 0)
ORDER BY bucket, country, currency, rate DESC, category
"""  # noqa: S608 - constants
AMOUNTS = ("charged_net", "charged_tax", "refunded_net", "refunded_tax", "included_tax")


async def query_taxes(scope: Scope, timeline: Timeline) -> TaxReport:
    """Implements `TimelineReader`."""
    async with reading() as connection:
        within = timeline.period
        values = [await event_ids(connection, scope), within.start, within.end, timeline.starts]
        codes = [*DECIMALS], [*DECIMALS.values()]
        rows = await connection.execute_query_dict(TAXES, [*values, *codes])
    return TaxReport(
        by_rate=_flows(rows),
        by_country=_by_country(rows),
        over_time=[
            TaxBucket(start, _flows(within), _by_country(within))
            for number, start in enumerate(timeline.starts, 1)
            for within in [[row for row in rows if row["bucket"] == number]]
        ],
    )


def _flows(rows: Iterable[dict[str, Any]]) -> Sequence[TaxFlow]:
    """The sums by currency, rate and category, the highest rate first."""
    sums: dict[tuple[str, Decimal, str], list[Decimal]] = defaultdict(lambda: [ZERO] * len(AMOUNTS))
    for row in rows:
        known = sums[row["currency"], row["rate"], row["category"]]
        known[:] = [amount + row[name] for amount, name in zip(known, AMOUNTS, strict=True)]
    keys = sorted(sums, key=lambda key: (key[0], -key[1], key[2]))
    return [
        TaxFlow(currency, rate, TaxCategory(category), *sums[currency, rate, category])
        for currency, rate, category in keys
    ]


def _by_country(rows: Sequence[dict[str, Any]]) -> Sequence[CountryTaxFlow]:
    """The sums of each country like these, by its code; those without one last."""
    countries = sorted({row["country"] for row in rows}, key=lambda code: code or "~")
    return [
        CountryTaxFlow(**asdict(flow), country=country)
        for country in countries
        for flow in _flows(row for row in rows if row["country"] == country)
    ]
