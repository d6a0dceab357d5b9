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
    "eJztXWtz4jjW/isUX7anirerOz23TW1tFSFOD9vEpICkp3cy5VJsQbwxMuNLLrM7//2VfA"
    "HbyMZSCAhzvnQ6Ro9jniMfnZuO/tsObPMBBzaZve+Glh0M3Nmla2Gnfdr6b5ugOab/KR3T"
    "abXRYpEbwa4F6M6JcIiNNhw3uoru/MBDZkA/mCLHx/SShX3TsxeB7RJ6lYSOwy66Jh3Ibr"
    "W8FBL7jxAbgTvDwT326Ae//U4v28TCz9hPf108GFMbO1bu0W2L/e3ouhG8LKJrZ/asT4KL"
    "aCz7g3eG6TrhnKzGL16Ce5csATYJ2NUZJthDAWZ/IfBC9g3YAybfNv1S8cOuhsRPmcFYeI"
    "pCJ8h84ztjda1tGPpwYoy1iWG0BTgyXcL4pY/qRwTM2CP8399PTj59+unkw6cff/7h+59+"
    "+uHnDz/TsdHzrn/001/xw6zYim8Vcdb/3Ncn7IFcKsRYvOzCXxEGBShGRcJYsY+CdfbPKY"
    "OBPcd8/mNEgX8rgbxP/1OURsp9lTjSCyt5rKbhLgTiYWQNifOSTIQKrif9S2086V5esT83"
    "9/0/nIi37kRjn5xEV18KV9/9+F1eOMubtL72J7+02K+tfw91LaLX9YOZF/3F1bjJv9vsmV"
    "AYuAZxnwxkZeZsejVljY7MSNkMXM8QfdOyqM3vG0fCyaMpI+AdvnE57tlzrjE/wc/lvCeI"
    "Auv0yxzge1X1Hmm/TnKvkH7THfV+6Y7eXXZ//S73Gg2G+ud0+IpuvTcYnhUI98O7/2CTo9"
    "fKGc9AgHJ5yoU1TB4npWNUo34/SgY/YiJOfxYFCl6W+zs8dT28zvy/xkOdz/sKUTSjbDNo"
    "/a/l2P4Bsl9BJKOiWukU9UvBBmI3KCodNA2wJ0L7EgCsy7Nuup6HHcQek6tvyhfZdaTUWn"
    "s4/G9tqWW+8/Qh47+xC3fIfHhCnmWsfeKeuGVj1z+an8yLVxBBs4hI9o3Z91tFF85c94H+"
    "rApA5IZ0NsQf7uLBPoQfjjP84OEp9jAxOctnuSLJgcBel7DXQx+LhwMyILDUD81SB/LZFd"
    "ezJCZ+FgVukiz3f4SIBHbwss59KfFZSJNm/cnH73/6/udPP36/JHx5pYrndU4DN0COgeZu"
    "SDjxrkuX4Bc+s0Vg0SPCpj1Hzvvz+OcBMl1Bo359qY36vaJfE3rMpuBMz9498ko8mgymEX"
    "YItf2fDQeTWXBPf/1UQWJqhHwq+pHJByfsk0KQMEBB6PP51Ug4jzju0+dBiWmXDxUu0btj"
    "ur3AxEpcFgG621eaft7XP5+2Evwt6Q31i/7oUjs/bVHKp7Y3xxa92tV72mAQXWVf2nHY1Z"
    "F2ca2fs4vU0A3p49Fr2q9X/RG7hJ8XtofjqSgozo8/1pDnx2KWaiVQ9lEh8hV7bwZL+omm"
    "EYvYBiYUDySBmHJSmUGM551viOeL88gtiFkxa6pJUrZ9g3rdmOkcjonsug5GpCQskkcWxE"
    "xf9jczIpZXdivbs+FwkBPrWb/oeF9fnmlUo0bypIPsoMQyjtW8YYUcJVpJeh4InAtw/og9"
    "n5uWL3VGMojd+SIfD8QRMT3MvrnE8pBHNtAKaHBZUbiwJKWeR4LUVZe6OhmoHqIOjUU9co"
    "ytqjTU+rjOhlyUmSCMKYXsMSOlRnAeklNtH9PFKTDukX/PEwZBXkl0rQAsGmYvAfYPUKVV"
    "8ZsUDyy11013dNbXu6Nv/CzVGafY4OzbROuCWQELzN4XGC84t32ThcarF5jiuM0LjBcYVg"
    "KBBQYWmHQuCAujAGxSbmwHIlFL1/QDPN+kZ1ZjaukYmw6HkqojVSpqaPejUSZQ26MI+bE+"
    "jKDCIljHgiCg0Eeh+LpPvVk6MznVE13PQ6VhiBWowGrNvQ5yVRP/mIYk2sLYugtth5oo/n"
    "v29/7ZfiOyN87Y336HuMKRxhUgXXGMUlfIw7vH5kOfVDp42SGdTf4dG2xQlQru3XG6d+Bj"
    "7N/HkHQvgP5X0m/7Pq9GqlzzpOObxPn2fAoTEVISK6polZFDNaLqfefdMiiFEqwD5fKUP9"
    "DvKcJ3Oh7IliAbeoo1sjh8xt3lUf4OpeOhywNs0D4gI5MV1fvxnse6Mz0DgckuPtk9bGL7"
    "USowV4A2cAWByNwbRebq1HiJ1XcpUNoFsbl9xuZMOk1E1o10PHgZEquG+1QWvKjs5fFUGr"
    "yAXh61bSS+O11vI/8huNbtK23U0/QJ28HvmZgEt+Si/yvbfz+1n1XZff+IHF40tKLrxxIB"
    "7T720u5DNd3xlt0+oCPt/tSzAqVwIIdY39rUqfHcuahfm0dC0wyV46KxrKjfZ3OCRnXEvI"
    "SCnFWWM1stQx9zajBLlWkW0iA1urUUdMqPQc1s9h9OO++N3OawQPI6yZQbjg1QlUXYcQrh"
    "w4EQaWEHy9WP5pGg5lVW89AZaKsvDZTal1PdrNQOlNofo9TVSehpLHZUlc3LDOhsSOVFcS"
    "jI4x1pHi+wA0cokbcEqJzUUDaTl31MAdILsCZE5HfNPNVyvBRSOedLALAtybZwQD6LalB4"
    "AzLWVVuo3chgEJNAuzfUe9poErWYN7EX3JLL4U1fO23N3Ucb35LJL1p3MqK/05ujwKNXxl"
    "dDNt5fuGw0a1KvjTR6k7hLfXzI0i0ZUuDotLV6pr2nvpn5b6T2v1AgJgtsoHNxIM5ErUAM"
    "JpZUv/kVDASstICZCP50iaClvcLsUB9fT3qC2lhZK8REC2SKtWfJQpq0s2B7Qc6EIMP26c"
    "N6rCKdY+RVtfIvuQP09Bfo6b/wbN5BkhUFcUsEFMTB+VdvXRF3gOdfITOgmkjUDzkfdS+o"
    "V2F5aEq9im5v0r+hHkV8L+ZlXF4NtEl8FNZ8ESVG+UdhqeFrsC5aSXhYSm4r+A4FF9/UEZ"
    "XcZ03XRt3BaSvBs8PIxtroJj6MzMfeoypSWaCXOeYdelhPKhn4DqVCEsNVRCQ6Nb4pyRRJ"
    "HXF90Ge/ucSxkzvtXRDs9nEORbqKhwdvUKRrew07kIN9g85oT9gpLkChAkVlvzgWFuYFLO"
    "tIGXOjlSBjtWRM11Lqe7CzZozlnqLafgsXvR8f5q2K94QdmCwnya4tzvsTk7GZ1cwdjobX"
    "c63Xv+wO3v3QOSn42qll8P2H4vIf0PXb4zYGqaQ6CwN+N/BrE9MJ/cQRE4gprWEhmiQQTQ"
    "qwN+d46xWh6RQAuXHxqLSDyCxEM84Ur+fQZfE79OgwEfXnNP20hcktOad+nBUlZVk+Vg1f"
    "DjmO++QbHqYrn8eJBFZqm3UwqBsBdZPQR/8u8ac8F7oO+Vn0DtlPKwQPlnxm3fM4L1f2Kw"
    "Roe4neHd4MEftPmf4dBWST0pG73iXuBsgxqF54oM8msqtxHQh7xfjkppFN33VEtuDxwUAy"
    "n2QPl5SxVgRQ1pBH44TygyfpXLvHYhO1AIMput6KI3CwMaWvMC/Et2FHQQYHVoZsvbU490"
    "UccC+zpwP2Sjc/iwF7pbe6WMBe6XKqm7VrFvZKH6PUBfZKc5u5+Rwv/SyBX3wZYQeVbIZc"
    "7YGeRP+b0OvLjdAHNif+St+C9Go6N3axvfwqCvtt3GSeHdaps9XciOOJ9Xact3WK8Vrs3W"
    "ghv4VaT/eug0/pfxa2GYQebtl+iz2Z1bp7aUX377SmrjdHQQsRq/VkW8H9+2LKYXt3fcW+"
    "9110jYQ98HX2wMeSFXGbVohG1ILv2mOK3h8BS3o5vkkh8O2Z0i4JuBVAZzZBXklUMAMqZs"
    "9egriL34HRWqUW2BTMTmI6h8/6enf0jT+L0/FZO+js20TrUuYVawIzjs+o27hM58bVW6eT"
    "4++gNcyRLotw/OoeM5ZwKtZOqVdHq1+gB3wVb9mpUuprwzbp9CkFGMleIFDpR6rSPZx0Oh"
    "FxdnIg8Hck/B3bwvOFG7D9w8YD5lQblpPPgYIIJEQQlQuyfbku/zziynMi1rCwukobNq5n"
    "USNFShFxoPAuyBxaPGdH960zX1FEtIJA+whoH7GL9hFCmmEJaAS3u9YHU2Q7oSdEeAYCJU"
    "PijOPnhe1hqZZvOSSUDKlcMkS9bRkRZ2AgX5Xl6+Eg9IgReoInqGdRoD0l2vpB7VhTXy+1"
    "4rAjPA2JtSkMmx3VqROF9SIABGEhCAtBWAjCHpEIIAirSBA2yQMKCyGPAwFICwBCsBCChR"
    "CsutxCCLbpjPuhaWIsdexGAQpBOtWiCBAsOgoxqxMs+kyFXhUmWn3e2RAgmqGk+h4iQ8cX"
    "GYKK6336xK5v88/lLHeHM5AmMb+1rUnRTwGbNh0PPoRMdG21e5pqA87+6a7nobImUevYgg"
    "wc23+zGd3+xzQkUWivdRfaDl0U/ffs7/2zvXvRxMrit9+V2hTQXwWgv+CXKkuDN3KTzVEI"
    "b4P5caTmB+w52pvxIZiQgiTUK0Jt9GGwt/Bs0S3TBSBsmy7yX7VtOpf8IP6TWAviFQKmPB"
    "RMQdulbbRdemOTdYAtqi011iC/yl5dG7bJWHUigME679sQKTtWU1VckzVWgx2IxqqVrIEC"
    "IVX8EZt3JF+982lSrMqmWvuq++1S0yenraSkiR3/enGtR4e/surcdj3hvPUpNabJrxOqJ4"
    "kMXGlhTPq9L9pkTBeyuMn6LbnQNPrrFGP6/0n3V/ZLgJ7Zb9d69+pq0GfH9IaEWgqOjRUR"
    "Vrw9WfyUDwsCKNvaVm4HeC4rgRW0QQfy7lgKe0pgAven0alX7JAaYfbzOOBflv98Ck3Qdl"
    "3DghygtBpKqxtTWq1OXO4S2U5VQG71eWdDJG5OR0IA7kgDcCYKfaHSniWgEQpi1xmcxsdj"
    "zobDL339s9Eb6hf90SVz71PDlFI/tb05tm7JcHSujbJjYt8tMyKJ6xgj7bKv08HLAI/h4T"
    "l7Zm815qLbH7CbpCPYjor8PSbXIz07Iu7dkB3T/drtT7JD0BOirqRVjCfdEu2GjacTQf/M"
    "xsdOj3mPyAyvPu3qPW0wyHzOJOpET5UESbJj0jPpsqNGXX18QUkaXtB/o0HJQbmGO2VbiJ"
    "d3Mj73b9gJzYntObMf2VnNyWcjrafRj5d/g35zE9MRFH1BeTWWEZsp5dRYhm1uqEFx8c3Q"
    "Limzp61H7NnTFwOzhYLxwWR/1R2Pv1IxMl58et8F8v0nKkWZEM6nkzoL80n5ynxSDOHspQ"
    "IGrHaIHEDk4Ij531PgGLhfRV4kAzbA/ivZ33++F+SQcjmVUEIFIEhAVgJs+3zI2bNRz8Vb"
    "oXfn5LWZo5PEhEQ8PeYwUU/vtJXgb8lY08+jKz4mVnplEv2a5OXHWuJI+cwD+dy90Yzrq9"
    "PWDD1iI1ywpPAXffhVZynhB+I+ETUSwigI8HwRcKRa+j5lIXDC+Np2MvwcSBSxZmDN26vf"
    "sALWrLgd5AcG9jxXqFY8j4LWGOLBxjn2fTTjZzGvr/vnfN7zqALvYWhb7xlWnZDjNuiPI0"
    "zxK5Kd/NE3hRp8UGF+FBIW7zCzgjVvxToQ8ZYWLKuVy6U/N6Vzl0M6NTK69BokdSGpC0ld"
    "SOpCUheSug1I6kJXpX1WY04DOkslsywccGOCYjuWA7if5QJprvtpuQRLiDwDA/cT3M8y93"
    "PI7LR+gOdVDmhhUGeDC7rajAVe6JF6obCP8vjq8ID8lUrc6xYyEAS7sseKSBAAu/JHiEhg"
    "B5xdaKXcZyFNYn5r1RP0ewXGwrN5B49VbI7Mw2CDpB/eBW6AOGd+VpCYBQGFlu1HjUkMib"
    "26HOx+CH2r+JAwm1OMZYjMw46cwwA9Gx73xKOEgRKjKwM7GgbPtV7/sjt490MnjsL7fzjU"
    "X29nwvPffyjG4BlREnM0DzsahsvnqE1MJ7QwxyzdwGIWeOw8soVYajYWgMe5kCsWf9wYex"
    "SIO0LI8UhDjnAk814KYODAAdhvVH+/0SLeHdQWk0P7Kt1dtEh3F2VKjTJFRr3h5dVAm8RX"
    "5wsHRwU/mcKcTEGO9utVP6rDwc8L21OlAWVSrSQr1AxcZW3W1oe6RoHUTrslQ33QZ7+5xL"
    "EJVkMM0EHrLTpoQQgOQnDKupQQgttOeANCRBAiUoJHCBFtfaER9fMKQGgtIevqLYk0XUso"
    "wLEGhM3UEmdvuSRAZmCIHoVbxAH38txHm1VkyF8CgX159heUOampvwQC++LsEzc5j7Iu60"
    "sAsC3OtkOZMV4ZfyveQ2E5tH8Z6sPrKAJKH9ENvdXeSG25O1KVsGgco/Ul9sHkkbAVRrWt"
    "MGV2ljF1Ha4HXM/cysAVfgeV1YU54+kVoijiQRbisrBwlMeS2QOYQ4LuU1n3PWLPZ19/Tc"
    "SlwZUMYndJ9I9vJMptF8rDXulyqpu7VzpcWJJSzyNB6qpLXaEKxjC4c58rSxgzIzqbahij"
    "sdGwRtUw1nlDoIgRzkRvpnEXt7gXcaBWiEaUEu3aZ/LDu/9gk/MylTOegQDl8pQL54jzOC"
    "gHls4Rw/FLu+VeHRP0Cvn+OX60TVxlhhZHbTJFWQdAKh8GgE01R2qPxuIXWUZXCFhFJVbR"
    "vZ1lpRrx+1lDbd8POdO9XNuk45vE+daCsIvQv6dK/wELuT55FGgRmfQdRL8hDrpzIzSqet"
    "GYP1FthhbHbTZE4w7ekasCpuiRmqILz320LSx0jlQWAwuJxEKSEmiUBxc2s29UxBhADLW8"
    "gv2fsaqaCPZ0zHMYmK7YJoAMBOa+xNxPD7iQMGYLULBmwZqtbc0ma9fApZq10pxdH7jRnk"
    "3XRcedGTbZo0XLeoBg4x7597w1hSCvbB9+Dld4r+5ekk0IB5X/r1oamFLKvjRUq5319e7o"
    "G1+vpeOzL8TZt4nW3WDh3nnuE2uMIy6PInJbElF3qdmuTLJbbgQ7SC0BsLhLLO7RSVS2mF"
    "OXxQDpMtvK2FnaCxRwlEzFPM+CgHYJ2hXaw3RIolDIbC2t9VLHbh3hKf0u9xOWPqkyW9fH"
    "bbJavRgRZ2YgCnukUVho97i32NMUzW3nhUs+O6ueT30OVCA/DG3rfXTM/eGJoILNuBNdvA"
    "RklXv0TYs9gqguk/C38jjwtooGUV1vC0yixppEhR7BUnuyfNi7ehDy9fAjVYhyEfosEqSs"
    "spShqKjcIIQ0zFu5swHrzT2JLvSon1rt03IHdzY6thEsPaOcNcoD9/ZI3VvR9oqv6qqomh"
    "aDWvejiifAMcF7JJ8aDD5vR3C9NnMrtMqKpz0ZdfXxhTaKmsxFdWhT7CV95vrj8XXcZy7a"
    "Q6FInznYf98Y10UdI3ZMvZ8qu3X1+SZT1acjwTY9UtuULryh+JnyWRSs19LrtY+FW3hkIC"
    "qv0sq6Bx5V5gJ0J8OBapneHXRdMajVeSdWiVWAAfVS1MdbMx4w57CxjcolhQH1cgpGlPYM"
    "BCh/naIRn/FrUBCBhAiQaWJf6FSBFQLaN9fjWyHf03WsYbh5V/b6uM4GX/QJ39277oPhU6"
    "Thhvvfnq1KPPNoXVV1Zn2cAvyCX6qmfGHQpvmepB3o0tPACAzM61ohmEV459gm33KpqhfM"
    "46BesLiS1q0XhBKU8hekWSUoUF4GOZrdWwybzQURW6GBdgJkauqYCXfUL6JPKeyL5HGQrY"
    "HSlkMkP3GUGFS2tiuDBUFICwL26u2NemTN7YATZD1zXQcjUhJnXYKKHiJFvRX16eq8Ywdx"
    "OBzkDNOzfjGUen15po3efYwsUjrIDkoz80ji0IEVCJrev1LRi9ZMF2CQUxDP4RxAm+pDOS"
    "hw4XEb3F+6BJcF8zx+g3sLm/YcOe/P458HuFZWEEfVsTbq94q6N0BByFnm6lUxr9C7S+S2"
    "PUwNnEecirV2LfNIG2ujm7hiOb7DLen2Jv0b7bTFums+4ltyPWafs22rt6TX1XvaYMAumO"
    "zbO44qNc6wG1dMgR9CIG1NvnfcDEWl2Z+CwCCSNYhmlB8RSygdDyaQjAnEWmfaPNOz0snK"
    "4XboZy2vHKyjBcm3cnXT3OQbHKl8jFI37xGZiYdvc7A9hw/Hfzjn8W/vbqPulY/Iefe3NP"
    "gQPaj/t+9u298dhJmhWqZ0Qp97c7Z0NapTr7oqpqMDadNjTJtGPwXM53Q8lIHLHBFGqZm5"
    "nlAJfhYDPov0Xh8Ryl+7ifDIGYc83M7cQwikvyKQbqIFMu2Ao43Lbe0MpEmZ+q1ldlKCDJ"
    "sdY+3ZSdBfQBGU3AGiRiLpeeRg3/AD5AkHEApQyDqonHWIhYUJ5x2rI+UECDJWWsaHl+5F"
    "j8iO7yAm33b3ptsfdM8GLL2b3uOWXHXjHO8CJVnewTD63XRcX5X8LtuQKWBHpMN3Z0N8OB"
    "AD4h4LEZkOByKLRD5iz+f6vRVdi5YIKFmCRBykZCARd5xSh50s+060FWSxLogL18P2jHxJ"
    "wlxZ+7fA/So9lu+zcWDC+CudbunV1Vz20NMyrZabhZQF+mVxHCXodce97rnW/mt/SczVoe"
    "iVWczisM6mNOYKAGnMI01jup4lse8qiwKVLV2C+WDzIlD1AhQpVuV8cvuq++1S0ycsBPEy"
    "p/qV9dK+uNajuvRpSFSJQRxepGiBiZWocyF5aPp5X/9M5RHjb8n4utfTxuPTlh9GjdNuyU"
    "W3H20EmCLbibufM4lpS5mpEjlKD6Zfl1t5gjqLUfnFUTZFnbzHxpwu8y5Hd1VQv4aEEgGJ"
    "EoG5G/LM+orE9QoCmWsz9DxMTE7mmun6kjBUBtMInZFXzJ9q6OVPpWr5U1Erp2uEITFTOd"
    "j9TNm3ClULz1e6Vs0XbsCmn2gHWg60EbN35yteYjIYdHZipgiEqj75aFj5JEpAHZuZDz42"
    "PcxRKxV1oEUgsC/RfRxbtofNwAg9R4T8Ig64l7G5PZmweg4G22RlYzR7ymkA96d7bU0H/J"
    "+Wn/tXpe9fddafYqzvWtOzkFvoCRmYGQgwLs44ccWaIKTjgWuZDUVB4EjVhOSRUHarctkt"
    "lM+1oXwOCqmgfA6kXkfqCrVKSI683lhitBzTqVNfREdDcdGRFhclfTIk+2pDedFhhq6A/I"
    "gr9bvevj3nWzODp547N6RaxBeRTaJ31y20XTkR5HEQjpXW53NkC2XflgAIV8mEBrm5/uvr"
    "/nlZbJCf3g9D23rPYAeoaCpIjyuDYncp6whF37SoOB4wMe6Rf89THOUnEeZxcBJhcSLXPY"
    "nwAAuc3SmrlxFufD68uNBGrFY5wbO25z3tasIusZOhFwG7dq71Bn2dXbOw6diEXWPe/fmo"
    "+1U/bT3Zwb3loSdyS7Rfr/rR/fDzwo7up8W10FidQuj40XyJYFEe2cBg0YEEh2oF1uOuDT"
    "KB4CwQkidKyxii/RD33XHc99qvjvmuPu9siPcyJw9ivUca64V+uLssCaWUidWhpwCIBIiz"
    "DXGXXbLNVhFRZZLFAOcShYf0KQxR0nMgYF1iU4XrcAivF5RJsTsMyZihH7jzePO0SEymdz"
    "2eDC+10WkrvcMtGY4+d/X+v9lF15shYv/Jro57XV1n13wTEcKudM8v+/ppizW5JmpEW2zf"
    "iE/Q4xibG45yWuGgVbdAq27k+08udXT48eOqHecFIOgoCdvnOWBLq2NE+WmhZgscKEjgNR"
    "IQ6rdQgAHz4sxH6SffeESObRmsjkA0KMe9AURgVY7AoidkB1Rk2LOnton4J6BUH8jBvwP0"
    "4RdY86mxNAuxz4mCb7KxljDgW4BvB5FZiGbS3kgWr/BK09Z0lrllCWCW+r0lk1/on76XcS"
    "xOavgVJ6VuxcnaMdfkCRGWv2GRI06mvut5qKRIYh1akIBj+29W49b+xzQkUQfJ1l1oO4FN"
    "/Pfs7/1T0Enclg3w2+/FKh7605i6TpKtF4lOZ2AKz2llracoCCpBfREH3ItzH3evlckj55"
    "Fgq6psq8JWyzZstYTiC9hqCVI/rJKbG0zCygOpMwM6G4puHtlQqLqBqhuounlrq9pxywKC"
    "5YRnMeDJSMTg6dL5p2CxUxazw/z49aS3p6jH9mc6nbNBaHFYv3BcVDbVM6AC7VOGatRkPx"
    "9enw201tVI6/XH/aGet3CiD/NB15HWHazpEzKToDmLAp5r8Ow+EZkzTjIo2DQsvWkVArD7"
    "Nlck2OdAQQIQht2NJBQKJUAYdvdh2IWDiCHOaREGxEJ8+1gjnRDfPkapKxbfHuONJ5auj+"
    "vUiXazszzg0NIjjnrHs0BUBlkUOPTSDn3y8om4kxkIJB4k/MhnoQDh8ysCgwfE9DYig5wT"
    "1SqI5R2iBsRyifXcoCRVVsFvFgQ016EZkRlvC2kFx0sEEFyHYJ86voa/QGZiiNbmuQgEuu"
    "upjScptgs4ILuMbHV8xK/4box9f4OHWBzV2eAfPuE76h1GAPAOj9Q7lOpRDB2it+QbejiQ"
    "6PRaAEKr107BUazb6tXCj7bYEcUrBKR4JY4lhqTKkYTX8/VxPjtRGhMJuRexDZT8gUi6Vn"
    "Yfuis3VsxKOUP3rvtwjh37EXsvGzyi9aGdzW4RA9EpEKFs2DByrM4RJtbCtWWOhcoDwUmS"
    "dpLm2PepJhCWQB4HApAWQMTZGvUV+0mS8ZC7lDn1Obz7DzY5xlNFungFAcrlKRdWMHkcKB"
    "hpBbOngxcVC8Xsh3vXNEPPk4rIFKDgsSnnsR34oVYLakQnrpmAdNtXmn7e1z+fthI86182"
    "6N/EB10lLh07muqi2x+wS1NkO1iRw6lQEOD5IuDIqVQPZiG7W4Q+vK0W3FoVP6Fmk4Ruy8"
    "BgN5HSai1+x42QBLxDJ6qlvAYGWass6ygVkKg72UxCHg7yVlne9FYL+u2wUWa7lK6JHGSD"
    "XIStLY7Y81yxHvUpAHLfEtubQy/eJT4XmcoFFExj2Kl5vEUFyqUgtSTNUyMFmR/aqZmCTP"
    "NIkIE80gwkdOPZY3Q09IQOMkyGQxZGpv85C+eLtfJfQXbYwn9/lK8164ez1XZ87odl++z7"
    "Wwa1qnzebr16wXTObRT2p9rDr9Ehg9GScks+U2vutDVzCY4j6FGknYXQ00j93mPocXG8iN"
    "5eIUB1yxyv7OFH2w19Q5x5DlThV+FQJCAXDS+9CURJVY6SJrrX8G3C28lSLfM1MMhaZVlD"
    "77w2BA4hcAgt3kDqhxUu7mLPNu/b/ABx8mFnQ0gYrYYpEwc+liDwK5ecqt5sJSs6CyWILu"
    "mH6a4WTgr94YcaAQE6qvy0UPZZoayOvlcCDCfDG8juxw8f6oRbPnwoj7ewzwpmlEsCTDir"
    "6b/GQ73EflpBisuobQat/7WaF8JlZFQ7/kUfv7AIshuc7bspzV//D8tS+4A="
)
