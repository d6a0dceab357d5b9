"""The season that `make demo` shows: what is on, where, and how far it has sold."""

from dataclasses import dataclass, field

from src.domain.entities.event import EventKind
from src.domain.entities.event import Payment as Pay
from src.domain.shared.language import Language

CONCERT, MOVIE, THEATRE = EventKind.CONCERT, EventKind.MOVIE, EventKind.THEATRE
SPORT, CONFERENCE, OTHER = EventKind.SPORT, EventKind.CONFERENCE, EventKind.OTHER


@dataclass(frozen=True)
class SeasonVenue:
    """A venue; `blocks` are its sections with rows and the seats of a row."""

    name: str
    location: str
    country: str
    timezone: str
    blocks: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True)
class SeasonType:
    """A ticket type. With reserved seating its name is that of its section, without capacity.

    `early` is the price of the first tickets, with their number; with `is_open` buyers may give
    more than the price.
    """

    name: str
    price: str
    capacity: int | None = None
    sold: int = 0
    early: tuple[str, int] | None = None
    is_open: bool = False


@dataclass(frozen=True, kw_only=True)
class SeasonEvent:
    """An event in `in_days` days, which is past if they are negative.

    With `on_sale_in` its sale begins in so many hours.
    """

    title: str
    about: str
    venue: str
    kind: EventKind
    in_days: int
    at: str
    hours: float = 2.5
    currency: str
    types: tuple[SeasonType, ...]
    payment: Pay = Pay.ONLINE
    fee: str = "0"
    tax: str = "0"
    is_tax_included: bool = True
    limit: int | None = 8
    on_sale_in: int | None = None
    is_cancelled: bool = False
    allows_reentry: bool = False
    language: Language = Language.EN
    terms: str | None = None
    extra: tuple[str, ...] = field(default=())

    @property
    def description(self) -> str:
        return "\n\n".join((self.about, *self.extra))


VENUES = (
    SeasonVenue(
        "Konzerthaus am Fluss", "Hamburg", "DE", "Europe/Berlin",
        (("Parkett", "ABCDEFGHJKLM", 22), ("Rang", "ABCDE", 18)),
    ),
    SeasonVenue(
        "Lyric Theatre", "Dublin", "IE", "Europe/Dublin",
        (("Stalls", "ABCDEFGHJK", 18), ("Balcony", "ABCD", 16)),
    ),
    SeasonVenue(
        "Nang Loeng Playhouse", "Bangkok", "TH", "Asia/Bangkok",
        (("Orchestra", "ABCDEFGH", 16), ("Circle", "ABC", 14)),
    ),
    SeasonVenue(
        "Kino am Naschmarkt", "Vienna", "AT", "Europe/Vienna",
        (("Saal", "ABCDEFGH", 12),),
    ),
    SeasonVenue("Warehouse 12", "Manchester", "GB", "Europe/London"),
    SeasonVenue("Sumida Hall", "Tokyo", "JP", "Asia/Tokyo"),
    SeasonVenue("Donaupark", "Vienna", "AT", "Europe/Vienna"),
    SeasonVenue("Lumphini Hall", "Bangkok", "TH", "Asia/Bangkok"),
    SeasonVenue("Pacific Ice Centre", "Vancouver", "CA", "America/Vancouver"),
    SeasonVenue("De Werf", "Amsterdam", "NL", "Europe/Amsterdam"),
    SeasonVenue("The Yard", "Melbourne", "AU", "Australia/Melbourne"),
)  # fmt: skip

EVENTS = (
    SeasonEvent(
        title="Lights over the Harbour",
        about="Aurora Line play their new record from the first note to the last, with the "
        "string section they recorded it with.",
        extra=("Support: Mila Brandt, solo at the piano.", "Doors open an hour before."),
        venue="Konzerthaus am Fluss", kind=CONCERT, in_days=12, at="20:00", currency="EUR",
        types=(SeasonType("Parkett", "58.00"), SeasonType("Rang", "42.00")),
        fee="2.50", tax="7",
    ),
    SeasonEvent(
        title="Blue Hour Sessions",
        about="Four musicians, one microphone, no set list. The late show of Manchester's "
        "smallest jazz club, in its largest room.",
        venue="Warehouse 12", kind=CONCERT, in_days=3, at="21:30", currency="GBP",
        types=(SeasonType("General admission", "18.00", 120, 113),),
        payment=Pay.NONE, terms="Standing room. Over 18 only.",
    ),
    SeasonEvent(
        title="Khruang Nok, Live at Last",
        about="Molam, surf guitar and a brass band from Khon Kaen: the year's dance party.",
        extra=("The gold area is in front of the stage and has a bar of its own.",),
        venue="Lumphini Hall", kind=CONCERT, in_days=26, at="19:00", currency="THB",
        types=(
            SeasonType("Gold", "2800.00", 300),
            SeasonType("Standing", "1200.00", 1800, early=("900.00", 250)),
        ),
        fee="20.00", tax="7", is_tax_included=False, limit=6, language=Language.TH,
    ),
    SeasonEvent(
        title="The Four Seasons by Candlelight",
        about="Vivaldi on period instruments, in a room lit by a thousand candles.",
        venue="Lyric Theatre", kind=CONCERT, in_days=8, at="19:30", hours=1.5, currency="EUR",
        types=(SeasonType("Stalls", "39.00", sold=180), SeasonType("Balcony", "27.00", sold=64)),
        payment=Pay.NONE, limit=None,
    ),
    SeasonEvent(
        title="Kraftfeld: One Night Only",
        about="Nineteen years after their last concert the four of Kraftfeld step on a stage "
        "again, once. Nobody knows what they will play, they say, not even they.",
        venue="Konzerthaus am Fluss", kind=CONCERT, in_days=75, at="20:00", currency="EUR",
        types=(SeasonType("Parkett", "96.00"), SeasonType("Rang", "72.00")),
        fee="4.00", tax="19", limit=4, on_sale_in=43,
    ),
    SeasonEvent(
        title="Danube Island Weekend",
        about="Three days, five stages, sixty bands, and the river to jump into between them.",
        extra=("Camping is included. Children under ten come in free with an adult.",),
        venue="Donaupark", kind=CONCERT, in_days=64, at="14:00", hours=58, currency="EUR",
        types=(
            SeasonType("Weekend", "149.00", 6000),
            SeasonType("Saturday", "69.00", 3000),
            SeasonType("Weekend with a cabin", "390.00", 80),
        ),
        fee="3.00", tax="20", allows_reentry=True, terms="Bring no glass.",
    ),
    SeasonEvent(
        title="Hana Mori: Nocturnes",
        about="An evening of Chopin, Satie and her own miniatures, at a piano built in 1887.",
        venue="Sumida Hall", kind=CONCERT, in_days=33, at="19:00", hours=2, currency="JPY",
        types=(SeasonType("S", "9800", 200), SeasonType("A", "6500", 400)),
        fee="330", tax="10",
    ),
    SeasonEvent(
        title="Nosferatu, with Live Organ",
        about="Murnau's silent film of 1922, accompanied by an organ that is older.",
        venue="Kino am Naschmarkt", kind=MOVIE, in_days=5, at="22:15", hours=2, currency="EUR",
        types=(SeasonType("Saal", "16.50"),), tax="13",
    ),
    SeasonEvent(
        title="Open-Air Cinema: Some Like It Hot",
        about="Bring a blanket and somebody to laugh with. If it rains we show it a day later.",
        venue="Donaupark", kind=MOVIE, in_days=17, at="21:00", currency="EUR",
        types=(SeasonType("Free entry", "0.00", 800, 214, is_open=True),),
        payment=Pay.NONE, limit=6,
    ),
    SeasonEvent(
        title="Twelve Hours of Animation",
        about="From dusk till dawn: six films, breakfast included, nobody has to sleep.",
        venue="Sumida Hall", kind=MOVIE, in_days=40, at="19:00", hours=12, currency="JPY",
        types=(SeasonType("All night", "7200", 350),), tax="10", allows_reentry=True,
    ),
    SeasonEvent(
        title="The Third Man, Restored",
        about="Where it was shot, in the original, with subtitles and an introduction by the "
        "restorers. Afterwards a walk to the places of the film.",
        venue="Kino am Naschmarkt", kind=MOVIE, in_days=10, at="18:00", currency="EUR",
        types=(SeasonType("Saal", "14.00", sold=88),), payment=Pay.NONE, limit=None,
    ),
    SeasonEvent(
        title="A Midsummer Night's Dream",
        about="Six actors, forty parts and one very patient donkey. \"The funniest two hours on "
        "any stage this year\", writes the Evening Post.",
        extra=("With surtitles. The performance of the second day is relaxed.",),
        venue="Lyric Theatre", kind=THEATRE, in_days=15, at="19:30", currency="EUR",
        types=(SeasonType("Stalls", "34.00"), SeasonType("Balcony", "22.00")), fee="1.50",
    ),
    SeasonEvent(
        title="Khon: The Battle of Lanka",
        about="Masked dance of the royal court, with a piphat orchestra of twenty.",
        venue="Nang Loeng Playhouse", kind=THEATRE, in_days=22, at="18:30", currency="THB",
        types=(SeasonType("Orchestra", "1500.00"), SeasonType("Circle", "900.00")),
        tax="7", language=Language.TH,
    ),
    SeasonEvent(
        title="The Cherry Orchard",
        about="Chekhov's last play. The company has lost its leading actor to an injury.",
        venue="Lyric Theatre", kind=THEATRE, in_days=19, at="19:30", currency="EUR",
        types=(SeasonType("Stalls", "32.00"), SeasonType("Balcony", "20.00")),
        is_cancelled=True,
    ),
    SeasonEvent(
        title="You Decide: Improvised Murder",
        about="Shout out a place, a weapon and a motive, and find out who did it.",
        venue="Warehouse 12", kind=THEATRE, in_days=2, at="20:00", hours=1.75, currency="GBP",
        types=(SeasonType("General admission", "12.50", 90, 31),), payment=Pay.NONE,
    ),
    SeasonEvent(
        title="Foxes v. Lynx",
        about="The derby of the west coast. Last time it took a shoot-out of eleven rounds.",
        venue="Pacific Ice Centre", kind=SPORT, in_days=9, at="19:00", currency="CAD",
        types=(SeasonType("Lower bowl", "85.00", 2400), SeasonType("Upper bowl", "38.00", 4200)),
        fee="3.50", tax="5", is_tax_included=False,
    ),
    SeasonEvent(
        title="Championship Night",
        about="Seven bouts of Muay Thai, two titles, one winner takes the belt home.",
        venue="Lumphini Hall", kind=SPORT, in_days=6, at="18:00", hours=4, currency="THB",
        types=(SeasonType("Ringside", "3500.00", 80, 80), SeasonType("Stand", "800.00", 400, 400)),
        payment=Pay.NONE, limit=None, language=Language.TH,
    ),
    SeasonEvent(
        title="Danube Half Marathon",
        about="21.1 kilometres along the river, flat and fast, with music at every kilometre.",
        venue="Donaupark", kind=SPORT, in_days=120, at="09:00", hours=5, currency="EUR",
        types=(SeasonType("Runner", "49.00", 4000), SeasonType("Spectator", "0.00", 9000)),
        tax="20", limit=4,
    ),
    SeasonEvent(
        title="Roller Derby Finals",
        about="Eight teams, one weekend, and bruises to be proud of.",
        venue="Warehouse 12", kind=SPORT, in_days=-9, at="13:00", hours=7, currency="GBP",
        types=(SeasonType("General admission", "15.00", 300, 268),), payment=Pay.NONE, limit=None,
    ),
    SeasonEvent(
        title="Frontend Days",
        about="Two days on the web platform by people who build it: layout, speed, access for "
        "everybody. Talks in the morning, workshops after lunch.",
        extra=("Lunch and coffee are included. Talks are captioned live.",),
        venue="De Werf", kind=CONFERENCE, in_days=48, at="09:00", hours=32, currency="EUR",
        types=(
            SeasonType("Both days", "480.00", 500),
            SeasonType("One day", "290.00", 200),
            SeasonType("Student", "95.00", 60),
        ),
        tax="21", is_tax_included=False, allows_reentry=True, limit=10,
    ),
    SeasonEvent(
        title="Databases after Work",
        about="Three short talks and one long evening. This time: locks, and how not to wait.",
        venue="De Werf", kind=CONFERENCE, in_days=13, at="18:30", currency="EUR",
        types=(SeasonType("Free entry", "0.00", 110, 94),), payment=Pay.NONE, limit=2,
    ),
    SeasonEvent(
        title="Cities for People",
        about="Mayors, planners and residents on streets that are good to be in.",
        venue="Konzerthaus am Fluss", kind=CONFERENCE, in_days=-30, at="09:30", hours=8,
        currency="EUR",
        types=(SeasonType("Parkett", "120.00", sold=140), SeasonType("Rang", "80.00")),
        payment=Pay.NONE, limit=None,
    ),
    SeasonEvent(
        title="Night Market Walk",
        about="Eleven stalls, five temples, one tuk-tuk, and a guide who knows every cook.",
        venue="Lumphini Hall", kind=OTHER, in_days=4, at="18:00", hours=3.5, currency="THB",
        types=(SeasonType("Walk and dishes", "1450.00", 12, 9),), payment=Pay.NONE, limit=4,
    ),
    SeasonEvent(
        title="Pottery for Beginners",
        about="Two evenings at the wheel. You take home what survives.",
        venue="The Yard", kind=OTHER, in_days=21, at="18:30", hours=3, currency="AUD",
        types=(SeasonType("Place at the wheel", "140.00", 10),), tax="10", limit=2,
    ),
    SeasonEvent(
        title="Sourdough, Slowly",
        about="A Sunday of flour and patience with Lena of the corner bakery.",
        venue="The Yard", kind=OTHER, in_days=16, at="10:00", hours=5, currency="AUD",
        types=(SeasonType("Place at the table", "95.00", 14, 14),), payment=Pay.NONE, limit=None,
    ),
)  # fmt: skip
