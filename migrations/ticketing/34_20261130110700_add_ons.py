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
    "B5xdaKXcZyFNYn5r1ROxkqYUOUIx3gIMEuqv68wr2hKZhwUZiMuAfu/AWHg279i9iq3BeR"
    "hsD/bDu8ANEOfE2woSsyCg0LL9qC2PIbFTnYPdD6FvFR0VZnOKsQyRediRcxigZ8PjnveV"
    "MFCyNGVgR8PgudbrX3YH737oxDkouhDZQfSd00Xq+w/FDBQjSmKO5mFHw3D5HLWJ6YQW5j"
    "hlG1jMAo+dR7YQS83GAvA4F3LFou8bI+8CUXcIuB9pwB0OJN+PRwrHbcBuu7oiaC/ivXFt"
    "MTm0r9K9dYt0b12m0C5TYtcbXl4NtEl8db5wcFTulilLy5Sjab9e9aMqNPy8sD1V2q8mtX"
    "qyQs3AVdZmbX2oaxRI7bRbMtQHffabSxybYDXEAP3j3qJ/HITgIASnrEsJIbjthDcgRAQh"
    "IiV4hBDR1hcaUT+vAITGKrKu3pJI07WEAhxrQMi6i8c47sIX7AnXPORRwLvEiX8uCZAZCD"
    "NfxAH38txHW+RkyF8CgX159heUOampvwQC++LsEzc5Bbcu60sAsC3OtkOZMV4Z9yzeQ2E5"
    "tH8Z6sPrKPJMH9ENvdWObG25J1uVcHQcG/cldt/lkbABT7UNeGV2ljF1HW7koZ65lYEr/A"
    "4qqwtzxtMrRFHEgyzEZWHhKH8os/M4hwTdp7Lue8Sez77+mohLg1oZxO6KFz6+kSi3vT0H"
    "OjSUU93cDg3hwpKUeh4JUldd6gpVjobBnftcWTqaGdHZVDsajY2GNap2tM4bAsWjbXHF1V"
    "iFdSAKqpZxFx+sIeJArRCNKOHatc/kh3f/wSbnZSpnPAMByuUpF87N53FQhi2dm4dD33bL"
    "vTom6BXy/XP8aJu4ygwtjtpkirK+o1Q+DACbmY7UHo3FL7KMrhCwiso3N9n9CXqqEb+fNd"
    "T2/ZAz3cu1TTq+SZxvLQi7CP17qvQfsJDrk0eBFpFJ30H0G+KgOzdCo6oXjfkT1WZocdxm"
    "QzQ+NyByVcAUPVJTdOG5j7aFhU6vy2JgIZFYSFICjfLgwmb2jYoYA4ihllew/5OdVRPBng"
    "6XDwPTFdsEkIHA3JeY++mxOhLGbAEK1ixYs7Wt2WTtGrhUs1aas+sDN9qz6brouDPDJnu0"
    "aFnvFWzcI/+et6YQ5JX1P8jhCu/V3UuyCeGg8v9VSwNTStmXhmq1s77eHX3j67V0fPaFOP"
    "s20bobLNw7z31iDYnE5VFEbksi6i4125VJdsuNYOeuJQAWd4nFPTr/zhZz6rIYIF1mWxml"
    "1liggKNkKuZ5FgS0S9Cu0B6mQxKFQmZraa2XOnbrCE/pd7mfsPRJldm6Pm6T1erFiDgzA1"
    "HYI43CQpvNvcWepmhuOy9c8q+v++d86nOgAvlhaFvvGfQARVDBZtwBMF4Csso9+qbF3kxU"
    "l0n4W3kceFtFg6iutwUmUWNNokJvZqk9WT7sXT0I+Xr4kSpEuQh9FglSVlnKUFRUbhBCGu"
    "at3NmA9USfRBd61E+t9mm5gzsbHdsIZiQ1tKxBIbi3R+reira1fFU3S9W0GNS6H1U8AQ4n"
    "3yP51GDweTuC67WZW6FVVjztyairjy+0UdRkLqpDm2Iv6TPXH4+v4z5z0R4KRfrMwf77xr"
    "gu6hixY+r9VNmtq883mao+HQm26ZHapnThpXITlUEWBeu19HrtY+EWHhmIyqu0su6BR5W5"
    "AN3JcKBapncHXVcManXeiVViFWBAvRT18daMB8w55G2jcklhQL2cghGlPQMByl+naMRn/B"
    "oURCAhAmSa2Bc6VWCFgPbN9fhWyPd0HWsYbt6VvT6us8EXfcJ39677YPgUabjh/rdnqxLP"
    "PFpXVZ1ZH6cAv+CXqilfGLRpvidpB7r0NDACA/O6VghmEd45tsm3XKrqBfM4qBcsrqR16w"
    "WhBKX8BWlWCQqUl0GOZvcWw2ZzQcRWaKCdAJmaOmbCHfWL6FMK+yJ5HGRroLTlEMlPHCUG"
    "la3tymBBENKCgL16e6MeWXM74ARZz1zXwYiUxFmXoKKHSFFvRX26Ou/YQRwOBznD9KxfDK"
    "VeX55po3cfI4uUDrKD0sw8kjh0YAWCpvevVPSiNdMFGOQUxHM4B9Cm+lAOClx43Ab3ly7B"
    "ZcE8j9/g3sKmPUfO+/P45wGulRXEUXWsjfq9ou4NUBBylrl6Vcwr9O4SuW0PUwPnEadirV"
    "3LPNLG2ugmrliO73BLur1J/0Y7bbHumo/4llyP2eds2+ot6XX1njYYsAsm+/aOo0qNM+zG"
    "FVPghxBIW5PvHTdDUWn2pyAwiGQNohnlR8QSSseDCSRjArHWmTbP9Kx0snK4HfpZyysH62"
    "hB8q1c3TQ3+QZHKh+j1M17RGbi4dscbM/hw/Efznn827vbqHvlI3Le/S0NPkQP6v/tu9v2"
    "dwdhZqiWKZ3Q596cLV2N6tSrrorp6EDa9BjTptFPAfM5HQ9l4DJHhFFqZq4nVIKfxYDPIr"
    "3XR4Ty124iPHLGIQ+3M/cQAumvCKSbaIFMO+Bo43JbOwNpUqZ+a5mdlCDDZsdYe3YS9BdQ"
    "BCV3gKiRSHoeOdg3/AB5wgGEAhSyDipnHWJhYcJ5x+pIOQGCjJWW8eGle9EjsuM7iMm33b"
    "3p9gfdswFL76b3uCVX3TjHu0BJlncwjH43HddXJb/LNmQK2BHp8N3ZEB8OxIC4x0JEpsOB"
    "yCKRj9jzuX5vRdeiJQJKliARBykZSMQdp9RhJ8u+E20FWawL4sL1sD0jX5IwV9b+LXC/So"
    "/l+2wcmDD+SqdbenU1lz30tEyr5WYhZYF+WRxHCXrdca97rrX/2l8Sc3UoemUWszissymN"
    "uQJAGvNI05iuZ0nsu8qiQGVLl2A+2LwIVL0ARYpVOZ/cvup+u9T0CQtBvMypfmW9tC+u9a"
    "gufRoSVWIQhxcpWmBiJepcSB6aft7XP1N5xPhbMr7u9bTx+LTlh1HjtFty0e1HGwGmyHbi"
    "7udMYtpSZqpEjtKD6dflVp6gzmJUfnGUTVEn77Exp8u8y9FdFdSvIaFEQKJEYO6GPLO+In"
    "G9gkDm2gw9DxOTk7lmur4kDJXBNEJn5BXzpxp6+VOpWv5U1MrpGmFIzFQOdj9T9q1C1cLz"
    "la5V84UbsOkn2oGWA23E7N35ipeYDAadnZgpAqGqTz4aVj6JElDHZuaDj00Pc9RKRR1oEQ"
    "jsS3Qfx5btYTMwQs8RIb+IA+5lbG5PJqyeg8E2WdkYzZ5yGsD96V5b0wH/p+Xn/lXp+1ed"
    "9acY67vW9CzkFnpCBmYGAoyLM05csSYI6XjgWmZDURA4UjUheSSU3apcdgvlc20on4NCKi"
    "ifA6nXkbpCrRKSI683lhgtx3Tq1BfR0VBcdKTFRUmfDMm+2lBedJihKyA/4kr9rrdvz/nW"
    "zOCp584NqRbxRWST6N11C21XTgR5HIRjpfX5HNlC2bclAMJVMqFBbq7/+rp/XhYb5Kf3w9"
    "C23jPYASqaCtLjyqDYXco6QtE3LSqOB0yMe+Tf8xRH+UmEeRycRFicyHVPIjzAAmd3yupl"
    "hBufDy8utBGrVU7wrO15T7uasEvsZOhFwK6da71BX2fXLGw6NmHXmHd/Pup+1U9bT3Zwb3"
    "noidwS7derfnQ//Lywo/tpcS00VqcQOn40XyJYlEc2MFh0IMGhWoH1uGuDTCA4C4TkidIy"
    "hmg/xH13HPe99qtjvqvPOxvivczJg1jvkcZ6oR/uLktCKWVidegpACIB4mxD3GWXbLNVRF"
    "SZZDHAuUThIX0KQ5T0HAhYl9hU4TocwusFZVLsDkMyZugH7jzePC0Sk+ldjyfDS2102krv"
    "cEuGo89dvf9vdtH1ZojYf7Kr415X19k130SEsCvd88u+ftpiTa6JGtEW2zfiE/Q4xuaGo5"
    "xWOGjVLdCqG/n+k0sdHX78uGrHeQEIOkrC9nkO2NLqGFF+WqjZAgcKEniNBIT6LRRgwLw4"
    "81H6yTcekWNbBqsjEA3KcW8AEViVI7DoCdkBFRn27KltIv4JKNUHcvDvAH34BdZ8aizNQu"
    "xzouCbbKwlDPgW4NtBZBaimbQ3ksUrvNK0NZ1lblkCmKV+b8nkF/qn72Uci5MafsVJqVtx"
    "snbMNXlChOVvWOSIk6nveh4qKZJYhxYk4Nj+m9W4tf8xDUnUQbJ1F9pOYBP/Pft7/xR0Er"
    "dlA/z2e7GKh/40pq6TZOtFotMZmMJzWlnrKQqCSlBfxAH34tzH3Wtl8sh5JNiqKtuqsNWy"
    "DVstofgCtlqC1A+r5OYGk7DyQOrMgM6GoptHNhSqbqDqBqpu3tqqdtyygGA54VkMeDISMX"
    "i6dP4pWOyUxewwP3496e0p6rH9mU7nbBBaHNYvHBeVTfUMqED7lKEaNdnPh9dnA611NdJ6"
    "/XF/qOctnOjDfNB1pHUHa/qEzCRozqKA5xo8u09E5oyTDAo2DUtvWoUA7L7NFQn2OVCQAI"
    "RhdyMJhUIJEIbdfRh24SBiiHNahAGxEN8+1kgnxLePUeqKxbfHeOOJpevjOnWi3ewsDzi0"
    "9Iij3vEsEJVBFgUOvbRDn7x8Iu5kBgKJBwk/8lkoQPj8isDgATG9jcgg50S1CmJ5h6gBsV"
    "xiPTcoSZVV8JsFAc11aEZkxttCWsHxEgEE1yHYp46v4S+QmRiitXkuAoHuemrjSYrtAg7I"
    "LiNbHR/xK74bY9/f4CEWR3U2+IdP+I56hxEAvMMj9Q6lehRDh+gt+YYeDiQ6vRaA0Oq1U3"
    "AU67Z6tfCjLXZE8QoBKV6JY4khqXIk4fV8fZzPTpTGRELuRWwDJX8gkq6V3Yfuyo0Vs1LO"
    "0L3rPpxjx37E3ssGj2h9aGezW8RAdApEKBs2jByrc4SJtXBtmWOh8kBwkqSdpDn2faoJhC"
    "WQx4EApAUQcbZGfcV+kmQ85C5lTn0O7/6DTY7xVJEuXkGAcnnKhRVMHgcKRlrB7OngRcVC"
    "Mfvh3jXN0POkIjIFKHhsynlsB36o1YIa0YlrJiDd9pWmn/f1z6etBM/6lw36N/FBV4lLx4"
    "6muuj2B+zSFNkOVuRwKhQEeL4IOHIq1YNZyO4WoQ9vqwW3VsVPqNkkodsyMNhNpLRai99x"
    "IyQB79CJaimvgUHWKss6SgUk6k42k5CHg7xVlje91YJ+O2yU2S6layIH2SAXYWuLI/Y8V6"
    "xHfQqA3LfE9ubQi3eJz0WmcgEF0xh2ah5vUYFyKUgtSfPUSEHmh3ZqpiDTPBJkII80Awnd"
    "ePYYHQ09oYMMk+GQhZHpf87C+WKt/FeQHbbw3x/la8364Wy1HZ/7Ydk++/6WQa0qn7dbr1"
    "4wnXMbhf2p9vBrdMhgtKTcks/UmjttzVyC4wh6FGlnIfQ0Ur/3GHpcHC+it1cIUN0yxyt7"
    "+NF2Q98QZ54DVfhVOBQJyEXDS28CUVKVo6SJ7jV8m/B2slTLfA0MslZZ1tA7rw2BQwgcQo"
    "s3kPphhYu72LPN+zY/QJx82NkQEkarYcrEgY8lCPzKJaeqN1vJis5CCaJL+mG6q4WTQn/4"
    "oUZAgI4qPy2UfVYoq6PvlQDDyfAGsvvxw4c64ZYPH8rjLeyzghnlkgATzmr6r/FQL7GfVp"
    "DiMmqbQet/reaFcBkZ1Y5/0ccvLILsBmf7bkrz1/8DMuhoIQ=="
)
