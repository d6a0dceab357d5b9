"""Price tiers, prices that buyers may raise, and tickets that are given away.

Tiers stand in the row of their ticket type, so that a sale reads them with it. `tier_price` of an
event is what lists show while a tier is in force; a job keeps it, and no sale reads it.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# Before the triggers know the columns, so that this is no edit of anything.
COLUMNS = """
ALTER TABLE ticket_types
    ADD COLUMN price_tiers jsonb
        CONSTRAINT ticket_types_price_tiers_are_some CHECK (
            jsonb_typeof(price_tiers) = 'array' AND jsonb_array_length(price_tiers) > 0
        ),
    ADD COLUMN is_price_open boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT ticket_types_open_price_has_no_tiers
        CHECK (price_tiers IS NULL OR NOT is_price_open);
COMMENT ON COLUMN ticket_types.price_tiers IS
    'Prices that hold until a time, or up to a number of tickets, in order; null without any.';
COMMENT ON COLUMN ticket_types.is_price_open IS
    'Whether a buyer may give more than the price.';

ALTER TABLE events ADD COLUMN tier_price numeric
    CONSTRAINT events_tier_price_is_not_negative CHECK (tier_price >= 0);
ALTER TABLE events ADD COLUMN lowest_price numeric
    GENERATED ALWAYS AS (COALESCE(tier_price, price)) STORED;
COMMENT ON COLUMN events.tier_price IS
    'The lowest price in force where ticket types have price tiers, as a job saw it last.';
COMMENT ON COLUMN events.lowest_price IS
    'The price that lists show, and are ordered by.';
DROP INDEX events_status_currency_price_idx;
CREATE INDEX events_status_currency_lowest_price_idx
    ON events (status, currency, lowest_price, id) WHERE deleted_at IS NULL;
CREATE INDEX ticket_types_with_tiers_idx ON ticket_types (event_id)
    WHERE price_tiers IS NOT NULL;

ALTER TABLE cart_items ADD COLUMN unit_price numeric
    CONSTRAINT cart_items_unit_price_is_not_negative CHECK (unit_price >= 0);
COMMENT ON COLUMN cart_items.unit_price IS
    'What the buyer wants to give for a ticket, where that is theirs to say.';

ALTER TABLE bookings ADD COLUMN complimentary_reason text
    CONSTRAINT bookings_complimentary_costs_nothing
        CHECK (complimentary_reason IS NULL OR total_amount = 0);
CREATE INDEX bookings_complimentary_idx ON bookings (event_id, id)
    WHERE complimentary_reason IS NOT NULL;
COMMENT ON COLUMN bookings.complimentary_reason IS
    'Why the tickets were given away, in the giver''s words; null for tickets that were sold.';
"""

# The trigger as it is, whatever columns it has: a list of them here would undo others.
NOTE_EDITS = """
DO $do$
DECLARE
    definition text;
BEGIN
    SELECT pg_get_triggerdef(oid) INTO STRICT definition FROM pg_trigger
    WHERE tgrelid = 'ticket_types'::regclass AND tgname = 'ticket_types_note_edit';
    definition := replace(definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
    EXECUTE replace(definition, '{before}', '{after}');
END $do$;
"""
WITHOUT, WITH = "UPDATE OF ", "UPDATE OF price_tiers, is_price_open, "

NO_COLUMNS = """
DROP INDEX bookings_complimentary_idx;
ALTER TABLE bookings DROP COLUMN complimentary_reason;
ALTER TABLE cart_items DROP COLUMN unit_price;
DROP INDEX ticket_types_with_tiers_idx;
DROP INDEX events_status_currency_lowest_price_idx;
ALTER TABLE events DROP COLUMN lowest_price;
ALTER TABLE events DROP COLUMN tier_price;
CREATE INDEX events_status_currency_price_idx ON events (status, currency, price, id)
    WHERE deleted_at IS NULL;
ALTER TABLE ticket_types
    DROP CONSTRAINT ticket_types_open_price_has_no_tiers,
    DROP COLUMN is_price_open,
    DROP COLUMN price_tiers;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return COLUMNS + NOTE_EDITS.format(before=WITHOUT, after=WITH)


async def downgrade(db: BaseDBAsyncClient) -> str:
    return NOTE_EDITS.format(before=WITH, after=WITHOUT) + NO_COLUMNS


MODELS_STATE = (
    "eJztXWtz4jjW/isUX3amirerO91z2dTWVBHi9LBNIAWkLzOZcim2IN4YmfEll9md//5Kvu"
    "ALsrEUAsKcL92J0eOY58hH56aj/7Z9y7jHvkXmb7qBafkDZ37pmNhun7b+2yZogekPpWM6"
    "rTZaLnMj2DUf3dohDrHRuu2EV9Gt57vI8OkHM2R7mF4ysWe41tK3HEKvksC22UXHoAPZrV"
    "aXAmL9GWDdd+bYv8Mu/eD3P+hli5j4CXvJr8t7fWZh28w9umWyvx1e1/3nZXjtzJr3iX8R"
    "jmV/8FY3HDtYkHT88tm/c8gKYBGfXZ1jgl3kY/YXfDdg34A9YPxtky8VPWw6JHrKDMbEMx"
    "TYfuYb3+rptbauD0dTfaJNdb0twJHhEMYvfVQvJGDOHuH//nly8v79Tydv3//48w8ffvrp"
    "h5/f/kzHhs+7/tFPf0cPk7IV3SrkrP+xP5yyB3KoECPxsgt/hxjkowgVCiNlH/nr7J9TBn"
    "1rgfn8R4gC/2YMeZP8UJRGwn2VOJILqTzSabgLgbgYmSNiP8cToYLraf9Sm0y7l1fszy08"
    "70875K071dgnJ+HV58LV7378Pi+c1U1aX/rTX1vs19Zvo6EW0ut4/twN/2I6bvpbmz0TCn"
    "xHJ86jjszMnE2uJqzRkRkpG77j6qJvWha1+X3jSDh+NGUEvMM3Lsc9e8415qf4qZz3GFFg"
    "nX6ZA3yvqt4j7es09woNP3fHvV+74+8uu1+/z71Gg9HwYzI8pXvYG4zOCoR7we1/sMHRa+"
    "WMZyBAuTzlwhomj5PSMapRvx8lgx8wEac/iwIFL8v9LZ45Ll5n/t+T0ZDPe4oomlGW4bf+"
    "17It7wDZryCSUVGtdIr6pWADsRsUlQ6a+dgVoX0FANblWTcc18U2Yo/J1Tfli+w6UmqtPR"
    "z+t7bUMt95dp/x39iFW2TcPyLX1Nc+cU6csrHrHy1OFsUriKB5SCT7xuz7pdGFM8e5p/9X"
    "BSByQzob4g+30WAPwg/HGX5w8Qy7mBic5bNckeRAYK9L2OuBh8XDARkQWOqHZqkD+eyK45"
    "oSEz+LAjdJlvs/A0R8y39e576U+CykSbP+5N2Hnz78/P7HDyvCV1eqeF7n1Hd8ZOto4QSE"
    "F8fHhrVANp/bIrToE0XYN/E9DpDrCiLPtV7/sjv47t2Hzkm4hNIF1PLD750srh/efl90fA"
    "KXGR2c+du7Q26Jy5PBNMJQoc7Bk25jMvfv6K/vKzhOiHxfdDTjD07YJ4Uooo/8wOPzq5Fg"
    "EXLcp8+DYtsvH0tcoXfHdHuJiRn7NAJ0t6+04Xl/+PG0FeNvSG80vOiPL7Xz0xalfGa5C2"
    "zSq91hTxsMwqvsS9s2uzrWLq6H5+witYQD+nj0mvb1qj9ml/DT0nJxNBUFxfnuxxryfFdM"
    "Y6UCZR8VQmORe6ezrKBonrGIbWDG8UAyjAknlSnGaN55unhCOY/cgpgVM7eaJGXL06lbjp"
    "nO4djQjmNjREriJnlkQcz0ZX81G2N1ZbeyPRuNBjmxnvWLnvn15ZlGNWrBBFk38wxnsbTp"
    "3Cc+cp91FyNPLKFchof4q3joJFpydTPgLGiVL0AeCPNfYP4/YNfj1lCUeo4ZxO4cx3evZX"
    "Rv2Ws0qAag31xiqc4jG2iRNbgGLFiaklLPI0HqqktdnXRhD1Hn0kTuBcZmVc5wfVxnQ+LQ"
    "iBH6jEL2mD5UI5MCmcS2h+ni5Ot3yLvjCYNQy7ekBi0PLBpmzz72DlClVfEbV3qstBe1is"
    "/6w+74G98uPuNUhpx9m2pdMCtggdn7AuP655ZnsCxG9QJTHLd5gXF93YwhsMDAApPMBWFh"
    "FIBNSmTuQCRq6Zq+jxeb9Ew6ppaOsehwqH87UqWihnY/GmUChViKkB/pwxAqLIJ1LAgCqr"
    "IUiq971JulM5NTydJ1XVQahkhBBVZrbkyRq2D51ywg4X7T1m1g2dRE8d6wv/dL+5XI3jhj"
    "f/+jWKxMLF9fuhavSLyyxC0PfHGB2+EkPpP6tpO3nQ/169sgfHMk4RvICh2j1BVypO+wcd"
    "8nlX50dkhnkxvNBut05QIv+ji9aHDl9u/KSXpxQP8L6bc8j1eKVq55kvFN4nx7rpuBCCkJ"
    "yVW0j8mhGrHRY9dllYxCCdaBcnnK7+n3FOE7GQ9kS5ANffYauR9izt3YVP4OJeOh8h6aFh"
    "yQkcn2LnhRkLTuTM9AYLLLbDMxsPUgFZgrQBu4gkBk7pUic3VK6cTK6BSooIPY3D5jcwad"
    "JiLrRjIevAyJVcN5LAteVPa3eSwNXkB/m9o2Et+drte74hBc6/aVNu5pwylrWuEamPg35K"
    "L/lbWcmFlPqjSceEA2LxpaWSawwhxlC5wT1VvgqKZcXrMDDrRx3p/+VqAkEeQQqWOLej2u"
    "sxB1fPNIaCSjcuA0khV1DC1OVKmOmFdQkLPKcmarZeBhTi1sqTLNQhqkRreWo0740akdzn"
    "7g9MDfyG0OCySvk0y54dgAVWmGHecY3h4IkSa2sVyBaR4Jal5lNQ8dmrb60kAtfjnVzcr9"
    "QC3+MUpdnYyfxmJHVem+zIDOhlxfGIeCRN+RJvp8y7eFMn0rgMpZD2VTfdnHFCC9AGtCRH"
    "7XzFMtx8sxlXO+AgDbkmwLB+SzqAaFNyClXbWV3QkNBjEJtHujYU8bT8NjFwzs+jfkcvS5"
    "r522Fs6DhW/I9FetOx3T3+nNke/SK5OrERvvLR02mh3coI01epPo5IboZLIbMqLA8Wkrfa"
    "a958aZ+a8n9r9QICYLbKBzcSDORK1ADCam1BkMKQwErLSAmQj+coigpZ1idqiPr6c9QW2s"
    "rBVioCUyxNrkZCFN2nqwvSBnTJBuefRhXVayzjHyqo5UKLkDnK0gcLaCTGOd7fXUUW2Ob7"
    "tizrewK9W7KA+E3kXVNNvOI/bkmkQVoWJUr4cGG840nIL42jWgB3gKIjJ8uvaKet7n4+4F"
    "9aNNF82oH93tTfufqQ8d3Yv51ZdXA20aHYi4WIalAPwDEdXwrln/vjghIiW3FL5DwUU3tU"
    "Ul91EbauPu4LQV49mRlBNt/Dk6ktLD7oMqUlmiZ3bsmaxUMvAdSoXErpqISIbU3aQkU+QN"
    "GQ0HffabQ2wrvtPeBcFuH2UNpevWePAGxXa318MG2djT6Yx2hcNABSjUXKkcCYqEhXkh+j"
    "pSxtz4PMhYLRnTtZQ6JuyUK321zU7Au+Hi9+O1v1bB6rZd9ixl8U7HF5CeucPR0f6DSKCE"
    "LvAut5lOdZgkAwN+N/BrEcMOvNhTEwizrmEhwCoQYPWxu+C48xXZmgQA5SLiiRobkXmA5p"
    "wpXs/jy+J36PJhIurwacPTFiY35Jw6emZYp8BKFNRw9pBtO4+e7mK68rmcUGGltlkHg7oR"
    "UDcxffTvEm/G87HrkJ9F75D9pGj2YMln5j+P83JlnyJA20v0u3HniFh/yfS8KSCblKHfde"
    "MEx0e2TvXCPX02kY2+60DYPsknNwl9eo4tsiuVDwaS+SS7uKSyu9oDLWKPzg1997NQQUQ0"
    "Ge+w2EwuwGAOr7ev8W2sz+g7zgsSbtiFk8GBGSK7R0Gc+yIOuJfZBwX9BZqfB4H+AltdLK"
    "C/QDnVzdppDv0FjlHqAv0FuA0QPY4bfxbDLz6NsY1KNhCnfQOm4U9Ten3VPODA5sTfyVuQ"
    "XE3mxi5aMlyFccGNjRmywzp12jPoUcCxXpeG9pBi3BZ7N1rIa6HW451j41P6w9Iy/MDFLc"
    "trsSczW7fPrfD+ndbMcRfIbyFith4t0797U8xJbO+uL+gVsYtOq9A3ok7fiEiyIm5TimhE"
    "NfmuPabw/RGwpFfjmxQj354p7RCfWyJ0ZhHklhz2ngEV02vPftT58sBorVILbApmJzGdw2"
    "f9YXf8jT+Lk/FZO+js21TrUuYVa5w0iQ5+3LhM58bVW6fjMyWhndKRLotwpvEeU5pw1NxO"
    "qVdHq1+ge3wVbfqpUuprwzbp9BkF6PFuIlDpR6rSXRx3BxJxdnIg8Hck/B3LxIul47MdyP"
    "o95pQjlpPPgYIIJEQQ1hOynb0O/5DvyrNV1rCwukobNo5rUiNFShFxoPAuyJwEvmDnYXIy"
    "MFVVRinoKFuufFD9kDLVSH31DhVCqmMFaAS3u1YYM2TZgStEeAYCNUXijOOnpeViqT6KOS"
    "TUFKlcU0TdcRkRZ2AgX5Xl62I/cIkeuJwT5qr87SwKtKdEr0woLmvq66VWoHaMZwExN8Vp"
    "s6M6dcK0bgiAKC1EaSFKC1HaIxIBRGkVidLGiUJhIeRxIABpAUCMFmK0EKM9YG4hRtt0xr"
    "3AMDCWOuymAIUonmphBogmHYWY1YkmfaRCr4ojpZ93NkSQ5iiu34fQ0fGFjqBme59Os+NZ"
    "/NNwy/3lDKRJzG9tc1P4v4BNm4wHH0Im/Jbuv6bagLMDu+u6qGRDGQdbkIFtea82o9v/mg"
    "UkjP21bgPLpoui94b9vV/auxdNpCx+/0OpbQX9NEL9CT9XWRq8kZtsjkL8G8yPIzU/YNfS"
    "3owPwYwVZKleEGqjD4PdpWuJbrouAGHjdZH/qo3XuewI8R7FuhynCJjyUFEFjZu20bjplU"
    "3WATapttRYD/4qe3Vt2CZj1Q4BOmvub0Gk7FhNVXFN1lgNdiAaq1ayBiqIVPFHLN6xgPWO"
    "wEmwKptq7avut0ttOD1txTVP7Ajai+theAAtK99t1xPOax+EYxj8QqJ6ksjAlRbGtN/7pE"
    "0ndCGL2rTfkAtNo7/OMKY/T7tf2S8+emK/XQ+7V1eDPjsqOCDUUrAtrIiwog3O4geJmBBA"
    "2dbGdMvHC1kJpNAGHQq8YynsKYEJ3J+GB2uxc3CE2c/jgH9Z/vMpNEHbdQ0LcoDaa6i9Vp"
    "bUrddeqxO4u0SWXRWxSz/vbAjVLehIiNAdaYTOQIEnVPuzAjRCQew6xdP4gM3ZaPSpP/yo"
    "90bDi/74kvn/ieVKqZ9Z7gKbN2Q0PtfG2TGRc5cZEQd+9LF22R/SwasIkO7iBXtmNx1z0e"
    "0P2E2SEWzLRf4e0+vxMDsi6v6QHdP90u1Ps0PQI6JrrFkMON0Q7TMbTyfC8CMbH3lFxh0i"
    "c5x+2h32tMEg8zmTqB0+VRxFyY5Jjr3Ljhp3h5MLStLogv4bDooP69WdGduEvLqT/rH/mZ"
    "0SHRunc+uBnRcdfzbWehr9ePU36Dc3MB1B0ReUV30V0plRTvVVXOezNu5ffNO1S8rsaesB"
    "u9bsWcdsoWB8MNlfdSeTL1SMjBeP3neJPO+RSlEmxvP+pM7CfFK+Mp8UjZ+9lMiAWQ+hBQ"
    "gtHDH/e4osA/dpaEYyogPsv5D9/SeEQQ4JlzMJJVQAggRkJcD21wecTR31XLwUvTsnr80c"
    "nTgmJOLpMYeJenqnrRh/Qyba8Dy84mFiJlem4a9x4n6ixY6UxzyQj93Pmn59ddqaowesB0"
    "uWNf40HH0ZspzxPXEeiRoZY+T7eLH0OVItfZ+yEDjEfG2/GX7yJapcM7DmbeZvWIVrVtw2"
    "8nwdu64jVEyeR0HvDPFg4wJ7Hprz05zX1/1zPu95VIH3ILDMNwyrTshxG/RHEaboFclO/v"
    "CbQpE+qDAvDAmLt6BJYc1bsQ5EvKUVzWrlcun/m9K5qyGdGhldeg2SupDUhaQuJHUhqQtJ"
    "3QYkdaHt0j7LNWc+naWSWRYOuDFBsR3LAdzPcoE01/00HYIlRJ6BgfsJ7meZ+zlidlrfx4"
    "sqB7QwqLPBBU13a4EXeqReKGy0PL46PCA/VYl73WMGgmBX9lgRCQJgV/4MEPEtn7MLrZT7"
    "LKRJzG+teoJ+L19fuhbv6LLK3ZN54FHuoDwR2EHpBbe+4yPOsaKVLGdhR8mxyC5V0/LC3i"
    "e61HZgDno/jL9WjGnbdM8wlmM6DwSSq0j20ZPuco9lqqQ4Czs6gn8Q5FdqEueBR8ex8CS2"
    "iGEHJubYzhtpzkKB6Eqima0gOZ8LULA2OFwrFmbdGGIVCK9CZPVII6twdvVe6nzg4AXYVl"
    "V/W9Uy2gTVFpND+yrZRLVMNlFlKqoytVS90eXVQJtGVxdLG4d1TZn6o0zdkfb1qh+WG+Gn"
    "peWq0ogzLsqSFWoGrrI2aw9HQ40CHYJvyGg46LPfHGJbBKshBmgU9hqNwiCQCIHEBnutEE"
    "jcUQwGAl0Q6GoI0RDo2v1qKOqtFoDQB0TWYV0RaTimUJhmDQg73yVOUnOIjwxfFz3YuIgD"
    "7uW5D3cWyZC/AgL78uwvKXNSU38FBPbF2SdOfLpoXdZXAGBbnG2bMqO/MIpYvIfCcmj/Oh"
    "qOrsM4Ln1EJ3DTjazaaiurKsHdKNLsSWxayiNh35Jq+5bK7Cx95thcH7qeuZWBK/wOKqsL"
    "c8bTC0RRxIMsxGVh4jAbJ7NhM4cE3aey7nvArse+/pqIS4MrGcTuSgHevZIot72rATa2l1"
    "Pd3I3twdKUlHoeCVJXXeoK1WEG/q3zVFmImRnR2VSJGY4NhzWqErPOGwKlmHDCfTONu+g8"
    "AhEHKkU0oiBq1z6TF9z+Bxucl6mc8QwEKJenXDhHnMdBUbN0jhjOytot9+qYoFfI887xg2"
    "XgKjO0OGqTKcraNVL5MABsDTpSezQSv8gymiJgFZVYRfd28JhqxO9nDbU8L+BM93Jtk4xv"
    "EudbC8IuA++OKv17LOT65FGgRWTSdxD9hjjozo3QsOpFY/5EtRlaHLfZEI3arYeuCpiiR2"
    "qKLl3nwTKx0KFfWQwsJBILSUKgXh5c2My+XhFjADHU8gr2fyCuaiLY05ncgW84YpsAMhCY"
    "+xJzPzmNRMKYLUDBmgVrtrY1G69dA4dq1kpzdn3gRns2WRdtZ65bZI8WLetkgvU75N3x1h"
    "SC3OeSnE0OV3ivbp/jTQgHlf+vWhqYUsq+NFSrnfWH3fE3vl5LxmdfiLNvU627wcK9dZ1H"
    "1t5HXB5F5LYkou5Ss12ZZLfcCPbBWgFgcZdY3MNjwywxpy6LAdJltpWxg8+XyOcomYp5ng"
    "UB7RK0K7SH6ZBEoZDZWlrrpY7dOsYz+l3upix9UmW2ro/bZLW6ESLKzEAU9kijsNC0cm+x"
    "pxlaWPYzl/zr6/45n/ocqEB+EFjmGwY9QBFUsBn104uWgKxyD79psYkQ1WUS/lYeB95W0S"
    "Cq622BSdRYk6jQ6VhqT5YHe1cPQr4ufqAKUS5Cn0WClFWWMhQVlRuEkIZ5LXfWZx3Gp+GF"
    "HvVTq31a7uDORsc2hCUHyrNGeeDeHql7K9pe8UVdFVXTYlDrflTxBDjTeY/kU4PB4+0Irt"
    "dmLkWrrHja03F3OLnQxmGTubAObYbduM9cfzK5jvrMhXsoFOkzB/vvG+O6qGPETqj3U2W3"
    "pp9vMlU9OhJs0yO1TenCS+UmKoMsCtZr6fXaw8ItPDIQlVdpZd0DlypzAbrj4UC1TO8Ouq"
    "7o1Oq8FavEKsCAeinqo60Z95hzZNpG5ZLAgHo5BSNKewYClL9M0YjP+DUoiEBCBMgwsCd0"
    "qkCKgPbN9fhWyPd0bHMUbN6VvT6us8EXfcS3d45zr3sUqTvB/rdnqxLPPFpXVZ1ZH6UAP+"
    "HnqilfGLRpvsdpB7r0NDACA/O6VghmGdzalsG3XKrqBfM4qBcsrqR16wWhBKX8BWlWCQqU"
    "l0GOZvcWw2ZzQcRWaKCdAJmaOmbCLfWL6FMK+yJ5HGRroLTlEMmPHSUGla3tymBBENKCgL"
    "16e0wXI4lO+CkIOrG/UPuIFvIWYBDoFk8sHEDv5EM5vW7pcruun2PDWiC7JMbk8vuumxHo"
    "TQw+QBVeQd251utfdgffvTvpnITzls5ayw+/dzKjP7wtFnmy7lUBJwNWr/Y2Re8u/dimfj"
    "Z2H3Ai9doVuGNtoo0/R3W20R1uSLc37X/WTlusJ+QDviHXE/Y522x5Q3rdYU8bDNgFg317"
    "21alMhf2kIpp+EMI/6zJ95YbV680VhMQWEyyFtOc8iNiKiXjwUaSsZFYw0eLZ5ueOY6NES"
    "mzlTK4Yv6IAl9r4Vld2XH+aDQa5Lg/6xfJvb480+gSUlj04SBgSBmFCwMcBHyEUjfuEJmL"
    "Bx1zsD0HvSZ/2ufRb9/dhD0XH5D93T+S6ET4oN4/vr9pf38QZoZq+b0pfe7NOb50VKdeTV"
    "BERweSfceY7Av/FzCfk/FQvCxzsBWlZu64QoXjWQz4LNI7VEQof+nWtyNnHMK/rxn+DZnS"
    "fQu7nBjwvyejYQXBKaxIs2X4rf+1bMs7wLhTBcOMj+r5XZzKBbOe3YATBYnYdJa8oyE3RU"
    "LyWIiGiERD0BIZls9ZP8u9owykSRUBW0vWJQTpFjsu27XiNI3AnC65A8xsgZntIRt7uucj"
    "VzjkU4BCnkjlPFEkLEw471gdKcdAkLHSMj68BD16QFZ0BzH5trufu/1B92zAEvLJPW7IVT"
    "fKyi9RnJcfjMLfDdvxVMnIs42fAnZEMnx3NsTbAzEg7rAQkclwILJI5AP1zbiRioruSCsE"
    "VKFB6hSSaJA6PU6pw46ZfadGC7JYF8SF42JrTj7h5zX7t8B9mtDM9/M4MGH8nUy35Go6l1"
    "30uEqE5mYhZYF+WRxFCXrdSa97rrX/3l/aOT18vTLvXBzW2ZR4TgGQeD7SxLPjmhL7u7Io"
    "UNnSRbP3Fi8CVS9AkWBVrgBoX3W/XWrDKQtBPC+ofmU9uy+uh+FOgllAVIlBHF6kaImJGa"
    "tzIXlow/P+8COVR4S/IZPrXk+bTE5bXhA2aLshF91+uHVjhiw76rLOJKatZKZK5GjpOg+W"
    "KdZrNItR+cVRt6ggeo/1BV3mHY7uqqB+DQlFHRJ9FxdOwDPrK6s6UtBRlnV8ECjrMALXxc"
    "TgpLbZYlASp8pgGqFU8pr7fQ3F/b5Ub78vMpwsIrrUVOag9zOnXyuave0JTVe7xdLx2fwU"
    "7ZXLgTZieu++EC8yOnQ6eTHTFEKVvnw0rJ0SZb+2xQwQDxsu5uiditrfIhDYl+iTjk3LxY"
    "avB64tQn4RB9zLWO2uTGA+B4Ot0bJRnj1lRYD707020QP+T8tPKKzS9y86lVAx1net6VnQ"
    "LnCFDMwMBBgXZ5w4Yo0vkvHAtcwmMt+3papK8kgo3FW5cBcK8NpQgAelWFCAB1KvI3WF2m"
    "PEh3NvLFJajenUqVCaxZtloTzp+MqT4t4okh3AoUDpMENXQH7IlfqtkF+f862ZwTPXWehS"
    "zeyLyCbRu+u+6o6cCPI4CMdK6/MFsoSybysAhKtkQoPcXP/1df+8LDbIT+8HgWW+YbADVD"
    "QVpEelQ5G7lHWEwm9aVBz3mOh3yLvjKY7yMxPzODgzsTiR656ZeIAl0s6M1csIN7sfXVxo"
    "Y1btHONZq/uedjVll9gZ1kufXTvXeoP+kF0zsWFbhF1j3v35uPtleNp6tPw700WP5IZoX6"
    "/64f3w09IK76dF1dRYnVLq6NE8iWBRHtnAYNGBBIdqBdajvg8ygeAsEJInSssYov0Q991x"
    "3Pfaq475pp93NsR7mZMHsd4jjfVCD+RdloRSysTq0BMARALE2Ya4yy7ZZquIqDLJYoBzic"
    "JD+hS6KOk5ELAusanCsTmE1wvKJNgdhmSMwPOdRbT9WiQm07ueTEeX2vi0ldzhhozGH7vD"
    "/m/souPOEbH+Ylcnve5wyK55BiKEXemeX/aHpy1kLiyiRrTF8vTo1ESOsbmhaXWK22Fb38"
    "QSPdiuvkvkeY8OdXT48eOqPesFIOgoCdvnyWdLq62H+Wmhdg0cKEjgJRIQ6thQgAHz4syH"
    "6SdPf0C2ZeqsjkA0KMe9AURgVY7Aokdk+VRk2LVmloH4p95ULvQld4BO/gJrPjWW5gH2OF"
    "HwTTbWCgZ8C/BtIzIP0FzaG8niFV5p2tqQZW5ZApilfm/I9Ff6p+9kHIuTGn7FSalbcbJ2"
    "tDl5RITlb1jkiJOp77ouKimSWIcWJFDzQCI5p/Bfs4CEPShbt4Fl+xbx3rC/94ugk7gtG+"
    "D3P4pVPPR/febYcbZeJDqdgSk8p5W1nsIgqAT1RRxwL8591P9WJo+cR4KtqrKtClst27DV"
    "EoovYKslSP2wSm4+YxJUHkKeGdDZUHTzwIZC1Q1U3UDVzWtb1bZTFhAsJzyLAU9GIgZPl8"
    "6/BIudspgd5sevp709RT22P9PpnPUDk8P6he2gsqmeARVonzFUoyb7+ej6bKC1rsZarz/p"
    "xwdkryyc8MN80HWsdQdr+oTMJWjOooDnGjw7j0TmlJQMCjYNS29ahQDsvs0VCfY5UJAAhG"
    "F3IwmFQgkQht19GHZpI6KLc1qEAbEQ3z7WSCfEt49R6orFtyd445mn6+M6daLd7CwPOPb0"
    "iKPe0SwQlUEWBQ69tEMfv3wi7mQGAokHCT/ySShA+PSCwOABMb2NyCDnRLUKYnmHqAGxXG"
    "Jdxy9JlVXwmwUBzXVoRmTO20JawfEKAQTXIdijjq/uLZERG6K1eS4Cge56auNRiu0CDsgu"
    "I1sdH/ELvp1gz9vgIRZHdTb4h4/4lnqHIQC8wyP1DqV6FEOH6C35hi72JTq9FoDQ6rVTcB"
    "Trtno18YMldkRxioAUr8SxxJBUOZLwer4+zmMnSmMiIfcitoGSPxBJ18ruQ3flxopZKWfo"
    "znHuz7FtPWD3eYNHtD60s9ktYiA6BUKUBRtGjtU5wsRcOpbMsVB5IDhJ0k7SAnse1QTCEs"
    "jjQADSAgg5W6O+Yj9JPB5ylzKnPge3/8EGx3iqSBenEKBcnnJhBZPHgYKRVjB7OnhRsVDM"
    "frh3DCNwXamITAEKHptyHtuBH2q1pEZ07JoJSLd9pQ3P+8OPp60Yz/qXDfqfo4OuYpeOHU"
    "110e0P2KUZsmysyOFUyPfxYulz5FSqB7OQ3S1Cb19XC26tip9Qs0lCt2VgsJtIabUWveN6"
    "QHzeoRPVUl4Dg6xVlnWYCojVnWwmIQ8Heassb3qrJf12WC+zXUrXRA6yQS7C1hZH7LqOWI"
    "/6BAC5b4ntzYEb7RJfiEzlAgqmMezUPN6iAuVSkFqc5qmRgswP7dRMQSZ5JMhAHmkGErrx"
    "7DE6GrhCBxnGwyELI9P/nIXzxVr5p5AdtvDfH+VrzfrhbLUdn/thWh77/qZOrSqPt1uvXj"
    "CdcxuF/an26Et4yGC4pNyQj9SaO23NHYKjCHoYaWch9CRSv/cYelQcL6K3UwSobpnjlV38"
    "YDmBp4szz4Eq/CocigTkouGlN4EoqcpR0lj36p5FeDtZqmW+BgZZqyxr6J3XhsAhBA6hxR"
    "tI/bDCxV3sWsZdmx8gjj/sbAgJo3SYMnHgYwkCv3DJqerNVrKis1CC6JJ+mO5q4aTQH36o"
    "ERCgo8pPC2WfFcrq6HslwHA8vIHsvnv7tk645e3b8ngL+6xgRjnEx4Szmv57MhqW2E8ppL"
    "iMWobf+l+reSFcRka141/08QuLILvB2b6b0vz9//83rxs="
)
