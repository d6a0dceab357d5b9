"""What the door says about a ticket: a heading and a sentence for each reason.

The same words are on the page that the server answers and in the scanner without a network, so
`%(time)s`, `%(gate)s` and `%(gates)s` stand for what only the scan knows.
"""

from collections.abc import Callable

Gettext = Callable[[str], str]


def reasons(_: Gettext) -> dict[str, tuple[str, str]]:
    """Why a ticket is not let through: heading and sentence, by reason."""
    unknown = _("This is no ticket of this event.")
    return {
        "already_used": (_("Already used"), _("Somebody has come in with this ticket.")),
        "already_inside": (
            _("Already inside"),
            _("Somebody came in with this ticket and has not left since."),
        ),
        "not_inside": (_("Not inside"), _("Nobody has come in with this ticket, or they left.")),
        "no_reentry": (_("No way out and in again"), _("At this event everybody comes in once.")),
        "cancelled": (_("Ticket cancelled"), _("This ticket was cancelled. It admits nobody.")),
        "refunded": (_("Ticket refunded"), _("This ticket was refunded. It admits nobody.")),
        "not_confirmed": (_("Not paid yet"), _("This ticket is not confirmed. It admits nobody.")),
        "replaced": (
            _("An old copy"),
            _("This ticket was passed on or issued anew. Only its latest issue admits."),
        ),
        "add_on": (_("No ticket"), _("This is an add-on of an order. It admits nobody.")),
        "other_event": (_("Another event"), _("This ticket is for another event.")),
        "wrong_gate": (_("Another gate"), _("This ticket is let in at: %(gates)s.")),
        "not_found": (_("Unknown ticket"), unknown),
        "not_a_ticket": (_("Unknown ticket"), unknown),
        "unreadable": (
            _("Not one of ours"),
            _("This code was not issued here, or it was not read completely. Scan it again."),
        ),
        "not_listed": (
            _("Not on the list"),
            _("The list on this device is of %(time)s, and this ticket is not on it."),
        ),
        "no_list": (
            _("No list yet"),
            _("Without a network this device needs the list of tickets first."),
        ),
        "no_code": (
            _("No code seen"),
            _("There is no code in this photo. Go closer, or type the code."),
        ),
        "undone": (_("Taken back"), _("The organizer has undone this check-in.")),
        "time_in_future": (
            _("The clock is wrong"),
            _("This scan is dated in the future. Set the clock of this device."),
        ),
        "time_too_early": (
            _("The clock is wrong"),
            _("This scan is dated more than a week before the event."),
        ),
        "other": (_("Not let in"), _("This ticket cannot be let in now.")),
    }


def device_words(_: Gettext) -> dict[str, str]:
    """What the scanner says besides."""
    return {
        "in": _("Let in"),
        "out": _("Let out"),
        "stop": _("Stop"),
        "ask": _("Look closely"),
        "compare": _("Compare the name"),
        "compare_text": _("Only the end of the code was compared. Is this the person?"),
        "unsigned_text": _("This device cannot check the signature. Is this the person?"),
        "choose_gate": _("Choose your gate first."),
        "here": _("Decided on this device, without a network."),
        "complimentary": _("Complimentary"),
        "disputed": _("Payment disputed"),
        "used_at": _("Used at %(time)s"),
        "used_at_gate": _("Used at %(time)s, %(gate)s"),
        "count": _("%(in)s of %(all)s are in"),
        "list_of": _("List of %(time)s"),
        "list_none": _("No list yet"),
        "online": _("Connected"),
        "offline": _("No network: deciding by the list"),
        "ended": _("You are logged out"),
        "waiting_one": _("1 scan is waiting to be sent"),
        "waiting": _("%(count)s scans are waiting to be sent"),
        "found_none": _("Nobody by this name."),
        "found_many": _("More than %(count)s. Type more of the name."),
        "camera_denied": _("The camera cannot be used here. Take a photo, or type the code."),
        "photo_failed": _("The photo could not be read. Type the code."),
        "photo_offline": _("Photos need a network. Type the code, or find the name."),
        "log_out_waiting": _("%(count)s scans are not sent yet and would be lost. Log out?"),
    }
