"""Single tickets that are given back, and the terms on which an event takes them."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

COLUMNS = """
ALTER TABLE events
    ADD COLUMN cancellation_until integer
        CONSTRAINT events_cancellation_until_is_before_start CHECK (cancellation_until >= 0),
    ADD COLUMN cancellation_kept_percent numeric
        CONSTRAINT events_cancellation_kept_percent_is_percent
        CHECK (cancellation_kept_percent BETWEEN 0 AND 100),
    ADD COLUMN cancellation_kept_fixed numeric
        CONSTRAINT events_cancellation_kept_fixed_is_amount CHECK (cancellation_kept_fixed >= 0),
    ADD CONSTRAINT events_cancellation_policy_is_whole CHECK (
        num_nulls(cancellation_until, cancellation_kept_percent, cancellation_kept_fixed)
        IN (0, 3)
    );
COMMENT ON COLUMN events.cancellation_until IS
    'Until how many seconds before the start buyers may give tickets back; NULL: they may not.';
COMMENT ON COLUMN events.cancellation_kept_percent IS
    'What the organizer keeps then of what was paid for a ticket, in per cent.';
COMMENT ON COLUMN events.cancellation_kept_fixed IS
    'What the organizer keeps besides of each ticket, in the event''s currency.';

ALTER TABLE tickets
    ADD COLUMN refunded_amount numeric
        CONSTRAINT tickets_refunded_amount_is_amount CHECK (refunded_amount >= 0),
    ADD COLUMN kept_amount numeric
        CONSTRAINT tickets_kept_amount_is_amount CHECK (kept_amount >= 0),
    ADD CONSTRAINT tickets_given_back_is_whole CHECK (
        (refunded_amount IS NULL) = (kept_amount IS NULL)
        AND (kept_amount IS NULL OR status = 'cancelled')
    );
COMMENT ON COLUMN tickets.refunded_amount IS
    'What goes back of what was paid for a ticket that was given back alone; NULL for all others.';
COMMENT ON COLUMN tickets.kept_amount IS
    'What the organizer keeps of it by the event''s cancellation policy.';

CREATE TABLE refunded_tickets (
    transaction_id bigint
        CONSTRAINT refunded_tickets_transaction_id_fkey REFERENCES transactions,
    ticket_id bigint
        CONSTRAINT refunded_tickets_ticket_id_fkey REFERENCES tickets,
    amount numeric NOT NULL
        CONSTRAINT refunded_tickets_amount_is_positive CHECK (amount > 0),
    CONSTRAINT refunded_tickets_pkey PRIMARY KEY (transaction_id, ticket_id)
);
CREATE INDEX refunded_tickets_ticket_id_idx ON refunded_tickets (ticket_id);
COMMENT ON TABLE refunded_tickets IS
    'Which tickets a refund is for, if it is for single ones; a refund that failed too.';
COMMENT ON COLUMN refunded_tickets.transaction_id IS 'The refund.';
COMMENT ON COLUMN refunded_tickets.amount IS 'How much of the refund is for this ticket.';
"""

NO_COLUMNS = """
DROP TABLE refunded_tickets;
ALTER TABLE tickets DROP COLUMN refunded_amount, DROP COLUMN kept_amount;
ALTER TABLE events DROP COLUMN cancellation_until, DROP COLUMN cancellation_kept_percent,
    DROP COLUMN cancellation_kept_fixed;
"""

# The trigger as it is, whatever columns it has: a list of them here would undo others.
NOTE_EDITS = """
DO $do$
DECLARE
    definition text;
BEGIN
    SELECT pg_get_triggerdef(oid) INTO definition FROM pg_trigger
    WHERE tgrelid = 'events'::regclass AND tgname = 'events_note_edit';
    definition := replace(definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
    EXECUTE replace(definition, '{before}', '{after}');
END $do$;
"""
NEW = "cancellation_until, cancellation_kept_percent, cancellation_kept_fixed"
WITHOUT, WITH = "UPDATE OF ", f"UPDATE OF {NEW}, "


async def upgrade(db: BaseDBAsyncClient) -> str:
    return COLUMNS + NOTE_EDITS.format(before=WITHOUT, after=WITH)


async def downgrade(db: BaseDBAsyncClient) -> str:
    return NOTE_EDITS.format(before=WITH, after=WITHOUT) + NO_COLUMNS


MODELS_STATE = (
    "eJztXWtz4jjW/isUX3amirerO91z2dTWVhHi9LBNTApIenonUy7FFsQbIzO+5DK7899fyR"
    "ewjWwshYAw50t3YvQ45jny0bnp6L/twDYfcGCT2btuaNnBwJ1duhZ22qet/7YJmmP6Q+mY"
    "TquNFovcCHYtQHdOhENstOG40VV05wceMgP6wRQ5PqaXLOybnr0IbJfQqyR0HHbRNelAdq"
    "vlpZDYf4TYCNwZDu6xRz/47Xd62SYWfsZ++uviwZja2LFyj25b7G9H143gZRFdO7NnfRJc"
    "RGPZH7wzTNcJ52Q1fvES3LtkCbBJwK7OMMEeCjD7C4EXsm/AHjD5tumXih92NSR+ygzGwl"
    "MUOkHmG98Zq2ttw9CHE2OsTQyjLcCR6RLGL31UPyJgxh7h//5+cvLx408n7z/++PMPn376"
    "6Yef3/9Mx0bPu/7RT3/FD7NiK75VxFn/c1+fsAdyqRBj8bILf0UYFKAYFQljxT4K1tk/pw"
    "wG9hzz+Y8RBf6tBPIu/aEojZT7KnGkF1byWE3DXQjEw8gaEuclmQgVXE/6l9p40r28Yn9u"
    "7vt/OBFv3YnGPjmJrr4Urn734/d54Sxv0vran/zSYr+2/j3UtYhe1w9mXvQXV+Mm/26zZ0"
    "Jh4BrEfTKQlZmz6dWUNToyI2UzcD1D9E3Loja/bxwJJ4+mjIB3+MbluGfPucb8BD+X854g"
    "CqzTL3OA71XVe6T9Osm9QvpNd9T7pTv67rL76/e512gw1D+nw1d0673B8KxAuB/e/QebHL"
    "1WzngGApTLUy6sYfI4KR2jGvX7UTL4ERNx+rMoUPCy3N/hqevhdeb/NR7qfN5XiKIZZZtB"
    "638tx/YPkP0KIhkV1UqnqF8KNhC7QVHpoGmAPRHalwBgXZ510/U87CD2mFx9U77IriOl1t"
    "rD4X9rSy3znacPGf+NXbhD5sMT8ixj7RP3xC0bu/7R/GRevIIImkVEsm/Mvt8qunDmug/0"
    "/6oARG5IZ0P84S4e7EP44TjDDx6eYg8Tk7N8liuSHAjsdQl7PfSxeDggAwJL/dAsdSCfXX"
    "E9S2LiZ1HgJsly/0eISGAHL+vclxKfhTRp1p98+PTTp58//vhpSfjyShXP65wGboAcA83d"
    "kPDi+Ni058jhc1uEFn2iGPsuuccBcl1B5LnW6192B999+NQ5iZZQuoDaQfS908X10/vvi4"
    "5P6DGjgzN/e/fIK3F5MphGGCrUOXg2HExmwT399WMFxymRH4uOZvLBCfukEEUMUBD6fH41"
    "Es4jjvv0eVBi++VjiUv07phuLzCxEp9GgO72laaf9/XPp60Ef0t6Q/2iP7rUzk9blPKp7c"
    "2xRa929Z42GERX2Zd2HHZ1pF1c6+fsIrWEQ/p49Jr261V/xC7h54Xt4XgqCorzw4815Pmh"
    "mMZaCZR9VAiNxe6dwbKConnGIraBGccDyTCmnFSmGON55xviCeU8cgtiVszcapKUbd+gbj"
    "lmOodjQ7uugxEpiZvkkQUx05f9zWyM5ZXdyvZsOBzkxHrWL3rm15dnGtWoBRNk3cyL1bxh"
    "hRwlWkl6HgicC3D+iD2fm7cv9VYyiN05Kx8OxFMxPcy+ucTykEc20ApocN1RuLAkpZ5Hgt"
    "RVl7o6Kaoeog6NRT1yjK2qPNX6uM6GZJWZIIwphewxZaVG9B6yV20f08UpMO6Rf88TBkHe"
    "S0ndUx5YNMxeAuwfoEqr4jepLlhqr5vu6Kyvd0ff+GmsM041wtm3idYFswIWmL0vMF5wbv"
    "smi5xXLzDFcZsXGC8wrAQCCwwsMOlcEBZGAdik5NkORKKWrukHeL5Jz6zG1NIxNh0ONVdH"
    "qlTU0O5Ho0yg+EcR8mN9GEGFRbCOBUFAJZBC8XWferN0ZnKqJ7qeh0rDECtQgdWamyHkqi"
    "b+MQ1JtMexdRfaDjVR/Hfs7/2z/UZkb5yxv/0OcYUjjStAuuIYpa6Qh3ePzYc+qXTwskM6"
    "m/w7NtigKhXcu+N078DH2L+PIeleAP2vpN/2fV6NVLnmScc3ifPt+RQmIqQkVlTRSyOHak"
    "TV+87baVAKJVgHyuUpf6DfU4TvdDyQLUE2NB1rZHH4jLvLo/wdSsdDGwjYwX1ARiYrqvfj"
    "LZF1Z3oGApNdfLJ72MT2o1RgrgBt4AoCkbk3iszVqfESq+9SoLQLYnP7jM2ZdJqIrBvpeP"
    "AyJFYN96kseFHZ7OOpNHgBzT5q20h8d7reRv5DcK3bV9qop+kTtoPfMzEJbslF/1e2/35q"
    "P6uy+/4RObxoaGVbkCXmKPuBnKjeD0Q15fKW7UCgp+3+9LcCtXIgh1gd29Tr8dy5qOObR0"
    "JXDZUDp7GsqGNoc6JKdcS8hIKcVZYzWy1DH3OKNEuVaRbSIDW6tRx1yo9B7XD2A6ch+EZu"
    "c1ggeZ1kyg3HBqhKM+w4x/D+QIi0sIPlCkzzSFDzKqt5aB201ZcGavHLqW5W7gdq8Y9R6u"
    "pk/DQWO6pK92UGdDbk+qI4FCT6jjTRF9iBI5TpWwJUznoom+rLPqYA6QVYEyLyu2aeajle"
    "jqmc8yUA2JZkWzggn0U1KLwBKe2qPdZuZDCISaDdG+o9bTSJetCb2AtuyeXwpq+dtubuo4"
    "1vyeQXrTsZ0d/pzVHg0SvjqyEb7y9cNpp1sddGGr1J3MY+PqbplgwpcHTaWj3T3nPjzPw3"
    "UvtfKBCTBTbQuTgQZ6JWIAYTS6oh/QoGAlZawEwEf7pE0NJeYXaoj68nPUFtrKwVYqIFMs"
    "X6t2QhTdp6sL0gZ0KQYfv0YT1Wss4x8qp6/ZfcAZr+CzT9X3g27yjKyoq5JQYq5nDWHFOk"
    "Yk41UuEErfy6iMyAqipRR+V81L2gbofloSl1O7q9Sf+GuhzxvZgbcnk10CbxYVrzRZQ55R"
    "+mpYYzwvpwJfFjKbmt4DsUXHxTR1RynzVdG3UHp60Ez44zG2ujm/g4Mx97j6pIZYFe5ph3"
    "rmI9qWTgO5QKSSxbEZHo1DqnJFMk9dT1QZ/95hLHTu60d0Gw28dJFukyHx68QaGw7bX8QA"
    "72DTqjPWGvuQCFEhWVHedYWJgX0awjZcwNZ4KM1ZIxXUupa8JOqzGWu5IEHBsufj9OzlvV"
    "923bw8lSlmwMewXpmTscHe0/CLAe0AXe4/YeqT4BOwMDfjfwaxPTCf3EUxOISq1hIR4lEI"
    "8KsDfnuPMVwe0UANl18bi2g8gsRDPOFK/n8WXxO3T5MBF1+DT9tIXJLTmnjp4VpXVZRlcN"
    "Zw85jvvkGx6mK5/HCRVWapt1MKgbAXWT0Ef/LvGnPB+7DvlZ9A7ZT2sMD5b8JCaJ2NOV7Q"
    "WsyK/xwBDh2EDzA14EkoZ65X1ebU4qJoQtG5Tr3Mn4pxV3OUL+hfxUFmrg6fdyw3KFAMtS"
    "ohWRN0PE/lOmHVEB2aTiiV33tHAD5BjUBnmgzyayB3sdCDtb+eSmaRbfdUQ2DPPBQDKfZA"
    "+XFN1XR7uK2KMLeX34WSTmlUzGeyw2kwswmMPrnYUCBxtT+o7zDL4NG6QyODBDZLePiHNf"
    "xAH3MlvUoPVD83Ou0Pphq4sFtH4op7pZTQCg9cMxSl2g9QO3N6XPcePPEvjFlxGOg4Ocub"
    "Bq6TCJfprQ68u+Dgc2J/5K34L0ajo3dtEt4yqKC27smZEd1qnTOcOIA471Gmi0dYrxWuzd"
    "aCG/hVpP966DT+kPC9sMQg+3bL/Fnsxq3b20ovt3WlPXm6OghYjVerKt4P5dMf+5vbu+oo"
    "3HLprgQkuPOi09YsmKuE0rRCN2ruzaY4reHwFLejm+STHy7ZnSLgm4Wc4zmyCv5ID4DKiY"
    "yn8J4qakB0ZrlVpgUzA7iekcPuvr3dE3/ixOx2ftoLNvE61LmVesp9U4PpNz4zKdG1dvnU"
    "6O+4ROV0e6LMJx03tMacIpgDulXh2tfoEe8FW8wbBKqa8N26TTpxRgJDsXQaUfqUr3cNK4"
    "ScTZyYHA35Hwd2wLzxduwLodGA+YU/pcTj4HCiKQEEFUu8y6CLj889crj71Zw8LqKm3YuJ"
    "5FjRQpRcSBwrsgc0j7nB1VysnAVFUZrUBH2Q3nE3TDUawbjpDqWAIawe2uFcYU2U7oCRGe"
    "gUBNkTjj+Hlhe1iqxWUOCTVFKtcUUXdcRsQZGMhXZfl6OAg9YoQeZ8Nflb+dRYH2lGhjCs"
    "VlTX291ArUjvA0JNamOG12VKdOmNaLABClhSgtRGkhSntEIoAorSJR2iRRKCyEPA4EIC0A"
    "iNFCjBZitAfMLcRom864H5omxlLnEBWgEMVTLcwA0aSjELM60aTPVOhVcaTV550NEaQZSu"
    "r3IXR0fKEjqNnep9Ps+jb/oOJyfzkDaRLzW9vcFP0vYNOm48GHkAm/rfZfU23A2YHd9TxU"
    "sqGMgy3IwLH9N5vR7X9MQxLF/lp3oe3QRdF/x/7eP9u7F02sLH77XaltBf1VhPoLfqmyNH"
    "gjN9kchfg3mB9Han7ArqW9GR+CGSvIUr0i1EYfBnsLzxbddF0AwsbrIv9VG69z2RHiP4l1"
    "OV4hYMpDRRU0btpG46Y3NlkH2KLaUmPnfVTZq2vDNhmrTgQw2EEiNkTKjtVUFddkjdVgB6"
    "KxaiVroIJIFX/E5h1BWu+4rRSrsqnWvup+u9T0yWkrqXlix11fXOvRYdesfLddTzhvfeiW"
    "afILiepJIgNXWhiTfu+LNhnThSxu035LLjSN/jrFmP486f7KfgnQM/vtWu9eXQ367FjykF"
    "BLwbGxIsKKNziLHyRiQQBlWxvT7QDPZSWwgjboeK4dS2FPCUzg/jQ6xI+dgyPMfh4H/Mvy"
    "n0+hCdqua1iQA9ReQ+21sqRuvfZancDdJbKdqojd6vPOhlDdnI6ECN2RRuhMFPpCtT9LQC"
    "MUxK5TPI0P2JwNh1/6+mejN9Qv+qNL5v+nliulfmp7c2zdkuHoXBtlx8TOXWZEEvgxRtpl"
    "X6eDlxEgw8Nz9szeasxFtz9gN0lHsC0X+XtMrkd6dkTc/SE7pvu1259kh6AnRNdYqxhwui"
    "XaDRtPJ4L+mY2PvSLzHpEZXn3a1XvaYJD5PD5sl41IoijZMemxd9lRo64+vqAkDS/ov9Gg"
    "5GBww52yTcjLOxmf+zfsRPrEOJ3Zj+xs+uSzkdbT6MfLv0G/uYnpCIq+oLway5DOlHJqLO"
    "M6N9qof/HN0C4ps6etR+zZ0xcDs4WC8cFkf9Udj79SMTJefHrfBfL9JypFmRjPx5M6C/NJ"
    "+cp8UjR+9lIiA2Y9hBYgtHDE/O8psgzcr0IzkhEdYP+V7O8/IQxySLmcSiihAhAkICsBtr"
    "8+5GzqqOfirdC7c/LazNFJYkIinh5zmKind9pK8LdkrOnn0RUfEyu9Mol+TRL3Yy1xpHzm"
    "gXzu3mjG9dVpa4YesREuWNb4iz78qrOc8QNxn4gaGWMUBHi+CDhSLX2fshA4xHxtvxl+Di"
    "SqXDOw5m3mb1iFa1bcDvIDA3ueK1RMnkdB7wzxYOMc+z6a8dOc19f9cz7veVSB9zC0rXcM"
    "q07IcRv0xxGm+BXJTv7om0KRPqgwPwoJi7egWcGat2IdiHhLK5rVyuXS/zelc5dDOjUyuv"
    "QaJHUhqQtJXUjqQlIXkroNSOpC26V9lmtOAzpLJbMsHHBjgmI7lgO4n+UCaa77abkES4g8"
    "AwP3E9zPMvdzyOy0foDnVQ5oYVBngwu62q0FXuiReqGw0fL46vCA/JVK3OseMxAEu7LHik"
    "gQALvyR4hIYAecXWil3GchTWJ+a9UT9HsFxsKzeUeXVe6ezAOPcgflicAOSj+8C9wAcY4V"
    "rWQ5CztKjkV2qVq2H/U+MaS2A3PQ+2H8rWJM26Z7irEc03kgkFxFcoCeDY97LFMlxVnY0R"
    "H8gyC/UpM4Dzw6joUnsU1MJ7Qwx3beSHMWCkRXEs1sBcn5XICCtcHhWrEw68YQq0B4FSKr"
    "RxpZhbOr91LnAwcvwLaq+tuqFvEmqLaYHNpX6SaqRbqJKlNRlaml6g0vrwbaJL46Xzg4qm"
    "vK1B9l6o60X6/6UbkRfl7YniqNOJOiLFmhZuAqa7O2PtQ1CnQJviVDfdBnv7nEsQlWQwzQ"
    "KOwtGoVBIBECiQ32WiGQuKMYDAS6INDVEKIh0LX71VDUWy0AoQ+IrMO6JNJ0LaEwzRoQdr"
    "5LnKTmkgCZgSF6sHERB9zLcx/tLJIhfwkE9uXZX1DmpKb+Egjsi7NP3OR00bqsLwHAtjjb"
    "DmXGeGUUsXgPheXQ/mWoD6+jOC59RDf0VhtZteVWVlWCu3Gk2ZfYtJRHwr4l1fYtldlZxt"
    "R1uD50PXMrA1f4HVRWF+aMp1eIoogHWYjLwsJRNk5mw2YOCbpPZd33iD2fff01EZcGVzKI"
    "3ZUCfHgjUW57VwNsbC+nurkb28OFJSn1PBKkrrrUFarDDIM797myEDMzorOpEjMaGw1rVC"
    "VmnTcESjHhhPtmGnfxeQQiDtQK0YiCqF37TH549x9scl6mcsYzEKBcnnLhHHEeB0XN0jli"
    "OCtrt9yrY4JeId8/x4+2iavM0OKoTaYoa9dI5cMAsDXoSO3RWPwiy+gKAauoxCq6t4PHVC"
    "N+P2uo7fshZ7qXa5t0fJM431oQdhH691TpP2Ah1yePAi0ik76D6DfEQXduhEZVLxrzJ6rN"
    "0OK4zYZo3G49clXAFD1SU3ThuY+2hYUO/cpiYCGRWEhSAo3y4MJm9o2KGAOIoZZXsP8DcV"
    "UTwZ7O5A4D0xXbBJCBwNyXmPvpaSQSxmwBCtYsWLO1rdlk7Rq4VLNWmrPrAzfas+m66Lgz"
    "wyZ7tGhZJxNs3CP/nremEOS9lORscrjCe3X3kmxCOKj8f9XSwJRS9qWhWu2sr3dH3/h6LR"
    "2ffSHOvk207gYL985zn1h7H3F5FJHbkoi6S812ZZLdciPYB2sJgMVdYnGPjg2zxZy6LAZI"
    "l9lWxg4+X6CAo2Qq5nkWBLRL0K7QHqZDEoVCZmtprZc6dusIT+l3uZ+w9EmV2bo+bpPV6s"
    "WIODMDUdgjjcJC08q9xZ6maG47L1zyr6/753zqc6AC+WFoW+8Y9ABFUMFm3E8vXgKyyj36"
    "psUmQlSXSfhbeRx4W0WDqK63BSZRY02iQqdjqT1ZPuxdPQj5eviRKkS5CH0WCVJWWcpQVF"
    "RuEEIa5q3c2YB1GJ9EF3rUT632abmDOxsd2wiWHijPGuWBe3uk7q1oe8VXdVVUTYtBrftR"
    "xRPgTOc9kk8NBp+3I7hem7kVWmXF056Muvr4QhtFTeaiOrQp9pI+c/3x+DruMxftoVCkzx"
    "zsv2+M66KOETum3k+V3br6fJOp6tORYJseqW1KF14qN1EZZFGwXkuv1z4WbuGRgai8Sivr"
    "HnhUmQvQnQwHqmV6d9B1xaBW551YJVYBBtRLUR9vzXjAnCPTNiqXFAbUyykYUdozEKD8dY"
    "pGfMavQUEEEiJApol9oVMFVgho31yPb4V8T9exhuHmXdnr4zobfNEnfHfvug+GT5GGG+5/"
    "e7Yq8cyjdVXVmfVxCvALfqma8oVBm+Z7knagS08DIzAwr2uFYBbhnWObfMulql4wj4N6we"
    "JKWrdeEEpQyl+QZpWgQHkZ5Gh2bzFsNhdEbIUG2gmQqaljJtxRv4g+pbAvksdBtgZKWw6R"
    "/MRRYlDZ2q4MFgQhLQjYq7fHdDGS6IS/AkEn9ldqH9FC3gIMAt3iiYUD6J18KKfXLTxu1/"
    "VzbNpz5JTEmDx+33UrBr1LwAeowiuoO9d6/cvu4LsPJ52TaN7SWWsH0fdOZ/Sn98UiT9a9"
    "KuRkwOrV3q7Qu0s/tqmfjb1HnEq9dgXuSBtro5u4zja+wy3p9ib9G+20xXpCPuJbcj1mn7"
    "PNlrek19V72mDALpjs2zuOKpW5sIdUTMMfQvhnTb533Lh6pbGagsBikrWYZpQfEVMpHQ82"
    "koyNxBo+2jzb9Mx1HYxIma2UwRXzRxT4VgvP8sqO80fD4SDH/Vm/SO715ZlGl5DCos/baD"
    "MN6Reki8DcDQlv/agyqjjoV5tXh/MKSFlXD3gRyJFdQALR1URDMrR8IW1uMhSOuD5GqZv3"
    "iMzEw+k52J7DueM/nPP4t+9uo26ij8j57m9p3C16UP9v39+2vz8IA1q1zPWEPvfm7PVqVK"
    "detVtMRwfS2MeYxo7+X+O/okUwgmMu5I9so9TMXE9oS0QWA9649N4rEcpfu6nzyBmHxMab"
    "eoRogUw74OiQcgsxA2lSvn9rqbiUIMNmh2F7dpKEEYjdldwBongCUTwfOdg3/AB5wm5vAQ"
    "pZIJWzQLGwMOG8Y3WknABBxkrL+PDS7+gR2fEdxOTb7t50+4Pu2YCl29N73JKrbpxzX6Ak"
    "6z4YRr+bjuurkm9n2zoF7Ih0+O5siPcHYkDcYyEi0+FAZJHIR+z5XG+tovfREgE1ZmuGLa"
    "SPjjCRAOmjY5Q67IfZd3qoIIt1QVy4HrZn5At+WbN/C9yvkjr5bh0HJoy/0umWXl3NZQ89"
    "LZNBuVlIWaBfFsdRgl533Ouea+2/9pd6Wx2tXpl7Kw7rbEq+rQCQfDvS5JvrWRK7t7IoUN"
    "nSJbEPNi8CVS9AkWJVzoK2r7rfLjV9wkIQL3OqX1lH7otrPdonwCoeFYlBHF6kaIGJlahz"
    "IXlo+nlf/0zlEeNvyfi619PG49OWH0bt127JRbcfbcyYItuJe6gziWlLmakSOUqPtxdJq2"
    "YxKr846iZW4/fYmNNl3uXorgrq15CQ2JboqihT8LzFWucDmv/L1PYnkdR26HmYmJzUNlsM"
    "SuJUGUwjlEpec3+sobg/lurtj0WG1dsooVQ0e9sTmq5284UbsPkp2gmXA23E9N59MVJsdB"
    "h08mKmKYSqHfloWDslSh8dmxkgPjY9zNE7FfWPRSCwL9EFHVu2h83ACD1HhPwiDriXsdo9"
    "mcB8DgYbn2WjPHvKigD3p3ttkQf8n5afP1il71915qBirO9a07OgXegJGZgZCDAuzjhxxd"
    "papOOBa5mNNEHgSFWV5JFQuKty4S4U4LWhAA9KsaAAD6ReR+oKtQhIjt7eWKS0HNOpU6FE"
    "R0N50pGWJyX9IST7e0OB0mGGroD8iCv1Gx2/PedbM4Onnjs3pFrVF5FNonfXXdNdORHkcR"
    "COldbnc2QLZd+WAAhXyYQGubn+6+v+eVlskJ/eD0PbesdgB6hoKkiPS4didynrCEXftKg4"
    "HjAx7pF/z1Mc5Sci5nFwImJxItc9EfEAS6TdKauXEW5lP7y40Eas2jnBs0b2Pe1qwi6xE6"
    "oXAbt2rvUGfZ1ds7Dp2IRdY979+aj7VT9tPdnBveWhJ3JLtF+v+tH98PPCju6nxdXUWJ1S"
    "6vjRfIlgUR7ZwGDRgQSHagXW474PMoHgLBCSJ0rLGKL9EPfdcdz32q+O+a4+72yI9zInD2"
    "K9RxrrhT6wuywJpZSJ1aGnAIgEiLMNcZddss1WEVFlksUA5xKFh/QpDFHScyBgXWJThetw"
    "CK8XlEmxOwzJmKEfuPN4+7VITKZ3PZ4ML7XRaSu9wy0Zjj539f6/2UXXmyFi/8mujntdXW"
    "fXfBMRwq50zy/7+mkLWXObqBFtsX0jPhORY2xuOJxrhdthW9/UEj3Yrr4L5PtPLnV0+PHj"
    "qj3rBSDoKAnb5zlgS6tjRPlpoXYNHChI4DUSEOrYUIAB8+LMR+kn33hEjm0ZrI5ANCjHvQ"
    "FEYFWOwKInZAdUZNizp7aJ+Cd/VC70JXeATv4Caz41lmYh9jlR8E021hIGfAvw7SAyC9FM"
    "2hvJ4hVeadqazjK3LAHMUr+3ZPIL/dP3Mo7FSQ2/4qTUrThZO7icPCHC8jcscsTJ1Hc9D5"
    "UUSaxDCxJwbP/Natza/5iGJOpB2boLbSewif+O/b1/CjqJ27IBfvu9WMVD/zemrpNk60Wi"
    "0xmYwnNaWespCoJKUF/EAffi3Mf9b2XyyHkk2Koq26qw1bINWy2h+AK2WoLUD6vk5gaTsP"
    "Ig5syAzoaim0c2FKpuoOoGqm7e2qp23LKAYDnhWQx4MhIxeLp0/ilY7JTF7DA/fj3p7Snq"
    "sf2ZTudsEFoc1i8cF5VN9QyoQPuUoRo12c+H12cDrXU10nr9cX+o5y2c6MN80HWkdQdr+o"
    "TMJGjOooDnGjy7T0TmlJQMCjYNS29ahQDsvs0VCfY5UJAAhGF3IwmFQgkQht19GHbhIGKI"
    "c1qEAbEQ3z7WSCfEt49R6orFt8d445mn6+M6daLd7CwPOPb0iKPe8SwQlUEWBQ69tEOfvH"
    "wi7mQGAokHCT/yWShA+PyKwOABMb2NyCDnRLUKYnmHqAGxXGI9NyhJlVXwmwUBzXVoRmTG"
    "20JawfESAQTXIdinjq/hL5CZGKK1eS4Cge56auNJiu0CDsguI1sdH/Ervhtj39/gIRZHdT"
    "b4h0/4jnqHEQC8wyP1DqV6FEOH6C35hh4OJDq9FoDQ6rVTcBTrtnq18KMtdkTxCgEpXolj"
    "iSGpciTh9Xx9nM9OlMZEQu5FbAMlfyCSrpXdh+7KjRWzUs7Qves+nGPHfsTeywaPaH1oZ7"
    "NbxEB0CkQoGzaMHKtzhIm1cG2ZY6HyQHCSpJ2kOfZ9qgmEJZDHgQCkBRBxtkZ9xX6SZDzk"
    "LmVOfQ7v/oNNjvFUkS5eQYByecqFFUweBwpGWsHs6eBFxUIx++HeNc3Q86QiMgUoeGzKeW"
    "wHfqjVghrRiWsmIN32laaf9/XPp60Ez/qXDfo38UFXiUvHjqa66PYH7NIU2Q5W5HAqFAR4"
    "vgg4cirVg1nI7hah92+rBbdWxU+o2SSh2zIw2E2ktFqL33EjJAHv0IlqKa+BQdYqyzpKBS"
    "TqTjaTkIeDvFWWN73Vgn47bJTZLqVrIgfZIBdha4sj9jxXrEd9CoDct8T25tCLd4nPRaZy"
    "AQXTGHZqHm9RgXIpSC1J89RIQeaHdmqmINM8EmQgjzQDCd149hgdDT2hgwyT4ZCFkel/zs"
    "L5Yq38V5AdtvDfH+VrzfrhbLUdn/th2T77/pZBrSqft1uvXjCdcxuF/an28Gt0yGC0pNyS"
    "z9SaO23NXILjCHoUaWch9DRSv/cYelwcL6K3VwhQ3TLHK3v40XZD3xBnngNV+FU4FAnIRc"
    "NLbwJRUpWjpInuNXyb8HayVMt8DQyyVlnW0DuvDYFDCBxCizeQ+mGFi7vYs837Nj9AnHzY"
    "2RASRqthysSBjyUI/Molp6o3W8mKzkIJokv6YbqrhZNCf/ihRkCAjio/LZR9Viiro++VAM"
    "PJ8Aay++H9+zrhlvfvy+Mt7LOCGeWSABPOavqv8VAvsZ9WkOIyaptB63+t5oVwGRnVjn/R"
    "xy8sguwGZ/tuSvPX/wPXKzuV"
)
