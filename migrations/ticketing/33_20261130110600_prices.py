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
ALTER TABLE events ADD COLUMN lowest_price numeric;
COMMENT ON COLUMN events.tier_price IS
    'The lowest price in force where ticket types have price tiers, as a job saw it last.';
COMMENT ON COLUMN events.lowest_price IS
    'The tier price, else the price: lists show it, and are ordered by it. Kept by a trigger.';
UPDATE events SET lowest_price = price;
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

# Not a generated column: in the trigger that counts edits, it would make a row of any save differ.
# By its name the trigger fires before that one. Sales change neither price.
KEEP_LOWEST = """
CREATE FUNCTION keep_lowest_price() RETURNS trigger LANGUAGE plpgsql
    SET search_path FROM CURRENT AS $$
BEGIN
    NEW.lowest_price := COALESCE(NEW.tier_price, NEW.price);
    RETURN NEW;
END $$;
CREATE TRIGGER events_keep_lowest_price BEFORE INSERT OR UPDATE OF price, tier_price ON events
    FOR EACH ROW EXECUTE FUNCTION keep_lowest_price();
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
DROP TRIGGER events_keep_lowest_price ON events;
DROP FUNCTION keep_lowest_price();
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
    return COLUMNS + KEEP_LOWEST + NOTE_EDITS.format(before=WITHOUT, after=WITH)


async def downgrade(db: BaseDBAsyncClient) -> str:
    return NOTE_EDITS.format(before=WITH, after=WITHOUT) + NO_COLUMNS


MODELS_STATE = (
    "eJztXWtz4jjW/isUX3amKm9XT3pum9raKkKcHrYJpIB0T+9kyqXYgnhjZMaXXGZ3/vsr+Y"
    "IvyMZSCAj7fOl0jB7HPEc+Ojcd/bfrW8YD9i2yeNcLTMsfOosrx8R296zz3y5BS0z/Uzrm"
    "pNNFq1VuBLvmozs7xCE2Wred8Cq683wXGT79YI5sD9NLJvYM11r5lkPoVRLYNrvoGHQgu9"
    "X6UkCsPwKs+84C+/fYpR/89ju9bBETP2Mv+XX1oM8tbJu5R7dM9rfD67r/sgqvnVuLAfEv"
    "w7HsD97phmMHS5KOX7349w5ZAyzis6sLTLCLfMz+gu8G7BuwB4y/bfKloodNh0RPmcGYeI"
    "4C28984zs9vdbV9dF4pk+1ma53BTgyHML4pY/qhQQs2CP8399PTz98+On0/Ycff/7h+59+"
    "+uHn9z/TseHzbn7001/Rw6RsRbcKORt8HIxm7IEcKsRIvOzCXyEG+ShChcJI2Uf+JvsXlE"
    "HfWmI+/xGiwL8ZQ94l/ylKI+G+ShzJhVQe6TTch0BcjMwxsV/iiVDB9WxwpU1nvatr9ueW"
    "nveHHfLWm2nsk9Pw6kvh6jc/fpsXzvomnS+D2S8d9mvn3+ORFtLreP7CDf9iOm727y57Jh"
    "T4jk6cJx2ZmTmbXE1YoyMzUjZ8x9VF37Qsavv7xpFw/GjKCHiPb1yOe/acG8zP8HM57zGi"
    "wDr9Mkf4XlW9R9qvs9wrNPrcm/R/6U2+uer9+m3uNRqORx+T4Sndo/5wfF4g3Avu/oMNjl"
    "4rZzwDAcrlKRfWMHmclI5RjfrDKBn8iIk4/VkUKHhZ7u/w3HHxJvP/mo5HfN5TRNGMsgy/"
    "87+ObXlHyH4FkYyKaqVT1C8FG4jdoKh00NzHrgjtawCwLs+64bguthF7TK6+KV9kN5FSa+"
    "3x8L+zpZb5zvOHjP/GLtwh4+EJuaa+8Ylz6pSN3fxoebosXkEELUIi2Tdm3y+NLpw7zgP9"
    "WRWAyA052RJ/uIsGexB+aGf4wcVz7GJicJbPckWSA4G9LmGvBx4WDwdkQGCpH5ulDuSzK4"
    "5rSkz8LArcJFnu/wgQ8S3/ZZP7UuKzkCbN+tPvvv/p+58//Pj9mvD1lSqeNzn1HR/ZOlo6"
    "AeHEu64cgl/4zBaBRY8IG9YS2e8uop9HyHQFjaObK20y6Bf9msBlNgVnevbvkVvi0WQwjb"
    "BDqO3/rNuYLPx7+uuHChITI+RD0Y+MPzhlnxSChD7yA4/Pr0aCZcjxgD4Pik27fKhwjd4f"
    "090VJmbssgjQ3b3WRheD0cezToy/Jf3x6HIwudIuzjqU8rnlLrFJr/ZGfW04DK+yL23b7O"
    "pEu7wZXbCL1NAN6OPRa9qv14MJu4SfV5aLo6koKM7vfqwhz++KWapUoOyjQuQr8t50lvQT"
    "TSMWsQ1MKB5JAjHhpDKDGM07TxfPF+eROxCzYtZUk6RseTr1ujHTORwT2XFsjEhJWCSPLI"
    "iZvuxvZkSsr+xXtufj8TAn1vNB0fG+uTrXqEYN5UkHWX6JZWw4y5VN5z7xkfuiuxh5Yvni"
    "MjyEV8UjI9GSq5sBZ0GrfAHyQJj/AvP/Ebset0Si1DHMIPbnF373Vkb3jp1Cg2oA+s0llu"
    "o8soEWWYNLvIKVKSn1PBKkrrrU1ckG9hF1Lk3kXmJsVqUEN8edbMkLGjFCn1PIAbODaiRK"
    "IFHY9TBdnHz9Hnn3PGEQavmWlJjlgUXD7MXH3hGqtCp+40KOtfaiVvH5YNSbfOXbxeecwo"
    "/zrzOtB2YFLDAHX2Bc/8LyDJamqF5giuO2LzCur5sxBBYYWGCSuSAsjAKwSXnKPYhELV0z"
    "8PFym55Jx9TSMRYdDuVtLVUqamj31igTqLNShPxIH4ZQYRFsYkEQUHSlUHzdo94snZmcSp"
    "ae66LSMEQKKrBac9+JXAXLP+YBCbeTdu4Cy6YmiveO/b1/dt+I7K0z9rffi7XIxPL1lWvx"
    "asArKtjysFfXrx1P2rOkfA2iMy2JzkDSp41SV8hPvsfGw4BUusnZISfbvGQ2WKcLEzjJ7X"
    "SSwVM7vKcm6aQB/a+k3/I8XqVZueZJxjeJ8915ZgYipCTiVtH8JYdqxD6OfVdNMgolWAfK"
    "5Sl/oN9ThO9kPJAtQTZ0yWvkdocFd99S+TuUjIfCemg5cERGJtua4EVR0LozPQOByS6zi8"
    "TA1qNUYK4AbeAKApG5N4rM1amUE6uSU6BADmJzh4zNGXSaiKwbyXjwMiRWDeepLHhR2Z3m"
    "qTR4Ad1pattIfHe6XmuKY3Ctu9fapK+NZqwnhWtg4t+Sy8GvrKPE3HpWpZ/EI7J50dCKKo"
    "A1AhrYHKSBjWq64y3710CP5cOpZwUKCkEOkb61qFPjOktRvzaPhDYwKsdFI1lRv8/iBI3q"
    "iHkNBTmrLGe2WgYe5lSylirTLKRBanRnKeiEH52a2ew/nAb1W7nNYYHkTZIpNxwboCqLsO"
    "cUwvsjIdLENparH80jQc2rrOahv9JOXxootS+nulmpHSi1b6PU1UnoaSx2VJXNyww42ZLK"
    "C+NQkMdraR7Pt3xbKJG3Bqic1FA2k5d9TAHSC7AmROT3zTzVcrwUUjnnawCwLcm2cEA+i2"
    "pQeAMy1lUb0Z3QYBCTQLc/HvW1ySw8NMHArn9LrsafB9pZZ+k8WviWzH7RerMJ/Z3eHPku"
    "vTK9HrPx3spho9mxC9pEozeJzl2Ijg27JWMKnJx10mc6eOqbmf96Yv8LBWKywAY6F0fiTN"
    "QKxGBiSp2gkMJAwEoLmIngT4cIWtopZo/6+GbWF9TGylohBlohQ6zJTRbSpJ0FuwtyxgTp"
    "lkcf1mUV6Rwjr+pAhJI7wMkIAicjiLfF2V1HHNVmuHBBnG9hV6KxUB7W+sZCtvOEPZkGTU"
    "Vg65mEEwbfukLzCE8YRIZPV0ZRv/hi0rukXq7pojn1cnv92eAz9XCjezGv9+p6qM2iwwaX"
    "qzBRzz9sUA3fl/XGi9MVUnJL4XsUXHRTW1RyH7WRNukNzzoxnh33ONUmn6PjHj3sPqoilR"
    "V6YUeKyUolA9+jVEjsSImIZESdQUoyRd6S8Wg4YL85xLbiOx1cEOz2UU5PuqqMB29Q5HV3"
    "DWSQjT2dzmhXOEhTgEJFlMpxmkhYmBdAryNlzI2eg4zVkjFdS6nrwU6Q0td73Gp7L1z0YX"
    "zqtyomFXZgspzEuwg5709ExnZWM3doDa8XWn9w1Rt+88PJaSH2k1gG378vLv8+Xb9dbqOa"
    "SqqzMOB3C78WMezAix0xgRjnBhaimwLRTR+7S463XpEqSQBQqyGeJbERWQRowZni9Ry6LH"
    "6PHh0mov6cNjrrYHJLLqgfZ4ZFAqw+QA1fDtm28+TpLqYrn8uJBFZqm00wqBsBdRPTR/8u"
    "8eY8F7oO+Vn0HtlPKlaPlvw45IjY05XtLK3I1vLAEMDYQvMDXvmShnrlfVqUyZExKDe5E3"
    "c/K+7RIvb5bigLFPDUd7ndmCLAcJRoS+UuELH+lGlNVUA2qdJm3w1QHB/ZOjUxHuiziWzY"
    "3wTCNmg+uUmSxHNskd3lfDCQzCfZxSU7NKoqcorI1sSzygqborl2j8UmagEGU3Szy5RvY3"
    "1OX2GeubZls1wGB1aG7FYice6LOOBeZrsitAFpfkIU2oDsdLGANiDlVDerIQS0AWmj1AXa"
    "gHD7lHocL/08hl9+muAouMeZC2l7j1n4vxm9vu7xcWRz4q/kLUiuJnNjH51TrsOw39b+Kd"
    "lhJ3W6qOhRPLFeM5XuiGLcDns3OsjroM7TvWPjM/qflWX4gYs7ltdhT2Z27l464f1POnPH"
    "XSK/g4jZebJM//5dMXu5u7u+oqXLPhoiQ3uXOu1dIsmKuE0pohHbSvbtMYXvj4AlvR7fpB"
    "D47kxph/jcHOW5RZBbliJLQcVE/IsfNag9Mlqr1AKbgtlJTOfw+WDUm3zlz+JkfNYOOv86"
    "03qUecX6m02j41e3LtO5cfXW6fhkV+h61tJlEU4WP2DGEg583Cv16mj1S/SAr6Pdf1VKfW"
    "PYNp0+pwA93lYIKr2lKt3FcRMvEWcnBwJ/R8LfsUy8XDk+a0WgP2BO4XI5+RwoiEBCBGHl"
    "MdviT5kTPgJpAwurq7Rh47gmNVKkFBEHCu+CxLuAluxU2k3mK4qIUgh0RoJONPvoRCOkGd"
    "aARnC7b30wR5YduEKEZyBQMiTOOH5eWS6W6maaQ0LJkMolQ9TblhFxBgbyVVm+LvYDl+iB"
    "y9mNV+VOZ1GgPSU61kLtWFNfL7XisBM8D4i5LQybHXVSJwrrhgAIwkIQFoKwEIRtkQggCK"
    "tIEDbOAwoLIY8DAUgLAEKwEIKFEKy63EIItumMe4FhYCx1olQBCkE61aIIECxqhZjVCRZ9"
    "pEKvChOln59sCRAtUFx9D5Gh9kWGoOL6kD6x41n8I6fL3eEMpEnM72xrUvhTwKZNxoMPIR"
    "NdS3dPU23A2T/dc11UemzbBrYgA9vy3mxGd/8xD0gY2uvcBZZNF0XvHft7/+zuXzSRsvjt"
    "d6U2BQzSAPQn/FJlafBGbrM5CuFtMD9aan7AnqODGR+CCSlIQr0i1EYfBrsr1xLdMl0Awr"
    "bpIv9V26ZzyQ/iPYm1IE4RMOWhYAraLu2i7dIbm6xDbFJtqbGzNqrs1Y1h24xVOwTo7BAP"
    "CyJlbTVVxTVZYzXYkWisWskaKBBSxR+xeKd71jvqKsGqbKp1r3tfr7TR7KwTlzSxk6Qvb0"
    "bhOdKsOrdbTzhvfeCVYfDrhOpJIgNXWhizQf+TNpvShSxqsn5LLjWN/jrHmP5/1vuV/eKj"
    "Z/bbzah3fT0csBO/A0ItBdvCiggr2p4sfsqHCQGUXW0rt3y8lJVACm3Q0Vh7lsKBEpjA/V"
    "l4gB47pEaY/TwO+JflP59CE7RdN7AgByithtLqxpRWqxOXu0KWXRWQSz8/2RKJW9KREIBr"
    "aQDOQIEnVNqzBjRCQew7g9P4eMz5ePxpMPqo98ejy8Hkirn3iWFKqZ9b7hKbt2Q8udAm2T"
    "GR75YZEcd19Il2NRjRwesAj+7iJXtmNx1z2RsM2U2SEWxHRf4es5vJKDsi6t2QHdP70hvM"
    "skPQE6KupFmMJ90S7TMbTyfC6CMbHzk9xj0iC5x+2hv1teEw83l0ki0bEQdJsmOSM+myoy"
    "a90fSSkjS+pP+Gg+Izt3VnzrYQr++kfxx8Zoe9x7bnwnpkx77Hn020vkY/Xv8N+s0NTEdQ"
    "9CXlVV9HbOaUU30dtvlMDYrLr7p2RZk96zxi15q/6JgtFIwPJvvr3nT6hYqR8eLR+66Q5z"
    "1RKcqEcD6c1lmYT8tX5tNiCOcgFTBgtUPkACIHLeb/QIFj4D6NvEgGbID9V7J/+HwvyCHh"
    "ci6hhApAkICsBNj2+YCzZ6Oei5ei9+fkdZmjE8eERDw95jBRT++sE+NvyVQbXYRXPEzM5M"
    "os/DXOy0+12JHymAfysfdZ02+uzzoL9Ij1YMWSwp9G4y8jlhJ+IM4TUSMhjHwfL1c+R6ql"
    "71MWAieMb2wnw8++RBFrBta8vfoNK2DNittGnq9j13WEasXzKGiNIR5sXGLPQwt+FvPmZn"
    "DB5z2PKvAeBJb5jmHVCTnugv4owhS9ItnJH35TqMEHFeaFIWHxDjMprHkr1pGIt7RgWa1c"
    "Lv25LZ27HnJSI6NLr0FSF5K6kNSFpC4kdSGp24CkLnRVOmQ15tyns1Qyy8IBNyYotmc5gP"
    "tZLpDmup+mQ7CEyDMwcD/B/SxzP8fMThv4eFnlgBYGnWxxQdPNWOCFttQLhX2U7avDA/JT"
    "lXjQLWQgCHblgBWRIAB25Y8AEd/yObvQSrnPQprE/M6qJyIlTSmyhWK8BRgk1F/XmVe0JT"
    "IPCzIQlwH93r6+ci3esXsVW4PzMNge7AV3vuMjzom3FSRmQUChaXlhWx5dYqc6B3sYQt8q"
    "OirM5hxjGSLzsJZz6KNn3eWe9xUzULI0ZWCtYfBC6w+uesNvfjiJclB0IbL88Dsni9T374"
    "sZKEaUxBzNw1rDcPkctYhhBybmOGVbWMwC284jW4ilZmMB2M6FXLHo+9bIu0DUHQLuLQ24"
    "w4Hkh/FI4bgN2G1XVwTdVbQ3rismh+51srduleytyxTaZUrs+uOr66E2i64uVzYOy90yZW"
    "mZcjTt1+tBWIWGn1eWq0r71bhWT1aoGbjK2qw7Go80CqR22i0Zj4YD9ptDbItgNcQA/ePe"
    "on8chOAgBKesSwkhuN2ENyBEBCEiJXiEENHOFxpRP68AhMYqsq7emkjDMYUCHBtAyLqLxz"
    "jughfsCtc85FHAu8SJfw7xkeELM1/EAffy3Idb5GTIXwOBfXn2V5Q5qam/BgL74uwTJz4F"
    "ty7rawCwLc62TZnRXxn3LN5DYTl0fxmPxjdh5Jk+ohO46Y5sbb0nW5VwdBQb9yR23+WRsA"
    "FPtQ14ZXaWPndsbuShnrmVgSv8DiqrC3PG0ytEUcSDLMRlYeIwfyiz8ziHBN2nsu57xK7H"
    "vv6GiEuDWhnE/ooXvnsjUe56ew50aCinurkdGoKVKSn1PBKkrrrUFaocDfw757mydDQz4m"
    "Rb7Wg4NhzWqNrROm8IFI92xRVXYxXWkSioWsZddLCGiAOVIhpRwrVvn8kL7v6DDc7LVM54"
    "BgKUy1MunJvP46AMWzo3D4e+7Zd7dUzQa+R5F/jRMnCVGVoctc0UZX1HqXwYADYztdQejc"
    "QvsoymCFhF5Zub7P8EPdWIP8waanlewJnu5domGd8kzncWhF0F3j1V+g9YyPXJo0CLyKTv"
    "IPoNcdC9G6Fh1YvG/IlqM7Q4brshGp0bELoqYIq21BRduc6jZWKh0+uyGFhIJBaShEC9PL"
    "iwnX29IsYAYqjlFRz+ZGfVRHCgw+UD33DENgFkIDD3JeZ+cqyOhDFbgII1C9ZsbWs2XruG"
    "DtWslebs5sCt9myyLtrOQrfIAS1a1nsF6/fIu+etKQS5Zf0PcrjCe3X3Em9COKr8f9XSwJ"
    "RS9qWhWu18MOpNvvL1WjI++0Kcf51pvS0W7p3rPLGGROLyKCJ3JRF1l5rdyiS75Uawc9ca"
    "AIu7xOIenn9niTl1WQyQLrOtjFKrr5DPUTIV8zwLAtolaFdoD9MxiUIhs7W01ksdu3WC5/"
    "S73M9Y+qTKbN0ct81qdSNElJmBKGxLo7DQZvNgsac5Wlr2C5f8m5vBBZ/6HKhAfhBY5jsG"
    "PUIRVLAZdQCMloCscg+/abE3E9VlEv5WHgfeVtEgquttgUnUWJOo0JtZak+WB3tXj0K+Ln"
    "6kClEuQp9FgpRVljIUFZUbhJCGeTN3NuxCMwuvbHFoN0aebHdpQ4wefQxObUudWiivUMTF"
    "her3g9Iv0aS47e2JVVoqfXZ8SLT+9en6V71acgdvXzBDWLxehr18YdFs6aIp2gH6VY2fj0"
    "g3wLawpsz9g2+tBvKjRQd5vOYZ9TqypmiVFU93NumNppfaJOzHGvoUc+zGLVkH0+lN1JI1"
    "3G6oSEtWaFXTmCifOkbsFKPKKE/6+TZT1aMjwTZtqW1KF14qN1EZZFGwXkuv1x4W7naVga"
    "i8SivrHrhUmQvQHQ8HqmXaXNF1RadW551Y0XIBBtRLUR+F2R8w5zzUrcolgQH1cgpGlPYM"
    "BCh/naIRn/EbUBCBhAiQYWBP6ACeFAEnHdTjWyHf07HNcbC9gcnmuJMtvugTvrt3nAfdo0"
    "jdCQ7fyUSVeGZrXVV1Zn2UAvyEX6qmfGHQtvkepx3o0tPACAzM61ohmFVwZ1sG33KpKq3P"
    "46C0vriS1i2th2rN8hekWdWaUIkNOZr9WwzbzQURW6GBdgJkauqYCXfUL6JPKeyL5HGQrY"
    "HSlmMkP3aUGFS2tiuDBUFICwK2tR8wXYwkDo1JQXBoySu1j2ghbwEGgW7xxMIRHDNwLAe9"
    "rlzuASUVW1bWiHbuWMnpXh/5ASfBVa+0NkXvL7vYpW40dh9xItbaBbYTbapNPkdltNEdbk"
    "mvPxt81s46bPveI74lN1P2OWs7cEv6vVFfGw7ZBYN9e9tWpfAWuimIKfBjiO5syPeOGzav"
    "tEUTEBhEsgbRgvIjYgkl48EEkjGBWOtji2d6njuOjREpM4UyuGJ6iALfauFZX9lzemg8Hu"
    "a4Px8Uyb25OtfoEhIKgg6y/JLZve52ILHNl4N9tfV0PC8A33h6wCtfhssCrvU8QqayfBls"
    "bqYyWJmSUs8jQerHJHXjHpGFeKw7BztwrHX6h30R/fbNbdgV+xHZ3/wtCYqFD+r97dvb7r"
    "dHYf6qllae0efenlpOR53UK0WL6DiBHHMbc8zhzw3+K1rdIziuSf7oUUrNwnGF9itkMeBL"
    "S2+MEqH8tTsuW844ZB1e4fCFVOi+hV1O6uFf0/GogsEUVuTRMvzO/zq25R1huLOCQsZH9f"
    "QtztSC1c5uwAm+RWw6K97Z3NsCcHksBOEEgnAGWiHD8jnLY7nzk4E0qc5kZynghCCdTk0T"
    "u1acHRSY0yV3gJktMLM9ZGNP93zkCkd0ClBIT6qcnoyEhQnnHasj5RgIMlZaxsdXF4IekR"
    "XdQUy+3d7n3mDYOx+yOpDkHrfkuhcVg6xQXA4yHIe/G7bjqVIIwrYTC9gRyfD92RDvj8SA"
    "uMdCRCbDgcgikY/UN+MGIip6bq0RUNu4YdhCZrSFOTLIjLZR6rAP69CZz4IsNgVx6bjYWp"
    "BPcYg3a/8WuE/zlfkuMUcmjL+S6ZZcTeeyi57Wec7cLKQs0C+LoyhBvzft9y607l+Hyyqn"
    "x7NUppWLw0625ZVTAOSVW5pXdlxTYtdgFgUqW7pW+8HiRaDqBSgSrMoJ/u517+uVNpqxEM"
    "TLkupX1gn+8mYUbmBhxbiKxCCOL1K0wsSM1bmQPLTRxWD0kcojwt+S6U2/r02nZx0vCNv+"
    "3ZLL3iDcMTRHlh317mcS09YyUyVytHKdR8sU62Cbxaj84qhbMxC9x/qSLvMOR3dVUL+BhJ"
    "oNiW6ecLrZq8r0A9fFxOBkrpmuLwlDZTCN0Bl5xfyhhl7+UKqWPxS1smobdJQKVQvPV7pW"
    "LVeOz6afaP9kDrQRs3f/VXKRyaDT2YmZIhAqw+WjYeWTqMm1LWY+eNhwMUetVBTmFoHAvk"
    "TvfGxaLjZ8PXBtEfKLOOBexuZ2ZcLqORjsp5eN0RwopwHcnx20sSLwf1Z+amWVvn/VSZWK"
    "sb5vTc9CboErZGBmIMC4OOPEEeuWkowHrmV2ePm+LVUTkkdC2a3KZbdQPteF8jkopILyOZ"
    "B6Hakr1LsiPrB9a4nResxJnfqiebzVFYqL2ldcFDcukewKD+VFxxm6AvJDrtRvj/32nO/M"
    "DJ67zlKXOuCgiGwSvfvute/IiSCPg3CstD5fIkso+7YGQLhKJjTIzfXf3AwuymKD/PR+EF"
    "jmOwY7QkVTQXpUGRS5S1lHKPymRcXxgIl+j7x7nuIoP0czj4NzNIsTue45mkdY4OzMWb2M"
    "8AkJ48tLbcJqlWM8Ox+hr13P2CV2rvnKZ9cutP5wMGLXTGzYFmHXmHd/Mel9GZ11niz/3n"
    "TRE7kl2q/Xg/B++HllhffTolporE4hdPRonkSwKI9sYLDoSIJDtQLrUdcGmUBwFgjJE6Vl"
    "DNF+iPvuOe5741XHfNPPT7bEe5mTB7HelsZ6oUHxPktCKWVidegJACIB4mxD3GWfbLNVRF"
    "SZZDHAuUThIX0KXZT0HAhYl9hU4dgcwusFZRLsHkMyRuD5zjLaPC0Sk+nfTGfjK21y1knu"
    "cEvGk4+90eDf7KLjLhCx/mRXp/3eaMSueQYihF3pXVwNRmcdZC4toka0xfL06KhNjrG5pe"
    "V0ittjU97EEj3anrwr5HlPDnV0+PHjqh3nBSDoKAnb59lnS6uth/lpoWYLHChI4DUSEOq3"
    "UIAB8+LMh+knT39EtmXqrI5ANCjHvQFEYFWOwKInZPlUZNi15paB+EfSVC70JXeAPvwCaz"
    "41lhYB9jhR8G021hoGfAvwbSOyCNBC2hvJ4hVeabraiGVuWQKYpX5vyewX+qfvZRyL0xp+"
    "xWmpW3Fa9CoC8oQIy9+wyBEnU99zXVRSJLEJLUig5nFCck7hP+YBCTtIdu4Cy/Yt4r1jf+"
    "+fgk7irmyA334vVvHQn/rcseNsvUh0OgNTeE4raz2FQVAJ6os44F6c+6h7rUweOY8EW1Vl"
    "WxW2WnZhqyUUX8BWS5D6cZXcfMYkqDwhPDPgZEvRzSMbClU3UHUDVTdvbVXbTllAsJzwLA"
    "Y8GYkYPF06/xQsdspi9pgfv5n1DxT12P1Mp3PWD0wO65e2g8qmegZUoH3OUI2a7Bfjm/Oh"
    "1rmeaP3BdBAfb722cMIP80HXidYbbugTspCgOYsCnmvw7DwRmTNOMijYNCy9aRUCsIc2Vy"
    "TY50BBAhCG3Y8kFAolQBh2/2HYlY2ILs5pEQbEQny7rZFOiG+3UeqKxbeneOuJpZvjTupE"
    "u9lZHnBoaYuj3tEsEJVBFgUOvbRDH798Iu5kBgKJBwk/8lkoQPj8isDgETG9i8gg50S1Cm"
    "J5h6gBsVxiXccvSZVV8JsFAc11aEZkwdtCWsHxGgEE1yHYo46v7q2QERuitXkuAoHuemrj"
    "SYrtAg7ILiNbHR/xC76bYs/b4iEWR51s8Q+f8B31DkMAeIct9Q6lehRDh+gd+YYu9iU6vR"
    "aA0Or1pOAo1m31auJHS+yI4hQBKV6JY4khqdKS8Hq+Ps5jJ0pjIiH3IraBkj8SSdfK7kN3"
    "5caKWSln6N5xHi6wbT1i92WLR7Q59GS7W8RAdAqEKAs2jLTVOcLEXDmWzLFQeSA4SdJO0h"
    "J7HtUEwhLI40AA0gIIOdugvmI/STwecpcypz4Hd//BBsd4qkgXpxCgXJ5yYQWTx4GCkVYw"
    "Bzp4UbFQzGG4dwwjcF2piEwBCh6bch7bkR9qtaJGdOyaCUi3e62NLgajj2edGM/6lw0Hn6"
    "ODrmKXjh1NddkbDNmlObJsrMjhVMj38XLlc+RUqgezkP0tQu/fVgvurIqfULNJQrdlYLCb"
    "SGm1Fr3jekB83qET1VLeAIOsVZZ1mAqI1Z1sJiEPB3mrLG96qxX9dlgvs11K10QOskEuws"
    "4WR+y6jliP+gQAuW+J7c2BG+0SX4pM5QIKpjHs1GxvUYFyKUgtTvPUSEHmh57UTEEmeSTI"
    "QLY0AwndeA4YHQ1coYMM4+GQhZHpf87C+WKt/FPIHlv4H47yjWb9cLbans/9MC2PfX9Tp1"
    "aVx9utVy+YzrmNwv5Ud/wlPGQwXFJuyUdqzZ11Fg7BUQQ9jLSzEHoSqT94DD0qjhfR2ykC"
    "VLfM8coufrScwNPFmedAFX4VjkUCctHw0ptAlFTlKGmse3XPIrydLNUy3wCDrFWWNfTO60"
    "LgEAKH0OINpH5c4eIedi3jvssPEMcfnmwJCaN0mDJx4LYEgV+55FT1ZitZ0VkoQXRJP053"
    "tXBS6A8/1AgI0FHlp4WyzwpldfS9EmA4Ht5Adr97/75OuOX9+/J4C/usYEY5xMeEs5r+az"
    "oeldhPKaS4jFqG3/lfp3khXEZGteNf9PELiyC7wfmhm9L89f9PBMJj"
)
