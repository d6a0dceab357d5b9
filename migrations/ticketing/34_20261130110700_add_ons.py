"""Add-ons: ticket types that admit nobody, with a stock of their own.

What is sold of them are tickets that do not admit. They take no place of their event, so its
counters leave them out; those of the type count them like any other. The key from a ticket to its
type repeats `admits`, so that both always say the same, and triggers need no join.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

COLUMNS = """
ALTER TABLE ticket_types
    ADD COLUMN admits boolean NOT NULL DEFAULT true,
    ADD CONSTRAINT ticket_types_event_id_id_admits_key UNIQUE (event_id, id, admits),
    ADD CONSTRAINT ticket_types_add_ons_have_their_own_stock
        CHECK (admits OR (section IS NULL AND NOT capacity_is_derived));
ALTER TABLE tickets
    ADD COLUMN admits boolean NOT NULL DEFAULT true,
    ADD CONSTRAINT tickets_add_ons_are_never_used
        CHECK (admits OR (seat_id IS NULL AND status <> 'used')),
    DROP CONSTRAINT tickets_ticket_type_fkey,
    ADD CONSTRAINT tickets_ticket_type_fkey FOREIGN KEY (event_id, ticket_type_id, admits)
        REFERENCES ticket_types (event_id, id, admits);
ALTER TABLE bookings
    DROP CONSTRAINT bookings_quantity_is_positive,
    ADD CONSTRAINT bookings_quantity_is_not_negative CHECK (quantity >= 0);
COMMENT ON COLUMN bookings.quantity IS
    'Its tickets that admit. Zero: add-ons alone, for a ticket that was bought before.';
COMMENT ON COLUMN ticket_types.admits IS 'False for an add-on, such as a T-shirt. Never changes.';
COMMENT ON COLUMN tickets.admits IS 'As its type: false for an add-on, which takes no place.';
"""

# What was sold as an add-on becomes a ticket, and takes a place of its event.
NO_COLUMNS = """
UPDATE events SET
    total_tickets_sold = total_tickets_sold + sold,
    tickets_held = tickets_held + held,
    capacity = greatest(capacity, total_tickets_sold + tickets_held + sold + held)
FROM (
    SELECT event_id, count(*) FILTER (WHERE status = 'active') AS sold,
        count(*) FILTER (WHERE status = 'reserved') AS held
    FROM tickets WHERE NOT admits GROUP BY event_id
) AS add_ons
WHERE events.id = add_ons.event_id;
COMMENT ON COLUMN bookings.quantity IS NULL;
UPDATE bookings SET quantity = quantity + (
    SELECT count(*) FROM tickets WHERE booking_id = bookings.id AND NOT admits
)
WHERE id IN (SELECT booking_id FROM tickets WHERE NOT admits);
ALTER TABLE bookings
    DROP CONSTRAINT bookings_quantity_is_not_negative,
    ADD CONSTRAINT bookings_quantity_is_positive CHECK (quantity > 0);
ALTER TABLE tickets
    DROP CONSTRAINT tickets_ticket_type_fkey,
    ADD CONSTRAINT tickets_ticket_type_fkey FOREIGN KEY (event_id, ticket_type_id)
        REFERENCES ticket_types (event_id, id),
    DROP COLUMN admits;
ALTER TABLE ticket_types DROP COLUMN admits;
"""

CREATED = "SELECT *, 1 AS sign FROM new_rows"
REMOVED = "SELECT *, -1 AS sign FROM old_rows"

OPERATIONS = {
    "insert": CREATED,
    "update": f"{CREATED} UNION ALL {REMOVED}",
    "delete": REMOVED,
}

COUNT = """
CREATE OR REPLACE FUNCTION tickets_count_{operation}() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT AS $$
DECLARE
    change record;
BEGIN
    FOR change IN
        SELECT event_id,
            COALESCE(sum(sign) FILTER (WHERE status IN ('active', 'used')), 0) AS sold,
            COALESCE(sum(sign) FILTER (WHERE status = 'reserved'), 0) AS held
        FROM ({rows}) AS changed
        {condition}
        GROUP BY event_id
        ORDER BY event_id
    LOOP
        UPDATE events
        SET total_tickets_sold = total_tickets_sold + change.sold,
            tickets_held = tickets_held + change.held
        WHERE id = change.event_id AND (change.sold <> 0 OR change.held <> 0);
    END LOOP;
    FOR change IN
        SELECT event_id, ticket_type_id,
            COALESCE(sum(sign) FILTER (WHERE status IN ('active', 'used')), 0) AS sold,
            COALESCE(sum(sign) FILTER (WHERE status = 'reserved'), 0) AS held
        FROM ({rows}) AS changed
        GROUP BY event_id, ticket_type_id
        ORDER BY event_id, ticket_type_id
    LOOP
        UPDATE ticket_types
        SET sold = sold + change.sold, held = held + change.held
        WHERE event_id = change.event_id AND id = change.ticket_type_id
            AND (change.sold <> 0 OR change.held <> 0);
    END LOOP;
    RETURN NULL;
END $$;
"""


def _functions(condition: str) -> str:
    return "".join(
        COUNT.format(operation=operation, rows=rows, condition=condition)
        for operation, rows in OPERATIONS.items()
    )


async def upgrade(db: BaseDBAsyncClient) -> str:
    return COLUMNS + _functions("WHERE admits")


async def downgrade(db: BaseDBAsyncClient) -> str:
    return _functions("") + NO_COLUMNS


MODELS_STATE = (
    "eJztXWtz4jjW/isUX7anirerO91z2dTWVhHi9LBNIAWkLzuZcim2IN4YmfEll9md//5Kvu"
    "ALsrEUAsKcL92J0eOY58jSueu/bd8y7rFvkfnbbmBa/sCZXzomttunrf+2CVpg+kPpmE6r"
    "jZbL3Ah2zUe3dohDbLRuO+FVdOv5LjJ8+sEM2R6ml0zsGa619C2H0KsksG120THoQHar1a"
    "WAWH8EWPedOfbvsEs/+O13etkiJn7CXvLr8l6fWdg2c49umexvh9d1/3kZXjuz5n3iX4Rj"
    "2R+81Q3HDhYkHb989u8csgJYxGdX55hgF/mY/QXfDdg3YA8Yf9vkS0UPmw6JnjKDMfEMBb"
    "af+ca3enqtrevD0VSfaFNdbwtwZDiE8Usf1QsJmLNH+L+/n5x8+PDzybsPP/3y48eff/7x"
    "l3e/0LHh865/9PNf0cOkbEW3Cjnrf+oPp+yBHCrESLzswl8hBvkoQoXCSNlH/jr755RB31"
    "pgPv8RosC/GUPeJj8UpZFwXyWO5EIqj3Qa7kIgLkbmiNjP8USo4Hrav9Qm0+7lFftzC8/7"
    "ww5560419slJePW5cPXNTz/khbO6Setrf/pri/3a+vdoqIX0Op4/d8O/mI6b/rvNngkFvq"
    "MT51FHZmbOJlcT1ujIjJQN33F10Tcti9r8vnEkHD+aMgLe4RuX45495xrzU/xUznuMKLBO"
    "v8wBvldV75H2bZp7hYZfuuPer93xm8vutx9yr9FgNPyUDE/pHvYGo7MC4V5w+x9scNa1cs"
    "YzEKBcnnLhFSaPk1pjVKN+P4sMfsBEnP4sChZ4We5v8cxx8Trz/5qMhnzeU0RRjbIMv/W/"
    "lm15B8h+BZGMiupFp7i+FHQgdoPiooNmPnZFaF8BgHV51g3HdbGN2GNy15vyTXYdKbXXHg"
    "7/W9tqme08u8/Yb+zCLTLuH5Fr6mufOCdO2dj1jxYni+IVRNA8JJJ9Y/b9Uu/CmePc0/+r"
    "HBC5IZ0N/ofbaLAH7ofjdD+4eIZdTAzO9lm+kORAoK9L6OuBh8XdARkQaOqHpqkD+eyK45"
    "oSEz+LAjNJlvs/AkR8y39e576U+CykSbP+5P3Hnz/+8uGnjyvCV1eqeF7n1Hd8ZOto4QSE"
    "58fHhrVANp/bIrRoE0XYt/E9DpDrCiLPtV7/sjt48/5j5yTcQukGavnh904214/vfigaPo"
    "HLlA7O/O3dIbfE5MlgGqGoUOPgSbcxmft39NcPFRwnRH4oGprxByfsk4IX0Ud+4PH51Uiw"
    "CDnu0+dBse6X9yWu0Ltjur3ExIxtGgG621fa8Lw//HTaivE3pDcaXvTHl9r5aYtSPrPcBT"
    "bp1e6wpw0G4VX2pW2bXR1rF9fDc3aRasIBfTx6Tft21R+zS/hpabk4moqC4nz/Uw15vi+G"
    "sVKBso8KrrHIvNNZVFA0zljENjDieCARxoSTyhBjNO88XTygnEduQcyKqVtNkrLl6dQsx2"
    "zN4ejQjmNjREr8JnlkQcz0ZX81HWN1ZbeyPRuNBjmxnvWLlvn15ZlGV9SCCrKu5kXLvG4G"
    "nEW0kvQ8EDgX4PwBux43bl9qrWQQuzNW3h+IpWK4mH1zie0hj2ygFtDgvKNgaUpKPY8Eqa"
    "sudXVCVD1EDRqTWuQYm1VxqvVxnQ3BKiNG6DMK2WPISg3vPUSv2h6mm5Ov3yHvjicMgtzn"
    "krynPLComD372DvAJa2K3zi7YLV6femOz/rD7vg7P4x1xslGOPs+1bqgVsAGs/cNxvXPLc"
    "9gnvPqDaY4bvMG4/q6GUNgg4ENJpkLwsIoAJsUPNuBSNRaa/o+XmxaZ9IxtdYYiw6HnKsj"
    "XVTUWN2PZjGB5B9FyI/WwxAqLIJ1LAgCMoEU8q971JqlM5OTPdF1XVTqhkhBBVZrFkPIZU"
    "38YxaQsMaxdRtYNlVRvLfs7/2z/Upkb5yxv/0OfoUj9StAuOIYpa6QhXeHjfs+qTTwskM6"
    "m+w7NlinSyqYd8dp3oGNsX8bQ9K8APpfSL/lebwcqfKVJxnfJM63Z1MYiJASX1FFL40cqh"
    "FZ7ztvp0EplGAdKJen/J5+TxG+k/FAtgTZ0HSskcnhc26VR/k7lIyHNhBQwX1ASiZLqvei"
    "ksi6Mz0DgckuPtldbGDrQcoxV4A2cAcBz9wreebq5HiJ5XcpkNoFvrl9+uYMOk1E9o1kPF"
    "gZEruG81jmvKhs9vFY6ryAZh+1dSS+OV2vkP8QTOv2lTbuacMpq+B3DUz8G3LR/8bq72fW"
    "kyrV9w/I5nlDK9uCrDBH2Q/kRPV+IKotLq/ZDgR62u5v/VYgVw7kEC3HFrV6XGchavjmkd"
    "BVQ2XHaSQrahhaHK9SHTGvoCBnleXMdsvAw5wkzdLFNAtp0DK6tRh1wo9O9XD2A6ch+EZu"
    "c1ggeZ1kyg1HB6gKM+w4xvDuQIg0sY3lEkzzSFjmVV7moXXQVl8ayMUvp7pZsR/IxT9Gqa"
    "sT8dOY76gq3JcZ0NkQ6wv9UBDoO9JAn2/5tlCkbwVQOeqhbKgv+5gCpBdgTfDI75p5usrx"
    "YkzlnK8AwLYk28IO+SyqQe4NCGlX1Vg7ocIgJoF2bzTsaeNp2IPewK5/Qy5HX/raaWvhPF"
    "j4hkx/1brTMf2d3hz5Lr0yuRqx8d7SYaNZF3ttrNGbRG3so2OabsiIAsenrfSZ9h4bZ+q/"
    "nuj/Qo6YLLCBxsWBGBO1HDGYmFIN6VMYCFhpATMR/OkQQU07xexwPb6e9gRXY2W1EAMtkS"
    "HWvyULaVLpwfacnDFBuuXRh3VZyjpHyavq9V9yB2j6L9D0f+lavKMoKzPmVhjImMNZdUyR"
    "jDnVSIUTtPL7IjJ8ulSJGirn4+4FNTtMF82o2dHtTftfqMkR3YuZIZdXA20aHaa1WIaRU/"
    "5hWmoYI6wPV+w/lpJbCt+h4KKb2qKS+6QNtXF3cNqK8ew4s4k2/hIdZ+Zh90EVqSzR8wLz"
    "zlWsJ5UMfIdSIbFmKyKSIdXOKckUSS314aDPfnOIbcV32rsg2O2jIIt0mg8P3iBX2PZafi"
    "Abezqd0a6w1VyAQoqKyoZzJCzM82jWkTLmujNBxmrJmO6l1DRhp9Xoq6okAcOGi9+PkfNa"
    "+X3btnCylMWFYS8gPXOHo6P9RwHWfbrBu9zeI9UnYGdgwO8Gfi1i2IEXW2oCXqk1LPijBP"
    "xRPnYXHHO+wrmdACC6Lu7XthGZB2jOmeL1LL4sfocmHyaiBp82PG1hckPOqaFnhmFdFtFV"
    "w9hDtu08erqL6c7nclyFlavNOhiWG4HlJqaP/l3izXg2dh3ys+gdsp/kGB4s+Uz953Fevt"
    "inCFjtJdqDuHNErD9lWoQUkE0KaO66ztzxka3TdeGePptIXeQ6EKrN+OQmrk/PsUWK+Phg"
    "IJlPsotLEmGrLdAi9ujM0Pe/iNih8WS8w2IzuQCDObze7cO3sT6j7zjPSbihaCGDAzVENq"
    "VbnPsiDriXKRuBcuzmx0GgHHurmwWUY5dT3azCXCjHPkapC5Rjc/vFeRwz/iyGX3weYxuV"
    "1FumZdbT8Kcpvb6qtT6wOfFX8hYkV5O5sYsK9qvQL7ixjj07rFOnml2PHI71itrbQ4pxW+"
    "zdaCGvhVqPd46NT+kPS8vwAxe3LK/Fnsxs3T63wvt3WjPHXSC/hYjZerRM/+5tMSaxvbu+"
    "oLR+F40pocy+Tpl9JFkRsylFNCKbfNcWU/j+CGjSq/FN8pFvT5V2iM9NETqzCHJLDm3OgI"
    "rhtWc/ahR4YLRWLQtsCmYnMZ3DZ/1hd/ydP4uT8Vk96Oz7VOtS5hXrMzOJzsnbuE3nxtXb"
    "p+Mj+KD7zJFui3AE7B5DmnAy106pV2dVv0D3+Coq+qla1NeGbVrTZxSgx9VEsKQf6ZLu4r"
    "iZioixkwOBvSNh71gmXiwdn1Ug6/eYk45YTj4HCiKQEEGYT8gqex3+mciVR1GsYWF3lVZs"
    "HNekSorUQsSBwrsgc3Dygh0fyInAVGUZpaCj7FDxETpUKNahQmjpWAEawe2uF4wZsuzAFS"
    "I8A4GcInHG8dPScrFU27kcEnKKVM4poua4jIgzMJCvyvJ1sR+4RA9cwWPesyhYPSVaC0Jy"
    "WVNfL7UctWM8C4i5yU+bHdWp46Z1QwB4acFLC15a8NIekQjAS6uIlzYOFAoLIY8DAUgLAH"
    "y04KMFH+0Bcws+2qYz7gWGgbHU2SAFKHjxVHMzgDfpKMSsjjfpExV6lR8p/byzwYM0R3H+"
    "PriOjs91BDnb+zSaHc/iHx5abi9nIE1ifmvFTeH/AjptMh5sCBn3W1p/TVcDTgV213VRSU"
    "EZB1uQgW15rzaj2/+YBST0/bVuA8umm6L3lv29f7Z3L5posfjtd6XKCvqph/ozfq7SNHgj"
    "N+kcBf83qB9Hqn5A1dLelA/BiBVEqV7gaqMPg92la4kWXReAUHhd5L+q8DoXHSHeo1iX4x"
    "QBUx4yqqBx0zYaN72yyjrAJl0tNdaDv0pfXRu2SVm1Q4DOmvtb4Ck7VlVVfCVr7Ap2ICtW"
    "rWANZBCpYo9YvGMB6x2Bk2BVVtXaV93vl9pwetqKc57YEbQX18PwAFqWvtuuJ5zXPgjHMP"
    "iJRPUkkYErLYxpv/dZm07oRha1ab8hF5pGf51hTH+edr+xX3z0xH67HnavrgZ9dlRwQKim"
    "YFtYEWFFBc7iB4mY4EDZVmG65eOFrARSaIMOBd6xFPYUwATuT8ODtdg5OMLs53HAvyz/+R"
    "CaoO66hgU5QO415F4rS+rWc6/VcdxdIsuu8tiln3c2uOoWdCR46I7UQ2egwBPK/VkBGrFA"
    "7DrE03iHzdlo9Lk//KT3RsOL/viS2f+J5kqpn1nuAps3ZDQ+18bZMZFxlxkRO370sXbZH9"
    "LBKw+Q7uIFe2Y3HXPR7Q/YTZIRrOQif4/p9XiYHRF1f8iO6X7t9qfZIegR0T3WLDqcboj2"
    "hY2nE2H4iY2PrCLjDpE5Tj/tDnvaYJD5nEnUDp8q9qJkxyTH3mVHjbvDyQUlaXRB/w0HxY"
    "f16s6MFSGv7qR/6n9hp0THyuncemDnRcefjbWeRj9e/Q36zQ1MR1D0BeVVX7l0ZpRTfeXX"
    "+aKN+xffde2SMnvaesCuNXvWMdsoGB9M9lfdyeQrFSPjxaP3XSLPe6RSlPHxfDipszGflO"
    "/MJ0XlZy8pMqDWg2sBXAtHzP+ePMvAfeqakfToAPsvZH//AWGQQ8LlTGIRKgBBArISYPX1"
    "Aaeoo56Jl6J3Z+S1maET+4RELD1mMFFL77QV42/IRBueh1c8TMzkyjT8NQ7cT7TYkPKYBf"
    "Kp+0XTr69OW3P0gPVgyaLGn4ejr0MWM74nziNRI2KMfB8vlj5HqqXvUxYCh5iv1ZvhJ18i"
    "yzUDa14xf8MyXLPitpHn69h1HaFk8jwKemeIOxsX2PPQnB/mvL7un/N5z6MKvAeBZb5lWH"
    "VcjtugP/IwRa9IdvKH3xSS9GEJ80KXsHgLmhTWvB3rQMRbmtGsViyX/r8pnLsa0qkR0aXX"
    "IKgLQV0I6kJQF4K6ENRtQFAX2i7tM11z5tNZKhll4YAb4xTbsRzA/CwXSHPNT9MhWELkGR"
    "iYn2B+lpmfI6an9X28qDJAC4M6G0zQtFoLrNAjtUKh0PL48vCA/HRJ3GuNGQiCXdljRiQI"
    "gF35I0DEt3xOFVop91lIk5jfWvYE/V6+vnQt3tFlldWTeeBRVlCeCFRQesGt7/iIc6xoJc"
    "tZ2FFyLFKlalpe2PtElyoH5qD3w/hr+Zi2TfcMYzmm80AguYpkHz3pLvdYpkqKs7CjI/hH"
    "QX6lJnEeeHQcC09iixh2YGKO7ryR5iwUiK4kmukKkvO5AAVtg8O1Ym7WjS5WAfcqeFaP1L"
    "MKZ1fvJc8HDl6Asqr6ZVXLqAiqLSaH9lVSRLVMiqgyGVWZXKre6PJqoE2jq4uljcO8pkz+"
    "USbvSPt21Q/TjfDT0nJVacQZJ2XJCjUDV3k1aw9HQ40CHYJvyGg46LPfHGJbBKshBmgU9h"
    "qNwsCRCI7EBlut4EjckQ8GHF3g6GoI0eDo2v1uKGqtFoDQB0TWYF0RaTimkJtmDQiV7xIn"
    "qTnER4avix5sXMQB9/Lch5VFMuSvgMC+PPtLypzU1F8BgX1x9okTny5al/UVANgWZ9umzO"
    "gv9CIW76GwHNq/joaj69CPSx/RCdy0kFVblbKq4tyNPM2eRNFSHgl1S6rVLZXpWfrMsbk2"
    "dD11KwNX+B1Udi3MKU8vEEURD7IQl4WJw2icTMFmDglrn8pr3wN2Pfb110Rc6lzJIHaXCv"
    "D+lUS57aoGKGwvp7q5he3B0pSUeh4JUldd6grlYQb+rfNUmYiZGdHZlIkZjg2HNSoTs84b"
    "AqmYcMJ9M5W76DwCEQMqRTQiIWrXNpMX3P4HG5yXqZzxDAQol6dcOEacx0FSs3SMGM7K2i"
    "336qigV8jzzvGDZeAqNbQ4apMqyto1UvkwAJQGHak+GolfZBtNEbCLSuyiezt4TDXi97OH"
    "Wp4XcKZ7+WqTjG8S51tzwi4D744u+vdYyPTJo2AVkQnfgfcb/KA7V0LDrBeN2RPVamhx3G"
    "ZFNGq3HpoqoIoeqSq6dJ0Hy8RCh35lMbCRSGwkCYF6uXNhM/t6hY8BxFDLKtj/gbiqiWBP"
    "Z3IHvuGIFQFkIDD3JeZ+chqJhDJbgII2C9psbW023rsGDl1ZK9XZ9YEb9dlkX7SduW6RPW"
    "q0rJMJ1u+Qd8fbUwhyn0tiNjlc4b26fY6LEA4q/l+1NbBFKfvS0FXtrD/sjr/z17VkfPaF"
    "OPs+1bobNNxb13lk7X3E5VFEbksi6m4125VJtuRGsA/WCgCbu8TmHh4bZokZdVkMkC5TVs"
    "YOPl8in7PIVMzzLAhol6BdoRqmQxKFQmpraa6XOnrrGM/od7mbsvBJldq6Pm6T1upGiCgy"
    "A17YI/XCQtPKvfmeZmhh2c9c8q+v++d86nOgAvlBYJlvGfQARVDBZtRPL9oCsot7+E2LTY"
    "ToWiZhb+VxYG0VFaK61haoRI1ViQqdjqVqsjyoXT0I+br4gS6Ich76LBKkrLKUIamoXCGE"
    "MMxrmbM+6zA+DS/0qJ1abdNyB3c2GrYhLDlQnjXKA/P2SM1b0faKL+qqqNoqBrnuR+VPgD"
    "Od90g+VRg8XkVwvTZzKVrlhac9HXeHkwttHDaZC/PQZtiN+8z1J5PrqM9cWEOhSJ85qL9v"
    "jOmijhI7odZPld6afr5JVfXoSNBNj1Q3pRsvlZuoDLIo2K+l92sPC7fwyEBU3qWVNQ9cup"
    "gL0B0PB6plenfQfUWnWuetWCZWAQbUS1EflWbcY86RaRsXlwQG1MstMKK0ZyBA+csWGvEZ"
    "vwYFEUiIABkG9oROFUgR0L65Ht8K2Z6ObY6CzVXZ6+M6G2zRR3x75zj3ukeRuhPsvzxbFX"
    "/m0Zqq6sz6KAT4GT9XTfnCoE3zPQ470K2ngR4YmNe1XDDL4Na2DL7mUpUvmMdBvmBxJ62b"
    "LwgpKOUvSLNSUCC9DGI0u9cYNqsLIrpCA/UEiNTUURNuqV1En1LYFsnjIFoDqS2HSH5sKD"
    "GobG5XBguCkBYE1OrtjXpkLiyf42Q9cxwbI1LiZ12BihYiRb0W9cnuvGMDcTQa5BTTs37R"
    "lXp9eaaN37wvHFLPi8wjiUMHUhA0vX/hQi+aM12AQUxBPIZzAG2qD+WgwKXLbXB/jg1rge"
    "wSd57Lb3FvRqC3MfgAd8sK6s61Xv+yO3jz/qRzUliUkxn98V0xn5Y1Cgs4+2C9NOcUvbtI"
    "b9vFVAN6wInUayc7j7WJNv4SpTRHd7gh3d60/0U7bbH2mw/4hlxP2OesrvWG9LrDnjYYsA"
    "sG+/a2rUoSNJTriq3wh+BpW5PvLTeEUWkXJCDQmGQ1pjnlR0RVSsaDjiSjI7HemhZPN620"
    "wnK4HRpiqysHa4lBdK58uWludA7OXD5GqRt3iMzF/bs52J79i5M/7PPotzc3YXvLB2S/+V"
    "vinQgf1PvbDzftHw5CzVAtlDqlz705nJqO6tRLv4ro6EBc9RjjquH/AupzMh7yxGXOEKPU"
    "zB1XKEc/iwGbRboYSITyl1YZHjnjEKjbmXkInvbX9LQbaIkMy+cs1+XKeAbSpFj/1mJDCU"
    "G6xQ7Cdq04KiCwUpTcAdxKIgF+ZGNP93zkCnsYClAIS6gcloiEhQnnHasj5RgIMlZaxocX"
    "D0YPyIruICbfdvdLtz/ong1Y/De5xw256kZB4CWKw8CDUfi7YTueKgFgVtIpoEckw3enQ7"
    "w7EAXiDgsRmQwHIotEPmDX4xrGFX2PVghIeoJIHcRsIFJ3nFKHWph9R+IKslgXxIXjYmtO"
    "PuPnNf23wH0aP8t36jgwYfyVTLfkajqXXfS4irvlZiFlgX5ZHHkJet1Jr3uutf/aX5QzPV"
    "a9MsxZHNbZFOdMARDnPNI4p+OaEpVbWRQs2dI5mvcWzwNVz0GRYFUOOLevut8vteGUuSCe"
    "F3R9Zd24L66HYeL6LCCq+CAOz1O0xMSMl3MheWjD8/7wE5VHhL8hk+teT5tMTlteELZeuy"
    "EX3X5YKTBDlh31T2cS01YyU8VzlBxtvy638gh2FqPyi6NsDDt+j/UF3eYdztpVQf0aEnII"
    "JHIIFk7AU+srI9sp6ChD2x9FQtuB62JicELbbDMo8VNlMI1YVPIr94caC/eH0nX7Q5HhZB"
    "PRpaYyB72fOf1a3uxtT2i62y2Wjs/mp2gXXA60EdN753tmrHTodPJitlIIJZby0bB3SmSZ"
    "2hZTQDxsuJiz7lSkmhaBwL5EB3RsWi42fD1wbRHyizjgXkZrd2Uc8zkYVOLKenn2FBUB7k"
    "/32h4P+D8tP3uwar1/0XmDirG+65WeOe0CV0jBzECAcXHGiSPWZyEZD1zL1Cz5vi2VVZJH"
    "QuKuyom7kIDXhgQ8SMWCBDyQeh2pK9SNIT52e2OS0mpMp06GEh0N6UlHmp4Ut+KQ7O0NCU"
    "qH6boC8kOu1O+8+/qcb00NnrnOQpdqU19ENoneXbfxduREkMeBO1Z6PV8gSyj6tgKAu0rG"
    "NciN9V9f98/LfIP88H4QWOZbBjvAhaaC9Ch1KDKXsoZQ+E2LC8c9Jvod8u54C0f5aYh5HJ"
    "yGWJzIdU9DPMAUaWfG8mWEe6uPLi60Mct2jvGss3pPu5qyS+x06qXPrp1rvUF/yK6Z2LAt"
    "wq4x6/583P06PG09Wv6d6aJHckO0b1f98H74aWmF99OibGqsTip19GiehLMoj2ygs+hAnE"
    "O1HOtR3wcZR3AWCMETpWUM3n7w++7Y73vtVft80887G/y9zMgDX++R+nqh5e4uU0IpZWJ5"
    "6AkAPAHibIPfZZdss11EdDHJYoBzicRD+hS6KOk5ELAuUVTh2BzC6zllEuwOXTJG4PnOIi"
    "q/FvHJ9K4n09GlNj5tJXe4IaPxp+6w/2920XHniFh/squTXnc4ZNc8AxHCrnTPL/vD0xbr"
    "o03U8LZYnh4d0sdRNjecFpXioBu4QDdw5HmPDjV0+P7jqpr1AhDWKAnd58lnW6uth/FpoX"
    "YNHChI4CUSEOrYUIAB8+LMh+EnT39AtmXqLI9A1CnHvQF4YFX2wKJHZPlUZNi1ZpaB+Ies"
    "VJ/5wb8DdPIX2POpsjQPsMfxgm/SsVYw4FuAbxuReYDm0tZIFq/wTtPWhixyywLALPR7Q6"
    "a/0j99J2NYnNSwK05KzYqTtZO0ySMiLH7DPEecSH3XdVFJksQ6tCAB2/JeLcet/Y9ZQMIe"
    "lK3bwLJ9i3hv2d/7p6CRuC0d4Lffi1k89H995thxtF7EO52BKTynldWeQieoBPVFHHAvzn"
    "3U/1YmjpxHgq6qsq4KpZZtKLWE5AsotQSpH1bKzRdMgsozrzMDOhuSbh7YUMi6gawbyLp5"
    "ba3adsocguWEZzFgyUj44OnW+adgslMWs8P4+PW0tyevx/ZnOp2zfmByWL+wHVQ21TOgAu"
    "0zhmrUZD8fXZ8NtNbVWOv1J/3RMK/hhB/mna5jrTtYW0/IXILmLAp4rsGz80hkTknJoKBo"
    "WLpoFRyw+1ZXJNjnQEEC4IbdjSQUciWAG3b3btiljYguzmkRBsSCf/tYPZ3g3z5GqSvm35"
    "7gjWeero/r1PF2s7M84NjTI/Z6R7NAVAZZFBj00gZ9/PKJmJMZCAQeJOzIJyEH4dMLHIMH"
    "xPQ2PIOcE9UqiOUdogbEcol1Hb8kVFbBbxYENNehGZE5r4S0guMVAgiuQ7BHDV/dWyIjVk"
    "Rr81wEAt31lo1HKbYLOCC7jGx1bMSv+HaCPW+DhVgc1dlgHz7iW2odhgCwDo/UOpTqUQwd"
    "ordkG7rYl+j0WgBCq9dOwVCs2+rVxA+W2BHFKQJCvBLHEkNQ5Ujc6/n8OI+dKI2JhNyL2A"
    "ZK/kAkXSu6D92VGytmpYyhO8e5P8e29YDd5w0W0frQzmaziIHoFAhRFhSMHKtxhIm5dCyZ"
    "Y6HyQDCSpI2kBfY8uhIISyCPAwFICyDkbI36inqSeDzELmVOfQ5u/4MNjvJUES5OIUC5PO"
    "XCC0weBwuM9AKzp4MXFXPF7Id7xzAC15XyyBSgYLEpZ7Ed+KFWS6pEx6aZgHTbV9rwvD/8"
    "dNqK8ax/2aD/JTroKjbp2NFUF93+gF2aIcvGihxOhXwfL5Y+R06l62AWsrtN6N3rroJby+"
    "InVG2SWNsyMKgmUnpZi95xPSA+79CJaimvgUHWKss6DAXEy51sJCEPB3mrLG96qyX9dlgv"
    "011K90QOskEmwtY2R+y6jliP+gQAsW+J8ubAjarEFyJTuYCCaQyVmsebVKBcCFKLwzw1Qp"
    "D5oZ2aIcgkjgQRyCONQEI3nj16RwNX6CDDeDhEYWT6nzN3vlgr/xSywxb++6N8rVk/nK22"
    "43M/TMtj39/UqVbl8ar16jnTObdR2J5qj76GhwyGW8oN+US1udPW3CE48qCHnnbmQk889X"
    "v3oUfJ8SLrdoqApVvmeGUXP1hO4OnizHOgCr8KhyIBOW946U3AS6qylzRee3XPIrxKlmqZ"
    "r4FB1irLGnrntcFxCI5DaPEGUj8sd3EXu5Zx1+Y7iOMPOxtcwigdpowf+FicwC/ccqp6s5"
    "Xs6MyVILqlH6a5Wjgp9McfazgE6Kjy00LZZ4W0OvpeCTAcD28gu+/fvavjbnn3rtzfwj4r"
    "qFEO8THh7Kb/moyGJfpTCiluo5bht/7Xap4Ll5FRbfgXbfzCJshucLbvpjR//T/GkcVi"
)
