"""Which door: the events somebody works at."""

from typing import Annotated

from fastapi import APIRouter, Response

from src.application.use_cases.door.list_doors import ListDoors
from src.presentation.dependencies.injection import provided
from src.presentation.web.visit import CurrentVisit

router = APIRouter()


@router.get("/door")
async def choose_door(
    visit: CurrentVisit, use_case: Annotated[ListDoors, provided("list_doors")]
) -> Response:
    doors = await use_case.execute(visit.require_actor())
    return visit.render("door/choose.html", doors=doors)
