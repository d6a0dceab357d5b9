"""Reconciliation, for administrators: what does not agree, and its repair."""

from typing import Annotated

from fastapi import APIRouter, Response

from src.application.use_cases.payment.read_discrepancies import ReadDiscrepancies
from src.application.use_cases.payment.reconcile import Reconcile
from src.presentation.dependencies.injection import provided
from src.presentation.web.forms import NoFields
from src.presentation.web.visit import CurrentVisit

router = APIRouter(prefix="/admin/reconciliation")

COMPARE = "compare"


@router.get("")
async def show_discrepancies(
    visit: CurrentVisit,
    discrepancies: Annotated[ReadDiscrepancies, provided("read_discrepancies")],
    reconcile: Annotated[Reconcile, provided("reconcile")],
) -> Response:
    """What does not agree here; with `?compare=providers` also what providers have otherwise."""
    actor = visit.require_role()
    is_compared = visit.request.query_params.get(COMPARE) == "providers"
    findings = (
        await reconcile.execute(actor, is_dry_run=True)
        if is_compared
        else await discrepancies.execute(actor)
    )
    return visit.render("admin/reconciliation.html", findings=findings, is_compared=is_compared)


@router.post("")
async def repair(
    visit: CurrentVisit, reconcile: Annotated[Reconcile, provided("reconcile")]
) -> Response:
    actor = visit.require_role()
    await visit.form(NoFields)
    findings = await reconcile.execute(actor)
    repaired = sum(finding.is_repaired for finding in findings)
    message = visit.gettext("%(repaired)s repaired, %(left)s need a person.")
    facts = {"repaired": repaired, "left": len(findings) - repaired}
    return visit.redirect("/admin/reconciliation", message % facts)
