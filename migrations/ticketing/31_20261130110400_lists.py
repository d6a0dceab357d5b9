"""Receipts keep the names of the time of the order; a settled payment keeps no secret."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

UPGRADE = """
ALTER TABLE orders ADD COLUMN buyer_name text;
ALTER TABLE order_items ADD COLUMN event_title text, ADD COLUMN ticket_type_name text;
COMMENT ON COLUMN orders.buyer_name IS
    'The buyer''s name when it was ordered, for the receipt; removed with the buyer.';
COMMENT ON COLUMN order_items.event_title IS
    'The event''s title when it was ordered, for the receipt.';
COMMENT ON COLUMN order_items.ticket_type_name IS
    'The ticket type''s name when it was ordered, for the receipt.';

UPDATE orders SET buyer_name = users.name FROM users WHERE users.id = orders.user_id;
UPDATE order_items SET event_title = events.title, ticket_type_name = ticket_types.name
FROM events, ticket_types
WHERE events.id = order_items.event_id AND ticket_types.event_id = order_items.event_id
    AND ticket_types.id = order_items.ticket_type_id;

-- Nobody has edited them.
ALTER TABLE transactions DISABLE TRIGGER USER;
UPDATE transactions SET client_secret = NULL, redirect_url = NULL
WHERE status <> 'pending' AND COALESCE(client_secret, redirect_url) IS NOT NULL;
ALTER TABLE transactions ENABLE TRIGGER USER;
COMMENT ON COLUMN transactions.client_secret IS
    'What the buyer pays with at the provider while the payment is open; the buyer''s alone.';
COMMENT ON COLUMN transactions.redirect_url IS
    'Where the buyer pays while the payment is open; the buyer''s alone.';

CREATE INDEX orders_created_at_idx ON orders USING brin (created_at);
CREATE INDEX transactions_created_at_idx ON transactions USING brin (created_at);
COMMENT ON INDEX orders_created_at_idx IS 'Orders are appended in the order of their times.';
COMMENT ON INDEX transactions_created_at_idx IS
    'Payments and refunds are appended in the order of their times.';
"""

DOWNGRADE = """
DROP INDEX transactions_created_at_idx;
DROP INDEX orders_created_at_idx;
COMMENT ON COLUMN transactions.client_secret IS NULL;
COMMENT ON COLUMN transactions.redirect_url IS NULL;
ALTER TABLE order_items DROP COLUMN event_title, DROP COLUMN ticket_type_name;
ALTER TABLE orders DROP COLUMN buyer_name;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE


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
    "uY31r1RKykKUWOUIy3BIOE+ts684q2ROZhQQbiMqDfOzCWns07dq9ma3ARBtuD/fA+cAPE"
    "OfG2hsQ8CCi0bD9qy2NI7FTnYPdD6HtFR4XZnGEsQ2QRduQcBujF8LjnfSUMVCxNOdjRMH"
    "ih9QdXveFX353EOSi6ENlB9J3TRerbj+UMFCNKYo4WYUfDcPUctYnphBbmOGUbWMwDj51H"
    "thBLzcYS8DgXcsWi7xsj7wJRdwi4H2nAHQ4k349HCsdtwG67piLoLuO9cV0xOXSv0711y3"
    "RvXa7QLldi1x9dXQ+1aXx1sXRwVO6WK0vLlaNpv14Poio0/LK0PVXarya1erJCzcFV1mZd"
    "faRrFEjttDsy0ocD9ptLHJtgNcQA/ePeo38chOAgBKesSwkhuO2ENyBEBCEiJXiEENHWFx"
    "pRP68EhMYqsq7eikjTtYQCHGtAyLqLxzjuw1fsCdc8FFHAu8SJfy4JkBkIM1/GAffy3Edb"
    "5GTIXwGBfXn2l5Q5qam/AgL74uwTNzkFtynrKwCwLc62Q5kx3hj3LN9DYTl0fxrpo5so8k"
    "wf0Q29bEe2ttqTrUo4OuI1alnHi9QJyCZ3D5Vlk+5k/xzFp9NN7PM4Tn2rjY3h4GowPeu4"
    "T9S0c+yFHTTZHx+PuNCS1ET8uYWT9ET8Kbt7+hG7+x3p34zHmt7/km3MTyPM2d7885sv9K"
    "FWd45NzuTOasygOLviS+zfLCJhC6dqWzirLHVj5jrc2FUzgz0HV1hTKLuaFszvN4iijAdZ"
    "iMsiUcQye9cLSNB9Kus+ulj77OuvibgyLJpD7K785Zt3EuW2N3hBj49qqtvb4yNcWpJSLy"
    "JB6qpLXaHa4zC4d19qi49zI042VR9HY6Nhrao+bvKGQPlxV1xxtVZhHYiCamTcxUeziDhQ"
    "GaIVRYC79pn88P4/2OS8TNWM5yBAuTzlwtUdRRwU8ktXd8CxgbvlXh0T9Br5/gV+sk1cZ4"
    "aWR20yRVnnWiofBoDtcEdqj8biF1lGMwSsovLtcXZ/BqNqxO9nDbV9P+RM92ptk45vE+db"
    "C8IuQ/+BKv1HLOT6FFGgRWTSdxD9hjjozo3QqG5KY/5EvRlaHrfZEI1PnohcFTBFj9QUXX"
    "ruk21hofMP8xhYSCQWkpRAozq4sJl9oybGAGJo5BXs/2xw1USwH//ADQPTFdtGkoPA3JeY"
    "++nBTBLGbAkK1ixYs42t2WTtGrpUs9aas+sDN9qz6brouHPDJnu0aFn3Hmw8IP+Bt6YQ5F"
    "V10CjgSu/V/WuyjeWg8v91SwNTSvmXhmq184HeG3/h67V0fP6FOP8y1XobLNx7z31mLa3E"
    "5VFGbksi6i4125VJftOWYO+3FQAWd4nFPTpB0RZz6vIYIF1mYyKl1liigKNkauZ5HgS0S9"
    "Cu0B6mQxKFQmZrZa2XOnbrGM/od3mYsvRJndm6Pm6T1erFiDgzA1HYI43CQqPWvcWeZmhh"
    "O69c8m9uBhd86gugEvlhaFsfGPQARVDDZtxDMl4C8so9+qbl7l5Ul0n4W0UceFtlg6iptw"
    "UmUWtNolJ3b6k9WT7sXT0I+Xr4iSpEuQh9HglSVlnKUFRUbRBCGua93NmAddWfRhf61E+t"
    "92m5g082OrYRzEhqaFmLS3Bvj9S9FW2M+qZ+qKppMah1P6p4Ahxvv0fyqcHg83YEN2uGl6"
    "FVVjzd6binTy61cdSmMKpDm2Ev6VQ4mExu4k6F0R4KRfrMwf771rgu6hixE+r91Nmt2eeb"
    "TFWfjgTb9EhtU7rwUrmJyiCPgvVaer32sXALjxxE5VVaWffAo8pcgO5kOFAt07uDrisGtT"
    "rvxSqxSjCgXor6eGvGI+YcE7hRuaQwoF5OwYjSnoMA5W9TNOIzfg0KIpAQATJN7AudS5Eh"
    "oH1zM74V8j1dxxqFm3dlr4872eCLPuP7B9d9NHyKNNxw/9uzVYlnHq2rqs6sj1OAP+PXui"
    "lfGrRpvidpB7r0tDACA/O6UQhmGd47tsm3XOrqBYs4qBcsr6RN6wWhBKX6BWlXCQqUl0GO"
    "ZvcWw2ZzQcRWaKGdAJmaJmbCPfWL6FMK+yJFHGRroLTlEMlPHCUGla3tymFBENKCgL16e0"
    "wXI4lO+BkIOrG/UfuIFvKWYBDoFk8sHEDv5EM5vW7pcbuuX7kEV0WYPH7XdQub9gI5Hy7i"
    "nweowGuI02+utPGgX9a9AQpCToKrWWltht5ddrFL3WjsPeFUrI0LbMfaRBvfxmW08R3uSK"
    "8/HdxqZx3W8vEJ35GbCfuc7aW8I7njpVcHS3ebzfB3LryFLaJiCvwQojtr8r3nhs1rbdEU"
    "BAaRrEE0p/yIWELpeDCBZEwg1s/R5pme567rYESqTKEcrpweosD3WnhWV3acHhqNhgXuzw"
    "dlcm+uzjW6hESCoIPsoGJ2Q0aoWt20NyME5/weo9TNB0Tm4jHFAmzPMa3JH85F/NtXd1FL"
    "xSfkfPW3NPgQPaj/t6/vul8fhJmhWvpuSp97cwovG3XSrOQnpuMEcnnHmMuLfgqYz+l4qE"
    "2WObeKUjN3PaG68DwGfBbpDSgilL91Z9uRMw7R3TdEd020RKYdcFREtQGYg7Qpp7m1dENK"
    "kGGzA389O4lECwQwKu4AoQyBUIaPHOwbfoA8Ya+2BIVQuMqh8FhYmHDesSZSToAgY6VlfH"
    "g5SPSE7PgOYvLt9m57g2HvfMhyjuk97sh1L048LlGSehyOot9Nx/VVSTqyrWsCdkQ6fHc2"
    "xMcDMSAesBCR6XAgskzkE/Z8rjNW099lhYA6GsgOQZ4AskPHKXWo+d939qcki3VBXLoetu"
    "fk5yTMlbd/S9xnOZtiR4IDE8Zf6XRLr2Zz2UPPq1xPYRZSFuiXxXGUoN+b9HsXWvev/WXW"
    "suOja1Nr5WEnm3JrGQBya0eaW3M9S2KHSh4FKlu6LvDR5kWgmgUoUqzKSc7ude/LlaZPWQ"
    "jidUH1K+s6fHmjR8XSs5CoEoM4vEjREhMrUedC8tD0i4H+mcojxt+RyU2/r00mZx0/jFpM"
    "3ZHL3iCqTp8h24n7RDOJaSuZqRI5So/wFsma5jEqvzjq5k3j99hY0GXe5eiuGurXkJC3lu"
    "gct3BDnllfk7jOIJC5NkPPw8TkZK6Zrq8IQ+UwrdAZRcX8qYFe/lSplj+VtXK6RhgSM5WD"
    "3c+Ufa9QtfB8pWvVYukGbPqJ9urkQFsxe3dfKRSbDAadnZgpAqFSRD4aVj6JukTHZuaDj0"
    "0Pc9RKTXFiGQjsS/RpxpbtYTMwQs8RIb+MA+5lbG5PJqxegMHeTdkYzZ5yGsD92V6beAH/"
    "Z9UnpNXp+zediqYY67vW9CzkFnpCBmYOAoyLM05csZ356XjgWmaXSxA4UjUhRSSU3apcdu"
    "thSqkfyEaA1sFvDgEdjrD5QSArxBLvTIaC90Xl92VuU1fBCJccC7dut08eBlt8BLb4QHlv"
    "F8p7odATyntB6k2krlB/keTw8o0lkKsxJ03qH+loKH480uLHpLmMZId0KH88zNA6kB9xpX"
    "6r6PfnfGtm8MxzF4ZUs/8ysk307rrvvCsngiIO0kXS+nyBbKHqgBUAwukyqQtuLdLNzeCi"
    "KnfBLz8KQ9v6wGAHqGhqSI8rF2N3Ke8IRd+0rDgeMTEekP/AUxzVZ0oWcXCmZHkiNz1T8g"
    "A3YLgzVs8nfFrA6PJSG7O9FAmenRXQ166n7BI743sZsGsXWn840Nk1C5uOTdg15t1fjHu/"
    "6GedZzt4sDz0TO6I9uv1ILofflna0f20eK8GVmejRvxovkSwqIhsYbDoQIJDjRIZcVcZmU"
    "BwHgjJKqVlDNF+iPvuOO5749fHfLPPTzbEe5mTB7HeI431QhPpXZasU8rE9smkAIgEiLMN"
    "cZddss1WEVFlkscA5xKF0fQpDFHSCyBgXWLTl+twCG8WlEmxOwzJmKEfuIu4uYNITKZ/M5"
    "mOrrTxWSe9wx0ZjT/39MG/2UXXmyNi/8muTvo9XWfXfBMRwq70Lq4G+lkHWQubqBFtsX0j"
    "PnaSY2xuOP8sw+2wojC1RA+2oHCJfP/ZpY4OP35c1xGjBAQdJWH7vARsaXWMKD8t1AyGAw"
    "UJvEUCQv1gSjBgXpz5KP3kG0/IsS2D1RGIBuW4N4AIrMoRWPSM7ICKDHv2zDYR/9ig2oW+"
    "4g6wiUBgzafG0pxtVBK3sVYw4FuAbweReYjm0t5IHq/wStPVdJa5ZQlglvq9I9Of6J9+kH"
    "EsThv4FaeVbsXp2tnw5BkRlr9hkSNOpr7neaiiSGIdWpKAY/vvVuPW/ccsJFGH2859aDuB"
    "TfwP7O/9U9BJ3JYN8Nvv5Soe+tOYuU6SrReJTudgCs9pZa2nKAgqQX0ZB9yLcx9315bJIx"
    "eRYKuqbKvCVssubLWE4gvYaglSP6ySm1tMwtpT3HMDTjYU3TyxoVB1A1U3UHXz3la141YF"
    "BKsJz2PAk5GIwdOl80/BYqc8Zof58Ztpf09Rj+3PdDpng9DisH7puKhqqudAJdpnDNWqyX"
    "4xujkfap3rsdYfTAYjvWjhRB8Wg65jrTdc0ydkLkFzHgU8N+DZfSYyZzDlULBpWHrTKgRg"
    "922uSLDPgYIEIAy7G0koFEqAMOzuw7BLBxFDnNMyDIiF+PaxRjohvn2MUlcsvj3BG09UXh"
    "930iTazc4agkOVjzjqHc8CURnkUeDQSzv0ycsn4k7mIJB4kPAjX4QChC9vCAweENPbiAxy"
    "TnysIZZ3yCMQyyXWc4OKVFkNv3kQ0NyEZkTmvC2kNRyvEEBwE4J96vga/hKZiSHamOcyEO"
    "hupjaepdgu4YDsKrLV8RF/wfcT7PsbPMTyqJMN/uEzvqfeYQQA7/BIvUOpHsXQIXpLvqGH"
    "A4lOryUgtHo9KTmKTVu9WvjJFjtCPUNAilfi2HRIqhxJeL1YH+ezE+8xkZB7GdtCyR+IpB"
    "tl96G7cmvFrJQz9OC6jxfYsZ+w97rBI1oferLZLWIgOgUilA0bRo7VOcLEWrq2zLFQRSA4"
    "SdJO0gL7PtUEwhIo4kAA0gKIOFujvmY/STIecpcyp9KH9//BJsd4qkkXZxCgXJ5yYQVTxI"
    "GCkVYwezp4UbFQzH64d00z9DypiEwJCh6bch7bgR9qtaRGdOKaCUi3e63pFwP981knwbP+"
    "ZcPBbXzQVeLSsaOpLnuDIbs0Q7aDFTmcCgUBXiwDjpwq9WAesrtF6OP7asGtVfETajZJ6L"
    "YcDHYTKa3W4nfcCEnAO3SiXsprYJC1yrKOUgGJupPNJBThIG+V5U1vtaTfDhtVtkvlmshB"
    "tshF2NriiD3PFetRnwIg9y2xvTn04l3iC5GpXELBNIadmsdbVKBcClJL0jwNUpDFoScNU5"
    "BpHgkykEeagYRuPHuMjoae0EGGyXDIwsj0P2fhfLFW/hlkhy3890f5WrN+OFttx+d+WLbP"
    "vr9lUKvK5+3WaxZM59xGYX+qO/olOmQwWlLuyGdqzZ115i7BcQQ9irSzEHoaqd97DD0ujh"
    "fR2xkCVLfM8coefrLd0DfEmedAFX4VDkUCctHwyptAlFTlKGmiew3fJrydLPUyXwODrFWW"
    "NfTO60LgEAKH0OINpH5Y4eIe9mzzocsPECcfnmwICaNsmDJx4GMJAr9xyanrzVaxorNQgu"
    "iSfpjuaumk0O++axAQoKOqTwtln5XK6uh7JcBwMryF7H7z8WOTcMvHj9XxFvZZyYxySYAJ"
    "ZzX912SkV9hPGaS8jNpm0Plfp30hXEZGveNf9vFLiyC7wfm+m9L89f8evirh"
)
