"""Terms of payment: days for a bank transfer, payments given up, and money in another amount.

Events that exist allow a bank transfer, as they did, and hold its tickets no longer than any
others.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

EVENTS = """
ALTER TABLE events
    ADD COLUMN allows_bank_transfer boolean NOT NULL DEFAULT true,
    ADD COLUMN payment_days integer
        CONSTRAINT events_payment_days_are_some CHECK (payment_days BETWEEN 1 AND 30),
    ADD COLUMN payment_instructions text;
COMMENT ON COLUMN events.allows_bank_transfer IS
    'Whether buyers may pay by the provider manual.';
COMMENT ON COLUMN events.payment_days IS
    'How many days tickets wait for a bank transfer, or for money that is on its way.';
COMMENT ON COLUMN events.payment_instructions IS
    'Where a bank transfer goes. NULL: to the account that the settings name.';
"""

ORDERS = """
CREATE TYPE late_refusal AS ENUM (
    'tickets_gone', 'over_limit', 'event_cancelled', 'event_deleted', 'event_over',
    'currency_changed', 'buyer_deleted'
);
ALTER TABLE orders
    ADD COLUMN late_refusal late_refusal
        CONSTRAINT orders_late_refusal_is_of_a_refund
        CHECK (late_refusal IS NULL OR late_payment = 'refunded');
COMMENT ON COLUMN orders.late_refusal IS
    'Why money that came late was refunded. NULL where it was not, or before this was kept.';
"""

TRANSACTIONS = """
ALTER TABLE transactions
    ADD COLUMN requested_amount numeric
        CONSTRAINT transactions_requested_amount_is_positive CHECK (requested_amount > 0),
    ADD COLUMN due_at timestamptz,
    ADD COLUMN given_up boolean NOT NULL DEFAULT false
        CONSTRAINT transactions_given_up_ones_failed CHECK (NOT given_up OR status = 'failed');
COMMENT ON COLUMN transactions.requested_amount IS
    'What was asked for in the order''s currency, where something else came: that is the amount.';
COMMENT ON COLUMN transactions.due_at IS
    'Until when tickets wait for this payment, because its money takes days.';
COMMENT ON COLUMN transactions.given_up IS
    'Whether it failed because its buyer wanted to pay another way.';
"""

# The triggers as they are, whatever columns they have: a list of them here would undo others.
NOTE_EDITS = """
DO $do$
DECLARE
    definition text;
BEGIN
    SELECT pg_get_triggerdef(oid) INTO definition FROM pg_trigger
    WHERE tgrelid = '{table}'::regclass AND tgname = '{table}_note_edit';
    definition := replace(definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
    EXECUTE replace(definition, '{before}', '{after}');
END $do$;
"""

EDITED = {
    "events": "allows_bank_transfer, payment_days, payment_instructions, ",
    "orders": "late_refusal, ",
    "transactions": "amount, currency, requested_amount, due_at, given_up, ",
}
"""Columns that are edits, as the triggers' own definitions write them."""

DOWNGRADE = """
ALTER TABLE transactions DROP COLUMN given_up, DROP COLUMN due_at, DROP COLUMN requested_amount;
ALTER TABLE orders DROP COLUMN late_refusal;
DROP TYPE late_refusal;
ALTER TABLE events DROP COLUMN payment_instructions, DROP COLUMN payment_days,
    DROP COLUMN allows_bank_transfer;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    edits = (
        NOTE_EDITS.format(table=table, before="UPDATE OF ", after=f"UPDATE OF {columns}")
        for table, columns in EDITED.items()
    )
    return EVENTS + ORDERS + TRANSACTIONS + "".join(edits)


async def downgrade(db: BaseDBAsyncClient) -> str:
    edits = (
        NOTE_EDITS.format(table=table, before=f"UPDATE OF {columns}", after="UPDATE OF ")
        for table, columns in EDITED.items()
    )
    return "".join(edits) + DOWNGRADE


MODELS_STATE = (
    "eJztXWlz4zbS/isqfdmkyu/UxJNrXVtbJcv0RBuZckmyk9k4xYJJSOaaAhUePrKb//4CPM"
    "RDIEXAsgRR/WU8pvDQ1NNgoy80/tsNbPMRBzaZf+iFlh0M3fmVa2Gne9b5b5egBab/qRxz"
    "0umi5bIwgl0L0L0T4RAbbThudBXd+4GHzIB+MEOOj+klC/umZy8D2yX0Kgkdh110TTqQ3W"
    "p1KST2HyE2AneOgwfs0Q9++51etomFX7Cf/rp8NGY2dqzCo9sW+9vRdSN4XUbXzu35gASX"
    "0Vj2B+8N03XCBcnGL1+DB5esADYJ2NU5JthDAWZ/IfBC9g3YAybfNv1S8cNmQ+KnzGEsPE"
    "OhE+S+8b2RXesahj6aGhNtahhdAY5MlzB+6aP6EQFz9gj/9/fT00+ffjj9+On7H7/79ocf"
    "vvvx4490bPS86x/98Ff8MBlb8a0izgafB/qUPZBLhRiLl134K8KgAMWoSBgZ+yhYZ/+CMh"
    "jYC8znP0aU+LcSyIf0P2VppNzXiSO9kMkjm4a7EIiHkTUizmsyEWq4ng6utMm0d3XN/tzC"
    "9/9wIt56U419chpdfS1d/er7r4vCWd2k88tg+lOH/dr590jXInpdP5h70V/Mxk3/3WXPhM"
    "LANYj7bCArN2fTqylrdGROymbgeobom5ZHbX7fOBJOHk0ZAe/wjStwz55zjfkpfqnmPUGU"
    "WKdf5gDfq7r3SPt1WniF9NveuP9Tb/zVVe/Xrwuv0XCkf06HZ3Tr/eHovES4H97/B5scvV"
    "bNeA4ClMtTLqxhijgpHaMa9ftRMvgJE3H68yhQ8LLc3+OZ6+F15v81Gel83jNE2YyyzaDz"
    "v45j+wfIfg2RjIp6pVPWLyUbiN2grHTQLMCeCO0rALAuz7rpeh52EHtMrr6pXmTXkVJr7e"
    "Hwv7WllvnOs8ec/8Yu3CPz8Rl5lrH2iXvqVo1d/2hxuihfQQTNIyLZN2bfL4sunLvuI/1Z"
    "F4AoDDnZEH+4jwf7EH44zvCDh2fYw8TkLJ/ViqQAAntdwl4PfSweDsiBwFI/NEsdyGdXXM"
    "+SmPh5FLhJstz/ESIS2MHrOveVxOchbZr1p998+8O3P376/tsV4asrdTyvcxq4AXIMtHBD"
    "wol3XbkEv/KZLQPLHhE27QVyPlzEPw+Q6Roa9ZsrbTzol/2a0GM2BWd69h+QV+HR5DCtsE"
    "Oo7f9iOJjMgwf666caElMj5FPZj0w+OGWflIKEAQpCn8+vRsJFxPGAPg9KTLtiqHCF3h3T"
    "3SUmVuKyCNDdvdb0i4H++ayT4O9If6RfDsZX2sVZh1I+s70FtujVnt7XhsPoKvvSjsOujr"
    "XLG/2CXaSGbkgfj17Tfr0ejNkl/LK0PRxPRUFxfvN9A3l+U85SZQJlH5UiX7H3ZrCkn2ga"
    "sYxtYULxQBKIKSe1GcR43vmGeL64iNyCmBWzptokZds3qNeNmc7hmMiu62BEKsIiRWRJzP"
    "RlfzcjYnVlt7I9H42GBbGeD8qO983VuUY1aiRPOsgOKizjWM0bVshRorWkF4HAuQDnT9jz"
    "uWn5Smckh9idL/LNgTgipofZN5dYHorIFloBLS4rCpeWpNSLSJC66lJXJwPVR9ShsahHjr"
    "FVl4ZaH3eyIRdlJghjRiF7zEipEZyH5FTXx3RxCowH5D/whEGQVxFdKwHLhtlrgP0DVGl1"
    "/CbFAyvtddsbnw/03vgLP0t1zik2OP8y1XpgVsACs/cFxgsubN9kofH6BaY8bvMC4wWGlU"
    "BggYEFJp0LwsIoAduUG9uBSNTSNYMALzbpmWxMIx1j0+FQUnWkSkUN7X40ygRqexQhP9aH"
    "EVRYBOtYEAQU+igUX/epN0tnJqd6oud5qDIMkYFKrDbc6yBXNfGPWUiiLYyd+9B2qInif2"
    "B/75/ddyJ744z97XeIKxxpXAHSFccodYU8vAdsPg5IrYOXH3Kyyb9jgw2qUsG9O073DnyM"
    "/fsYku4F0P9G+m3f59VIVWuedHybON+eT2EiQipiRTWtMgqoVlS977xbBqVQgnWgXJ7yR/"
    "o9RfhOxwPZEmRDT7FWFofPubs8qt+hdDx0eYAN2gdkZLKiej/e89h0pucgMNnFJ7uHTWw/"
    "SQXmStAWriAQmXunyFyTGi+x+i4FSrsgNrfP2JxJp4nIupGOBy9DYtVwn6uCF7W9PJ4rgx"
    "fQy6OxjcR3p5tt5D8E17p7rY37mj5lO/g9E5PgjlwOfmX772f2iyq775+Qw4uG1nT9WCGg"
    "3cde2n2opjves9sHdKTdn3pWoBQO5BDrW5s6NZ67EPVri0homqFyXDSWFfX7bE7QqImYV1"
    "CQs8pyZqtl6GNODWalMs1DWqRGt5aCTvkxqJnN/sNp572R2wIWSF4nmXLDsQHqsgg7TiF8"
    "PBAiLexgufrRIhLUvMpqHjoDbfWlgVL7aqrbldqBUvtjlLo6CT2NxY7qsnm5AScbUnlRHA"
    "ryeEeaxwvswBFK5K0AKic1lM3k5R9TgPQSrA0R+V0zT7UcL4VUzfkKAGxLsi0ckM+jWhTe"
    "gIx13RZqNzIYxCTQ7Y/0vjaeRi3mTewFd+RqdDvQzjoL98nGd2T6k9abjunv9OYo8OiVyf"
    "WIjfeXLhvNmtRrY43eJO5SHx+ydEdGFDg+62TPtPfUNzP/jdT+FwrE5IEtdC4OxJloFIjB"
    "xJLqN5/BQMBKC5iJ4E+XCFraGWaH+vhm2hfUxspaISZaIlOsPUse0qadBdsLciYEGbZPH9"
    "ZjFekcI6+ulX/FHaCnv0BP/6Vn8w6SrCmIWyGgIA7Ov3rvirgDPP8KmQHVRKJ+yMW4d0m9"
    "CstDM+pV9PrTwS31KOJ7MS/j6nqoTeOjsBbLKDHKPwpLDV+DddFKwsNScsvgOxRcfFNHVH"
    "KfNV0b94ZnnQTPDiObaOPb+DAyH3tPqkhliV4XmHfoYTOp5OA7lApJDFcRkejU+KYkUyR1"
    "xPXhgP3mEsdO7rR3QbDbxzkU6SoeHrxFka7tNexADvYNOqM9Yae4BIUKFJX94lhYmBewbC"
    "JlzI1WgozVkjFdS6nvwc6aMVZ7ihr7LVz0fnyY9yreE3Zg8pwku7Y4709MxmZWc3c4Gl4v"
    "tP7gqjf86ruT05KvnVoG334sL/8BXb89bmOQWqrzMOB3A782MZ3QTxwxgZjSGhaiSQLRpA"
    "B7C463XhOaTgGQGxePSjuIzEM050zxZg5dHr9Djw4TUX9O0886mNyRC+rHWVFSluVj1fDl"
    "kOO4z77hYbryeZxIYK22WQeDuhFQNwl99O8Sf8ZzoZuQn0fvkP20QvDQyb9H5PGNEli7BY"
    "hBIIETR+UMC72K7LIrwyB2VE2tzf5KGJ3OIGTcVOHB1hG3dVgsgadfathfIYBviU5B3hwR"
    "+0+ZbkElZJuKH3bdk8INkGPQ5e+RPpuIdl8Hws5UPrlpHsV3HZENv3wwkMwn2cMVRfM14d"
    "o15NGEvPih2nSuPWCxiVqCwRRdb/wTONiY0VeYl1DYsH8phwMrQ3Z3hzj3ZRxwL7ODDDoz"
    "tD9nCp0ZtrpYQGeGaqrbtUcfOjMco9QFOjNwW0f6HC/9PIFf/jzGDqrYep11XJhG/5vS66"
    "u2Cwc2J/5K34L0ajo3dtHM4joK+21saZEfdtKksYURxxOb9bfo6hTjddi70UF+B3WeH1wH"
    "n9H/LG0zCD3csf0OezKrc//aie5/0pm53gIFHUSszrNtBQ8fygnO7d31DV02dtGjFjpuNO"
    "m4EUtWxG3KEK3YebJrjyl6fwQs6dX4NoXAt2dKuyTg1hue2wR5FVHBHKicJH4N4p6hB0Zr"
    "nVpgUzA/iekcPh/ovfEX/ixOx+ftoPMvU61HmVes5dQkPhFz4zJdGNdsnU4O24RGVEe6LM"
    "Jhz3vMWMIZfDulXh2tfoke8XVc71Kn1NeGbdLpMwowkkIaUOlHqtI9nPRVEnF2CiDwdyT8"
    "HdvCi6UbsG4FxiPm1DZXk8+BgggkRBBVxaKodFD8VJo1LKyu0oaN61nUSJFSRBwovAsyR6"
    "Qv2EGh68zXFBFlEGhWA81qdtGsRkgzrACt4HbX+mCGbCf0hAjPQaBkSJxx/LK0PSzVYLKA"
    "hJIhlUuGqLctI+IcDOSrsnw9HIQeMUKPc/RenTudR4H2lGgiCrVjbX291IrDjvEsJNamMG"
    "x+1EmTKKwXASAIC0FYCMJCEPaIRABBWEWCsKsN9YJCKOJAANICgBAshGAhBKsutxCCbTvj"
    "fmiaGEsd8lOCQpBOtSgCBIuOQszqBIs+U6HXhYmyz082BIjmKKm+h8jQ8UWGoOJ6nz6x69"
    "v8U4Cr3eEcpE3Mb21rUvRTwKZNx4MPIRNdy3ZPU23A2T/d8zxU1SRqHVuSgWP77zaju/+Y"
    "hSQK7XXuQ9uhi6L/gf29f3Z3L5pYWfz2u1KbAgZZAPpn/FpnafBGbrI5SuFtMD+O1PyAPU"
    "d7Mz4EE1KQhHpDqI0+DPaWni26ZboEhG3TZf7rtk0Xkh/EfxZrQZwhYMpDwRS0XdpG26V3"
    "NlmH2KLaUmPHcdTZq2vDNhmrTgQw2DkfNkTKjtVUFddkrdVgB6KxGiVroEBIFX/E5h0A2u"
    "w0rBSrsqnWve59udL06VknKWlih01f3ujRUdOsOrfbTDjvfSaWafLrhJpJIgdXWhjTQf9n"
    "bTqhC1ncZP2OXGoa/XWGMf3/tPcr+yVAL+y3G713fT0csEPBQ0ItBcfGiggr3p4sfsqHBQ"
    "GUbW0rtwO8kJVABm3REU47lsKeEpjA/Vl0uBs7pEaY/SIO+Jflv5hCE7Rd17AgByithtLq"
    "1pRWqxOXu0K2UxeQyz4/2RCJW9CREIA70gCciUJfqLRnBWiFgth1Bqf18Zjz0ejngf7Z6I"
    "/0y8H4irn3qWFKqZ/Z3gJbd2Q0vtDG+TGx75YbkcR1jLF2NdDp4FWAx/Dwgj2zl4257A2G"
    "7CbpCLajoniP6c1Yz4+Iezfkx/R+6Q2m+SHoGVFX0irHk+6IdsvG04mgf2bjY6fHfEBkjr"
    "NPe3pfGw5znzOJOtFTJUGS/Jj0TLr8qHFPn1xSkkaX9N9oUHIetOHO2Bbi1Z2Mz4Nbdh58"
    "YnvO7Sd2Mnzy2Vjra/Tj1d+g39zEdARFX1JejVXEZkY5NVZhm1tqUFx+MbQryuxZ5wl79u"
    "zVwGyhYHww2V/3JpNfqBgZLz697xL5/jOVokwI59Npk4X5tHplPi2HcPZSAQNWO0QOIHJw"
    "xPzvKXAM3GeRF8mADbD/Rvb3n+8FOaRcziSUUAkIEpCVANs+H3L2bDRz8TL07py8LnN0kp"
    "iQiKfHHCbq6Z11EvwdmWj6RXTFx8RKr0yjX5O8/ERLHCmfeSCfe7eacXN91pmjJ2yES5YU"
    "/lkf/aKzlPAjcZ+JGglhFAR4sQw4Uq18n/IQOGF8bTsZfgkkilhzsPbt1W9ZAWte3A7yAw"
    "N7nitUK15EQWsM8WDjAvs+mvOzmDc3gws+70VUifcwtK0PDKtOyHEb9McRpvgVyU/+6JtC"
    "DT6oMD8KCYt3mMlg7VuxDkS8lQXLauVy6c9N6dzVkJMGGV16DZK6kNSFpC4kdSGpC0ndFi"
    "R1oavSPqsxZwGdpZJZFg64NUGxHcsB3M9qgbTX/bRcgiVEnoOB+wnuZ5X7OWJ22iDAizoH"
    "tDToZIMLmm3GAi/0SL1Q2Ed5fHV4QH6mEve6hQwEwa7ssSISBMCu/BEiEtgBZxdaJfd5SJ"
    "uY31r1BP1egbH0bN7BYzWbI4sw2CDph/eBGyDOmZ81JOZBQKFl+1FjEkNiry4Hux9C3ys+"
    "JMzmDGMZIouwI+cwQC+Gxz3xKGGgwujKwY6GwQutP7jqDb/67iSOwvt/ONRf7+bC899+LM"
    "fgGVESc7QIOxqGq+eoTUwntDDHLN3AYh547DyyhVhqNpaAx7mQKxZ/3Bh7FIg7QsjxSEOO"
    "cCTzXgpg4MAB2G/UfL/RMt4d1BWTQ/c63V20THcX5UqNckVG/dHV9VCbxlcXSwdHBT+5wp"
    "xcQY726/UgqsPBL0vbU6UBZVKtJCvUHFxlbdbVR7pGgdROuyMjfThgv7nEsQlWQwzQQes9"
    "OmhBCA5CcMq6lBCC2054A0JEECJSgkcIEW19oRH180pAaC0h6+qtiDRdSyjAsQaEzdQSZ2"
    "+5JEBmYIgehVvGAffy3EebVWTIXwGBfXn2l5Q5qam/AgL74uwTNzmPsinrKwCwLc62Q5kx"
    "3hh/K99DYTl0fxrpo5soAkof0Q29bG+kttodqUpYNOI1ah7FixgJyCZ3D5Vlk+4p/RzFSd"
    "PtpPM4XnqrjY3h4GowPeu4T9gzHHthB012qsYjLrQkRB5/buEkTB5/yu6efsTufkf6N+Ox"
    "pve/ZFtk00hntkv2/OYLfajVne/DV/pcyZ3VmEFxlN+X2ElVRMJmKtU2U1VZ6sbMdbgxlG"
    "YGew6usKZQdjUtmN9vEEUZD7IQl0WiiGV2kRaQoPtU1n10sfbZ118TcWV4LofYXRnGN+8k"
    "ym1vtYDd9tVUt3e3fbi0JKVeRILUVZe6QjWwYXDvvtQWweZGnGyqgo3GRsNaVQXb5A2BMt"
    "iuuOJqrcI6EAXVyLiLD0kQcaAyRCuK0XbtM/nh/X+wyXmZqhnPQYByecqFqwyKOCgol64y"
    "gAO8dsu9OiboNfL9C/xkm7jODC2P2mSKsh6SVD4MANuyjtQejcUvsoxmCFhFJVbRvZ2Gph"
    "rx+1lDbd8POdO9Wtuk49vE+daCsMvQf6BK/xELuT5FFGgRmfQdRL8hDrpzIzSqm9KYP1Fv"
    "hpbHbTZE4x7wkasCpuiRmqJLz32yLSx0ElkeAwuJxEKSEmhUBxc2s2/UxBhADI28gv2f0q"
    "uaCPZ0UHgYmK7YNpIcBOa+xNxPj0iRMGZLULBmwZptbM0ma9fQpZq11pxdH7jRnk3XRced"
    "GzbZo0XLushg4wH5D7w1hSCvqpNDAVd6r+5fk20sB5X/r1samFLKvzRUq50P9N74C1+vpe"
    "PzL8T5l6nW22Dh3nvuM2utJC6PMnJbElF3qdmuTPKbtgR7kK0AsLhLLO7RWWa2mFOXxwDp"
    "MhsT2WnsSxRwlEzNPM+DgHYJ2hXaw3RIolDIbK2s9VLHbh3jGf0uD1OWPqkzW9fHbbJavR"
    "gRZ2YgCnukUVhoGLq32NMMLWznlUv+zc3ggk99AVQiPwxt6wODHqAIatiMexnGS0BeuUff"
    "tNxliuoyCX+riANvq2wQNfW2wCRqrUlU6jIttSfLh72rByFfDz9RhSgXoc8jQcoqSxmKiq"
    "oNQkjDvJc7G7Du7tPoQp/6qfU+LXfwyUbHNoKlp9yzVovg3h6peyvaoPNNfTlV02JQ635U"
    "8QQ4aHqP5FODweftCG7WDC9Dq6x4utNxT59cauOoTWFUhzbDXtKpcDCZ3MSdCqM9FIr0mY"
    "P9961xXdQxYifU+6mzW7PPN5mqPh0JtumR2qZ04aVyE5VBHgXrtfR67WPhFh45iMqrtLLu"
    "gUeVuQDdyXCgWqZ3B11XDGp13otVYpVgQL0U9fHWjEfMOa5uo3JJYUC9nIIRpT0HAcrfpm"
    "jEZ/waFEQgIQJkmtgXOpciQ0D75mZ8K+R7uo41Cjfvyl4fd7LBF33G9w+u+2j4FGm44f63"
    "Z6sSzzxaV1WdWR+nAH/Gr3VTvjRo03xP0g506WlhBAbmdaMQzDK8d2yTb7nU1QsWcVAvWF"
    "5Jm9YLQglK9QvSrhIUKC+DHM3uLYbN5oKIrdBCOwEyNU3MhHvqF9GnFPZFijjI1kBpyyGS"
    "nzhKDCpb25XDgiCkBQF79faYLkYSnfAzEHRif6P2ES3kLcEg0C2eWDiA3smHcnrd0uN2Xb"
    "9yCa6KMHn8rusWNu0Fcj5cxD8PUIHXEKffXGnjQb+sewMUhJwEV7PS2gy9u+xil7rR2HvC"
    "qVgbF9iOtYk2vo3LaOM73JFefzq41c46rOXjE74jNxP2OdtLeUdyx0uvDpbuNpvh71x4C1"
    "tExRT4IUR31uR7zw2b19qiKQgMIlmDaE75EbGE0vFgAsmYQKyfo80zPc9d18GIVJlCOVw5"
    "PUSB77XwrK7sOD00Gg0L3J8PyuTeXJ1rdAmJBEEH2UHF7IaMULW6aW9GCM75PUapmw+IzM"
    "VjigXYnmNakz+ci/i3r+6ilopPyPnqb2nwIXpQ/29f33W/PggzQ7X03ZQ+9+YUXjbqpFnJ"
    "T0zHCeTyjjGXF/0UMJ/T8VCbLHNuFaVm7npCdeF5DPgs0htQRCh/6862I2ccortviO6aaI"
    "lMO+CoiGoDMAdpU05za+mGlCDDZgf+enYSiRYIYFTcAUIZAqEMHznYN/wAecJebQkKoXCV"
    "Q+GxsDDhvGNNpJwAQcZKy/jwcpDoCdnxHcTk2+3d9gbD3vmQ5RzTe9yR616ceFyiJPU4HE"
    "W/m47rq5J0ZFvXBOyIdPjubIiPB2JAPGAhItPhQGSZyCfs+VxnrKa/ywoBdTSQHYI8AWSH"
    "jlPqUPO/7+xPSRbrgrh0PWzPyc9JmCtv/5a4z3I2xY4EByaMv9Lpll7N5rKHnle5nsIspC"
    "zQL4vjKEG/N+n3LrTuX/vLrGXHR9em1srDTjbl1jIA5NaONLfmepbEDpU8ClS2dF3go82L"
    "QDULUKRYlZOc3evelytNn7IQxOuC6lfWdfjyRo+KpWchUSUGcXiRoiUmVqLOheSh6RcD/T"
    "OVR4y/I5Obfl+bTM46fhi1mLojl71BVJ0+Q7YT94lmEtNWMlMlcpQe4S2SNc1jVH5x1M2b"
    "xu+xsaDLvMvRXTXUryEhby3ROW7hhjyzviZxnUEgc22GnoeJyclcM11fEYbKYVqhM4qK+V"
    "MDvfypUi1/KmvldI0wJGYqB7ufKfteoWrh+UrXqsXSDdj0E+3VyYG2YvbuvlIoNhkMOjsx"
    "UwRCpYh8NKx8EnWJjs3MBx+bHuaolZrixDIQ2Jfo04wt28NmYISeI0J+GQfcy9jcnkxYvQ"
    "CDvZuyMZo95TSA+7O9NvEC/s+qT0ir0/dvOhVNMdZ3relZyC30hAzMHAQYF2ecuGI789Px"
    "wLXMLpcgcKRqQopIKLtVuezWw5RSP5CNAK2D3xwCOhxh84NAVogl3pkMBe+Lyu/L3Kaugh"
    "EuORZu3W6fPAy2+Ahs8YHy3i6U90KhJ5T3gtSbSF2h/iLJ4eUbSyBXY06a1D/S0VD8eKTF"
    "j0lzGckO6VD+eJihdSA/4kr9VtHvz/nWzOCZ5y4MqWb/ZWSb6N1133lXTgRFHKSLpPX5At"
    "lC1QErAITTZVIX3Fqkm5vBRVXugl9+FIa29YHBDlDR1JAeVy7G7lLeEYq+aVlxPGJiPCD/"
    "gac4qs+ULOLgTMnyRG56puQBbsBwZ6yeT/i0gNHlpTZmeykSPDsroK9dT9kldsb3MmDXLr"
    "T+cKCzaxY2HZuwa8y7vxj3ftHPOs928GB56JncEe3X60F0P/yytKP7afFeDazORo340XyJ"
    "YFER2cJg0YEEhxolMuKuMjKB4DwQklVKyxii/RD33XHc98avj/lmn59siPcyJw9ivUca64"
    "Um0rssWaeUie2TSQEQCRBnG+Iuu2SbrSKiyiSPAc4lCqPpUxiipBdAwLrEpi/X4RDeLCiT"
    "YncYkjFDP3AXcXMHkZhM/2YyHV1p47NOeoc7Mhp/7umDf7OLrjdHxP6TXZ30e7rOrvkmIo"
    "Rd6V1cDfSzDrIWNlEj2mL7RnzsJMfY3HD+WYbbYUVhaokebEHhEvn+s0sdHX78uK4jRgkI"
    "OkrC9nkJ2NLqGFF+WqgZDAcKEniLBIT6wZRgwLw481H6yTeekGNbBqsjEA3KcW8AEViVI7"
    "DoGdkBFRn27JltIv6xQbULfcUdYBOBwJpPjaU526gkbmOtYMC3AN8OIvMQzaW9kTxe4ZWm"
    "q+ksc8sSwCz1e0emP9E//SDjWJw28CtOK92K07Wz4ckzIix/wyJHnEx9z/NQRZHEOrQkAc"
    "f2363GrfuPWUiiDred+9B2Apv4H9jf+6egk7gtG+C338tVPPSnMXOdJFsvEp3OwRSe08pa"
    "T1EQVIL6Mg64F+c+7q4tk0cuIsFWVdlWha2WXdhqCcUXsNUSpH5YJTe3mIS1p7jnBpxsKL"
    "p5YkOh6gaqbqDq5r2tasetCghWE57HgCcjEYOnS+efgsVOecwO8+M30/6eoh7bn+l0zgah"
    "xWH90nFR1VTPgUq0zxiqVZP9YnRzPtQ612OtP5gMRnrRwok+LAZdx1pvuKZPyFyC5jwKeG"
    "7As/tMZM5gyqFg07D0plUIwO7bXJFgnwMFCUAYdjeSUCiUAGHY3Ydhlw4ihjinZRgQC/Ht"
    "Y410Qnz7GKWuWHx7gjeeqLw+7qRJtJudNQSHKh9x1DueBaIyyKPAoZd26JOXT8SdzEEg8S"
    "DhR74IBQhf3hAYPCCmtxEZ5Jz4WEMs75BHIJZLrOcGFamyGn7zIKC5Cc2IzHlbSGs4XiGA"
    "4CYE+9TxNfwlMhNDtDHPZSDQ3UxtPEuxXcIB2VVkq+Mj/oLvJ9j3N3iI5VEnG/zDZ3xPvc"
    "MIAN7hkXqHUj2KoUP0lnxDDwcSnV5LQGj1elJyFJu2erXwky12hHqGgBSvxLHpkFQ5kvB6"
    "sT7OZyfeYyIh9zK2hZI/EEk3yu5Dd+XWilkpZ+jBdR8vsGM/Ye91g0e0PvRks1vEQHQKRC"
    "gbNowcq3OEibV0bZljoYpAcJKknaQF9n2qCYQlUMSBAKQFEHG2Rn3NfpJkPOQuZU6lD+//"
    "g02O8VSTLs4gQLk85cIKpogDBSOtYPZ08KJioZj9cO+aZuh5UhGZEhQ8NuU8tgM/1GpJje"
    "jENROQbvda0y8G+uezToJn/cuGg9v4oKvEpWNHU132BkN2aYZsBytyOBUKArxYBhw5VerB"
    "PGR3i9DH99WCW6viJ9RsktBtORjsJlJarcXvuBGSgHfoRL2U18Aga5VlHaUCEnUnm0kowk"
    "HeKsub3mpJvx02qmyXyjWRg2yRi7C1xRF7nivWoz4FQO5bYntz6MW7xBciU7mEgmkMOzWP"
    "t6hAuRSklqR5GqQgi0NPGqYg0zwSZCCPNAMJ3Xj2GB0NPaGDDJPhkIWR6X/OwvlirfwzyA"
    "5b+O+P8rVm/XC22o7P/bBsn31/y6BWlc/brdcsmM65jcL+VHf0S3TIYLSk3JHP1Jo768xd"
    "guMIehRpZyH0NFK/9xh6XBwvorczBKhumeOVPfxku6FviDPPgSr8KhyKBOSi4ZU3gSipyl"
    "HSRPcavk14O1nqZb4GBlmrLGvondeFwCEEDqHFG0j9sMLFPezZ5kOXHyBOPjzZEBJG2TBl"
    "4sDHEgR+45JT15utYkVnoQTRJf0w3dXSSaHffdcgIEBHVZ8Wyj4rldXR90qA4WR4C9n95u"
    "PHJuGWjx+r4y3ss5IZ5ZIAE85q+q/JSK+wnzJIeRm1zaDzv077QriMjHrHv+zjlxZBdoPz"
    "fTel+ev/ARUvvkA="
)
