"""Refunds that come back: taken back in the ledger, still owed, repeated or paid out another way."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

TRANSACTIONS = """
ALTER TABLE transactions
    ADD COLUMN replaces_id bigint
        CONSTRAINT transactions_replaces_id_fkey REFERENCES transactions,
    ADD COLUMN owed_amount numeric NOT NULL DEFAULT 0,
    ADD COLUMN ask_at timestamptz;
COMMENT ON COLUMN transactions.replaces_id IS
    'The failed refund that this one repeats, or that it pays out another way.';
COMMENT ON COLUMN transactions.owed_amount IS
    'What of a failed refund nobody has sent back otherwise since; 0 for all others.';
COMMENT ON COLUMN transactions.ask_at IS
    'When the job asks the provider for an open refund again; NULL for at once.';
CREATE INDEX transactions_replaces_id_idx ON transactions (replaces_id)
    WHERE replaces_id IS NOT NULL;
CREATE INDEX transactions_owed_idx ON transactions (id) WHERE owed_amount > 0;
"""

# A failed refund is owed as far as its payment has not gone back, unless a later one replaced it.
OWED = """
UPDATE transactions AS refund SET owed_amount = least(refund.amount, left_over.amount)
FROM (SELECT id, amount - refunded_amount AS amount FROM transactions) AS left_over
WHERE refund.kind = 'refund' AND refund.status = 'failed' AND left_over.id = refund.parent_id
    AND left_over.amount > 0 AND NOT EXISTS (
        SELECT FROM transactions AS later WHERE later.parent_id = refund.parent_id
            AND later.booking_id IS NOT DISTINCT FROM refund.booking_id
            AND later.id > refund.id
    );
ALTER TABLE transactions ADD CONSTRAINT transactions_only_failed_refunds_are_owed CHECK (
    owed_amount = 0
    OR owed_amount BETWEEN 0 AND amount AND kind = 'refund' AND status = 'failed'
);
"""

# Refunds of a whole payment name the event of their order, where it has one.
EVENTS = """
UPDATE transactions SET event_id = whole.event_id
FROM (
    SELECT order_id, min(event_id) AS event_id FROM order_items
    GROUP BY order_id HAVING count(DISTINCT event_id) = 1
) AS whole
WHERE whole.order_id = transactions.order_id
    AND transactions.kind = 'refund' AND transactions.event_id IS NULL;
"""

# The trigger as it is, whatever columns it has: a list of them here would undo others.
NOTE_EDITS = """
DO $do$
DECLARE
    definition text := pg_get_triggerdef(oid) FROM pg_trigger
        WHERE tgrelid = 'transactions'::regclass AND tgname = 'transactions_note_edit';
BEGIN
    definition := replace(definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
    EXECUTE replace(definition, '{before}', '{after}');
END $do$;
"""
WITHOUT, WITH = "UPDATE OF ", "UPDATE OF owed_amount, "

LEDGER = """
ALTER TABLE ledger_entries ADD COLUMN turn integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN ledger_entries.turn IS
    'Even where the transaction moved the money, odd where a provider took that back.';
ALTER TABLE ledger_entries
    DROP CONSTRAINT ledger_entries_once_key,
    DROP CONSTRAINT ledger_entries_have_the_sign_of_their_kind,
    ADD CONSTRAINT ledger_entries_once_key
        UNIQUE NULLS NOT DISTINCT (transaction_id, order_item_id, account, turn),
    ADD CONSTRAINT ledger_entries_have_the_sign_of_their_kind
        CHECK (((kind = 'payment') = (amount > 0)) = (turn % 2 = 0) AND amount <> 0 AND turn >= 0);
"""

# What was taken back goes with what took it back: the sums stay what they are.
NO_LEDGER = """
ALTER TABLE ledger_entries DISABLE TRIGGER ledger_entries_is_append_only;
DELETE FROM ledger_entries USING (
    SELECT transaction_id, max(turn) AS turn FROM ledger_entries GROUP BY transaction_id
) AS latest
WHERE latest.transaction_id = ledger_entries.transaction_id
    AND (latest.turn % 2 = 1 OR ledger_entries.turn < latest.turn);
ALTER TABLE ledger_entries ENABLE TRIGGER ledger_entries_is_append_only;
ALTER TABLE ledger_entries
    DROP CONSTRAINT ledger_entries_once_key,
    DROP CONSTRAINT ledger_entries_have_the_sign_of_their_kind,
    DROP COLUMN turn;
ALTER TABLE ledger_entries
    ADD CONSTRAINT ledger_entries_once_key
        UNIQUE NULLS NOT DISTINCT (transaction_id, order_item_id, account),
    ADD CONSTRAINT ledger_entries_have_the_sign_of_their_kind
        CHECK ((kind = 'payment') = (amount > 0) AND amount <> 0);
"""

NO_TRANSACTIONS = """
ALTER TABLE transactions
    DROP COLUMN replaces_id, DROP COLUMN owed_amount, DROP COLUMN ask_at;
"""

MAILS = """
ALTER TYPE mail_kind ADD VALUE 'refund_failed' AFTER 'refund';
"""

# A value cannot be taken out of an enum: the type is made again without it.
NO_MAILS = """
DELETE FROM mails WHERE kind = 'refund_failed';
ALTER TYPE mail_kind RENAME TO mail_kind_before;
DO $$
BEGIN
    EXECUTE (
        SELECT format('CREATE TYPE mail_kind AS ENUM (%s)',
            string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder))
        FROM pg_enum WHERE enumtypid = 'mail_kind_before'::regtype AND enumlabel <> 'refund_failed'
    );
END $$;
ALTER TABLE mails ALTER COLUMN kind TYPE mail_kind USING kind::text::mail_kind;
ALTER TABLE mailings ALTER COLUMN kind TYPE mail_kind USING kind::text::mail_kind;
DROP TYPE mail_kind_before;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    edits = NOTE_EDITS.format(before=WITHOUT, after=WITH)
    return TRANSACTIONS + OWED + EVENTS + edits + LEDGER + MAILS


async def downgrade(db: BaseDBAsyncClient) -> str:
    edits = NOTE_EDITS.format(before=WITH, after=WITHOUT)
    return NO_MAILS + NO_LEDGER + edits + NO_TRANSACTIONS


MODELS_STATE = (
    "eJztXWtz4jjW/isUX3amirerO91z2dTWVhHi9LBNIAUkPb2TKZdiC+KNkRlfcpnd+e+v5A"
    "u+IBtLISDM+dKdGD2OeY4snbv+2/Yt4wH7Fpm/6wam5Q+c+aVjYrt92vpvm6AFpj+Ujum0"
    "2mi5zI1g13x0Z4c4xEbrthNeRXee7yLDpx/MkO1hesnEnuFaS99yCL1KAttmFx2DDmS3Wl"
    "0KiPVHgHXfmWP/Hrv0g99+p5ctYuJn7CW/Lh/0mYVtM/folsn+dnhd91+W4bUza94n/kU4"
    "lv3BO91w7GBB0vHLF//eISuARXx2dY4JdpGP2V/w3YB9A/aA8bdNvlT0sOmQ6CkzGBPPUG"
    "D7mW98p6fX2ro+HE31iTbV9bYAR4ZDGL/0Ub2QgDl7hP/7+8nJx48/nbz/+OPPP3z66acf"
    "fn7/Mx0bPu/6Rz/9FT1MylZ0q5Cz/uf+cMoeyKFCjMTLLvwVYpCPIlQojJR95K+zf04Z9K"
    "0F5vMfIQr8mzHkXfJDURoJ91XiSC6k8kin4S4E4mJkjoj9Ek+ECq6n/UttMu1eXrE/t/C8"
    "P+yQt+5UY5+chFdfCle/+/H7vHBWN2l97U9/abFfW/8eDbWQXsfz5274F9Nx03+32TOhwH"
    "d04jzpyMzM2eRqwhodmZGy4TuuLvqmZVGb3zeOhONHU0bAO3zjctyz51xjfoqfy3mPEQXW"
    "6Zc5wPeq6j3Sfp3mXqHhTXfc+6U7/u6y++v3uddoMBp+ToandA97g9FZgXAvuPsPNjjrWj"
    "njGQhQLk+58AqTx0mtMapRv59FBj9iIk5/FgULvCz3d3jmuHid+X9NRkM+7ymiqEZZht/6"
    "X8u2vANkv4JIRkX1olNcXwo6ELtBcdFBMx+7IrSvAMC6POuG47rYRuwxuetN+Sa7jpTaaw"
    "+H/61ttcx2nj1k7Dd24Q4ZD0/INfW1T5wTp2zs+keLk0XxCiJoHhLJvjH7fql34cxxHuj/"
    "VQ6I3JDOBv/DXTTYA/fDcbofXDzDLiYGZ/ssX0hyINDXJfT1wMPi7oAMCDT1Q9PUgXx2xX"
    "FNiYmfRYGZJMv9HwEivuW/rHNfSnwW0qRZf/Lh00+ffv7446cV4asrVTyvc+o7PrJ1tHAC"
    "wvPjY8NaIJvPbRFatIki7Lv4HgfIdQWR51qvf9kdfPfhU+ck3ELpBmr54fdONtdP778vGj"
    "6By5QOzvzt3SO3xOTJYBqhqFDj4Fm3MZn79/TXjxUcJ0R+LBqa8Qcn7JOCF9FHfuDx+dVI"
    "sAg57tPnQbHul/clrtC7Y7q9xMSMbRoButtX2vC8P/x82orxt6Q3Gl70x5fa+WmLUj6z3A"
    "U26dXusKcNBuFV9qVtm10daxfXw3N2kWrCAX08ek379ao/Zpfw89JycTQVBcX54cca8vxQ"
    "DGOlAmUfFVxjkXmns6igaJyxiG1gxPFAIowJJ5Uhxmjeebp4QDmP3IKYFVO3miRly9OpWY"
    "7ZmsPRoR3HxoiU+E3yyIKY6cv+ZjrG6spuZXs2Gg1yYj3rFy3z68szja6oBRVkXc2Llnnd"
    "DDiLaCXpeSBwLsD5I3Y9bty+1FrJIHZnrHw4EEvFcDH75hLbQx7ZQC2gwXlHwdKUlHoeCV"
    "JXXerqhKh6iBo0JrXIMTar4lTr4zobglVGjNBnFLLHkJUa3nuIXrU9TDcnX79H3j1PGAS5"
    "LyV5T3lgUTF78bF3gEtaFb9xdsFq9brpjs/6w+74Gz+MdcbJRjj7NtW6oFbABrP3Dcb1zy"
    "3PYJ7z6g2mOG7zBuP6uhlDYIOBDSaZC8LCKACbFDzbgUjUWmv6Pl5sWmfSMbXWGIsOh5yr"
    "I11U1Fjdj2YxgeQfRciP1sMQKiyCdSwIAjKBFPKve9SapTOTkz3RdV1U6oZIQQVWaxZDyG"
    "VN/GMWkLDGsXUXWDZVUbx37O/9s/1GZG+csb/9Dn6FI/UrQLjiGKWukIV3j42HPqk08LJD"
    "OpvsOzZYp0sqmHfHad6BjbF/G0PSvAD6X0m/5Xm8HKnylScZ3yTOt2dTGIiQEl9RRS+NHK"
    "oRWe87b6dBKZRgHSiXp/yBfk8RvpPxQLYE2dB0rJHJ4XNulUf5O5SMhzYQUMF9QEomS6r3"
    "opLIujM9A4HJLj7ZXWxg61HKMVeANnAHAc/cG3nm6uR4ieV3KZDaBb65ffrmDDpNRPaNZD"
    "xYGRK7hvNU5ryobPbxVOq8gGYftXUkvjldr5D/EEzr9pU27mnDKavgdw1M/Fty0f+V1d/P"
    "rGdVqu8fkc3zhla2BVlhjrIfyInq/UBUW1zesh0I9LTd3/qtQK4cyCFaji1q9bjOQtTwzS"
    "Ohq4bKjtNIVtQwtDhepTpiXkFBzirLme2WgYc5SZqli2kW0qBldGsx6oQfnerh7AdOQ/CN"
    "3OawQPI6yZQbjg5QFWbYcYzh/YEQaWIbyyWY5pGwzKu8zEProK2+NJCLX051s2I/kIt/jF"
    "JXJ+KnMd9RVbgvM6CzIdYX+qEg0HekgT7f8m2hSN8KoHLUQ9lQX/YxBUgvwJrgkd8183SV"
    "48WYyjlfAYBtSbaFHfJZVIPcGxDSrqqxdkKFQUwC7d5o2NPG07AHvYFd/5Zcjm762mlr4T"
    "xa+JZMf9G60zH9nd4c+S69MrkasfHe0mGjWRd7bazRm0Rt7KNjmm7JiALHp630mfYeG2fq"
    "v57o/0KOmCywgcbFgRgTtRwxmJhSDelTGAhYaQEzEfzpEEFNO8XscD2+nvYEV2NltRADLZ"
    "Eh1r8lC2lS6cH2nJwxQbrl0Yd1Wco6R8mr6vVfcgdo+i/Q9H/pWryjKCsz5lYYyJjDWXVM"
    "kYw51UiFE7Ty+yIyfLpUiRoq5+PuBTU7TBfNqNnR7U37N9TkiO7FzJDLq4E2jQ7TWizDyC"
    "n/MC01jBHWhyv2H0vJLYXvUHDRTW1RyX3Whtq4OzhtxXh2nNlEG99Ex5l52H1URSpL9LLA"
    "vHMV60klA9+hVEis2YqIZEi1c0oyRVJLfTjos98cYlvxnfYuCHb7KMginebDgzfIFba9lh"
    "/Ixp5OZ7QrbDUXoJCiorLhHAkL8zyadaSMue5MkLFaMqZ7KTVN2Gk1+qoqScCw4eL3Y+S8"
    "VX7fti2cLGVxYdgrSM/c4eho/0GAdZ9u8C6390j1CdgZGPC7gV+LGHbgxZaagFdqDQv+KA"
    "F/lI/dBcecr3BuJwCIrov7tW1E5gGac6Z4PYsvi9+hyYeJqMGnDU9bmNySc2romWFYl0V0"
    "1TD2kG07T57uYrrzuRxXYeVqsw6G5UZguYnpo3+XeDOejV2H/Cx6h+wnOYYHSz5T/3mcly"
    "/2KQJWe4n2IO4cEetPmRYhBWSTApq7rjN3fGTrdF14oM8mUhe5DoRqMz65ievTc2yRIj4+"
    "GEjmk+zikkTYagu0iD06M/TDzyJ2aDwZ77HYTC7AYA6vd/vwbazP6DvOcxJuKFrI4EANkU"
    "3pFue+iAPuZcpGoBy7+XEQKMfe6mYB5djlVDerMBfKsY9R6gLl2Nx+cR7HjD+L4RdfxthG"
    "JfWWaZn1NPxpSq+vaq0PbE78lbwFydVkbuyigv0q9AturGPPDuvUqWbXI4djvaL29pBi3B"
    "Z7N1rIa6HW071j41P6w9Iy/MDFLctrsSczW3cvrfD+ndbMcRfIbyFitp4s079/V4xJbO+u"
    "ryit30VjSiizr1NmH0lWxGxKEY3IJt+1xRS+PwKa9Gp8k3zk21OlHeJzU4TOLILckkObM6"
    "BieO3FjxoFHhitVcsCm4LZSUzn8Fl/2B1/48/iZHxWDzr7NtW6lHnF+sxMonPyNm7TuXH1"
    "9un4CD7oPnOk2yIcAbvHkCaczLVT6tVZ1S/QA76Kin6qFvW1YZvW9BkF6HE1ESzpR7qkuz"
    "hupiJi7ORAYO9I2DuWiRdLx2cVyPoD5qQjlpPPgYIIJEQQ5hOyyl6HfyZy5VEUa1jYXaUV"
    "G8c1qZIitRBxoPAuyBycvGDHB3IiMFVZRinoKDtUfIIOFYp1qBBaOlaARnC76wVjhiw7cI"
    "UIz0Agp0iccfy8tFws1XYuh4ScIpVziqg5LiPiDAzkq7J8XewHLtEDV/CY9ywKVk+J1oKQ"
    "XNbU10stR+0YzwJibvLTZkd16rhp3RAAXlrw0oKXFry0RyQC8NIq4qWNA4XCQsjjQADSAg"
    "AfLfhowUd7wNyCj7bpjHuBYWAsdTZIAQpePNXcDOBNOgoxq+NN+kyFXuVHSj/vbPAgzVGc"
    "vw+uo+NzHUHO9j6NZsez+IeHltvLGUiTmN9acVP4v4BOm4wHG0LG/ZbWX9PVgFOB3XVdVF"
    "JQxsEWZGBb3pvN6PY/ZgEJfX+tu8Cy6abovWN/75/t3YsmWix++12psoJ+6qH+gl+qNA3e"
    "yE06R8H/DerHkaofULW0N+VDMGIFUapXuNrow2B36VqiRdcFIBReF/mvKrzORUeI9yTW5T"
    "hFwJSHjCpo3LSNxk1vrLIOsElXS4314K/SV9eGbVJW7RCgs+b+FnjKjlVVFV/JGruCHciK"
    "VStYAxlEqtgjFu9YwHpH4CRYlVW19lX326U2nJ624pwndgTtxfUwPICWpe+26wnnrQ/CMQ"
    "x+IlE9SWTgSgtj2u990aYTupFFbdpvyYWm0V9nGNOfp91f2S8+ema/XQ+7V1eDPjsqOCBU"
    "U7AtrIiwogJn8YNETHCgbKsw3fLxQlYCKbRBhwLvWAp7CmAC96fhwVrsHBxh9vM44F+W/3"
    "wITVB3XcOCHCD3GnKvlSX1TXOvWQHxOrvli0c8HM40UqsX4CWy7CrXZ/p5Z4PPc0FHgqvz"
    "SF2dBgo8oSSqFaARK+2uY2WN93ydjUZf+sPPem80vOiPL5kjJTEBKPUzy11g85aMxufaOD"
    "smspIzI2IPmj7WLvtDOnjlStNdvGDP7KZjLrr9AbtJMoLVruTvMb0eD7MjojYa2THdr93+"
    "NDsEPSGqrJhFz90t0W7YeDoRhp/Z+Mi8NO4RmeP00+6wpw0Gmc+ZRO3wqWJ3VHZMcn5gdt"
    "S4O5xcUJJGF/TfcFB86rHuzFg19+pO+uf+DTtuO9by59YjO3g7/mys9TT68epv0G9uYDqC"
    "oi8or/rKNzajnOorB9mNNu5ffNO1S8rsaesRu9bsRcdso2B8MNlfdSeTr1SMjBeP3neJPO"
    "+JSlHGWfbxpI6Gc1Ku4pwUdZy95BqBfQQ+GvDRHDH/e3LRA/epj0vSNQbsv5L9/UfWQQ4J"
    "lzOJRagABAnISoA1Kgg41TH1TLwUvTsjr80MndgnJGLpMYOJWnqnrRh/Syba8Dy84mFiJl"
    "em4a9xBsREiw0pj1kgn7s3mn59ddqao0esB0sWfv8yHH0dsuD7A3GeiBqhd+T7eLH0OVIt"
    "fZ+yEPCcrhXu4WdfIl04A2teV4SGpQpnxW0jz9ex6zpCWfl5FDQhEXc2LrDnoTk/Xnx93T"
    "/n855HFXgPAst8x7DquBy3QX/kYYpekezkD78pVDvAEuaFLmHxXj4prHk71oGItzQ1XK1Y"
    "Lv1/Uzh3NaRTI6JLr0FQF4K6ENSFoC4EdSGo24CgLvSv2mfe68yns1QyysIBN8YptmM5gP"
    "lZLpDmmp+mQ7CEyDMwMD/B/CwzP0dMT+v7eFFlgBYGdTaYoGnZG1ihR2qFQsXq8eXhAfnp"
    "krjXYj0QBLuyx4xIEAC78keAiG/5nHK+Uu6zkCYxv7XsCfq9fH3pWrwz4CrLUPPAoyxFPR"
    "EoRfWCO9/xEed81kqWs7Cj5Fik3Ne0vLCJjC5VV81B74fxt/IxbZvuGcZyTOeBQHIVyT56"
    "1l3u+VaVFGdhR0fwD4L8Sk3iPPDoOBaexBYx7MDEHN15I81ZKBBdSTTTFSTncwEK2gaHa8"
    "XcrBtdrALuVfCsHqlnFQ4B30ueD5xgAWVV9cuqllERVFtMDu2rpIhqmRRRZTKqMrlUvdHl"
    "1UCbRlcXSxuHeU2Z/KNM3pH261U/TDfCz0vLVaWjaZyUJSvUDFzl1aw9HA01CnQIviWj4a"
    "DPfnOIbRGshhig49pbd1wDR+LbqPbgSARHYpNJBkcXOLoaRDQ4una/G4paqwUg9AGRNVhX"
    "RBqOKeSmWQNC5bvEkXQO8ZHh66InRBdxwL0892FlkQz5KyCwL8/+kjInNfVXQGBfnH3ixM"
    "e01mV9BQC2xdm2KTP6K72IxXsoLIf2L6Ph6Dr049JHdAI3LWTVVqWsqjh3I0+zJ1G0lEdC"
    "3ZJqdUtlepY+c2yuDV1P3crAFX4HlV0Lc8rTK0RRxIMsxGVh4jAaJ1OwmUPC2qfy2veIXY"
    "99/TURlzpXMojdpQJ8eCNRbruqAQrby6lubmF7sDQlpZ5HgtRVl7pCeZiBf+c8VyZiZkZ0"
    "NmVihmPDYY3KxKzzhkAqZlt84WrsgnUgC1Qt5S46j0DEgEoRjUiI2rXN5AV3/8EG52UqZz"
    "wDAcrlKReOEedxkNQsHSOGs7J2y706KugV8rxz/GgZuEoNLY7apIqydo1UPgwApUFHqo9G"
    "4hfZRlME7KISu+jeDh5Tjfj97KGW5wWc6V6+2iTjm8T51pywy8C7p4v+AxYyffIoWEVkwn"
    "fg/QY/6M6V0DDrRWP2RLUaWhy3WRGN2q2Hpgqookeqii5d59EysdChX1kMbCQSG0lCoF7u"
    "XNjMvl7hYwAx1LIK9n8grmoi2NOZ3IFvOGJFABkIzH2JuZ+cRiKhzBagoM2CNltbm433ro"
    "FDV9ZKdXZ94EZ9NtkXbWeuW2SPGi3rZIL1e+Td8/YUgtyXkphNDld4r+5e4iKEg4r/V20N"
    "bFHKvjR0VTvrD7vjb/x1LRmffSHOvk217gYN9851nlh7H3F5FJHbkoi6W812ZZItuRHsg7"
    "UCwOYusbmHx4ZZYkZdFgOky5SVsYPPl8jnLDIV8zwLAtolaFeohumQRKGQ2lqa66WO3jrG"
    "M/pd7qcsfFKltq6P26S1uhEiisyAF/ZIvbDQtHJvvqcZWlj2C5f86+v+OZ/6HKhAfhBY5j"
    "sGPUARVLAZ9dOLtoDs4h5+02ITIbqWSdhbeRxYW0WFqK61BSpRY1WiQqdjqZosD2pXD0K+"
    "Ln6kC6Kchz6LBCmrLGVIKipXCCEM81bmrM86jE/DCz1qp1bbtNzBnY2GbQhLDpRnjfLAvD"
    "1S81a0veKruiqqtopBrvtR+RPgTOc9kk8VBo9XEVyvzVyKVnnhaU/H3eHkQhuHTebCPLQZ"
    "duM+c/3J5DrqMxfWUCjSZw7q7xtjuqijxE6o9VOlt6afb1JVPToSdNMj1U3pxkvlJiqDLA"
    "r2a+n92sPCLTwyEJV3aWXNA5cu5gJ0x8OBapneHXRf0anWeSeWiVWAAfVS1EelGQ+Yc2Ta"
    "xsUlgQH1cguMKO0ZCFD+uoVGfMavQUEEEiJAhoE9oVMFUgS0b67Ht0K2p2Obo2BzVfb6uM"
    "4GW/QJ3907zoPuUaTuBPsvz1bFn3m0pqo6sz4KAX7BL1VTvjBo03yPww5062mgBwbmdS0X"
    "zDK4sy2Dr7lU5QvmcZAvWNxJ6+YLQgpK+QvSrBQUSC+DGM3uNYbN6oKIrtBAPQEiNXXUhD"
    "tqF9GnFLZF8jiI1kBqyyGSHxtKDCqb25XBgiCkBQG1ensMFyOJTvgpCDqxv3L1EU3kLcDA"
    "0S0eWDiA3smHcnrd0uV2XT/HhrVAdomPyeX3XTcj0LsYfIBLeAV151qvf9kdfPfhpHMSzl"
    "s6ay0//N7JjP70vpjkybpXBZwIWL3c2xS9u/Bjm9rZ2H3EidRrZ+COtYk2vonybKM73JJu"
    "b9q/0U5brCfkI74l1xP2OSu2vCW97rCnDQbsgsG+vW2rkpkLNaRiK/whuH/W5HvH9atXKq"
    "sJCDQmWY1pTvkRUZWS8aAjyehIrOGjxdNNzxzHxoiU6UoZXDF+RIFvtfGsruw4fjQaDXLc"
    "n/WL5F5fnml0Cyls+nAQMISMwo0BDgI+Qqkb94jMxZ2OOdienV6TP+zz6LfvbsOei4/I/u"
    "5viXcifFDvb9/ftr8/CDVDtfjelD735hhfOqpTLycooqMDwb5jDPaF/wuoz8l4SF6WOdiK"
    "UjN3XKHE8SwGbBbpChURyl9b+nbkjIP79y3dvwZaIsPyOWtIuYaYgTQpKrq1gEVCkG6xI4"
    "NdK3ZVC3g4Su4Avg4BX4eHbOzpno9cYbO3AAVfucq+8khYmHDesTpSjoEgY6VlfHhBSvSI"
    "rOgOYvJtd2+6/UH3bMCCksk9bslVN4pMLlEcmxyMwt8N2/FUiUqy4jcBPSIZvjsd4v2BKB"
    "D3WIjIZDgQWSTyEbse11qr6BCzQkAmDoSPIJAA4aPjlDpUDew7PFSQxbogLhwXW3PyBb+s"
    "6b8F7tOgTr6nwYEJ469kuiVX07nsoqdVMCg3CykL9MviyEvQ60563XOt/df+Qm/pAdSVsb"
    "fisM6m4FsKgODbkQbfHNeUqHHJomDJlk4cfLB4Hqh6DooEq3IUtH3V/XapDafMBfGyoOsr"
    "61t8cT0Ms6lnAVHFB3F4nqIlJma8nAvJQxue94efqTwi/C2ZXPd62mRy2vKCsEnVLbno9s"
    "P09Rmy7KjTNJOYtpKZKp6j5BBwkbBqFqPyi6NuYDV6j/UF3eYdztpVQf0aEgLbEr3nFk7A"
    "U+srI9sp6ChD259EQtuB62JicELbbDMo8VNlMI1YVPIr98caC/fH0nX7Y5HhZBPRpaYyB7"
    "2fOf1W3uxtT2i62y2Wjs/mp2i/UA60EdN798lIkdKh08mL2UohlO3IR8PeKZH6aFtMAfGw"
    "4WLOulOR/1gEAvsSvaKxabnY8PXAtUXIL+KAexmt3ZVxzOdgUB4q6+Vx8dJG1LYW5r8ABA"
    "nISsB5ktU3C0jQNat0zT2F/2CKn+61Yx7wf1p+HGGVYvOqIwgVY33XKg3zTgeukCWVgQDj"
    "4owTR6zLRTIeuJapGPN9Wyp9Ko+EDHWVM9SR9yAh4RQF0lVZupBH3IY8YsgohTxikHodqS"
    "vU6SQ+Z31jruVqTKdOoiUdDVmWR5plGbe5kWzmDnmWr3TOQF3CHsk/gK7Wb8/51tTgmess"
    "dKlzCYrIJtG76xb5jpwI8jhwtkuv5wtkCSURrADgjJRx/HJTlq6v++dlnl9+llIQWOY7Bj"
    "vAhaaC9CgDMjKXsoZQ+E2LC8cDJvo98u55C0f58Zd5HBx/WZzIdY+/PMBKD2fG0v6Ezy0Y"
    "XVxoY1a0EePZqQU97WrKLrHjyJc+u3au9Qb9IbtmYsO2CLvGrPvzcffr8LT1ZPn3poueyC"
    "3Rfr3qh/fDz0srvJ8WFYVgdSpCokfzJJxFeWQDnUUH4hyq5ViP2tfIOIKzQAieKC1j8PaD"
    "33fHft9rr9rnm37e2eDvZUYe+HqP1NcL7ax3mdlOKRMrp0kA4AkQZxv8Lrtkm+0iootJFg"
    "OcS6SV0qfQRUnPgYB1idowx+YQXs8pk2B36JIxAs93FlEXCRGfTO96Mh1dauPTVnKHWzIa"
    "f+4O+/9mFx13joj1J7s66XWHQ3bNMxAh7Er3/LI/PG0hc2ERNbwtlqdHB2BylM0NJ7GluB"
    "12J0800YNtTr5EnvfkUEOH7z+uar1RAMIaJaH7PPtsa7X1MD4t1HWGAwUJvEYCQo1nCjBg"
    "Xpz5MPzk6Y/Itkyd5RGIOuW4NwAPrMoeWPSELJ+KDLvWzDIQ/wCjyo2+5A5wIInAnk+VpX"
    "mAPY4XfJOOtYIB3wJ824jMAzSXtkayeIV3mrY2ZJFbFgBmod9bMv2F/ul7GcPipIZdcVJq"
    "VpysnVJPnhBh8RvmOeJE6ruui0qSJNahBQnYlvdmOW7tf8wCErbSbd0Flu1bxHvH/t4/BY"
    "3EbekAv/1ezOKh/+szx46j9SLe6QxM4TmtrPYUOkElqC/igHtx7qM23jJx5DwSdFWVdVUo"
    "tWxDqSUkX0CpJUj9sFJubjAJKs+TzwzobEi6eWRDIesGsm4g6+attWrbKXMIlhOexYAlI+"
    "GDp1vnn4LJTlnMDuPj19Penrwe25/pdM76gclh/cJ2UNlUz4AKtM8YqlGT/Xx0fTbQWldj"
    "rdef9EfDvIYTfph3uo617mBtPSFzCZqzKOC5Bs/OE5E57CmDgqJh6aJVcMDuW12RYJ8DBQ"
    "mAG3Y3klDIlQBu2N27YZc2Iro4p0UYEAv+7WP1dIJ/+xilrph/e4I3Ht28Pq5Tx9vNjiSC"
    "05uP2OsdzQJRGWRRYNBLG/TxyydiTmYgEHiQsCOfhRyEz69wDB4Q09vwDHIOhqwglncWJB"
    "DLJdZ1/JJQWQW/WRDQXIdmROa8EtIKjlcIILgOwR41fHVviYxYEa3NcxEIdNdbNp6k2C7g"
    "gOwystWxEb/iuwn2vA0WYnFUZ4N9+ITvqHUYAsA6PFLrUKpHMXSI3pJt6GJfotNrAQitXj"
    "sFQ7Fuq1cTP1piJ62nCAjxSpyuDkGVI3Gv5/PjPKrdY0wk5F7ENlDyByLpWtF96K7cWDEr"
    "ZQzdO87DObatR+y+bLCI1od2NptFDESnQIiyoGDkWI0jTMylY8kcC5UHgpEkbSQtsOfRlU"
    "BYAnkcCEBaACFna9RX1JPE4yF2KXOmd3D3H2xwlKeKcHEKAcrlKRdeYPI4WGCkF5g9Hbyo"
    "mCtmP9w7hhG4rpRHpgAFi005i+3AD7VaUiU6Ns0EpNu+0obn/eHn01aMZ/3LBv2b6KCr2K"
    "RjR1NddPsDdmmGLBsrcjgV8n28WPocOZWug1nI7jah92+7Cm4ti59QtUlibcvAoJpI6WUt"
    "esf1gPi8QyeqpbwGBlmrLOswFBAvd7KRhDwc5K2yvOmtlvTbYb1MdyndEznIBpkIW9scse"
    "s6Yj3qEwDEviXKmwM3qhJfiEzlAgqmMVRqHm9SgXIhSC0O89QIQeaHdmqGIJM4EkQgjzQC"
    "Cd149ugdDVyhgwzj4RCFkel/ztz5Yq38U8gOW/jvj/K1Zv1wttqOz/0wLY99f1OnWpXHq9"
    "ar50zn3EZhe6o9+hoeMhhuKbfkM9XmTltzh+DIgx562pkLPfHU792HHiXHi6zbKQKWbpnj"
    "lV38aDmBp4szz4Eq/CocigTkvOGlNwEvqcpe0njt1T2L8CpZqmW+BgZZqyxr6J3XBschOA"
    "6hxRtI/bDcxV3sWsZ9m+8gjj/sbHAJo3SYMn7gY3ECv3LLqerNVrKjM1eC6JZ+mOZq4aTQ"
    "H36o4RCgo8pPC2WfFdLq6HslwHA8vIHsfnj/vo675f37cn8L+6ygRjnEx4Szm/5rMhqW6E"
    "8ppLiNWobf+l+reS5cRka14V+08QubILvB2b6b0vz1/3w3x2o="
)
