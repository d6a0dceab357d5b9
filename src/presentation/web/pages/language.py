"""The switch between languages, at the foot of every page."""

from fastapi import APIRouter, Response
from pydantic import BaseModel

from src.domain.shared.language import Language
from src.presentation.web.visit import CurrentVisit

router = APIRouter()


class LanguageForm(BaseModel):
    """The language to read in, and the page to return to."""

    language: Language
    next: str = "/"


@router.post("/language")
async def choose_language(visit: CurrentVisit) -> Response:
    form = await visit.form(LanguageForm)
    if form.data is None:
        return visit.redirect("/")
    return visit.set_language(visit.redirect(form.data.next), form.data.language)
