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
    "DjmO++QbHqYrn8eJBFZqm3UwqBsBdZPQR/8u8ac8F7oO+Vn0DtlPKwQPlvwk5IjY05Xt5K"
    "vIjvHAEMDYQPMDXgSShnrlfV5tTiomhC0blOvcibufFfc4Ivb5bigLFPDUd7nduEKA4SjR"
    "BsibIWL/KdMKqIBsUmXDrhtOuAFyDGpiPNBnE9kgvQ6Ebad8ctMkie86Irt5+WAgmU+yh0"
    "sq4isWwzXk0cSz+AtgOtfusdhELcBgiq539QkcbEzpK8wz1zZsTsrgwMqQ3bohzn0RB9zL"
    "bA+DtgvNT4hC24WtLhbQdqGc6mZtwIe2C8codYG2C9y+kD7HSz9L4BdfRjgO7nHmwqqdwi"
    "T634ReX/ZUOLA58Vf6FqRX07mxi04VV1HYb2O/iuywTp2uFUYcT6zXvKKtU4zXYu9GC/kt"
    "1Hq6dx18Sv+zsM0g9HDL9lvsyazW3Usrun+nNXW9OQpaiFitJ9sK7t8Xs5fbu+srWmjsog"
    "EttNOo004jlqyI27RCNGJbya49puj9EbCkl+ObFALfnintkoCbozyzCfLKUmQrUDER/xLE"
    "DUEPjNYqtcCmYHYS0zl81te7o2/8WZyOz9pBZ98mWpcyr1g/qXF83OXGZTo3rt46nZykCV"
    "2mjnRZhJOc95ixhAP2dkq9Olr9Aj3gq3j3X5VSXxu2SadPKcBIthWCSj9Sle7hpGmSiLOT"
    "A4G/I+Hv2BaeL9yAtSIwHjCncLmcfA4URCAhgqjymG3xd/lHm1ceObOGhdVV2rBxPYsaKV"
    "KKiAOFd0Hm/PM5OwV0nfmKIqIVBDrRQCeaXXSiEdIMS0AjuN21Ppgi2wk9IcIzECgZEmcc"
    "Py9sD0t1j8whoWRI5ZIh6m3LiDgDA/mqLF8PB6FHjNDj7MarcqezKNCeEh1CoXasqa+XWn"
    "HYEZ6GxNoUhs2O6tSJwnoRAIKwEISFICwEYY9IBBCEVSQIm+QBhYWQx4EApAUAIVgIwUII"
    "Vl1uIQTbdMb90DQxljrBpwCFIJ1qUQQIFh2FmNUJFn2mQq8KE60+72wIEM1QUn0PkaHjiw"
    "xBxfU+fWLXt/lH/Ja7wxlIk5jf2tak6KeATZuOBx9CJrq22j1NtQFn/3TX81BZk6h1bEEG"
    "ju2/2Yxu/2Makii017oLbYcuiv579vf+2d69aGJl8dvvSm0K6K8C0F/wS5WlwRu5yeYohL"
    "fB/DhS8wP2HO3N+BBMSEES6hWhNvow2Ft4tuiW6QIQtk0X+a/aNp1LfhD/SawF8QoBUx4K"
    "pqDt0jbaLr2xyTrAFtWWGjtro8peXRu2yVh1IoDBDvGwIVJ2rKaquCZrrAY7EI1VK1kDBU"
    "Kq+CM273TPekddpViVTbX2VffbpaZPTltJSRM7SfriWo/OkWbVue16wnnrA69Mk18nVE8S"
    "GbjSwpj0e1+0yZguZHGT9VtyoWn01ynG9P+T7q/slwA9s9+u9e7V1aDPTvwOCbUUHBsrIq"
    "x4e7L4KR8WBFC2ta3cDvBcVgIraIOOxtqxFPaUwATuT6MD9NghNcLs53HAvyz/+RSaoO26"
    "hgU5QGk1lFY3prRanbjcJbKdqoDc6vPOhkjcnI6EANyRBuBMFPpCpT1LQCMUxK4zOI2Px5"
    "wNh1/6+mejN9Qv+qNL5t6nhimlfmp7c2zdkuHoXBtlx8S+W2ZEEtcxRtplX6eDlwEew8Nz"
    "9szeasxFtz9gN0lHsB0V+XtMrkd6dkTcuyE7pvu1259kh6AnRF1JqxhPuiXaDRtPJ4L+mY"
    "2PnR7zHpEZXn3a1XvaYJD5PD7Jlo1IgiTZMemZdNlRo64+vqAkDS/ov9Gg5Mxtw52yLcTL"
    "Oxmf+zfssPfE9pzZj+zY9+SzkdbT6MfLv0G/uYnpCIq+oLway4jNlHJqLMM2N9SguPhmaJ"
    "eU2dPWI/bs6YuB2ULB+GCyv+qOx1+pGBkvPr3vAvn+E5WiTAjn00mdhfmkfGU+KYZw9lIB"
    "A1Y7RA4gcnDE/O8pcAzcryIvkgEbYP+V7O8/3wtySLmcSiihAhAkICsBtn0+5OzZqOfird"
    "C7c/LazNFJYkIinh5zmKind9pK8LdkrOnn0RUfEyu9Mol+TfLyYy1xpHzmgXzu3mjG9dVp"
    "a4YesREuWFL4iz78qrOU8ANxn4gaCWEUBHi+CDhSLX2fshA4YXxtOxl+DiSKWDOw5u3Vb1"
    "gBa1bcDvIDA3ueK1QrnkdBawzxYOMc+z6a8bOY19f9cz7veVSB9zC0rfcMq07IcRv0xxGm"
    "+BXJTv7om0INPqgwPwoJi3eYWcGat2IdiHhLC5bVyuXSn5vSucshnRoZXXoNkrqQ1IWkLi"
    "R1IakLSd0GJHWhq9I+qzGnAZ2lklkWDrgxQbEdywHcz3KBNNf9tFyCJUSegYH7Ce5nmfs5"
    "ZHZaP8DzKge0MKizwQVdbcYCL/RIvVDYR3l8dXhA/kol7nULGQiCXdljRSQIgF35I0QksA"
    "POLrRS7rOQJjG/teqJWElTihyhGG8BBgn113XmFW2JzMOCDMRlQL93YCw8m3fsXsXW4DwM"
    "tgf74V3gBohz4m0FiVkQUGjZftSWx5DYqc7B7ofQt4qOCrM5xViGyDzsyDkM0LPhcc/7Sh"
    "goWZoysKNh8Fzr9S+7g3c/dOIcFF2I7CD6zuki9f2HYgaKESUxR/Owo2G4fI7axHRCC3Oc"
    "sg0sZoHHziNbiKVmYwF4nAu5YtH3jZF3gag7BNyPNOAOB5LvxyOF4zZgt11dEbQX8d64tp"
    "gc2lfp3rpFurcuU2iXKbHrDS+vBtokvjpfODgqd8uUpWXK0bRfr/pRFRp+XtieKu1Xk1o9"
    "WaFm4Cprs7Y+1DUKpHbaLRnqgz77zSWOTbAaYoD+cW/RPw5CcBCCU9alhBDcdsIbECKCEJ"
    "ESPEKIaOsLjaifVwBCYxVZV29JpOlaQgGONSBk3cVjHHfhC/aEax7yKOBd4sQ/lwTIDISZ"
    "L+KAe3nuoy1yMuQvgcC+PPsLypzU1F8CgX1x9ombnIJbl/UlANgWZ9uhzBivjHsW76GwHN"
    "q/DPXhdRR5po/oht5qR7a23JOtSjg6jo37Ervv8kjYgKfaBrwyO8uYug438lDP3MrAFX4H"
    "ldWFOePpFaIo4kEW4rKwcJQ/lNl5nEOC7lNZ9z1iz2dff03EpUGtDGJ3xQsf30iU296eAx"
    "0ayqluboeGcGFJSj2PBKmrLnWFKkfD4M59riwdzYzobKodjcZGwxpVO1rnDYHi0ba44mqs"
    "wjoQBVXLuIsP1hBxoFaIRpRw7dpn8sO7/2CT8zKVM56BAOXylAvn5vM4KMOWzs3DoW+75V"
    "4dE/QK+f45frRNXGWGFkdtMkVZ31EqHwaAzUxHao/G4hdZRlcIWEXlm5vs/gQ91Yjfzxpq"
    "+37Ime7l2iYd3yTOtxaEXYT+PVX6D1jI9cmjQIvIpO8g+g1x0J0boVHVi8b8iWoztDhusy"
    "EanxsQuSpgih6pKbrw3EfbwkKn12UxsJBILCQpgUZ5cGEz+0ZFjAHEUMsr2P/JzqqJYE+H"
    "y4eB6YptAshAYO5LzP30WB0JY7YABWsWrNna1myydg1cqlkrzdn1gRvt2XRddNyZYZM9Wr"
    "Ss9wo27pF/z1tTCPLK+h/kcIX36u4l2YRwUPn/qqWBKaXsS0O12llf746+8fVaOj77Qpx9"
    "m2jdDRbunec+sYZE4vIoIrclEXWXmu3KJLvlRrBz1xIAi7vE4h6df2eLOXVZDJAus62MUm"
    "ssUMBRMhXzPAsC2iVoV2gP0yGJQiGztbTWSx27dYSn9LvcT1j6pMpsXR+3yWr1YkScmYEo"
    "7JFGYaHN5t5iT1M0t50XLvnX1/1zPvU5UIH8MLSt9wx6gCKoYDPuABgvAVnlHn3TYm8mqs"
    "sk/K08DrytokFU19sCk6ixJlGhN7PUniwf9q4ehHw9/EgVolyEPosEKassZSgqKjcIIQ3z"
    "Zu5s1IVmEl3Z4NCujexsdmkjjBF/DE7tkTq1UF6hiIsL1e97pV+iSfGxtydWaakM2PEh8f"
    "rXo+tf9WrJHbx5wYxgyXoZ9fKFRfNIF03RDtCvavx8QLoBtoU1Ze7vfWs1kB8vOsjnNc+o"
    "15F1hVZZ8bQno64+vtBGUT/WyKeYYi9pydofj6/jlqzRdkNFWrJCq5rGRPnUMWLHGFVGeV"
    "afbzJVfToSbNMjtU3pwkvlJiqDLArWa+n12sfC3a4yEJVXaWXdA48qcwG6k+FAtUybK7qu"
    "GNTqvBMrWi7AgHop6uMw+wPmnIe6UbmkMKBeTsGI0p6BAOWvUzTiM34NCiKQEAEyTewLHc"
    "CzQsBJB/X4Vsj3dB1rGG5uYLI+rrPBF33Cd/eu+2D4FGm44f47magSzzxaV1WdWR+nAL/g"
    "l6opXxi0ab4naQe69DQwAgPzulYIZhHeObbJt1yqSuvzOCitL66kdUvroVqz/AVpVrUmVG"
    "JDjmb3FsNmc0HEVmignQCZmjpmwh31i+hTCvsieRxka6C05RDJTxwlBpWt7cpgQRDSgoBt"
    "7fsrOrfmdsAJsp65roMRKYmzLkFFD5Gi3or6dHXesYM4HA5yhulZvxhKvb4800bvPkYWKR"
    "1kB6WZeSRxPs8KBOfDvFLRi9ZMF2CQUxDP4RzAiQ6HcqbuwuOeBVOxO2iJOM7NQTndG6Ag"
    "5Cxz9aqYV+jdJXLbHqYGziNOxVq7lnmkjbXRTVyxHN/hlnR7k/6NdtpiOyUf8S25HrPPWY"
    "eHW9Lr6j1tMGAXTPbtHUeVGmdoXCGmwA8hkLYm3ztuhqLS7E9BYBDJGkQzyo+IJZSOBxNI"
    "xgRiXaZtnulZ6WTlcDv0s5ZXDtbRWjaWkNhRzcG+2no6nBeAbzw94EUgw2UBd/Q8QlK4fB"
    "lsblI4XFiSUs8jQeqHJHXzHpGZeFohB9tzWHv8h3Me//buNmpA/oicd39Lg2LRg/p/++62"
    "/d1BmL+qZfAn9Lk3Z/FXozr1qv5iOjqQzj/GdH70c43/ilMFEJyMJX/KK6Vm5npCW0OyGP"
    "ClpfegiVD+2s2tR8445Id3FraABM9rfGu0QKYdcLRxua2dgTSpgmRrGceUIMP26cN6dpKM"
    "ElAEJXeAaKZI2QhysG/4AfKEAwgFKGTDVM6GxcLChPOO1ZFyAgQZKy3jwytDQI/Iju8gJt"
    "9296bbH3TPBqzsIL3HLbnqxrUHC5RUHwyG0e+m4/qq1B2wjcICdkQ6fHc2xIcDMSDusRCR"
    "6XAgskjkI/Z8rt9b0U1riYBSujXDFhJxR5iSgUTcMUoddljtO9FWkMW6IC5cD9sz8iUJc2"
    "Xt3wL3q/RYvv/LgQnjr3S6pVdXc9lDT8u0Wm4WUhbol8VxlKDXHfe651r7r/0lMVcHr1Rm"
    "MYvDOpvSmCsApDGPNI3pepbEfsAsClS2dGnwg82LQNULUKRYlfPJ7avut0tNn7AQxMuc6l"
    "fW4/3iWo/2S7DaT0ViEIcXKVpgYiXqXEgemn7e1z9TecT4WzK+7vW08fi05YdRQ79bctHt"
    "RxtUpsh24q78TGLaUmaqRI4WnvtoW2K9abMYlV8cZVPUyXtszOky73J0VwX1a0goEZAoEY"
    "Bzy16VuQ49DxOTk7lmur4kDJXBNEJn5BXzpxp6+VOpWv5U1Mqq7QdRKlQtPF/pWjVfuAGb"
    "fqKdkTnQRszena94iclg0NmJmSIQqvrko2HlkygBdWxmPvjY9DBHrVTUgRaBwL5EV3xs2R"
    "42AyP0HBHyizjgXsbm9mTC6jkYbN+WjdHsKacB3J/utWUi8H9afh5llb5/1RmUirG+a03P"
    "Qm6hJ2RgZiDAuDjjxBVrzpGOB65lNhQFgSNVE5JHQtmtymW3UD7XhvI5KKSC8jmQeh2pK9"
    "QqITmKfWOJ0XJMp059ER0NxUVHWlyU9MmQ7PcO5UWHGboC8iOu1O/G/Pacb80Mnnru3JA6"
    "uqCIbBK9u27t7sqJII+DcKy0Pp8jWyj7tgRAuEomNMjN9V9f98/LYoP89H4Y2tZ7BjtARV"
    "NBelwZFLtLWUco+qZFxfGAiXGP/Hue4ig/ITOPgxMyixO57gmZB1jg7E5ZvYxwQ/7hxYU2"
    "YrXKCZ614+9pVxN2iZ1YvgjYtXOtN+jr7JqFTccm7Brz7s9H3a/6aevJDu4tDz2RW6L9et"
    "WP7oefF3Z0Py2uhcbqFELHj+ZLBIvyyAYGiw4kOFQrsB53bZAJBGeBkDxRWsYQ7Ye4747j"
    "vtd+dcx39XlnQ7yXOXkQ6z3SWC/0w91lSSilTKwOPQVAJECcbYi77JJttoqIKpMsBjiXKD"
    "ykT2GIkp4DAesSmypch0N4vaBMit1hSMYM/cCdx5unRWIyvevxZHipjU5b6R1uyXD0uav3"
    "/80uut4MEftPdnXc6+o6u+abiBB2pXt+2ddPW6zJNVEj2mL7RnyyI8fY3HDE2AoHrboFWn"
    "Uj339yqaPDjx9X7TgvAEFHSdg+zwFbWh0jyk8LNVvgQEECr5GAUL+FAgyYF2c+Sj/5xiNy"
    "bMtgdQSiQTnuDSACq3IEFj0hO6Aiw549tU3EPwGl+kAO/h2gD7/Amk+NpVmIfU4UfJONtY"
    "QB3wJ8O4jMQjST9kayeIVXmrams8wtSwCz1O8tmfxC//S9jGNxUsOvOCl1K07Wjl8nT4iw"
    "/A2LHHEy9V3PQyVFEuvQggQc23+zGrf2P6YhiTpItu5C2wls4r9nf++fgk7itmyA334vVv"
    "HQn8bUdZJsvUh0OgNTeE4raz1FQVAJ6os44F6c+7h7rUweOY8EW1VlWxW2WrZhqyUUX8BW"
    "S5D6YZXc3GASVh5InRnQ2VB088iGQtUNVN1A1c1bW9WOWxYQLCc8iwFPRiIGT5fOPwWLnb"
    "KYHebHrye9PUU9tj/T6ZwNQovD+oXjorKpngEVaJ8yVKMm+/nw+mygta5GWq8/7g/1vIUT"
    "fZgPuo607mBNn5CZBM1ZFPBcg2f3iciccZJBwaZh6U2rEIDdt7kiwT4HChKAMOxuJKFQKA"
    "HCsLsPwy4cRAxxToswIBbi28ca6YT49jFKXbH49hhvPLF0fVynTrSbneUBh5YecdQ7ngWi"
    "MsiiwKGXduiTl0/EncxAIPEg4Uc+CwUIn18RGDwgprcRGeScqFZBLO8QNSCWS6znBiWpsg"
    "p+syCguQ7NiMx4W0grOF4igOA6BPvU8TX8BTITQ7Q2z0Ug0F1PbTxJsV3AAdllZKvjI37F"
    "d2Ps+xs8xOKozgb/8AnfUe8wAoB3eKTeoVSPYugQvSXf0MOBRKfXAhBavXYKjmLdVq8Wfr"
    "TFjiheISDFK3EsMSRVjiS8nq+P89mJ0phIyL2IbaDkD0TStbL70F25sWJWyhm6d92Hc+zY"
    "j9h72eARrQ/tbHaLGIhOgQhlw4aRY3WOMLEWri1zLFQeCE6StJM0x75PNYGwBPI4EIC0AC"
    "LO1qiv2E+SjIfcpcypz+Hdf7DJMZ4q0sUrCFAuT7mwgsnjQMFIK5g9HbyoWChmP9y7phl6"
    "nlREpgAFj005j+3AD7VaUCM6cc0EpNu+0vTzvv75tJXgWf+yQf8mPugqcenY0VQX3f6AXZ"
    "oi28GKHE6FggDPFwFHTqV6MAvZ3SL04W214Naq+Ak1myR0WwYGu4mUVmvxO26EJOAdOlEt"
    "5TUwyFplWUepgETdyWYS8nCQt8ryprda0G+HjTLbpXRN5CAb5CJsbXHEnueK9ahPAZD7lt"
    "jeHHrxLvG5yFQuoGAaw07N4y0qUC4FqSVpnhopyPzQTs0UZJpHggzkkWYgoRvPHqOjoSd0"
    "kGEyHLIwMv3PWThfrJX/CrLDFv77o3ytWT+crbbjcz8s22ff3zKoVeXzduvVC6ZzbqOwP9"
    "Uefo0OGYyWlFvymVpzp62ZS3AcQY8i7SyEnkbq9x5Dj4vjRfT2CgGqW+Z4ZQ8/2m7oG+LM"
    "c6AKvwqHIgG5aHjpTSBKqnKUNNG9hm8T3k6WapmvgUHWKssaeue1IXAIgUNo8QZSP6xwcR"
    "d7tnnf5geIkw87G0LCaDVMmTjwsQSBX7nkVPVmK1nRWShBdEk/THe1cFLoDz/UCAjQUeWn"
    "hbLPCmV19L0SYDgZ3kB2P374UCfc8uFDebyFfVYwo1wSYMJZTf81Huol9tMKUlxGbTNo/a"
    "/VvBAuI6Pa8S/6+IVFkN3gbN9Naf76fyYP8JU="
)
