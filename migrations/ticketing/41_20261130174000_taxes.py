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
    "9gG9lYCgFhnw+70zF6jHmOfHTedPTflm9NH7FvkfnbztS3Vpb/fO2Y2G6da/9tEbTA9B+F"
    "Y9paCy2XmRHsmo/u7RCH4tHGHwFyfex6IeLe8136CR0wQ7aH6SUTe1PXWvqWQxjs8wPytS"
    "fkaZ5jmxoiprZElqlZRENafCfNmdEPtAcncP9P8x+w5jpPHrvoEKwhl/7PNLGpBcu37CtN"
    "Z0q/kz3da9w9INYfATZ8Z47pWJd+x2+/08sWMfFX7CV/Lh+NmYVtM0OsZbIbhNcN/3kZXr"
    "uw5j3iX4Vj2bPfG1PHDhZkM3757D84ZA2wiM+uzjHBLvIx+wbfDRivJLDtWBYJ1dHDboZE"
    "T5nCmHiGAptJh6GjB9hcaxnGYDgxxvrEMFpbkksQKbrjS1OHMKnTR/VCAubsEf7nf8/OPn"
    "z44ezdh+9//O7bH3747sd3P9Kx4fNuf/TD39HDbNiKbhVy1vvYG0zYAzl0akWTj134O8Qg"
    "H0WoUBgb9mNpb4vgktLoWwvMF0IKlpOEGePeJv/IyyWRQplgkgsbyWxekwOIpoTlSe9aH0"
    "861zfs9gvP+8MOyepMdPbJWXj1OXf1zfffZMWyvon2uTf5SWN/av8eDvSQTsfz5274jZtx"
    "k3+32DOhwHcM4jwZ9N1LcZJcTi7RoRsBTwPXxWT6vC3h7gNy+dJNY3LipTSdoEBbC/TVsD"
    "GZ+w/0zw8l8v3UGXV/6ozefMiJbBB/cMY++TvD8L3jPNIv97YZLtRhachuTbYvgt+9riY7"
    "e//tD9/++OH7b9cKbH2lTG8lOmpD6NJGUyxC5wYAZObJxIR+nxCbKQTQmadz7joeh8xrah"
    "U98+lcI/ILJZ5aC2S/vYz+e2rElrA2uL3WR71ujjkXzwJiinGXwjSQPWYyzx5TZhu7cI+m"
    "j0/INY2tT5wzp2js9keLs0X+CiJoHtLAHpk9YMrlCUzL7zvzUrcoM6a9yy1iow3bmVdyh4"
    "p5BcfjRB0P5Iv6HBGihu4GVXPIHBL7OZ4IJ+J+xHO21PugL7XjGqJvWholZYLEj6aMgA/4"
    "xmW4Z8+5xfwEfy3mPUbUwusre4/0XyeZVyjx795cd379JvMa9YeDj8nwlD/Y7Q8vcoR7wf"
    "1/8JSj14oZT0GAcnnKhTVMFnc4N6d2SgavqLsoTH8aBQpelvt7PHNcvM38z+PhoCDutEbk"
    "zShr6mt/abblnSD7JUQyKsqVTl6/5GwgdoO80kEzbsS8mPY1AFiXZ33quC62EXtMrr4pXm"
    "S3kVJr7enwv7elVp0IxEUUMS8LQGSGtHfEH9IReAg/NC/84OIZZjkuzvJZrEgyILDXJez1"
    "wMPi4YAUCCz1U7PUgXx2xXFNiYmfRoGbJMv9HwEivuVzKiAKiU9D6jTr95YG9R0f2QZaOA"
    "HhxLtKMnp54HHSesdZUfl5USjQee0CHc9HfsBJPDN+dRIsQo579HlQbNplQ4Vr9OGYbi0x"
    "MWOXRYDu1o0+uOwNPp5rMf6OdIeDq97oWr881yjlM8tdYJNe7Qy6er8fXmU/2rbZ1ZF+dT"
    "u4ZBejvDu7pv960xuxS/jr0nJxNBUFxfn++wryfJ/PUm0Eyj7illwZLOknmkbMY2uYUDyR"
    "BGKl+sVo3nmGeL44i9yDmBWzpuokZcszqNeNmc7hmMiOY2NECsIiWWROzPRlfzUjYn3lsL"
    "K9GA77GbFe9PKO9+31hU41aihPOsjyCyzjqbNY2nTuEx+5z4aLkSeWLy7CQ3hVPDISLbmG"
    "GXAWtNIXIAuE+S8w/1fY9bglEoWOYQpxOL/w/WsZ3Xt2CqdUA9BfLrFUZ5E1tMhqXOIVLE"
    "1JqWeRIHXVpa5ONrCLqHNpIvcKY7MsJbg9rr0jLziNEcaMQo6YHVQjUQKJwpaH6eLkGw/I"
    "e+AJg1DLt6DELAvMG2bPfrTF5sRUWhm/cSHHWntRq/iiN+iMvvDt4gtO4cfFl4neAbMCFp"
    "ijLzCuf2l5U5amKF9g8uN2LzCub5gxBBYYWGCSuSAsjBywTnnKA4hELV3T8/Fil57ZjKmk"
    "Yyw6HMrbGqpU1NDujVEmUGelCPmRPgyhwiLYxoIgoOhKofi6R71ZOjM5lSwd10WFYYgNKM"
    "dqxX0nchUs/5wFJNxOqt0Hlk1NFO8t+75/tV6J7J0z9rff87XIxPKNpWvxasBLKtiysBfX"
    "r51O2rOgfA2iMw2JzkDSp4lSV8hPfsDTxx4pdZPTQ9q7vGQ22KALEzjJzXSSwVM7vqcm6a"
    "QB/S+k3/I8XqVZseZJxteJ8/15ZlNESEHEraT5SwZVi30ch66aZBRKsA6Uy1P+SH+nCN/J"
    "eCBbgmzoklfL7Q5z7r6l4ncoGQ+F9dBy4ISMTLY1wYuioFVnegoCk11mF8kUWyupwFwOWs"
    "MVBCJzrxSZq1IpJ1Ylp0CBHMTmjhmbm9JpIrJuJOPBy5BYNZynouBFaXeap8LgBXSnqWwj"
    "8d3paq0pTsG1bt3oo64+mLCeFO4UE/+OXPV+ZR0lZtZXVfpJrJDNi4aWVAGsEdDA5igNbF"
    "TTHa/ZvwZ6LB9PPStQUAhyiPStRZ0a11mI+rVZJLSBUTkuGsmK+n0WJ2hURcxrKMhZZTmz"
    "1TLwhE6lS0NqpEb3loJO+DGomc3+wWlQv5PbDBZI5pMcreqiUzeFAmI5xFrE8FjTQiEnLI"
    "NqfCU2m2ZJ3FSMxhyw8UxSFciZiGXJwgNnCk/ltFTGjITCzMOA2DyxJraxXP19Fglmsspm"
    "MvSn2+tLA1uViqmuV2octio1UepKFUQsAx/vqIfYDGnvLodgg6EaoqHVEEc6PkY5fXWU1M"
    "MSPS9kEnBZHAhAPgfnIuJFZ1OL5+C2sDUKvx36RXCdlWXyIsvFdVlpjMplKsrWZiUEGlIn"
    "FvLRIAiZrWYnd4qQRLHW585oEB4gRM1gEh4gNND1y7Ex0sc3w8FYpzdlfZHpdPKWVBz4jr"
    "ATg0b08089/fO5xk4NYpNtZeGnO/J5OKB3csgd6Q/Hk3PNpjb+HaHcjsOTh+ifqhSAiZ99"
    "8cLTLpr+NkkcHQeHxsGhcYcsuqPrJtXk7GAV455D9I7Dp7bhEGtXOdZueYaPHjFnDdh1/N"
    "QaBmfvCJy94ywpLTJR2QywhkHZOr1UkYknk3BJA0FxqixjSFK2IEkJ6SpIUoLUTytJqbMN"
    "QmUpytSA9o4EZbjZCNKTDU1P+pZvC4Wl14BaxCEOHTtLP6YA6TlYHbZdHpp5quV4+4SLOV"
    "8DgG1JtoUzvmkU5Hplc72n1Zag5YQGg5gEWt3hoKuPJucaZXyKXf+OXA8/9fRzbeGsLHxH"
    "Jj/pncmI/k1vjnyXXhnfDNl4b+mw0RR/pY90epPwFnGC9Y4MKXB0rm2e6ejpLWb+G4n9L1"
    "QtngbW0Lk4EWeiUiAGE9OTcCBTMBCw0gJmIvjTIYKW9gZzQH18O+kKamNlrZApWqKp2ElG"
    "aUid6v72F+SMCTIsjz6sy9oOCubdCu4AKTiBFJz42Uf7O/ZItRkuXIHhW9iVOD0qC2v8Tl"
    "vbecKezClceWDjmYSKoNeuCDq9AtAWK3xfJc9S2S++HHWuqJdrumhGvdxOd9L7RD3c6F7M"
    "672+6euTsILTWSzD3cT0aoe6wf1+eJX9fttWpbSTHYAYpyuk5LaBH1Bw0U1tUcl91Af6qN"
    "M/12L8HRnpY330iYmFOiLYXakilXhzjKxUUvADSoXEjpSISAbUGaQkU+QdGQ76PfaXQ2wr"
    "vtPRBZFqTiPbOogHr1HkdX+nBCEbewad0a5wkCYHhYooleM0kbC4zYyqSLmgnxHIWCkZ07"
    "WUuh7GDNP/JY2MK3svXPRxfOrX6ngj7MCkOYlbRXPen4iM3aym7tAYXi/1bu+603/zXfss"
    "F/tJLINv3+WXf5+u3y73NKJSqtMw4LeEXzYXJTnOQxsU4pBhmp0uz9qGyZHNQQPfpXzfPx"
    "se5cE27gOPejMeJzJSGsHn4iF+LxC/DyerExDzBeGN/D0O6E2vfWABbzrynxnyjlwOu9SQ"
    "YCdLUIEESTjg+B41o9QiU5tO6xVHDZW+FFtYeCFEXgjsLjhqqCQ7ngCgPE88MW4jMg/QnD"
    "PFq6meNP6AaifaqymidPTBuYYJVThU9ZhhXRgrCVND2dAF1Hli/Rio+nM5yZ9SbbMNBnUj"
    "oG5i+sIWQzNe1LQK+Wn0AdlPNimcOvn3iDy+UAJbtwAxCNSQxE3OTPQs0uE5D4N0QUnfOf"
    "YtQdjCTMi4KcKDrSNTBBjmtFHYR67gfJqSckAeGKY8ry4wxdQjXvqSkeDS+0BcpzSus82d"
    "eH6j5B4NYp+f52CZKMEeimsEqG6Jw23dOSLWn1L9c7PIOpVyH7qFq+Mj26CW9CN9NhFDcR"
    "sIh4HwyU2qcDzHFjm8hg8Gkvkku7hgC3BZyXce2ZiEaVHlfDTXHrDYRM3BYIpun1Xr29iY"
    "0VeYZ67t6MaQwoGVIbtXXZz7PA64l+mHAYdh1b/iDvrM7XWxgD5zxVTXq+MY9JlrotQF+s"
    "zlTfPo1/LquWL41S8jHAX3OHNh0z9uEv5rQq+vm8id2Jz4O3kLkqvJ3DhEa76bMOy3s0Ff"
    "eli7Sps+I4onVuvW1xpQjKuxd0NDnoa0pwfHxuf0H0tr6gcu1ixPY09mavfPWnj/tjZz3A"
    "XyNURM7cky/Ye3rRzb+7vrC3oGRmSIBgXTKOgfuJ/+gZFkRdymDaIW+5YP7TGF74+AJb0e"
    "X6cQ+P5MaYf43BzlhUWQW5Qi24Dy9SbP8UmPJ0ZrmVpgUzA9iekcvugNOqMv/FmcjE/bQR"
    "dfJnqHMi9g2BxilR5PESEVlunMuGrrtBdBoK1uQ5fFQxgoJ6BXjpOxZBvZhblPgYB6IerV"
    "0epX6BFXOL95a9gunT6jAAMOcm62Spc6xBPO7nzxIapwhPNxV9Oi3lnFk/40DkxVdsbDga"
    "YHJhwONIX2hUq3LzytAy6PFKfa38YoJc+PPSFRqJRjrVSfAgUVtRWzWsGJm8gp2RWcyAxr"
    "VwlOxN4OBCcgOAHBicN5DnShXywdn1myxiPmWArF5HOgIAIJEYS7/1G4RVo4RrSNhTiRdJ"
    "zIcU3sGlKKiAOFdwECGRDIqFsgg0WGhTTDGlALbg+tD2bIsgNXiPAUBPYziTOOvy4t6rHK"
    "nOWXQcJ+JtUCCbmcpIyIUzCQr8rydbEfuMQIXE6roDJ3Oo0C7SnRqgnisHV9vdSKw47wLC"
    "DmrjBselS7ShTWDQEQhIUgLARhIQjbIBEoEIRVzHQ6TgwWiiWPLACIwEIEFiKw6nILEdi6"
    "M+4F0ynGpkx8LgeFGJ1qQQSIFTVCzOrEij6i8p2Em8/bO+JDcwRbBxsbGILd4Mf0iR3PSv"
    "pdZckvdodTkDoxv7e2KeF/BWzaZDz4EDLBtU1nN6oNODsxO66LihpYb2NzMmCnp76WEFr/"
    "nAUkjOxp94Fl00XRe8u+71+tw4smUha//a5Uw4LeJv78C34uszR4I3fZHLnoNpgfDTU/oB"
    "/K0YwPwXwU5KBeEGqjD4PdpWuJtnPLAaGlW57/spZumeQH8Z7EjkfaIGDKQ70UtITeR0vo"
    "1zZZycqxprjLkpblvRN5I3earBGGztQQVLHRMZOzZvme5uLQdXfc5394Wpi5CnfFxt2KWf"
    "dh1/IxHXoeDqfLrfaAPM1/crTo3fC2+x3v++YvMKM9bNsSplwGth9jDqzq1jNGnLWuUAjJ"
    "8DoZ0/uLJwWLe57lUMjmBgB8KteGMVb8FdYGoUUB4hcN1bTqLHtqqImjbOwWP4HVBPL3EE"
    "Civ3abeFYNp9M1MKS+Rx8TxQXk2WhSjFXZt6Y/+dOw19WpzRxp+TvSHemXvQkD0avUUTUt"
    "n/pCURGaaPXc++8rlM+9zztzm/o59lFWIGD2gdmnKp9LF68sJ/AMYWI5yBpV4UPe+xSjm5"
    "bnBVLBzQywhrHNE4llVivjhIr/V674J9g3JLalZGGwNcWnIpKgMQsDGueu43kyROaBQGXh"
    "2WU/j4eDAs1ZeHKZaU197S/tNavBjsMdI6PcNMlbIblVjt3gQs346grv6ibLHdqumIRbxK"
    "hDZeEeXIxfMQ+3dfsXBIQV2PAMkeLtSDFrwCPg9SbDIZjAO/cFou7HDPwmSlg49ZTBgQCE"
    "BKDOGt/H5hy7OvHd0rLwrWG71nY7BBh0wXQtyKg2dZ0Uj6lBMO0EgmkqWqWNWTsalbW96X"
    "y51geTcy3uHHRHRvrV7eDyXIt64N2Ry9745pZlcONzU9XI3qLplB95qiabFFxp8Ux63V/0"
    "yZgubaER4N2RK12nf84wpv+edH5lf/joK/vrdtC5uen3dCq7gFDbwbbwRnyXa/mZaggQil"
    "GOXwnk44WsBDbQGqWXDyyFI3UTAO7Pw3MT6fo8F2Y/iwP+ZfnP7mcXtHC3sCAHWTlAn0Po"
    "c6h01YPymYB3r6sParKV5BpZdln8c/N5e0fgc0FHQryzofHOKQo8ocLNNaAWmvbQlZu1D3"
    "9dDIe/9AYfje5wcNUbXbMwSWLhU+pnlrtgMZTh6FIfpcdETnBqRBxGM0b6dW9AB6/jaYaL"
    "F+yZ3c2Yq06vz26SjGB9YrP3mNyOBukR0YE06TGdz53eJD0EPSHqk5vb4bvo7/WXRpfX36"
    "l/Ynej02TwkX0a+ZbTB0TmqU87g67e76c+Z/K2Q3wcn0qPiSNVmVGjzmB8RSkcXtH/Dwex"
    "IPWMcujM2KkJ6zsZH3v0O5ObGHOLfuH6s5He1enH6++gvEwxHUHRV5R1Yx0sm1HGjXXE7B"
    "O1266+GPo1peBcW2HXmj0bmC0jjB02M2464/FnKmRGj0fvu0Se90RlLBMp+3BWxf45KzaA"
    "zvIW0FG6/oBzBAEaCNA0mP8jxeeB+02ASzIuBuy/kP3jJ99BDgmXMwkllAOCBGQlwGqyA0"
    "6f2moO4AZ9OBewxdygOGIk4gcyd4r6gedajL8jY31wGV7xMDGTK5Pwz7hIYpz4Ux7zQD52"
    "PunG7c25NkcrbARLlo//ZTD8PGDZ+EfiPBE18u7I9/Fi6XOkWvg+pSEQV93aSoy/+hJ7W1"
    "Ow+p1PUrOmfWlx28jzDey6jlB/zCwKjgMSD0UusOehOT9ZfHvbu+TznkXleA8Cy3zLsOoE"
    "JPdBfxRhil6R9OQPfyn0HQUV5oUBY/FTtTaw+q1YJyLewupxtTK99L+7kr3rIe0K+V56DV"
    "K+kPKFlC+kfCHlCynf2qd84Zy5Y5bEznw6SyVzMBxwbUJmB5YDOKfFAqmvc2o6BEuIPAUD"
    "5xSc0yLndMisuAvL3uWhbo9r73BTI/vwPoIcz1dVZVslOK7QY/aQbiv9bow5q0Yx3RsEpG"
    "PE+WbLArIpnabQHM/BgHmJs+IsX+goymQ8cC3BNdvp6Irt7ttA6sB4NtJRJdBRHOfYCnOs"
    "EN/BLp7MG0QdyD3EdFbM9u75eLHT8N4MqmZ1s24UkB9qqJmtisdzbEXdpB0yQP5GJR61hw"
    "YIgl054l4lEAC78keAiM/1iwq5T0PqxPze6pojJU0psoU8/BwMzHRxrzOtm0WDiDwsyEBc"
    "BvR3+8bStaYc9kt6I2Vh0B/JC+59x49+a2US0yCg0LS8MKYkc9YOB3scQl+rMkGYzRnGMk"
    "RmYQ3nkB2FxX7cNoMxAwVLUwrWGAYv9W7vutN/8107iovShcjyw9+cLFLfvsuHRdlkk+Q4"
    "D30xz6djBryEaUmNsOcz4U6H6xK9gG0Lz/gJk90FxNk7KGy3tsZ0qvWNi9txb6CPx+eaR0"
    "VsG/eBZxHseazK9JM+Guusznb0UWdVpivsepgV2rpzRXqoh0yvsCmrbLj4Br0FMhpnzdkL"
    "lHzhPYD7Uu5Dqqi2NuMskrSGSt3jgK0NbKpaWoJqqk/V07nGkHfkcti9jc56oMwHi/j4yO"
    "OroRM+kFUpk9wiUzswMScGvYPFNLDpPLK4g9RszAGbGbdQrNhgZ6GBQJEB1Bc0tL7AxWy7"
    "GuEFgovD8BkQFPTKBOCP0fVUNdKh7VdF23iJ1xa5iHl8kzT5WiZNvlI7flN7fbvD65u+Po"
    "muLpY2DvfdpnbApna+6r/e9MINr/jr0nKxIsdtxZuGZYWagquszVqDIfN3iMP8neEg8n4c"
    "svacji4GOC9ke/d0lc3T1c8LgYwjZByVcikh47if8AaEiCBEpASPECLa+0Ij6uflgNDhWd"
    "bVWxMpupFzC6hwslbZGMeaRB+7C47D/fOYeqPl9K+ReW1iTX3tL822vBN8F0rkwCgpl0Oe"
    "8na2hwW7QbEcogZS25LYrYlS0No0/NlbLXlIkWdwG/ldOI6NESnwfTPAHLH3FPlazCZx7s"
    "PO7ovhsJ+Z3Re9vBq5vb7QR2/e55LenD0pwTN2hcvHsyjQ6TJbxomPpr4w83kccC/Pfdjp"
    "T4b8NRDYl2d/SZmTmvprILAvzj5xfMwxXEraDSUAYFucbZsyY7wwp5K/h8JyaP00HAxvw6"
    "wWfUQncDdtZzcdZlVJdYW8hufy8LIAArJJ3UNl2SQNeT+Gua+kF+88yoF90kdGv3fdm5xr"
    "zoqadra1sPwqbX6jEZd6nPaMPjdxnPqMPmV3Tz5id78j3dvRSB90v2z6CyfZq02L4YvbL/"
    "Sh1neOTM74zmrMoChz60m0ocwioROlap0oiyx1Y+bY3Lh4NYM9BVdYUyi7mmbM7xeIIo8H"
    "WUjEJCNFLNOCN4ME3aey7mObkdjP3xJxYaAzhThcfPP9K4ly7/FNaFVeSHV9W5UHS1NS6l"
    "kkSF11qSu0ryHw752vpRsbUiPau3Y2hGPDYbXa2VDlDYGtDS1xxVVbhXUiCqqScRedPy/i"
    "QG0QtSgwPrTP5AX3/8FTse7zGwhQLk+5cOVYFgebhKQrx47U+VWxmMDhuFfHBL1BnneJV9"
    "YUl5mh+VG7TFF2AB+VDwPAVtuG2qOR+EWW0Q0CVlH5TqOSzaNhDX3hGmp5XsCZ7sXaJhlf"
    "J873FoRdBt4DVfqPWMj1yaJAi8ik7yD6DXHQgxuhYd2UzvyJcjM0P263IRodrx26KmCKNt"
    "QUXbrOyjKxK7SUpDCwkMgcKhgTaBQHF3azb5TEGEAMlbwCFxEvCgmLuwZb2DrZqgf2D5zA"
    "nzpi20hSEJj7EnPfxVNsraSM2RwUrFmwZitbs/Ha1XeoZi01Z7cH7rRnk3XRduaGRY5o0b"
    "LOYNh4QN4Db00hyC3qzpPB5TeBPsfbWE4q/1+2NMSbltcvDdVqF71BZ/SFr9cuOJucL75M"
    "9M4OC/fedZ5YuzxxeeSR+5KIukvNfmWS3rQl2FdyDYDFXWJxX2HXol8m5NSlMUC6zMZESq"
    "2xRD5HyZTM8zQIaJegXaE9TKckCoXM1sJaL3Xs1hGe0d/yMGHpkzKzdXvcLqvVjRBRZgai"
    "sA2NwkIT6KPFnmZoYdnPXPJvb3uXfOozoBz5QWCZbxn0BEVQwmbUnzZaAtLKPfyl+c6BVJ"
    "dJ+FtZHHhbeYOoqrcFJlFtTaLcyQFSe7I82Lt6EvJ18YoqRLkIfRoJUlZZylBUVGwQQhrm"
    "1dzZsI/RJLyyw6HdGtne7dKGmHSrUHBqm+fUQnmFIi4uVL8flX6JFvpNb56v0lLps8Otov"
    "WvS9e/8tWSO3j3ghnC4vUy7DQPi2ZDF03R8wledCzBCekG2BZWl7l/9K3VQH606CCP1zyj"
    "Wt/YDVplxdOajDqD8ZU+Cjv6hj7FDLtxU9/eeHwbNfUNtxsq0pIVWtXUJsqnjhE7xqg0yr"
    "P5fJep6tGRYJs21DalCy+Vm6gM0ihYr6XXaw8Ld7tKQVRepZV1D1yqzAXojocD1TJtrui6"
    "YlCr816saDkHA+qlqI/C7I+Yc1r3TuWSwIB6OQUjSnsKApS/TNGIz/gtKIhAQgRoOsWe0B"
    "FOGwScdFCNb5V8T9vGbrn3uRnR3ul/srFH9EDVqNQGZ7Qleu7ki86bbLrKpt+NsVjf3zUC"
    "CJfpEON4PrKFTyvPwWC1lGjyZvlCVmEyHqa51IFYAfFdDt8sC1WU8F5DakF5NqF0ViGfdF"
    "aYTjrLZ5N8em/xqEoWBUpEYgM+Eu3qtUEA3+J8W57hLZBtG/eBZxGud3nhODZGpCBPxMPn"
    "N6DRG7yWfllfOfAGtOGwn5HFRS9P9u31hT568z4UDB1k+QXpCUqe8+QZLmbnp2F2CKo755"
    "gupVIovAdIQkASTHu7dJE0Y99Zprwjf4/DrbQt2yLJ81Qu8+j32InADHlHLofd22t9MDnX"
    "qECC5Mzp4xd2WGTlWFNsLF08s76KLA3byAOKQ1AUyq4QrAbmT4cIeVNpzAEpv51068J6PH"
    "VNg9rsFueQ8vLKpm00bGVUrcgJDluFw1ZhZygctgpSP+H9wGPHNofB7kMGtse1d+TrnvD9"
    "g+M8Gh5FGk5w/NMGVNlz0NgMnjqzPtqm9wt+LpvyuUG75nu8NegRP9ewShrmdcm8Tp/PdG"
    "9bU351UVn7qywO2l+1Nbn2V2A3N8WCgm5JTQgxqGYx7DYXRGyFGtoJsJuqiplwT/0i+pTC"
    "vkgWBzuqpHdUqeIKNpL82FFiUNn+CyksCEJaEGoUNDeSemQuLF+0VGUDOmBVRLI6n2xRRL"
    "h3R3SWp0BSs1wxP+Coil60kjkHg6I4maI45U9dP5VU7NK1eOdXlXTwWyOa2cAvu3kE+QFn"
    "matWirZBH7AEx8XUwFnhRKyVC9FG+lgffYq6CkV3uCOd7qT3ST/XWDfTFb4jt2P2OevCfk"
    "e6nUFX7/fZhSn79batSh8iaC4vpsBPIZC2Jd97boai1OxPQGAQyRpEc8qPiCWUjAcTSGpf"
    "gEU8i2d67toPsMFB9bmAo7Vu/i7R9ZiDfbH1dDovAN94esRLX4bLHK7xPEJSuHgZrG9SGI"
    "opmyj16QMic/G0QgZ25LD2+A/7MvrrzV14SPAK2W/+kQTFwgf1/vHNXeubkzB/VcvgT+hz"
    "787ib0a1q1X9RXS0IZ3fxHQ+9KM5ZN8ISs3c4TWOKGnUkcKALy3dJ1KE8pc2oG0445AfPl"
    "jYAhI8L/CtQyoM34ob82Up/Hk8HJQwuIHlebSmvvaXZlveCUaWSyhkfJRrirxSaGcdJHYD"
    "TpwzYtNZYo6G3hXrzGIh3imgOKZoifgtw4r9zBSkTtVT+9v4HBNk0KlpYteKE7ECc7rgDj"
    "CzRUqmkI09w/ORKxw8y0EhE6xyJjgSFiacd6yKlGMgyFhpGZ9eCQ5aISu6g5h8W51PnV6/"
    "c9FnJTfJPe7ITSequ1miuPKmPwz/ntqOp0rNTdh1i1sdEDsTBaWSKViD8nyXerd33em/+a"
    "59llvLEvK/fbfVhMszHizTlLGRNziwIkSsCMfmLCzFJdfx8MPZxe9OxCh+wEJEJsOByDyR"
    "0KVqr3RCYUUx1fVNsUNhRROlDjtmj104kZPFtiCuHBdbc/JLnLZI+3Q57jflDtl+XicmjL"
    "+T6ZZc3cxlFz2tyyQys5CyQH8sjmzWbmfc7Vzqrb+PV5TCDqZGYaq0tColP6y9qyxlA4Cy"
    "lIaWpTiuKbG/O40ClS291ePR4kVVqwXdEqzK9UGtm86XqNf6Ej2zVut3ZKRf3Q7C/W+slv"
    "+OXPbGN7cT/VwzLW8ZREGq40faTjAeusTrbvxCEtIHl73BRyqhCH9Hxrfdrj4en2teEB6r"
    "eEeuOr1wC+IMWTaLjUYy1NdSVCU+unSdlWWKnWWTxqj8KilbhBS/2caCLvyO0JE220goAp"
    "MoAhPf+7PHbT8nNPsL9v0ErovJVOyIsRSmFjojq5g/VNDLHwrV8oe8VlZtx59SwWvh+Rqb"
    "SVJscrANZ9N2PKndkzlcw1mk9tNi6fhMJYqemc6B1kKjHtwKi81Yg2pMzBYnsWNhuWiwxi"
    "Q2ntgWM2k9PHXFzkPeAgL74uy72LRcPPWNwOUcJlVMfh4H3Mv4ga5M8icDg6YxspFEFy9t"
    "NMWeMP85IEhAVgLOk5xRnsM13JQ8UgYZZvD5URuOA/+hKkae2P7ZDQIsFnGLhaUzAlfIUU"
    "pBgHFxxokj1touGQ9cy2zH931bqgIvi4SNOypv3EHeo4SENyiQrsrSdTGl1JOM9vPADdr+"
    "U5A+CbDE+7JBwfui8vsyt6gjaARLjv9StnsrDYPNWwKbt2CrTAu2ysCmCdgqA1I/rQPdw6"
    "0CM+zu3E6wHtOuspdgFrdqgo0EzdtIEPc4lTyrD7YSvDB4DFvvjkj+CZyk9fqc780MnrnO"
    "wpA6djKPrBO9hz6Wz5ETQRYHyUBpfb5AllAN0xoAyRKZxBS3YvL2tndZlJniF0kGgWW+Zb"
    "ATVDQlpEc1/5G7lHaEwl+aVxyPmBgPyHvgKQ6C3IJwdRaXD8M9+1Hn/PpQehG3bl3PYzqN"
    "L3qDzugLfyJfcFq9XnyZ6J3T37rozFjVsfBhisOrK33EdiHGeHaUYle/mbBLaDrFS59du9"
    "S7/d6AXTPx1LYIu8a8+8tR5/PgXHuy/AfTRU/kjui/3vTC++GvSyu8nx7tcsTqbHGMHs2T"
    "CBZlkTUMFp1IcKhSIiPqOigTCE4DIVmltIwh2g9x3wPHfW+98pjv5vP2jngvc/Ig1tvQWC"
    "+cZXTIjTWUMrHdfAkAIgHibEPc5ZBss1VEVJmkMcC5RNk7fQpDlPQMCFiX2Jrq2BzCqwVl"
    "EuwBQzLTwPOdRdQWSSQm070dT4bX+uhcS+5wR4ajj51B79/souPOEbH+ZFfH3c5gwK55U0"
    "QIu9K5vO4NzjV2QBlRI9pieQZrj7iSOB5+g4Nj1gSOWUOe9+RQR4cfPy7rJZUDgo6SsH2+"
    "+mxptY0wPy3URo0DBQm8RAJCndRyMGBenPkw/eQZK2RbpsHqCESDctwbQARW5QgsekKWT0"
    "WGXWtmTRH/9Nryw1T5d4BNBAJrPjWW5myjkriNtYYB3wJ824jMAzSX9kbSeIVXmpY+YJlb"
    "lgBmqd87MvmJfvWDjGNxVsGvOCt0K87yXkVAnhBh+RsWOeJk6juuiwqKJLahOQlUPA5Xzi"
    "n85ywgYbd47T6wbN8i3lv2ff8SdBL3ZQP89nu+iof+15g5dpytF4lOp2AKz2llracwCCpB"
    "fR4H3ItzH51UIZNHziLBVlXZVoWtli3YagnFF7DVEqR+WiU3nzAJcFnNTWpAe0fRzYoNha"
    "obqLqBqpvXtqptpyggWEx4GgOejEQMni6dfwoWO6UxB8yP3066R4p67H+m0znrByaH9Svb"
    "QUVTPQXK0T5jqFpN9svh7UVf125Gerc37g0HWQsn/DAbdB3pnf6WPiFzCZrTKOC5As/OE5"
    "E5zzCFgk3D0ptWIQB7bHNFgn0OFCQAYdjDSEKhUAKEYQ8fhl3aiBjinOZhQCzEt5sa6YT4"
    "dhOlrlh8e4zDupCdYe7MuHaVaDc7EY1BIOrd0Kh3NAtEZZBGgUMv7dDHL5+IO5mCQOJBwo"
    "/8KhQg/PqCwOAJMb2PyCDnXNoSYnlH0QKxXGJdxy9IlZXwmwYBzVVoRmTO20JawvEaAQRX"
    "Idijjq/hLdE0NkQr85wHAt3V1MaTFNs5HJBdRLY6PuJnfD/GnrfDQ8yPau/wD5/wPfUOQw"
    "B4hw31DqV6FEOH6D35hi72JTq95oDQ6rWdcxSrtno18critS0uds43CEjxirvmkFQpVkH1"
    "Cq9n6+M8at1jTCTknsfWUPInIulK2X3orlxbMSvlDD04zuMltq0Vdp93eETbQ9u73SIGol"
    "MgRFmwYaSpzhEm5tKxZI6FygLBSZJ2khbY86gmEJZAFgcCkBZAyNkW9SX7SeLxkLuUcJC8"
    "4P4/eMoxnkrSxRsIUC5PubCCyeJAwUgrmCMdvKhYKOY43DvTaeC6UhGZHBQ8NuU8thM/1G"
    "pJjejYNROQbutGH1z2Bh/PtRjP+pf1e5+ig65il44dTXXV6fXZpRmybKzI4VTI9/Fi6XPk"
    "VKgH05DDLULvXlcL7q2Kn1CzSUK3pWCwm0hptRa940ZAfN6hE+VS3gKDrFWWdZgKiNWdbC"
    "YhCwd5qyxveqsl/XXYKLJdCtdEDrJGLsLeFkfsuo5Yj/oEALlvie3NgRvtEl+ITOUcCqYx"
    "7NRsblGBcilIPU7zVEhBZoe2K6YgkzwSZCAbmoGEbjxHjI4GrtBBhvFwyMLI9D9n4XyxVv"
    "4byAFb+B+P8q1m/XC22oHP/TAtj/1+06BWlcfbrVctmM65jcL+VGv4OTxkMFxS7shHas2d"
    "a3OH4CiCHkbaWQg9idQfPYYeFceL6O0NAlS3zPHKLl5ZTuAZ4sxzoAq/CqciAbloeOFNIE"
    "qqcpQ01r2GZxHeTpZymW+BQdYqyxp657UgcAiBQ2jxBlI/rXBxB7vW9KHFDxDHH7Z3hITR"
    "ZpgyceCmBIFfuOSU9WYrWNFZKEF0ST9NdzV3Uuh331UICNBRxaeFss9yZXX0vRJgOB5eQ3"
    "bfv3tXJdzy7l1xvIV9ljOjHOJjwllNfx4PBwX20waSX0atqa/9pdUvhMvIKHf88z5+bhFk"
    "N7g4dlOav/8f4GlIRQ=="
)
