"""Small businesses charge no tax, businesses of other countries owe it, and it is rounded by line
or by document.

What a seller says holds for the prices of all events of theirs: each event has it, since it is
locked and read with every sale, and sellers are not.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

COLUMNS = """
CREATE TYPE tax_relief AS ENUM ('small_business', 'reverse_charge');
CREATE TYPE tax_rounding AS ENUM ('line', 'document');
ALTER TABLE sellers
    ADD COLUMN allows_reverse_charge boolean NOT NULL DEFAULT false
        CONSTRAINT sellers_reverse_charge_needs_a_tax CHECK (
            NOT allows_reverse_charge OR (vat_id IS NOT NULL AND NOT is_small_business)
        ),
    ADD COLUMN tax_rounding tax_rounding NOT NULL DEFAULT 'line';
COMMENT ON COLUMN sellers.allows_reverse_charge IS
    'Whether businesses of other countries buy without tax, and owe it themselves.';
COMMENT ON COLUMN sellers.tax_rounding IS
    'Whether the tax of each line is rounded, or that of each rate of an order.';
ALTER TABLE events
    ADD COLUMN by_small_business boolean NOT NULL DEFAULT false,
    ADD COLUMN tax_rounding tax_rounding NOT NULL DEFAULT 'line';
COMMENT ON COLUMN events.tax_rounding IS 'Taken from the seller.';
COMMENT ON COLUMN events.by_small_business IS
    'Whether its seller charges no tax, whatever its rates say. Taken from the seller.';
ALTER TABLE order_items
    ADD COLUMN tax_relief tax_relief,
    ADD COLUMN relieved_tax_rate numeric(5,2),
    ADD COLUMN relieved_fee_tax_rate numeric(5,2),
    ADD COLUMN tax_rounding tax_rounding NOT NULL DEFAULT 'line',
    ADD CONSTRAINT order_items_relief_is_without_tax CHECK (tax_relief IS NULL OR tax_amount = 0),
    ADD CONSTRAINT order_items_reverse_charge_has_rates CHECK (
        (tax_relief IS NOT DISTINCT FROM 'reverse_charge') = (relieved_tax_rate IS NOT NULL)
        AND (relieved_tax_rate IS NULL) = (relieved_fee_tax_rate IS NULL)
    );
COMMENT ON COLUMN order_items.relieved_tax_rate IS
    'The rate that it would have without a reverse charge.';
COMMENT ON COLUMN order_items.relieved_fee_tax_rate IS
    'The rate that its fee would have without a reverse charge.';
COMMENT ON COLUMN order_items.tax_rounding IS 'As its seller had it when the order was placed.';
COMMENT ON COLUMN order_items.tax_relief IS 'Why it was sold without tax; null if by its rate.';
"""

# Earlier invoices of theirs say it of all that had no tax, and credit notes must go on with that.
SMALL = """
UPDATE events SET by_small_business = true
FROM sellers WHERE sellers.user_id = events.organizer_id AND sellers.is_small_business;
UPDATE order_items SET tax_relief = 'small_business'
FROM events WHERE events.id = order_items.event_id AND events.by_small_business
    AND order_items.tax_rate = 0 AND COALESCE(order_items.fee_tax_rate, 0) = 0;
"""

# Who changes a seller's terms holds the row of the user, which waits for events that are being
# added, and makes those wait that come after.
TERMS = """
CREATE FUNCTION take_seller_terms() RETURNS trigger LANGUAGE plpgsql
    SET search_path FROM CURRENT AS $$
BEGIN
    PERFORM FROM users WHERE id = NEW.organizer_id FOR KEY SHARE;
    SELECT is_small_business, sellers.tax_rounding FROM sellers
    WHERE user_id = NEW.organizer_id INTO NEW.by_small_business, NEW.tax_rounding;
    IF NOT FOUND THEN
        NEW.by_small_business := false;
        NEW.tax_rounding := 'line';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER events_take_seller_terms BEFORE INSERT ON events
    FOR EACH ROW EXECUTE FUNCTION take_seller_terms();
"""

# The trigger as it is, whatever columns it has: a list of them here would undo others.
NOTE_EDITS = """
DO $do$
DECLARE
    definition text;
BEGIN
    SELECT pg_get_triggerdef(oid) INTO STRICT definition FROM pg_trigger
    WHERE tgrelid = '{table}'::regclass AND tgname = '{table}_note_edit';
    definition := replace(definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
    EXECUTE replace(definition, '{before}', '{after}');
END $do$;
"""
WITHOUT = "UPDATE OF "
WITH = {
    "events": "UPDATE OF by_small_business, tax_rounding, ",
    "sellers": "UPDATE OF allows_reverse_charge, tax_rounding, ",
}

NO_TERMS = "DROP TRIGGER events_take_seller_terms ON events; DROP FUNCTION take_seller_terms();"
NO_COLUMNS = """
ALTER TABLE order_items DROP COLUMN tax_relief, DROP COLUMN relieved_tax_rate,
    DROP COLUMN relieved_fee_tax_rate, DROP COLUMN tax_rounding;
ALTER TABLE events DROP COLUMN by_small_business, DROP COLUMN tax_rounding;
ALTER TABLE sellers DROP COLUMN allows_reverse_charge, DROP COLUMN tax_rounding;
DROP TYPE tax_relief, tax_rounding;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    edits = (
        NOTE_EDITS.format(table=table, before=WITHOUT, after=columns)
        for table, columns in WITH.items()
    )
    return COLUMNS + SMALL + TERMS + "".join(edits)


async def downgrade(db: BaseDBAsyncClient) -> str:
    edits = (
        NOTE_EDITS.format(table=table, before=columns, after=WITHOUT)
        for table, columns in WITH.items()
    )
    return NO_TERMS + "".join(edits) + NO_COLUMNS


MODELS_STATE = (
    "eJztXW1z4ji2/isuvmxPFberOz1vN3drqwhxepghkALSPb2TKZeCBfHGyIxfSGd25r9fyS"
    "9gG9lYCgFhnw+70zF6jHmOLJ03nfPflm9NH7FvkfnbztS3Vpb/fO2Y2G6da/9tEbTA9B+F"
    "Y9paCy2XmRHsmo/u7RCH4tHGHwFyfex6IeLe8136CR0wQ7aH6SUTe1PXWvqWQxjs8wPytS"
    "fkaZ5jmxoiprZElqlZRENafCfNmdEPtAcncP9P8x+w5jpPHrvoEKwhl/7PNLGpBcu37CtN"
    "Z0q/kz3da9w9INYfATZ8Z47pWJd+x2+/08sWMfFX7CV/Lh+NmYVtM0OsZbIbhNcN/3kZXr"
    "uw5j3iX4Vj2bPfG1PHDhZkM3757D84ZA2wiM+uzjHBLvIx+wbfDRivJLDtWBYJ1dHDboZE"
    "T5nCmHiGAptJh6GjB9hcaxnGYDgxxvrEMFpbkksQKbrjS1OHMKnTR/VCAubsEf7nf8/OPn"
    "z44ezdh+9//O7bH3747sd3P9Kx4fNuf/TD39HDbNiKbhVy1vvYG0zYAzl0akWTj134O8Qg"
    "H0WoUBgb9mNpb4vgktLoWwvMF0IKlpOEGePeJv/IyyWRQplgkgsbyWxekwOIpoTlSe9aH0"
    "861zfs9gvP+8MOyepMdPbJWXj1OXf1zfffZMWyvon2uTf5SWN/av8eDvSQTsfz5274jZtx"
    "k3+32DOhwHcM4jwZ9N1LcZJcTi7RoRsBTwPXxWT6vC3h7gNy+dJNY3LipTSdoEBbC/TVsD"
    "GZ+w/0zw8l8v3UGXV/6ozefMiJbBB/cMY++TvD8L3jPNIv97YZLlzD0pDdK9m+CH73uivZ"
    "2ftvf/j2xw/ff7tewNZXytatZI3aELq00RSL0LkBAJl5MjGh3yfEZgoBdObpnLuOxyHzmm"
    "pFz3w614j8Romn1gLZby+j/54asSWsDW6v9VGvm2POxbOAmGLcpTANZI+pzLPHlNrGLtyj"
    "6eMTck1j6xPnzCkau/3R4myRv4IImoc0sEdmD5gyeQLT8vvOvNQsyoxp7zKL2GjDduaVzK"
    "FiXsHwOFHDA/miNkeEqKG5QZc5ZA6J/RxPhBMxP+I5W2p90JfacQ3RNy2NklJB4kdTRsAH"
    "fOMy3LPn3GJ+gr8W8x4jamH1lb1H+q+TzCuU2Hdvrju/fpN5jfrDwcdkeMoe7PaHFznCve"
    "D+P3jKWdeKGU9BgHJ5yoVXmCzucGZO7RYZvKLmojD9aRQs8LLc3+OZ4+Jt5n8eDwcFfqc1"
    "Iq9GWVNf+0uzLe8E2S8hklFRvujk15ecDsRukF900IzrMS+mfQ0A1uVZnzqui23EHpO73h"
    "RvsttIqb32dPjf21arjgfiIvKYlzkgMkPaO/wPaQ88uB+a535w8QyzGBdn+yxeSDIg0Ncl"
    "9PXAw+LugBQINPVT09SBfHbFcU2JiZ9GgZkky/0fASK+5XMyIAqJT0PqNOv3Fgb1HR/ZBl"
    "o4AeH4u0oienngccJ6x9lR+XFRSNB57QQdz0d+wAk8M351EixCjnv0eVCs2mVdhWv04Zhu"
    "LTExY5NFgO7WjT647A0+nmsx/o50h4Or3uhavzzXKOUzy11gk17tDLp6vx9eZT/attnVkX"
    "51O7hkF6O4O7um/3rTG7FL+OvScnE0FQXF+f77CvJ8n49SbQTKPuKmXBks6CcaRsxjaxhQ"
    "PJEAYqX8xWjeeYZ4vDiL3IOYFdOm6iRlyzOo1Y3ZmsNRkR3HxogUuEWyyJyY6cv+akrE+s"
    "phZXsxHPYzYr3o5Q3v2+sLna6ooTzpIMsv0IynzmJp07lPfOQ+Gy5Gnli8uAgP7lVxz0i0"
    "5RpmwNnQSl+ALBDmv8D8X2HX46ZIFBqGKcTh7ML3r6V079konNIVgP5yia06i6yhRlbjFK"
    "9gaUpKPYsEqasudXWigV1EjUsTuVcYm2Uhwe1x7R1xwWmMMGYUcsTooBqBEggUtjxMNyff"
    "eEDeA08YhGq+BSlmWWBeMXv2oyM2J7aklfEbJ3KsVy+qFV/0Bp3RF75efMFJ/Lj4MtE7oF"
    "bABnP0Dcb1Ly1vysIU5RtMftzuDcb1DTOGwAYDG0wyF4SFkQPWKU55AJGotdb0fLzYtc5s"
    "xlRaYyw6HNLbGrqoqLG6N2YxgTwrRciP1sMQKiyCbSwIApKuFPKve9SapTOTk8nScV1U6I"
    "bYgHKsVjx3IpfB8s9ZQMLjpNp9YNlURfHesu/7V+uVyN45Y3/7PZ+LTCzfWLoWLwe8JIMt"
    "C3tx/trphD0L0tfAO9MQ7wwEfZoodYXs5Ac8feyRUjM5PaS9y0pmgw26MYGR3EwjGSy141"
    "tqkkYa0P9C+i3P42WaFa88yfg6cb4/y2yKCCnwuJUUf8mganGO49BZk4xCCdaBcnnKH+nv"
    "FOE7GQ9kS5ANVfJqedxhzj23VPwOJeMhsR5KDpyQksmOJniRF7TqTE9BYLLLnCKZYmsl5Z"
    "jLQWu4g4Bn7pU8c1Uy5cSy5BRIkAPf3DF9c1M6TUT2jWQ8WBkSu4bzVOS8KK1O81TovIDq"
    "NJV1JL45Xa00xSmY1q0bfdTVBxNWk8KdYuLfkaver6yixMz6qko9iRWyed7QkiyANQIK2B"
    "ylgI1qa8dr1q+BGsvHW54VSCgEOUTrrUWNGtdZiNq1WSSUgVHZLxrJitp9FsdpVEXMayjI"
    "WWU5s90y8IS60qUhNVpG9xaCTvgxqJrN/sEpUL+T2wwWSOaTHO3qolM3hQJiOcRaxPBY0U"
    "IhIyyDanwmNptmid9UjMYcsPFM0iWQMxHLgoUHjhSeSrdUxozEgpmHAbF5Yk1sY7n8+ywS"
    "1GSV1WSoT7fXlwaOKhVTXa/QOBxVaqLUlUqIWAY+3pEPsRnS3p0OwQZDNkRDsyGO1D5Guf"
    "XqKKGHJXpeyATgsjgQgHwMzkXEi3pTi8fgtrA1cr8d+kVwnZVl8jzLxXlZaYzKaSrK5mYl"
    "BBpSHQv5aBCEzFGzk+siJJGs9bkzGoQNhKgaTMIGQgNdvxwbI318MxyMdXpTVheZTidvSc"
    "WB7wjrGDSin3/q6Z/PNdY1iE22lYWf7sjn4YDeySF3pD8cT841m+r4d4RyOw47D9E/VUkA"
    "E+998cJuF01/myRax0HTOGgad8ikO7pv0pWcNVYx7jlE72g+tQ0HX7vKvnbLM3z0iDl7wK"
    "72U2sY9N4R6L3jLCktMl7ZDLCGTtk6vVSRiicTcEkDYeFUWcYQpGxBkBLCVRCkBKmfVpBS"
    "ZweEykKUqQHtHQHK8LARhCcbGp70Ld8WckuvAbXwQxzad5Z+TAHSc7A6HLs8NPN0leOdEy"
    "7mfA0AtiXZFo74plEQ65WN9Z5WWYKWEyoMYhJodYeDrj6anGuU8Sl2/TtyPfzU08+1hbOy"
    "8B2Z/KR3JiP6N7058l16ZXwzZOO9pcNGU/yVPtLpTcJbxAHWOzKkwNG5tnmmo4e3mPpvJP"
    "q/ULZ4GlhD4+JEjIlKjhhMTE/CgEzBQMBKC5iJ4E+HCGraG8wB1+PbSVdwNVZWC5miJZqK"
    "dTJKQ+qU97c/J2dMkGF59GFdVnZQMO5WcAcIwQmE4MR7H+2v7ZFqM1w4A8O3sCvRPSoLa/"
    "xJW9t5wp5MF648sPFMQkbQa2cEnV4CaIslvq+SZ6lsF1+OOlfUyjVdNKNWbqc76X2iFm50"
    "L2b1Xt/09UmYweksluFpYnq1Q83gfj+8yn6/bauS2skaIMbhCim5beAHFFx0U1tUch/1gT"
    "7q9M+1GH9HRvpYH31iYqGGCHZXqkglPhwjK5UU/IBSIbEhJSKSATUGKckUeUeGg36P/eUQ"
    "24rvdHRBpIrTyJYO4sFr5HndX5cgZGPPoDPaFXbS5KCQEaWynyYSFreYURUpF9QzAhkrJW"
    "O6l1LTw5hh+r+kkHFl64WLPo5N/VoVb4QNmDQncalozvsTkbGb1dQdGsPrpd7tXXf6b75r"
    "n+V8P4lm8O27/Pbv0/3b5XYjKqU6DQN+S/hlc1GS4zy0QS4OGaZZd3lWNkyObA4a+C7l+/"
    "7Z8CgPtnEfeNSa8TiekVIPPhcP/nsB/304WZ2AmC9wb+TvcUBrem0DC1jTkf3MkHfkctil"
    "igTrLEEFEiTugONb1IxSi0xtOq1XnGWo9KXYwsILIfJCYHfBWYZKouMJANLzxAPjNiLzAM"
    "05U7za0pPGH3DZic5qiiw6+uBcw4QuOHTpMcO8MJYSpsZiQzdQ54nVY6DLn8sJ/pSuNttg"
    "WG4ElpuYvrDE0IznNa1Cfhp9QPaTQwqnTv49Io8vlMDWLUAMAjkkcZEzEz2LVHjOwyBcUF"
    "J3jn1LEJYwE1JuivCg68gkAYYxbRTWkSvoT1OSDsgDw5Tn5QWmmHrES1/SE1x6H/DrlPp1"
    "trkTj2+U3KNB7PPjHCwSJVhDcY2ApVuiua07R8T6U6p+bhZZp1TuQ5dwdXxkG1STfqTPJq"
    "IobgOhGQif3CQLx3NskeY1fDCQzCfZxQVHgMtSvvPIxgRMizLno7n2gMUmag4GU3S7V61v"
    "Y2NGX2GeurajGkMKB1qG7Fl1ce7zOOBeph4GNMOqf8Yd1Jnb62YBdeaKqa5XxTGoM9dEqQ"
    "vUmcur5tGv5eVzxfCrX0Y4cu5x5sKmftwk/NeEXl8XkTuxOfF38hYkV5O5cYjSfDeh229n"
    "gb70sHaVMn1G5E+sVq2vNaAYV2PvhoY8DWlPD46Nz+k/ltbUD1ysWZ7GnszU7p+18P5tbe"
    "a4C+RriJjak2X6D29bObb3d9cX1AyMyBB1CqZRUD9wP/UDI8mKmE0bRC3OLR/aYgrfHwFN"
    "ej2+Ti7w/anSDvG5McoLiyC3KES2AeXzTZ7jTo8nRmvZssCmYHoS0zl80Rt0Rl/4szgZn9"
    "aDLr5M9A5lXkCxOcQuPZ4iQips05lx1fZpL4JAWd2GbouHUFBOYF05TsSSHWQX5j4FAuqF"
    "qFdnVb9Cj7hC/+atYbvW9BkFGNDIudlLulQTT+jd+eImqtDC+bi7aVHtrOJJfxoNU5Wd8d"
    "DQ9MCEQ0NTKF+odPnC02pweSQ/1f4ORinZP/aERKFSjLVSfgokVNRWzGo5J24io2SXcyIz"
    "rF3FORFbO+CcAOcEOCcOZznQjX6xdHymyRqPmKMpFJPPgYIIJEQQnv5H4RFpYR/RNhb8RN"
    "J+Isc1sWtILUQcKLwL4MgAR0bdHBnMMyy0MqwBteD20OvBDFl24AoRnoLAeSZxxvHXpUUt"
    "VplefhkknGdSzZGQi0nKiDgFA/mqLF8X+4FLjMDllAoqM6fTKFg9JUo1gR+2rq+XWn7YEZ"
    "4FxNzlhk2PalfxwrohAJyw4IQFJyw4YRskAgWcsIqpTsfxwUKy5JEFAB5Y8MCCB1ZdbsED"
    "W3fGvWA6xdiU8c/loOCjU82JAL6iRohZHV/RR1R+knDzeXuHf2iO4OhgYx1DcBr8mDax41"
    "lJvass+cXmcApSJ+b3VjYl/K+ATpuMBxtCxrm2qexGVwPOScyO66KiAtbb2JwMWPfU1xJC"
    "65+zgISePe0+sGy6KXpv2ff9q3V40USLxW+/K1WwoLfxP/+Cn8s0Dd7IXTpHzrsN6kdD1Q"
    "+oh3I05UMwHgUxqBe42ujDYHfpWqLl3HJAKOmW57+spFsm+EG8J7H2SBsETHnIl4KS0Pso"
    "Cf3aKitZOdYUd1nQsrx2Im/kTpU1wtCZGoIqFjpmctYs39NcHJrujvv8D08LI1fhqdi4Wj"
    "GrPuxaPqZDz8PhdLvVHpCn+U+OFr0b3na9433f/AVqtIdtW0KVy8D2o8yBVt16xoiz1xUK"
    "IRleJ2V6f/6kYHHP0xwK2dwAgE/lyjDGC3+FvUFoUwD/RUNXWnW2PTWWiaMc7BbvwGoC+X"
    "twINFfu008y4bT6R4YUt+jj4niBPKsNynGqmxb05/8adjr6lRnjlb5O9Id6Ze9CQPRq9RQ"
    "NS2f2kJREppo9tz77yukz73PG3Ob/Dn2UVYgoPaB2qcqn0sXrywn8AxhYjnIGmXhQ9z7FL"
    "2blucFUs7NDLCGvs0T8WVWS+OEjP9Xzvgn2DckjqVkYXA0xacikqAxCwMa567jeTJE5oFA"
    "ZWHvsp/Hw0HBylnYucy0pr72l/aa2WDH4Y6RUa6a5LWQ3C7HbnChpn91hXdVk+UObVcMwi"
    "1i1KGicA8uxq8Yh9u6/QscwgoceAZP8banmBXgEbB6k+HgTOD1fQGv+zEdv8kiLBx6yuBA"
    "AEICUGeP72Nzjl2d+G5pWvjWsF17ux0CDLphuhZEVJu6T4r71MCZdgLONBW10sbsHY2K2t"
    "50vlzrg8m5FlcOuiMj/ep2cHmuRTXw7shlb3xzyyK4cd9UNaK3aDrle56qySYFV1o8k173"
    "F30ypltbqAR4d+RK1+mfM4zpvyedX9kfPvrK/roddG5u+j2dyi4gVHewLbwR3+VafqYaAo"
    "RklONnAvl4ISuBDbRG4eUDS+FI1QSA+/OwbyLdn+fC7GdxwL8s/9nz7IIa7hYW5CArB6hz"
    "CHUOlc56UD4S8O5114OaHCW5RpZd5v/cfN7e4fhc0JHg72yov3OKAk8ocXMNqMVKe+jMzd"
    "q7vy6Gw196g49Gdzi46o2umZsk0fAp9TPLXTAfynB0qY/SYyIjODUidqMZI/26N6CD1/40"
    "w8UL9szuZsxVp9dnN0lGsDqx2XtMbkeD9IioIU16TOdzpzdJD0FPiNrk5rb7Lvp7/aXR5f"
    "V36p/Y3eg0GXxkn0a25fQBkXnq086gq/f7qc+ZvO0QH/un0mNiT1Vm1KgzGF9RCodX9P/D"
    "QcxJPaMcOjPWNWF9J+Njj35nchNjbtEvXH820rs6/Xj9HZSXKaYjKPqKsm6snWUzyrix9p"
    "h9onrb1RdDv6YUnGsr7FqzZwOzbYSxw2bGTWc8/kyFzOjx6H2XyPOeqIxlPGUfzqroP2fF"
    "CtBZXgM6StUfMI7AQQMOmgbzfyT/PHC/cXBJ+sWA/Reyf/zgO8gh4XImsQjlgCABWQmwnO"
    "yAU6e2mgG4QR/OBGwxMyj2GInYgcyconbguRbj78hYH1yGVzxMzOTKJPwzTpIYJ/aUxyyQ"
    "j51PunF7c67N0QobwZLF438ZDD8PWDT+kThPRI24O/J9vFj6HKkWvk9pCPhVt44S46++xN"
    "nWFKx+/UlqVrQvLW4beb6BXdcRqo+ZRUE7IHFX5AJ7Hprzg8W3t71LPu9ZVI73ILDMtwyr"
    "jkNyH/RHHqboFUlP/vCXQt1RWMK80GEs3lVrA6vfjnUi4i3MHlcr0kv/uyvYux7SrhDvpd"
    "cg5AshXwj5QsgXQr4Q8q19yBf6zB0zJXbm01kqGYPhgGvjMjuwHMA4LRZIfY1T0yFYQuQp"
    "GBinYJwWGadDpsVdWPYuC3V7XHuHmRrph/cR5Hi2qirHKsFwhRqzhzRb6XdjzNk1iuneIC"
    "AcI8432xaQTek0heZ4DgbMS/SKs3yhVpTJeOBagmt20tEVO923gdSB8ayno4qjo9jPseXm"
    "WCG+gV08mTeIOpB76OkcesBE6F4DgG1xtl3M/Jyxn7wq4xkQsC7O+hOiX2xgIy6fyLGDHM"
    "fGiPDp56DzbYQp/LX08fWVA7cRHg77GTlc9PJE315f6KM370Oh0EGWn7KBFLPuez5e7DTt"
    "N4Palex6Vu8GItANNeRV8akcWxVs0hk8IH+zJB61Sg8IItY6jnUaEgTArvwRUM2Q63kp5D"
    "4NqRPzezs5ES3SlCJbyETKwcBIEjeS0muzaJiChwUZiMuA/m7fWLpcG7Wk+loWBhXYvODe"
    "d3zEcWuVkJgGAYWm5YVea5luXhzscQh9rdwnYTZnGMsQmYU1nEPWbI/9uG0GYwYKtqYUrD"
    "EMXurd3nWn/+a79lnOPZdsUt++ywde2GST5DgPfTHPp6MGvIRpyRVhz10nT4frknUB2xae"
    "bTNZ7YhC9g4K662tMZ1qfePidtwb6OPxueZREdvGfeBZBHsey2P/pI/GOsvkH33UWR77Cr"
    "seZqn87lyRLg0h0ytsyi42XHyD3gKZFWfN2QsW+cJ7APel3IdU0dXajKNI0itU6h4HLJ5i"
    "06WlJbhM9enydK4x5B25HHZvo24ylPlgETeoPf4ydMItn5VSyS0ytQMTc3zQO1hMA5vOI/"
    "M7SM3GHLCZfgvFkg12JhoIJBlAfkFD8wuOlCh2Qu//6zjgj1FXWTXSobBgRd14idcauYh6"
    "fJOUEVwmZQRTNQVS1QS6w+ubvj6Jri6WNg5P9qfO2KfO1uu/3vTCI/X469JysSIN/eKyBL"
    "JCTcFVXs1agyGzd4jD7J3hILJ+HLK2nI4uBuhItF2foUp5huodiSDiCBFHpUxKiDjux70B"
    "LiJwESnBI7iI9r7RiNp5OSDUkJc19dZEih4V3wIqHKxV1sexJtHH7oJjcP88ptZoOf1rZH"
    "41saa+9pdmW94JvgslcmCUlMshT3k7WyWH3aBYDlGJum1J7F6JUtDalBTbWy55SJFncEuF"
    "lp74zAIPeNgz8XOf1FnPzJmU4Bm7wunjWRSs6TJFKYiPpr4w83kccC/PvXAlhS0gsC/P/p"
    "IyJzX110BgX5x94viYo7iUFDRLAMC2ONs2ZcZ4YUwlfw+F5dD6aTgY3oZRLfqITuBuCltv"
    "alirEuoKeQ07f/GiAAKySd1DZdkkJb8/hrGvpNr3PIqBfdJHRr933Zuca86Kqna2tbD8Ko"
    "XEoxGXehz2jD43cRz6jD5ld08+Yne/I93b0UgfdL9sKpgn0atNEfOL2y/0odZ3jlTO+M5q"
    "zKAocutJFLrNIqHWrWq1bos0dWPm2Fy/eDWFPQVXeKVQdjfNqN8vEEUeD7KQ8ElGC7FMke"
    "8MEtY+ldc+dhiJ/fwtERc6OlOIw/k337+SKPfu34RmCIVU17cZQrA0JaWeRYLUVZe6Quca"
    "Av/e+Vp6sCE1or3rZEM4NhxWq5MNVd4QONrQEl+4artgncgCVUm5o68xV7crNqA2iFokGB"
    "/aZvKC+//gqVh/iw0EKJenXDhzLIuDQ0LSmWNHqvyqmE/gcNyro4LeIM+7xCtrisvU0Pyo"
    "Xaooa/FJ5cMAcNS2ofpoJH6RbXSDgF1UvtKoZPFo2ENfuIdanhdwpnvxapOMrxPne3PCLg"
    "PvgS76j1jI9MmiYBWRCd+B9xv8oAdXQsO8KZ3ZE+VqaH7cbkU0RBihqQKqaENV0aXrrCwT"
    "u0JbSQoDG4lM29KYQKPYubCbfaPExwBiqGQVuIh4kUtY3DTYwtZJVz2wfeAE/tQRO0aSgs"
    "Dcl2oLOcXWSkqZzUFBmwVttrI2G+9dfYeurKXq7PbAnfpssi/aztywyBE1WlYZDBsPyHvg"
    "7SkEuUXVeTK4/CHQ5/gYy0nF/8u2hvjQ8vqloavaRW/QGX3hr2sXnEPOF18memeHhnvvOk"
    "+sXJ64PPLIfUlE3a1mvzJJH9oSrCu5BsDmLrG5r7Br0S8TMurSGCBd5mAipdZYIp+zyJTM"
    "8zQIaJfpJq/OGaZTEoVCamthrpc6eusIz+hveZiw8EmZ2ro9bpfW6kaIKDIDXtiGemGhCP"
    "TRfE8ztLDsZy75t7e9Sz71GVCO/CCwzLcMeoIiKGEzqk8bbQHpxT38pfnKgXQtk7C3sjiw"
    "tvIKUVVrC1Si2qpEuc4BUmeyPDi7ehLydfGKLohyHvo0EqSsspQhqahYIYQwzKuZs2Edo0"
    "l4ZYdBuzWyvdukDTHpUqFg1DbPqIX0CkVMXMh+Pyr9EiX0m148X6Wt0mfNraL9r0v3v/Ld"
    "kjt494YZwuL9Mqw0D5tmQzdN0f4EL2pLcEJrAxwLq8vcP/rRaiA/2nSQxyueUa1u7Aat8s"
    "LTmow6g/GVPgor+oY2xQy7cVHf3nh8GxX1DY8bKlKSFUrV1MbLp44SO8ao1Muz+XyXqurR"
    "kaCbNlQ3pRsvlZuoDNIo2K+l92sPC1e7SkFU3qWVNQ9cupgL0B0PB6plylzRfcWgWue9WN"
    "JyDgbUS1EfudkfMadb987FJYEB9XILjCjtKQhQ/rKFRnzGb0FBBBIiQNMp9oRaOG0Q0Omg"
    "Gt8q2Z62jd1y63Mzor3T/mRjj2iBqpGpDcZoS7Tv5Iv6TTZ9yabfjbFY3d81AgiXqRDjeD"
    "6yhbuV52CwW0oUebN8Ia0wGQ/TXKohVkB8l8M3i0IVBbzXkFpQng0onVWIJ50VhpPO8tEk"
    "n95b3KuSRcEiInEAH4lW9doggG9xvi3P8BbIto37wLMI17q8cBwbI1IQJ+Lh8wfQ6A1ea3"
    "1ZXznwAbThsJ+RxUUvT/bt9YU+evM+FAwdZPkF4QlKnvPkGS5m/dMwa4LqzjmqS6kUCu8B"
    "khCQBFu9XbpJmrHtLJPekb/H4Xbalm2R5Hkqp3n0e6wjMEPekcth9/ZaH0zONSqQIOk5ff"
    "zEDousHGuKjaWLZ9ZXka1hG3lAcQiKQtkdguXA/OkQIWsqjTkg5beTbl1YDxvVilC+BoAW"
    "JOFYt5/Qs2dgI14xRLUgLh72XoG9NybONKiNypv45Zl822g4uqtaUh80F4bmwnASGpoLg9"
    "RP+Pz72LHNYbC7qcb2uPaO+PQTvn9wnEfDo0jDCY7fXUOVMzaNjVirM+ujY6m/4OeyKZ8b"
    "tGu+x0fhHvFzDU8FwLwumdfpfmT3tjXlZ9OVlXvL4qDcW1uTK/cGenNTNCioDtYEF4NqGs"
    "NudUFEV6ihngCnB6uoCffULqJPKWyLZHFwglD6BKEqpmAjyY8NJQaVrTeSwoIgpAWhRgJ/"
    "I6lH5sLyhYOSa9ABI5HJ7nyygcjwrJroLE+BpGa5YnbAURd60cz9HAzSH2SSQL2Aw3mxep"
    "+Mh1BsfhIvXYvXr62kYuUa0cyCldnDUsgPONtctdTLDfqAKWcupgrOCidirZx4OdLH+uhT"
    "VEUrusMd6XQnvU/6ucaq967wHbkds89Z14E70u0Munq/zy5M2a+3bVXqbkEzBbEF/BQcaV"
    "vyvedGKErV/gQECpGsQjSn/IhoQsl4UIGkzsFYxLN4queu8y8bHGR8Chha62YHElW+OdgX"
    "a0+n8wLwladHvPRluMzhGs8jBIWLt8H6BoUhmbKJUp8+IDIXDytkYEd2a4//sC+jv97chU"
    "2xV8h+84/EKRY+qPePb+5a35yE+qtaBH9Cn3t3FH8zql0t6y+iow3h/CaG86H+0iHrpFBq"
    "5g6vUEpJYZoUBmxp6bqoIpS/tOBywxmH+PDB3BYQ4HmBbR1SYfhWXIgyS+HP4+GghMENLM"
    "+jNfW1vzTb8k7Qs1xCIeOjfKXILwrtrIHEbsDxc0ZsOkvMWaF3+TqzWPB3CiwcU7RE/BJ5"
    "xXZmClKn7Kn9HXyOCTLo1DSxa8WBWIE5XXAHmNkiKVPIxp7h+cgVdp7loBAJVjkSHAkLE8"
    "47VkXKMRBkrLSMTy8FB62QFd1BTL6tzqdOr9+56LOUm+Qed+SmE+XdLFGcedMfhn9PbcdT"
    "JecmrDLHzQ6IjYmCVMkUrEFxvku927vu9N981z7L7WUJ+d++2yo65xkPlmnK6MgbHGgRIl"
    "qEY3M2luKU63j44fTidyeiFD9gISKT4UBknkioUrVXOiGxopjq+obYIbGiiVKHE7PHTpzI"
    "yWJbEFeOi605+SUOW6Rtuhz3m3SHbD2vExPG38l0S65u5rKLntZpEplZSFmgPxZHOmu3M+"
    "52LvXW38dLSmGN2FEYKi3NSskPa+9KS9kAIC2loWkpjmtKnO9Oo2DJlj7q8WjxvKrVnG4J"
    "VuX8oNZN50vUW2CJnllrgTsy0q9uB+H5N5bLf0cue+Ob24l+rpmWtwwiJ9XxPW0n6A9d4n"
    "X3CSEJ6YPL3uAjlVCEvyPj225XH4/PNS8I24jekatOLzyCOEOWzXyjkQz1tRRV8Y8uXWdl"
    "mWK9m9IYlV8lZZOQ4jfbWNCN3xFq4bSNhCQwiSQw8bM/ezz2c0Kzv+DcT+C6mEzFWuqlML"
    "VYM7IL84cK6/KHwmX5Q35VVu3En1LOa+H5GqtJUmxysA1n03Y8qdOTOVzDWaT602Lp+GxJ"
    "5Fc1LunVtQ2txYp6cC0sVmMNumJitjmJtUHmokEbkzh4YltMpfXw1BXr/70FBPbF2Xexab"
    "l46huBK9RFLY8D7mXsQFcm+JOBQdEYWU+ii5c2mmJPmP8cECQgKwHnSU4pz+EarkoeKYIM"
    "M/j8qAXHgf9wKUae2PnZDQI0FnGNhYUzAlfIUEpBgHFxxokjVtouGQ9cyxzH931bKgMvi4"
    "SDOyof3EHeo4SENyiQrsrSdTGl1JP09vPADTr+UxA+CbDE+7JBwfui8vsyt6ghaARLjv1S"
    "dnorDYPDWwKHt+CoTAuOysChCTgqA1I/rYbu4VGBGXZ3HidYj2lXOUswi0s1wUGC5h0kiG"
    "ucSvbqg6MEL3Qew9G7I5J/Ap20Xp/zvanBM9dZGFJtJ/PIOtF76LZ8jpwIsjgIBkqv5wtk"
    "CeUwrQEQLJEJTHEzJm9ve5dFkSl+kmQQWOZbBjvBhaaE9CjnPzKX0oZQ+EvzC8cjJsYD8h"
    "54CwdBboG7OovLu+Ge/ahyfn0ovYhLt67nMZ3GF71BZ/SFP5EvOKVeL75M9M7pH110Zizr"
    "WLiZ4vDqSh+xU4gxnrVS7Oo3E3YJTad46bNrl3q33xuwayae2hZh15h1fznqfB6ca0+W/2"
    "C66IncEf3Xm154P/x1aYX306NTjlidI47Ro3kSzqIssobOohNxDlUKZERVB2UcwWkgBKuU"
    "ljF4+8Hve2C/761X7vPdfN7e4e9lRh74ehvq64VeRoc8WEMpEzvNlwDAEyDONvhdDsk220"
    "VEF5M0BjiXSHunT2GIkp4BAesSR1Mdm0N4NadMgj2gS2YaeL6ziMoiifhkurfjyfBaH51r"
    "yR3uyHD0sTPo/ZtddNw5Itaf7Oq42xkM2DVvighhVzqX173BucYalBE1vC2WZ7DyiCuJ9v"
    "AbHLRZE2izhjzvyaGGDt9/XFZLKgeENUpC9/nqs63VNsL4tFAZNQ4UJPASCQhVUsvBgHlx"
    "5sPwk2eskG2ZBssjEHXKcW8AHliVPbDoCVk+FRl2rZk1RfzuteXNVPl3gEMEAns+VZbm7K"
    "CSuI61hgHfAnzbiMwDNJe2RtJ4hXealj5gkVsWAGah3zsy+Yl+9YOMYXFWwa44KzQrzvJW"
    "RUCeEGHxG+Y54kTqO66LCpIktqE5CVRshytnFP5zFpCwWrx2H1i2bxHvLfu+fwkaifvSAX"
    "77PZ/FQ/9rzBw7jtaLeKdTMIXntLLaU+gElaA+jwPuxbmPOlXIxJGzSNBVVdZV4ahlC45a"
    "QvIFHLUEqZ9Wys0nTAJclnOTGtDekXSzYkMh6waybiDr5rW1atspcggWE57GgCUj4YOnW+"
    "efgslOacwB4+O3k+6RvB77n+l0zvqByWH9ynZQ0VRPgXK0zxiqVpP9cnh70de1m5He7Y17"
    "w0FWwwk/zDpdR3qnv7WekLkEzWkU8FyBZ+eJyPQzTKHg0LD0oVVwwB5bXZFgnwMFCYAb9j"
    "CSUMiVAG7Yw7thlzYihjineRgQC/7tpno6wb/dRKkr5t8e4zAvZKebOzOuXcXbzTqiMQh4"
    "vRvq9Y5mgagM0igw6KUN+vjlEzEnUxAIPEjYkV+FHIRfX+AYPCGm9+EZ5PSlLSGW14oWiO"
    "US6zp+QaishN80CGiuQjMic94R0hKO1wgguArBHjV8DW+JprEiWpnnPBDorrZsPEmxncMB"
    "2UVkq2Mjfsb3Y+x5OyzE/Kj2DvvwCd9T6zAEgHXYUOtQqkYxVIjek23oYl+i0msOCKVe2z"
    "lDsWqpVxOvLF7Z4mLjfIOAEK+4aQ5BleIlqF7u9Wx+nEe1e4yJhNzz2BpK/kQkXSm6D9WV"
    "aytmpYyhB8d5vMS2tcLu8w6LaHtoe7dZxEB0CoQoCw6MNNU4wsRcOpZMW6gsEIwkaSNpgT"
    "2PrgTCEsjiQADSAgg526K+5DxJPB5ilxIGkhfc/wdPOcpTSbh4AwHK5SkXXmCyOFhgpBeY"
    "IzVeVMwVcxzunek0cF0pj0wOChabchbbiTe1WlIlOjbNBKTbutEHl73Bx3MtxrP6Zf3ep6"
    "jRVWzSsdZUV51en12aIcvGijSnQr6PF0ufI6fCdTANOdwm9O51V8G9ZfETqjZJrG0pGJwm"
    "UnpZi95xIyA+r+lEuZS3wCBrlWUdhgLi5U42kpCFg7xVlje91ZL+OmwU6S6FeyIHWSMTYW"
    "+bI3ZdR6xGfQKA2LfE8ebAjU6JL0Smcg4F0xhOajY3qUC5EKQeh3kqhCCzQ9sVQ5BJHAki"
    "kA2NQEI1niN6RwNXqJFhPByiMDL1z5k7X6yU/wZywBL+x6N8q1g/9FY7cN8P0/LY7zcNql"
    "V5vNN61ZzpnNsobE+1hp/DJoPhlnJHPlJt7lybOwRHHvTQ085c6Imn/ug+9Cg5XmTd3iBg"
    "6ZZpr+zileUEniHOPAeq8KtwKhKQ84YX3gS8pCp7SeO11/AswjvJUi7zLTDIWmVZQ+28Fj"
    "gOwXEIJd5A6qflLu5g15o+tPgO4vjD9g6XMNoMU8YP3BQn8Au3nLLabAU7OnMliG7pp2mu"
    "5jqFfvddBYcAHVXcLZR9lkuro++VAMPx8Bqy+/7duyrulnfviv0t7LOcGuUQHxPObvrzeD"
    "go0J82kPw2ak197S+tfi5cRka54Z+38XObILvBxbGL0vz9/+zonHo="
)
