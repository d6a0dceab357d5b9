"""The door: gates, door lists, scans of scanners without a network, attendees."""

from typing import cast

from dependency_injector import containers, providers

from src.application.live.door_lists import DoorLists
from src.application.use_cases.door.gates import ListGates, ReplaceGates
from src.application.use_cases.door.get_door_list import GetDoorList
from src.application.use_cases.door.list_attendees import (
    ExportAttendees,
    ListAttendees,
    PrintAttendees,
)
from src.application.use_cases.door.list_doors import GetDoor, ListDoors
from src.application.use_cases.door.merge_scans import MergeScans
from src.application.use_cases.door.read_photo import ReadPhoto
from src.application.use_cases.door.scan_ticket import ScanTicket
from src.container.adapters import Adapters
from src.container.selling import Selling
from src.infrastructure.codes.photo_reader import PhotoCodeReader
from src.infrastructure.documents.attendee_lists import PdfAttendeeListWriter
from src.infrastructure.read_models.attendees import PostgresAttendeeReader
from src.infrastructure.read_models.door_list import PostgresDoorListReader
from src.presentation.utils.door_list_json import write_door_list


class Door(containers.DeclarativeContainer):
    """The door: gates, door lists, scans of scanners without a network, attendees."""

    adapters = cast(type[Adapters], providers.DependenciesContainer())
    selling = cast(type[Selling], providers.DependenciesContainer())

    attendees = providers.Singleton(PostgresAttendeeReader)
    attendee_list_writer = providers.Singleton(PdfAttendeeListWriter, press=adapters.press)
    door_lists = providers.Singleton(
        DoorLists,
        event_snapshots=adapters.event_snapshots,
        reader=providers.Singleton(PostgresDoorListReader),
        door=adapters.door_repository,
        ticket_tokens=adapters.ticket_tokens,
        write=write_door_list,
    )

    code_reader = providers.Singleton(PhotoCodeReader)

    list_doors = providers.Singleton(ListDoors, events=adapters.events, clock=adapters.clock)
    get_door = providers.Singleton(
        GetDoor, events=adapters.events, door=adapters.door_repository, attendees=attendees
    )
    scan_ticket = providers.Singleton(
        ScanTicket,
        check_in_ticket=selling.check_in_ticket,
        tickets=adapters.tickets,
        attendees=attendees,
        ticket_tokens=adapters.ticket_tokens,
    )
    read_photo = providers.Singleton(ReadPhoto, code_reader=code_reader)
    list_gates = providers.Singleton(
        ListGates, events=adapters.events, door=adapters.door_repository
    )
    replace_gates = providers.Singleton(ReplaceGates, unit_of_work=adapters.unit_of_work)
    get_door_list = providers.Singleton(
        GetDoorList,
        event_snapshots=adapters.event_snapshots,
        events=adapters.events,
        door_lists=door_lists,
    )
    merge_scans = providers.Singleton(
        MergeScans,
        unit_of_work=adapters.unit_of_work,
        ticket_tokens=adapters.ticket_tokens,
        clock=adapters.clock,
    )
    list_attendees = providers.Singleton(ListAttendees, events=adapters.events, attendees=attendees)
    export_attendees = providers.Singleton(
        ExportAttendees, events=adapters.events, attendees=attendees, exports=adapters.exports
    )
    print_attendees = providers.Singleton(
        PrintAttendees,
        events=adapters.events,
        attendees=attendees,
        writer=attendee_list_writer,
        clock=adapters.clock,
    )
