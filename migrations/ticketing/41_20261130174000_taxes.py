"""Small businesses charge no tax.

What a seller says holds for the prices of all events of theirs: each event has it, since it is
locked and read with every sale, and sellers are not.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

COLUMNS = """
CREATE TYPE tax_relief AS ENUM ('small_business');
ALTER TABLE events ADD COLUMN by_small_business boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN events.by_small_business IS
    'Whether its seller charges no tax, whatever its rates say. Taken from the seller.';
ALTER TABLE order_items ADD COLUMN tax_relief tax_relief,
    ADD CONSTRAINT order_items_relief_is_without_tax CHECK (tax_relief IS NULL OR tax_amount = 0);
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
    NEW.by_small_business := COALESCE(
        (SELECT is_small_business FROM sellers WHERE user_id = NEW.organizer_id), false
    );
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
    WHERE tgrelid = 'events'::regclass AND tgname = 'events_note_edit';
    definition := replace(definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
    EXECUTE replace(definition, '{before}', '{after}');
END $do$;
"""
WITHOUT, WITH = "UPDATE OF ", "UPDATE OF by_small_business, "

NO_TERMS = "DROP TRIGGER events_take_seller_terms ON events; DROP FUNCTION take_seller_terms();"
NO_COLUMNS = """
ALTER TABLE order_items DROP COLUMN tax_relief;
ALTER TABLE events DROP COLUMN by_small_business;
DROP TYPE tax_relief;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return COLUMNS + SMALL + TERMS + NOTE_EDITS.format(before=WITHOUT, after=WITH)


async def downgrade(db: BaseDBAsyncClient) -> str:
    return NO_TERMS + NOTE_EDITS.format(before=WITH, after=WITHOUT) + NO_COLUMNS


MODELS_STATE = (
    "eJztXWtz4ji6/isuvmxvFaerL3PZk7O1VYQ4PcwQSAHpnt7NlkvBgnhjZMaXpDM789+P5A"
    "u+IBtLISDs98PudIweY55Xlt67/tvxrfkD9i2yfNub+9aj5T9fOSa2O2fafzsErTD9R+mY"
    "rtZB63VuBLvmozs7xKF4tPFbgFwfu16IuPN8l35CByyQ7WF6ycTe3LXWvuUQBvtyj3ztCX"
    "ma59imhoiprZFlahbRkBbfSXMW9APt3gnc/9P8e6y5zpPHLjoEa8il/zNNbGrB+i37StOZ"
    "0+9kT/cadw+I9VuADd9ZYjrWpd/xr3/TyxYx8TfsJX+uH4yFhW0zR6xlshuE1w3/eR1eO7"
    "eWA+JfhmPZs98Zc8cOViQdv3727x2yAVjEZ1eXmGAX+Zh9g+8GjFcS2HYsi4Tq6GHTIdFT"
    "ZjAmXqDAZtJh6OgB0msdwxiNZ8ZUnxlGZ0tyCSJDd3xp7hAmdfqoXkjAkj3C//zvhw8fP/"
    "744d3HH/72/Xc//vj93979jY4Nn3f7ox//jB4mZSu6VcjZ4NNgNGMP5NCpFU0+duHPEIN8"
    "FKFCYaTsx9LeFsEFpdG3VpgvhAysIAkzxr1N/lGUSyKFKsEkF1LJpK/JAURTwfJscKVPZ7"
    "2ra3b7lef9Zodk9WY6++RDePW5cPXND3/Ni2VzE+3LYPaTxv7U/jke6SGdjucv3fAb03Gz"
    "f3bYM6HAdwziPBn03ctwklxOLtGhqYDngetiMn/elnD/Hrl86WYxBfFSmk5QoJ0V+mbYmC"
    "z9e/rnxwr5fu5N+j/1Jm8+FkQ2ij/4wD75M8fwneM80C/3thkuXcOykN0r2b4Ifve6K9mH"
    "99/9+N3fPv7w3WYB21ypWreSNSoldG2jORahMwUAmUUyMaHfJ8RmBgF0Fulcuo7HIfOKak"
    "XPfDo3iOJGiefWCtlvL6L/nhqxFayNbq70yaBfYM7Fi4CYYtxlMC1kj6nMi4eM2sYu3KH5"
    "wxNyTWPrE+eDUzZ2+6PVh1XxCiJoGdLAHpk9YMbkCUzLHzrLSrMoN6a7yyxiow3bWdYyh8"
    "p5BcPjRA0P5IvaHBGigeYGXeaQOSb2czwRTsT8iOdspfVBX2rHNUTftCxKSgWJH00ZAR/w"
    "jctxz55zi/kZ/lbOe4xohNVX9R7pv85yr1Bi37256v3619xrNByPPiXDM/Zgfzg+LxDuBX"
    "f/wXPOulbOeAYClMtTLrzC5HGHM3Mat8jgR2ouCtOfRcECL8v9HV44Lt5m/ufpeFTid9og"
    "imqUNfe1PzTb8k6Q/QoiGRXVi05xfSnoQOwGxUUHLbge83LaNwBgXZ71ueO62EbsMbnrTf"
    "kmu42U2mtPh/+9bbXqeCDOI495lQMiN6S7w/+Q9cCD+6F97gcXLzCLcXG2z/KFJAcCfV1C"
    "Xw88LO4OyIBAUz81TR3IZ1cc15SY+FkUmEmy3P8WIOJbPicDopT4LKRJs35vYVDf8ZFtoJ"
    "UTEI6/qyKiVwQeJ6x3nB2VHxeFBJ3XTtDxfOQHnMAz41cnwSrkeECfB8WqXd5VuEEfjunO"
    "GhMzNlkE6O5c66OLwejTmRbjb0l/PLocTK70izONUr6w3BU26dXeqK8Ph+FV9qNtm12d6J"
    "c3owt2MYq7s2v6r9eDCbuEv60tF0dTUVCc73+oIc/3xShVKlD2ETflymBBP9EwYhHbwIDi"
    "iQQQa+UvRvPOM8TjxXnkHsSsmDbVJClbnkGtbszWHI6K7Dg2RqTELZJHFsRMX/ZXUyI2Vw"
    "4r2/PxeJgT6/mgaHjfXJ3rdEUN5UkHWX6JZjx3Vmubzn3iI/fZcDHyxOLFZXhwr4p7RqIt"
    "1zADzoZW+QLkgTD/Beb/I3Y9bopEqWGYQRzOLnz/Wkr3no3COV0B6C+X2KrzyAZqZA1O8Q"
    "rWpqTU80iQuupSVyca2EfUuDSRe4mxWRUS3B7X3REXnMcIY0EhR4wOqhEogUBhx8N0c/KN"
    "e+Td84RBqOZbkmKWBxYVs2c/KrE5sSWtit84kWOzelGt+Hww6k2+8vXic07ix/nXmd4DtQ"
    "I2mKNvMK5/YXlzFqao3mCK43ZvMK5vmDEENhjYYJK5ICyMArBJccoDiESttWbg49WudSYd"
    "U2uNsehwSG9r6aKixuremsUE8qwUIT9aD0OosAi2sSAISLpSyL/uUWuWzkxOJkvPdVGpGy"
    "IFFVitWXcil8Hy90VAwnJS7S6wbKqieG/Z9/2j80pk75yx//p3MReZWL6xdi1eDnhFBlse"
    "9uL8tdMJe5akr4F3piXeGQj6tFHqCtnJ93j+MCCVZnJ2SHeXlcwGG3RjAiO5nUYyWGrHt9"
    "QkjTSg/4X0W57HyzQrX3mS8U3ifH+W2RwRUuJxq2j+kkM1oo7j0FmTjEIJ1oFyecof6O8U"
    "4TsZD2RLkA1d8hpZ7rDk1i2Vv0PJeEish5YDJ6RkstIEL/KC1p3pGQhMdpkqkjm2HqUccw"
    "VoA3cQ8My9kmeuTqacWJacAgly4Js7pm9uTqeJyL6RjAcrQ2LXcJ7KnBeV3WmeSp0X0J2m"
    "to7EN6frtaY4BdO6c61P+vpoxnpSuHNM/FtyOfiVdZRYWN9U6SfxiGyeN7QiC2CDgAY2R2"
    "lgo9ra8Zr9a6DH8vGWZwUSCkEO0XprUaPGdVaidm0eCW1gVPaLRrKidp/FcRrVEfMGCnJW"
    "Wc5stww8oVPpspAGLaN7C0En/BhUzWb/4DSo38ltDgsk80mOdnXRqZtBAbEcYi1ieKxpoZ"
    "ARlkO1PhObTbPEbypGYwHYeibpEsiZiFXBwgNHCk/ltFTGjMSCWYQBsUViTWxjufz7PBLU"
    "ZJXVZOhPt9eXBkqVyqluVmgcSpXaKHWlEiLWgY935EOkQ7q70yHYYMiGaGk2xJGOj1FuvT"
    "pK6GGNnlcyAbg8DgQgH4NzEfGis6nFY3Bb2Aa53w79IrjOo2XyPMvleVlZjMppKsrmZiUE"
    "GlInFvLRIAiZUrOTO0VIIlnrS28yCg8QomowCQ8QGun6xdSY6NPr8Wiq05uyvsh0OnlrKg"
    "58S9iJQRP6+eeB/uVMY6cGscn2aOGnW/JlPKJ3csgtGY6nszPNpjr+LaHcTsOTh+ifqiSA"
    "iZ998cLTLtr+NkkcHQeHxsGhcYdMuqP7Jl3J2cEqxh2H6B2HT23Dwdeusq/d8gwfPWDOHr"
    "Dr+KkNDM7eETh7x1lTWmS8sjlgA52yTXqpIhVPJuCSBcLCqbKMIUjZgSAlhKsgSAlSP60g"
    "pc4KhKpClJkB3R0ByrDYCMKTLQ1P+pZvC7mlN4BG+CEO7TvLPqYA6QVYE8ouD808XeV4dc"
    "LlnG8AwLYk28IR3ywKYr2ysd7TakvQcUKFQUwCnf541NcnszONMj7Hrn9LrsafB/qZtnIe"
    "LXxLZj/pvdmE/k1vjnyXXplej9l4b+2w0RR/qU90epPwFnGA9ZaMKXBypqXPdPTwFlP/jU"
    "T/F8oWzwIbaFyciDFRyxGDielJGJAZGAhYaQEzEfzuEEFNO8UccD2+mfUFV2NltZA5WqO5"
    "2ElGWUiT8v725+SMCTIsjz6sy9oOCsbdSu4AITiBEJz42Uf7O/ZItRkunIHhW9iVOD0qD2"
    "t9pa3tPGFP5hSuIrD1TEJG0GtnBJ1eAmiHJb4/Js9S2y6+mPQuqZVrumhBrdxefzb4TC3c"
    "6F7M6r26HuqzMIPTWa3DamJ6tUfN4OEwvMp+v22rktrJDkCMwxVSckvhBxRcdFNbVHKf9J"
    "E+6Q3PtBh/Syb6VJ98ZmKhhgh2H1WRSlwcIyuVDPyAUiGxISUikhE1BinJFHlLxqPhgP3l"
    "ENuK73R0QWSa08i2DuLBG+R53d8pQcjGnkFntCvspClAISNKZT9NJCxuM6M6Ui7pZwQyVk"
    "rGdC+lpoexwPR/SSPj2tYLF30cm/q1Ot4IGzBZTuJW0Zz3JyJjN6uZO7SG1wu9P7jqDd98"
    "3/1Q8P0kmsF374rbv0/3b5d7GlEl1VkY8FvBL5uLkhwXoS1yccgwzU6XZ23D5MjmoIHvSr"
    "7vng2P8mAbd4FHrRmP4xmp9OBz8eC/F/Dfs8lqkblN+XvkzPdK9rewwLwI89hdceZ7RRg2"
    "AUAemHgE1kZkGaAlZ4rXcxZl8Qf0FkVFgSK+In10pmFySy70M80ME5BY7pEafiK6UjtPrP"
    "CfatUuJ8pQudpsg2G5EVhuYvrCXjYLnnuuDvlZ9AHZT7LhT538O0QeXiiBrVuAGASSFeJu"
    "WiZ6FmklXISBX7qiwRn7liDslSWk3JThQdeRyTYLg6cobFhWchBKRd4ZDwxTnpeAlmHqAa"
    "99SZdj5X3AgVDpQNjmTtyRXnGPFrHPd6izkIdgs74NApZuiVNU3SUi1u9SjVrzyCblDB+6"
    "V6jjI9ugmvQDfTYRRXEbCKdO8MlN0j08xxY5JYUPBpL5JLu4pNa0Kre4iGxNZK4sRTuaa/"
    "dYbKIWYDBFtw9F9W1sLOgrzFPXdpT9Z3CgZcgWRYtzX8QB9zKNF+DUpeandkFDs71uFtDQ"
    "rJzqZrW2goZmbZS6QEOzomoe/Vpe4lAMv/xlgiPnHmcupI3KZuG/ZvT6plvZic2JP5O3IL"
    "mazI1D9IC7Dt1+OzvBZYd16/SDMyJ/Yr22cJ0Rxbgaezc05GlIe7p3bHxG/7G25n7gYs3y"
    "NPZkpnb3rIX372oLx10hX0PE1J4s079/2ymwvb+7vqA5XUSGqFMwi4JGdftpVBdJVsRsSh"
    "GNKJA9tMUUvj8CmvRmfJNc4PtTpR3ic2OU5xZBblmILAUV802e4yMFT4zWqmWBTcHsJKZz"
    "+Hww6k2+8mdxMj6rB51/nek9yryAYnOIXXo6R4TU2KZz4+rt014Egf6tLd0WD6GgnMC6cp"
    "yIJauYFuY+AwLqhahXZ1W/RA+4xkHBW8N2rekLCjDgxOB2L+lSp0XCIZEvPq0Tzgo+7m5a"
    "1qSpfNKfxsmcys54ODnzwITDyZnQJ0/pPnmndZLikfxU+yuMUvKg0hMShUox1lr5KZBQ0V"
    "gxq+WcuI6Mkl3Oidywbh3nRGztgHMCnBPgnDic5UA3+tXa8ZkmazxgjqZQTj4HCiKQEEFY"
    "/Y/CEmlhH9E2FvxE0n4ixzWxa0gtRBwovAvgyABHRtMcGcwzLLQybACN4PbQ68ECWXbgCh"
    "GegUA9kzjj+NvaoharzKFxOSTUM6nmSCjEJGVEnIGBfFWWr4v9wCVG4HJaBVWZ01kUrJ4S"
    "rZrAD9vU10stP+wELwJi7nLDZkd163hh3RAATlhwwoITFpywLRKBAk5YxVSn4/hgIVnyyA"
    "IADyx4YMEDqy634IFtOuNeMJ9jbMr45wpQ8NGp5kQAX1ErxKyOr+gTqq4kTD/v7vAPLRGU"
    "DrbWMQTV4Me0iR3PSvpd5ckvN4czkCYxv7e2KeF/BXTaZDzYEDLOtbSzG10NOJWYPddFZQ"
    "2st7EFGbBjOl9LCJ2/LwISeva0u8Cy6abovWXf94/O4UUTLRb/+rdSDQsGqf/5F/xcpWnw"
    "Ru7SOQrebVA/Wqp+QD+UoykfgvEoiEG9wNVGHwa7a9cSbedWAEJLtyL/VS3dcsEP4j2JHY"
    "+UImDKQ74UtITeR0vo11ZZyaNjzXGfBS2reyfyRu5UWSMMnakhqGajYyZnzfI9zcWh6e64"
    "z3/xtDByFVbFxt2KWfdh1/IxHXoWDqfbrXaPPM1/crTo3fC2+x3v++YvUKM9bNsSqlwOth"
    "9lDrTqzjNGnL2uVAjJ8CYp0/vzJwWrO57mUMpmCgA+lWvDGC/8NfYGoU0B/BctXWnV2fbU"
    "WCaOUtgtfgKrCeTvwYFEf+028SwbTqd7YEj9gD4mihPI896kGKuybU1/8ufxoK9TnTla5W"
    "9Jf6JfDGYMRK9SQ9W0fGoLRUlootlz73+okT73vmjMpflz7KO8QEDtA7VPVT7XLn60nMAz"
    "hInlIBuUhQ9x71P0blqeF0g5N3PABvo2T8SXWS+NEzL+Xznjn2DfkChLycOgNMWnIpKgMQ"
    "8DGpeu43kyRBaBQGXp2WU/T8ejkpWz9OQy05r72h/aa2aDHYc7Rka1alLUQgq7HLvBuZr+"
    "1Ue8q5ssd2i3ZhBuFaMOFYW7dzF+xTjc1u1f4BBWoOAZPMXbnmLWgEfA6k2GgzOBd+4LeN"
    "2P6fhNFmHh0FMOBwIQEoA6e/wQm0vs6sR3K9PCt4bt2tvtEGDQDdO1IKLa1n1S3KcGzrQT"
    "cKapqJW2Zu9oVdT2uvf1Sh/NzrS4c9AtmeiXN6OLMy3qgXdLLgbT6xsWwY3PTVUjeovmc7"
    "7nqZ5sMnClxTMb9H/RZ1O6tYVKgHdLLnWd/rnAmP571vuV/eGjb+yvm1Hv+no40KnsAkJ1"
    "B9vCqfguNvIz1RAgJKMcPxPIxytZCaTQBoWXDyyFI3UTAO7PwnMT6f68FGY/jwP+ZfnP17"
    "MLarhbWJCDrBygzyH0OVQ660H5SMC7110PGlJKcoUsu8r/mX7e3eH4XNGR4O9sqb9zjgJP"
    "KHFzA2jESnvozM3Gu7/Ox+NfBqNPRn88uhxMrpibJNHwKfULy10xH8p4cqFPsmMiIzgzIn"
    "ajGRP9ajCigzf+NMPFK/bMbjrmsjcYspskI1if2Pw9ZjeTUXZEdCBNdkzvS28wyw5BT4ja"
    "5Oa2+y76e/Ol0eXNd+qf2d3oNBl9Yp9GtuX8HpFl5tPeqK8Ph5nPmbztEB/7p7JjYk9Vbt"
    "SkN5peUgrHl/T/w0HMSb2gHDoLdmrC5k7GpwH9zuQmxtKiX7j5bKL3dfrx5jsoL3NMR1D0"
    "JWXd2DjLFpRxY+Mx+0z1tsuvhn5FKTjTHrFrLZ4NzLYRxg6bGde96fQLFTKjx6P3XSPPe6"
    "IylvGUffxQR//5UK4AfShqQEfp+gPGEThowEHTYv6P5J8H7lMHl6RfDNh/IfvHD76DHBIu"
    "FxKLUAEIEpCVAMvJDjh9ausZgCn6cCZgh5lBscdIxA5k5hS1A8+0GH9LpvroIrziYWImV2"
    "bhn3GSxDSxpzxmgXzqfdaNm+szbYkesRGsWTz+l9H4y4hF4x+I80TUiLsj38ertc+Raun7"
    "lIWAX3WrlBh/8yVqWzOw5p1P0rCmfVlx28jzDey6jlB/zDwKjgMSd0WusOehJT9YfHMzuO"
    "DznkcVeA8Cy3zLsOo4JPdBf+Rhil6R7OQPfyn0HYUlzAsdxuKnaqWw5u1YJyLe0uxxtSK9"
    "9L+7gr2bId0a8V56DUK+EPKFkC+EfCHkCyHfxod84Zy5Y6bELnw6SyVjMBxwY1xmB5YDGK"
    "flAmmucWo6BEuIPAMD4xSM0zLjdMy0uHPL3mWhbo/r7jBTI/3wLoIcz1ZVpawSDFfoMXtI"
    "s5V+N8acXaOc7hQB4Rhxvtm2gGxKpyk0xwswYF7irDjLFzqKMhkPXEtwzSodXbHqvhTSBM"
    "bzno46jo5yP8eWm+MR8Q3s8smcIppA7iGms2K698DHq52KdzqontbNulFAfKilarYqFs+x"
    "F+o2VcgA+emSeNQeGiAIduWItUogAHbltwARn2sXlXKfhTSJ+b3lNUeLNKXIFrLwCzBQ08"
    "WtzuzaLOpE5GFBBuIyoL/bN9auNeewX9EbKQ+D/khecOc7fvRba5OYBQGFpuWFPiWZs3Y4"
    "2OMQ+lqZCcJsLjCWITIPazmH7Cgs9uO2GYwZKNmaMrDWMHih9wdXveGb77uRX5RuRJYf/u"
    "Zkk/ruXdEtyiabJMdF6It5Ph014CVMS64Iez4T7nS4rlgXsG3hBT9gsjuBOH8HhfXWzpRO"
    "taFxfjMdjPTp9EzzqIht4y7wLIK90Bd9/FLfEz7pUKm9ziJzOzAxx7mzg8UssO08MoVeaj"
    "YWgO00CBSL4u2M4AlE7yBw19LAnYtZHQjheVjK/Vs5EGTKyXi2jtFOUDXSoZ9OPRF01lH3"
    "m46genyddM9ZJ91zMqV0mSK6/vjqeqjPoqurtY3DgrZMaVmmpEz/9XoQVpLhb2vLxYqcYx"
    "NX48kKNQNXeTXrjMYjnQKpnnZLxqPhgP3lEJtaO2qIARrxv3YjfnDlgytfKZMSXPn7cW+A"
    "iwhcRErwCC6ivW80onZeAQitU2VNvQ2RohVSW0CFoyDK+jg2JPrYXXEM7p+n1Bqtpn+DLK"
    "4m1tzX/tBsyzvBd6FCDoySajkUKe/mi8PZDcrlEHVm2ZbE7pUoA21MJ429JWmGFHkGt0PW"
    "uePYGJGKMrUNsEDsHUW+FrOJn/uws/t8PB7mZvf5oLiM3Fyd65M37wu5A5xk7+AZu8J5mX"
    "kUrOkytZjER3NfmPkiDriX5z5soSVD/gYI7Muzv6bMSU39DRDYF2efOD7mKC4VfTwSALAt"
    "zrZNmTFeGFMp3kNhOXR+Go/GN2FUiz6iE7hpP8e0daMqoa6Q1/DAC14UQEA2mXuoLJuk0+"
    "WnMPaVNLlcRjGwz/rEGA6uBrMzzXmkqp1trSy/Tv/MaMSFHoc9o89NHIc+o0/Z3ZOP2N1v"
    "Sf9mMtFH/a9p484kepX27jy/+UofanPnSOWM76zGDIoit55Ef7c8Elq8qdbirUxTNxaOzf"
    "WL11PYM3CFVwpld9Oc+v0CURTxIAsJn2S0EMv0tswhYe1Tee2jm7XHfv6WiEsdnRnE4fyb"
    "719JlHv3b0IP4FKqm9sDOFibklLPI0HqqktdobqGwL9zvlUWNmRGdHdVNoRjw2GNqmyo84"
    "ZAaUNHfOFq7IJ1IgtULeUuOthZxIBKEY1IMD60zeQFd//Bc7G2zikEKJenXDhzLI+DIiHp"
    "zLEjtVRUzCdwOO7VUUGvkedd4EdrjqvU0OKoXaooO9mKyocBoNS2pfpoJH6RbTRFwC4q38"
    "JPsisr7KEv3EMtzws40718tUnGN4nzvTlh14F3Txf9Byxk+uRRsIrIhO/A+w1+0IMroWHe"
    "lM7siWo1tDhutyIanVsbmiqgirZUFV27zqNlYldoK8lgYCOROa0rJtAody7sZt+o8DGAGG"
    "pZBewI7MglLG4abGGbpKse2D5wAn/uiJWRZCAw9yXmfnJwu4QyW4CCNgvabG1tNt67hg5d"
    "WSvV2e2BO/XZZF+0naVhkSNqtKwzGDbukXfP21MIcsu68+RwxSLQ57iM5aTi/1VbQ1y0vH"
    "lp6Kp2Phj1Jl/569o5p8j5/OtM7+3QcO9c54m1yxOXRxG5L4mou9XsVybZoi3BvpIbAGzu"
    "Epv7I3Yt+mVCRl0WA6TLFCZSao018jmLTMU8z4KAdgnaFaphOiVRKKS2luZ6qaO3TvCC/p"
    "b7GQufVKmt2+N2aa1uhIgiM+CFbakXFppAH833tEAry37mkn9zM7jgU58DFcgPAst8y6An"
    "KIIKNqP+tNEWkF3cw19a7BxI1zIJeyuPA2urqBDVtbZAJWqsSlQ4OUCqJsuD2tWTkK+LH+"
    "mCKOehzyJByipLGZKKyhVCCMO8mjkb9jGahVd2GLRbI7u7TdoQk20VCkZt+4xaSK9QxMSF"
    "7Pej0i/RQr/tzfNV2ip9drhVtP/16f5XvVtyB+/eMENYvF+GneZh02zppil6PsGLjiU4ob"
    "UBysKaMvePXloN5EebDvJ4zTPq9Y1N0SovPJ3ZpDeaXuqTsKNvaFMssBs39R1MpzdRU9+w"
    "3FCRlqzQqqYxXj51lNgpRpVenvTzXaqqR0eCbtpS3ZRuvFRuojLIomC/lt6vPSzc7SoDUX"
    "mXVtY8cOliLkB3PByolmlzRfcVg2qdd2JJywUYUC9FfeRmf8Cc07p3Li4JDKiXW2BEac9A"
    "gPKXLTTiM34LCiKQEAGaz7EndIRTioCTDurxrZLtadvYrbY+0xHdnfYnG3tEC1SNTG0wRj"
    "ui506+6LzJti/Z9LsxFuv7u0EA4TIdYhzPR7bwaeUFGOyWEk3eLF9IK0zGwzSXOhArIL7L"
    "4ZtFocoC3htIIyjPB5Q+1IgnfSgNJ30oRpN8em9xr0oeBYuIRAE+Eu3qlSKAb3G+Lc/wVs"
    "i2jbvAswjXujx3HBsjUhIn4uGLBWj0Bq+1vmyuHLgAbTwe5mRxPiiSfXN1rk/evA8FQwdZ"
    "fkl4wiKPjjXHxtrFC+ubyMzfRh5uXe90GvICsBD/74LHkWcxB6T8ZtZvCuvx1DUNqpJYnD"
    "OYqxM3ttFQqaVaDgecJQlnSULhG5wlCVI/4XLHqWOb42B3D/Xtcd0d4YgnfHfvOA+GR5GG"
    "Exy/mboqKdWtDVCoM+ujKqRf8HPVlC8M2jXf48qHB/zcwCRQmNcV8zp7/Mydbc35yRNV3X"
    "3yOOju09XkuvuA3twWDQqawbTBxaCaxrBbXRDRFRqoJ0CxSB014Y7aRfQphW2RPA4KRqQL"
    "RlQxBVtJfmwoMahseXkGC4KQFoQa+ZqtpB6ZK8sXjcSnoAOG35Pd+WSj72Fpgugsz4DgiP"
    "oXLvSiiZoFGOT8yOT8KH+o9KmEYtcu9zj6igZlG0Q7+5Plc+ORH3C2uXqNVFL0AVNwXEwV"
    "nEeciLV2O5WJPtUnn6OmKdEdbkmvPxt81s801qzxEd+Smyn7nDWZviX93qivD4fswpz9et"
    "tWpc0K9M4WW8BPwZG2Jd87boSiUu1PQKAQySpES8qPiCaUjAcVSCrt2SKexVM9d6U7pzhI"
    "cxYwtDa9rSWaunKwL9aeTucF4CtPD3jty3BZwLWeRwgKl2+DzQ0KQzJlG6U+v0dkKR5WyM"
    "GO7Nae/mZfRH+9uQ3PQH1E9pu/JE6x8EG9v/z1tvPXk1B/VYvgz+hz747ip6O69bL+Ijq6"
    "EM5vYzgf2m0csiyeUrN0eHXxFX0IMhiwpaXb4IlQ/tL+mi1nHOLDB3NbQIDnBbZ1SIXhW3"
    "HfsTyFP0/HowoGU1iRR2vua39otuWdoGe5gkLGR/VKUVwUunkDid2A4+eM2HTWmLNC7/J1"
    "5rHg7xRYOOZojfgdkcrtzAykSdlT+yt8jgky6NQ0sWvFgViBOV1yB5jZIilTyMae4fnIFX"
    "aeFaAQCVY5EhwJCxPOO1ZHyjEQZKy0jE8vBQc9Iiu6g5h8O73PvcGwdz5kKTfJPW7JdS/K"
    "u1mjOPNmOA7/ntuOp0rODWsr53KzA2JjoiRVMgNrUZzvQu8PrnrDN993PxT2soT8794VGa"
    "bqwL1lmjI6cooDLUJEi3BszsZSnnIdDz+cXvzuRJTieyxEZDIciCwSCV2q9konJFaUU93c"
    "EDskVrRR6lAxe+zEiYIstgVx6bjYWpJf4rBF1qYrcJ+mO+T7eZ2YMP5MpltyNZ3LLnrapE"
    "nkZiFlgf5YHOms/d6037vQO38eLymFnbuLwlBpZVZKcVh3V1pKCoC0lJampTiuKVHfnUXB"
    "ki1d6vFg8byq9ZxuCVbl/KDOde/rlT6aMbfa84qur+zY8MubUVj/xnL5b8nFYHp9M9PPNN"
    "Py1kHkpDq+p+0E/aFrTMx4gReSkD66GIw+UQlF+Fsyven39en0TPOC8NS4W3LZG4QliAtk"
    "2dHR70yG+kaKqvhH167zaJliR3VkMSq/SsomIcVvtrGiG78jdGLHNhKSwCSSwMRrf/ZY9n"
    "NCs7+k7idwXUzmYicoZTCNWDPyC/PHGuvyx9Jl+WNxVVat4k8p57XwfI3VJCk2OdiWs2k7"
    "nlT1ZAHXchap/rRaOz5bEkWPhOZAG7GiHlwLi9VYg66YmG1OYqdectGgjUkUntgWU2k9PH"
    "fFjnvdAgL74uy72LRcPPeNwOUcJlVOfhEH3MvYga5M8CcHg6Yxsp5EF69tNMeeMP8FIEhA"
    "VgLOk5xSXsC1XJU8UgQZZvDZURuOA//hUow8sfrZFAEai7jGwsIZgStkKGUgwLg448QRa2"
    "2XjAeuZcrxfd+WysDLI6FwR+XCHeQ9SEg4RYF0VZauiymlnqS3nwduUflPSfgkwBLvS4qC"
    "90Xl92VpUUPQCNYc+6WqeisLg+ItgeItKJXpQKkMFE1AqQxI/bQOdA9LBRbY3VlOsBnTrV"
    "NLsIhbNUEhQfsKCeIep5Jn9UEpwQudx1B6d0TyT+AkrdfnfG9q8MJ1VobUsZNFZJPoPfSx"
    "fI6cCPI4CAZKr+crZAnlMG0AECyRCUxxMyZvbgYXZZEpfpJkEFjmWwY7wYWmgvQo5z8yl7"
    "KGUPhLiwvHAybGPfLueQsHQW6JuzqPK7rhnv2oc35zKD2PW7du5jGdxueDUW/ylT+Rzzmt"
    "Xs+/zvTe6ZcuOguWdSx8mOL48lKfsCrEGM+OUuzr1zN2Cc3neO2zaxd6fzgYsWsmntsWYd"
    "eYdX8x6X0ZnWlPln9vuuiJ3BL91+tBeD/8bW2F99OjKkesTolj9GiehLMoj2ygs+hEnEO1"
    "AhlR10EZR3AWCMEqpWUM3n7w+x7Y73vjVft808+7O/y9zMgDX29Lfb1wltEhC2soZWLVfA"
    "kAPAHibIPf5ZBss11EdDHJYoBzibR3+hSGKOk5ELAuUZrq2BzC6zllEuwBXTLzwPOdVdQW"
    "ScQn07+ZzsZX+uRMS+5wS8aTT73R4J/souMuEbF+Z1en/d5oxK55c0QIu9K7uBqMzjR2QB"
    "lRw9tieQZrj/gocTx8ioNj1gSOWUOe9+RQQ4fvP67qJVUAwholoft889nWahthfFqojRoH"
    "ChJ4iQSEOqkVYMC8OPNh+MkzHpFtmQbLIxB1ynFvAB5YlT2w6AlZPhUZdq2FNUf802urD1"
    "Pl3wGKCAT2fKosLVmhkriOtYEB3wJ824gsA7SUtkayeIV3mo4+YpFbFgBmod9bMvuJfvW9"
    "jGHxoYZd8aHUrPhQtCoC8oQIi98wzxEnUt9zXVSSJLENLUig5nG4ckbh3xcBCbvFa3eBZf"
    "sW8d6y7/uHoJG4Lx3gX/8uZvHQ/xoLx46j9SLe6QxM4TmtrPYUOkElqC/igHtx7qOTKmTi"
    "yHkk6Koq66pQatmBUktIvoBSS5D6aaXcfMYkwFU5N5kB3R1JN49sKGTdQNYNZN28tlZtO2"
    "UOwXLCsxiwZCR88HTr/F0w2SmLOWB8/GbWP5LXY/8znc5ZPzA5rF/aDiqb6hlQgfYFQzVq"
    "sl+Mb86HunY90fuD6WA8yms44Yd5p+tE7w231hOylKA5iwKea/DsPBGZ8wwzKCgali5aBQ"
    "fssdUVCfY5UJAAuGEPIwmFXAnghj28G3ZtI2KIc1qEAbHg326rpxP8222UumL+7SkO80J2"
    "urlz47p1vN3sRDQGAa93S73e0SwQlUEWBQa9tEEfv3wi5mQGAoEHCTvym5CD8NsLHIMnxP"
    "Q+PIOcc2kriOUdRQvEcol1Hb8kVFbBbxYENNehGZElr4S0guMNAgiuQ7BHDV/DW6N5rIjW"
    "5rkIBLrrLRtPUmwXcEB2Gdnq2Ihf8N0Ue94OC7E4qrvDPnzCd9Q6DAFgHbbUOpTqUQwdov"
    "dkG7rYl+j0WgBCq9duwVCs2+rVxI8Wr21xuXGeIiDEK26aQ1ClfAlqlns9nx/nUe0eYyIh"
    "9yK2gZI/EUnXiu5Dd+XGilkpY+jecR4usG09Yvd5h0W0PbS72yxiIDoFQpQFBSNtNY4wMd"
    "eOJXMsVB4IRpK0kbTCnkdXAmEJ5HEgAGkBhJxtUV9RTxKPh9ilhIHkBXf/wXOO8lQRLk4h"
    "QLk85cILTB4HC4z0AnOkgxcVc8Uch3tnPg9cV8ojU4CCxaacxXbih1qtqRIdm2YC0u1c66"
    "OLwejTmRbjWf+y4eBzdNBVbNKxo6kue4Mhu7RAlo0VOZwK+T5erX2OnErXwSzkcJvQu9dd"
    "BfeWxU+o2iSxtmVgUE2k9LIWveNGQHzeoRPVUt4Cg6xVlnUYCoiXO9lIQh4O8lZZ3vRWa/"
    "rrsFGmu5TuiRxkg0yEvW2O2HUdsR71CQBi3xLlzYEbVYmvRKZyAQXTGCo125tUoFwIUo/D"
    "PDVCkPmh3ZohyCSOBBHIlkYgoRvPEb2jgSt0kGE8HKIwMv3PmTtfrJV/CjlgC//jUb7VrB"
    "/OVjvwuR+m5bHfbxpUq/J41Xr1nOmc2yhsT3XGX8JDBsMt5ZZ8otrcmbZ0CI486KGnnbnQ"
    "E0/90X3oUXK8yLqdImDpljle2cWPlhN4hjjzHKjCr8KpSEDOG156E/CSquwljddew7MIr5"
    "KlWuZbYJC1yrKG3nkdcByC4xBavIHUT8td3MOuNb/v8B3E8YfdHS5hlA5Txg/cFifwC7ec"
    "qt5sJTs6cyWIbumnaa4WTgr9/vsaDgE6qvy0UPZZIa2OvlcCDMfDG8ju+3fv6rhb3r0r97"
    "ewzwpqlEN8TDi76c/T8ahEf0ohxW3UmvvaH1rzXLiMjGrDv2jjFzZBdoPzYzel+fP/AQLb"
    "QGA="
)
