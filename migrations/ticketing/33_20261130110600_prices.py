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
    "eJztXWlz4za2/SsqfXlJlV5Xpzvbc01NlSzTHU1kySXJnfTEKRZMQjLHFKhw8ZJJ/vsDuI"
    "iLQIqAZQki75d0TOFQ1Lngxd1w8d+ubxkP2LfI8l0/MC1/5CyvHBPb3bPOf7sErTD9n9Ix"
    "vU4Xrde5Eeyaj+7sEIfYaN12wqvozvNdZPj0gwWyPUwvmdgzXGvtWw6hV0lg2+yiY9CB7F"
    "abSwGx/giw7jtL7N9jl37w2+/0skVM/Iy95M/1g76wsG3mHt0y2XeH13X/ZR1eO7eWQ+Jf"
    "hmPZF97phmMHK5KOX7/49w7ZACzis6tLTLCLfMy+wXcD9gvYA8a/NvlR0cOmQ6KnzGBMvE"
    "CB7Wd+8Z2eXuvq+ngy12faXNe7AhwZDmH80kf1QgKW7BH+9/8+fPj48YcP7z9+/+N33/7w"
    "w3c/vv+Rjg2fd/ujH/6OHiZlK7pVyNnw03A8Zw/kUCFG4mUX/g4xyEcRKhRGyj7yt9m/oA"
    "z61grz+Y8QBf7NGPIu+Z+iNBLuq8SRXEjlkU7DQwjExcicEPslnggVXM+HV9ps3r+6Zl+3"
    "8rw/7JC3/lxjn3wIr74Urn71/dd54Wxu0vllOP+pw/7s/Hsy1kJ6Hc9fuuE3puPm/+6yZ0"
    "KB7+jEedKRmZmzydWENToyI2XDd1xd9E3Lona/bxwJx4+mjIAP+MbluGfPucX8HD+X8x4j"
    "CqzTH3OC71XVe6T9Os+9QuPP/engp/70q6v+r1/nXqPRZPwpGZ7SPR6MJucFwr3g7j/Y4O"
    "i1csYzEKBcnnJhDZPHSekY1ag/jpLBj5iI059FgYKX5f4OLxwXbzP/r9lkzOc9RRTNKMvw"
    "O391bMs7QfYriGRUVCudon4p2EDsBkWlgxY+dkVo3wCAdXnWDcd1sY3YY3L1Tfkiu42UWm"
    "tPh/+9LbXMd148ZPw3duEOGQ9PyDX1rU+cD07Z2O2PVh9WxSuIoGVIJPvF7Pel0YVzx3mg"
    "/1YFIHJDejviD3fRYA/CD+0MP7h4gV1MDM7yWa5IciCw1yXs9cDD4uGADAgs9VOz1IF8ds"
    "VxTYmJn0WBmyTL/R8BIr7lv2xzX0p8FtKkWf/hm29/+PbHj99/uyF8c6WK521OfcdHto5W"
    "TkA48a4rh+AXPrNFYNEjwoa1Qva7i+jfE2S6gsbxzZU2HQ6Kfk3gMpuCMz0H98gt8WgymE"
    "bYIdT2f9ZtTJb+Pf3zYwWJiRHysehHxh98YJ8UgoQ+8gOPz69GglXI8ZA+D4pNu3yocIM+"
    "HNPdNSZm7LII0N291sYXw/Gns06MvyWDyfhyOL3SLs46lPKF5a6wSa/2xwNtNAqvsh9t2+"
    "zqVLu8GV+wi9TQDejj0Wvar9fDKbuEn9eWi6OpKCjOb76vIc9vilmqVKDso0LkK/LedJb0"
    "E00jFrENTCieSAIx4aQygxjNO08XzxfnkXsQs2LWVJOkbHk69box0zkcE9lxbIxISVgkjy"
    "yImb7sb2ZEbK4cVrbnk8koJ9bzYdHxvrk616hGDeVJB1l+iWVsOKu1Tec+8ZH7orsYeWL5"
    "4jI8hFfFIyPRkqubAWdBq3wB8kCY/wLz/xG7HrdEotQxzCAO5xd+81ZG956dQoNqAPrLJZ"
    "bqPLKBFlmDS7yCtSkp9TwSpK661NXJBg4QdS5N5F5ibFalBLfH9XbkBY0YoS8o5IjZQTUS"
    "JZAo7HqYLk6+fo+8e54wCLV8S0rM8sCiYfbiY+8EVVoVv3Ehx0Z7Uav4fDjuT7/w7eJzTu"
    "HH+Ze51gezAhaYoy8wrn9heQZLU1QvMMVxuxcY19fNGAILDCwwyVwQFkYB2KQ85QFEopau"
    "Gfp4tUvPpGNq6RiLDofytpYqFTW0e2uUCdRZKUJ+pA9DqLAItrEgCCi6Uii+7lFvls5MTi"
    "VL33VRaRgiBRVYrbnvRK6C5R+LgITbSTt3gWVTE8V7x77vn903InvnjP3t92ItMrF8fe1a"
    "vBrwigq2POzV9Wunk/YsKV+D6ExLojOQ9Gmj1BXyk++x8TAklW5ydkhvl5fMBut0YQInuZ"
    "1OMnhqx/fUJJ00oP+V9Fuex6s0K9c8yfgmcb4/z8xAhJRE3Cqav+RQjdjHceiqSUahBOtA"
    "uTzlD/R3ivCdjAeyJciGLnmN3O6w5O5bKn+HkvFQWA8tB07IyGRbE7woClp3pmcgMNlldp"
    "EY2HqUCswVoA1cQSAy90aRuTqVcmJVcgoUyEFs7pixOYNOE5F1IxkPXobEquE8lQUvKrvT"
    "PJUGL6A7TW0bie9O12tNcQqudfdamw608Zz1pHANTPxbcjn8lXWUWFjPqvSTeEQ2LxpaUQ"
    "WwQUADm6M0sFFNd7xl/xrosXw89axAQSHIIdK3FnVqXGcl6tfmkdAGRuW4aCQr6vdZnKBR"
    "HTFvoCBnleXMVsvAw5xK1lJlmoU0SI3uLQWd8KNTM5v9D6dB/U5uc1ggmU9ytKqLTt0MCo"
    "jlEGsR3WNNC4WcsByq9ZXYbJolcVMxGgvA1jNJVSBnIlYlCw+cKXx/Iq81Y0ZCYRZhQGyR"
    "WBPbWK7+Po8EM1llMxn60+31pYGtSuVUNys1DluV2ih1dQoiNBZ7r6qGyAzo7SiFCOP4UA"
    "fR0joI3/JtoUKIDUDlpLCylRDZxxQgvQBrQkbz0MxTLcdLwZdzvgEA25JsCyc0s6gGRTGh"
    "4qeqkYcTGgxiEugOJuOBNp2Hh84Y2PVvydXk81A766ycRwvfkvlPWn8+pX/TmyPfpVdm1x"
    "M23ls7bDQ7tkabavQm0bk10bGLt2RCgdOzTvpMRy8dYua/ntj/QoGYLLCBzsWJOBO1AjGY"
    "mFIn0KQwELDSAmYi+NMhgpZ2ijmgPr6ZDwS1sbJWiIHWyBBrEpaFNGln1v6CnDFBuuXRh3"
    "XZjh6OkVd1oEzJHeBkGYGTZcTbiu2vo5hqM1w4/epb2JVozJaHtT6JbTtP2JNpcFcEtp5J"
    "OKH1rSvcT/CEVmT4dGUU9Ysvpv1L6uWaLlpQL7c/mA8/Uw83uhfzeq+uR9o8Oqx1tQ4T9f"
    "zDWtXwfVlv0ThdISW3FH5AwUU3tUUl90kba9P+6KwT49lxuTNt+jk6LtfD7qMqUlmjF3Yk"
    "o6xUMvADSoXEjpSISMbUGaQkU+QtmYxHQ/aXQ2wrvtPRBZGp+5StyuXBGxR53V8DLmRjT6"
    "cz2hUO0hSgUBGlcpwmEha3TriOlEtKhUHGSsmYrqXU9WAn8OmbPcK1vRcu+jg+9VsVkwo7"
    "MFlO4l3YnPcnImM3q5k7tIbXC20wvOqPvvqu96EQ+0ksg2/fF5d/n67fLrfRVyXVWRjwu4"
    "Nfixh24MWOmECMcwsL0U2B6KaP3RXHW69IlSQAqNUQz5LYiCwDtORM8XoOXRZ/QI8OE1F/"
    "ThufdTC5JRfUjzPDIgFWH6CGL4ds23nydBfTlc/lRAIrtc02GNSNgLqJ6aPfS7wFz4WuQ3"
    "4WfUD2k4rVUyf/DpGHV0pg6xYgBoGEYhSV0030IrKTrgiD2FE5tRb7liA8s0rIuCnDg60j"
    "UxESJjgQe86yPiAVtSE8MEx5XpFIhqkHvPYlwwKV92lR3ljGfd3mTjzYVXGPFrHPD3qxsC"
    "TPVKlQ5BsEqG6JJqLuEhHrT5lGogVkk+r6Dt2uzvGRrVNL+oE+m4ihuA2Epgt8cpOUrOfY"
    "Ik1C+GAgmU+yi0v2g1XV/xWRrYmel5VRRnPtHotN1AIMpuh2T1DfxvqCvsI8c23H1twMDq"
    "wM2Y2L4twXccC9zOZoaDrU/PILaDq018UCmg6VU92s9jPQdKiNUhdoOsTtKu9xvPTzGH75"
    "8xRHwT3OXEibCc3D/5vT65uOQic2J/5O3oLkajI3DtGn6ToM++3s1pQd1qvTs0mP4on1Wj"
    "d1xxTjdti70UFeB3We7h0bn9H/WVuGH7i4Y3kd9mRm5+6lE96/11k47gr5HUTMzpNl+vfv"
    "ugW293fXVzSQOsTxFdBMqk4zqUiyIm5TimjEJrZDe0zh+yNgSW/GNykEvj9T2iE+N0d5bh"
    "HklqXIUlCx3uTFj44TODFaq9QCm4LZSUzn8Plw3J9+4c/iZHzWDjr/Mtf6lHnFuinODERI"
    "jWU6N67eOu1FEOix2NJl8Ujna6mmV46TsYTjuQ9KvTpa/RI94OuodK5KqW8N26XTFxSgxz"
    "V5oNJbqtJdHLcMFHF2ciDwdyT8HcvEq7Xjs8Yn+gPmbJMoJ58DBRFIiCAssEdhFbL4gZVb"
    "WFhdpQ0bxzWpkSKliDhQeBck3gW0Ej4LK4VAHzboe3WIvldCmmEDaAS3h9YHC2TZgStEeA"
    "YCJUPijOPnteViqd7JOSSUDKlcMkS9bRkRZ2AgX5Xl62I/cIkeuJzdeFXudBYF2lNiNyTU"
    "jjX19VIrDjvFi4CYu8Kw2VG9OlFYNwRAEBaCsBCEhSBsi0QAQVhFgrCb3hyCQsjjQADSAo"
    "AQLIRgIQSrLrcQgm06415gGBhLnV9XgEKQTrUoAgSLWiFmdYJFn6jQq8JE6ee9HQGiJYqr"
    "7yEy1L7IEFRcH9MndjyLf8B9uTucgTSJ+b1tTQr/FbBpk/HgQ8hE19Ld01QbcPZP910XlR"
    "4SuYUtyMC2vDeb0d1/LAIShvY6d4Fl00XRe8e+75/dw4smUha//a7UpoBhGoD+Gb9UWRq8"
    "kbtsjkJ4G8yPlpofsOfoaMaHYEIKklCvCLXRh8Hu2rVEt0wXgLBtush/1bbpXPKDeE9iLY"
    "hTBEx5KJiCtkv7aLv0xibrCJtUW2rsZJ8qe3Vr2C5j1Q4BOjsyyIJIWVtNVXFN1lgNdiIa"
    "q1ayBgqEVPFHLN5ZwvUO1kuwKptq3ev+lyttPD/rxCVN7Nz6y5txeGo9q87t1hPOWx+vZx"
    "j8OqF6ksjAlRbGfDj4WZvP6EIWNVm/JZeaRv9cYEz/f97/lf3ho2f21824f309GmpUUgGh"
    "loJtYUWEFW1PFj/lw4QAyr62lVs+XslKIIU26GisA0vhSAlM4P4sPCeSHVIjzH4eB/zL8p"
    "9PoQnarltYkAOUVkNpdSNLq9n23212y3VDPBwOHFKrUd8VsuyqyGb6eW9HSHNFR0Iks6WR"
    "TAMFnlCN1AbQCE176FRY4wNb55PJz8PxJ30wGV8Op1csTpJY+JT6heWusHlLJtMLbZodEz"
    "nBmRFxgEyfalfDMR28iZTpLl6xZ3bTMZf94YjdJBnBtqbk7zG/mY6zI6ImGNkx/V/6w3l2"
    "CHpC1Cc3i4G55O/Nl0aXN9+pfWZ3o9Nk/Il9GvmWxj0iy8yn/fFAG40yn0cHBrMRcSwqOy"
    "Y5+i87atofzy4phZNL+t9wEAs/LyiHzoLt1N7cSf80pN+Z3ERfWvQLN59NtYFGP958B+XF"
    "wHQERV9S1vVNYGxBGdc30bHP1G67/KJrV5SCs84jdq3Fi47ZMsLYYTPjuj+b/UKFzOjx6H"
    "3XyPOeqIxlImUfP9Sxfz6UG0AfihbQUQqNwDmCAA0EaFrM/5Hi88B9GuCSjIsB+69k//hp"
    "dZBDwuVCQgkVgCABWQmwLgUBZ2tMPQcwRR/OBewyNyiOGIn4gcydon7gWSfG35KZNr4Ir3"
    "iYmMmVefhnXP4wS/wpj3kgn/qfNf3m+qyzRI9YD9Ys9/7zePLLmGXeH4jzRNTIuyPfx6u1"
    "z5Fq6fuUhUBcdWvXHn72JWqFM7DmtURoWJ1wVtw28nwdu64jVJKfR0EHEvFQ5Ap7Hlryk8"
    "U3N8MLPu95VIH3ILDMdwyrTkByH/RHEaboFclO/vCXwlYHUGFeGDAWb+STwpq3Yp2IeEvr"
    "wtXK9NJ/dyV7N0N6NfK99BqkfCHlCylfSPlCyhdSvo1P+UJrq2OWxC58OkslczAccGNCZg"
    "eWAzin5QJprnNqOgRLiDwDA+cUnNMy53TCrLihj1dV7mlhUG+Hg5ruiAMftaU+KmxmbV+V"
    "HpCfqsSj7uMDQbArR6yXBAGwK38EiPiWz9kKWMp9FtIk5vdWWxEpaUqRLRQBLsAg3f669s"
    "iifal5WJCBuAzo7/b1tWvxzj6s2J+dh8EebS+48x0fcY4driAxCwIKTcsLeyPpEu0CONjj"
    "EPpW0VFhNhcYyxCZh7WcQx896y730LWYgZKlKQNrDYMX2mB41R999V0vykHRhcjyw9+cLF"
    "Lfvt9qu0CJkpijeVhrGC6foxYx7MDEHKdsB4tZYNt5ZAux1GwsANu5kCsWfd8ZeReIukPA"
    "vaUBdzgV/jgeKZx5Anvx6oqgu452znXF5NC9TnberZOdd5kyvEwB3mBydT3S5tHV1drGYT"
    "FcpiwtU46m/Xo9DKvQ8PPaclXpgRtX8skKNQNXWZt1x5OxRoHUTrslk/FoyP5yiG0RrIYY"
    "oInfWzfxgxAchOCUcikhBLef8AaEiCBEpASPECLa+0Ij6ucVgNB2RdbV2xBpOKZQgGMLCF"
    "l38RjHhkQfuyuOw/2vGfVGq+nfIIvaxDL8zl+dmodDn44cGCXVcihS3ssXlrMblMsh2tW1"
    "LYndmigDbcwunL0VV4UUeTp3d+2549gYkRLfNwcsnuxKkW/FbBLnPvDBrpPJKDe7z4dFNX"
    "Jzda5Nv/qmkF3lFGkGL9gVrqfKo0CnSxzp6hAfGb4w80UccC/Pfbj9Vob8DRDYl2d/TZmT"
    "mvobILAvzj5x4mPO67K+AQDb4mzblBn9lTmV4j0UlkP3p8l4chNmtegjOoGb9oJI2z6oku"
    "oKeQ2bZfKyAAKyydxDZdkkXTI+hbmvpEHGMsqBfdam+mh4NZyfdZxHatrZ1sry6/TeiEZc"
    "aHHaM/rcxHHqM/qU3T35iN39lgxuplNtPPiSNv1Isldp34/zmy/0oTZ3jkzO+M5qzKAoc+"
    "tJ7A3PI2F7uGrbw8ssdX3h2Ny4eD2DPQNXWFMou5rmzO9XiKKIB1lIxCQjRSzTFyOHBN2n"
    "su6ji7XHfv6WiEsDnRnE4eKb37yRKPce34T+QaVUN7d/ULA2JaWeR4LUVZe6QvsaAv/Oea"
    "7c2JAZ0du1syEcGw5r1M6GOm8IbG3oiiuuxiqsE1FQtYy76FAoEQcqRTSiwPjQPpMX3P0H"
    "G5yXqZzxDAQol6dcuHIsj4NNQtKVY3Bg6WG5V8cEvUaed4EfLQNXmaHFUbtMUdYVm8qHAW"
    "CrbUvt0Uj8IstoioBVVL711uFPf1WN+OOsoZbnBZzpXq5tkvFN4nxvQdh14N1Tpf+AhVyf"
    "PAq0iEz6DqLfEAc9uBEa1k1pzJ+oNkOL43YbotGZN6GrAqZoS03Rtes8WiYWOnk1i4GFRG"
    "IhSQjUy4MLu9nXK2IMIIZaXgE7PisKCYu7BlvYJtmqB/YPnMA3HLFtJBkIzH2JuZ8c+iZh"
    "zBagYM2CNVvbmo3XrpFDNWulObs9cKc9m6yLtrPULXJEi5Z1BsP6PfLueWsKQW5Zd54crr"
    "gJ9CXexnJS+f+qpSHetLx5aahWOx+O+9MvfL12ztnkfP5lrvV3WLh3rvPE2uWJy6OI3JdE"
    "1F1q9iuT7KYtwb6SGwAs7hKLe3g6qyXm1GUxQLrMxkRKrb5GPkfJVMzzLAhol6BdoT1Mpy"
    "QKhczW0lovdezWKV7Q33I/Z+mTKrN1e9wuq9WNEFFmBqKwLY3CQhPoo8WeFmhl2S9c8m9u"
    "hhd86nOgAvlBYJnvGPQERVDBZtSfNloCsso9/KXFzoFUl0n4W3kceFtFg6iutwUmUWNNos"
    "LJAVJ7sjzYu3oS8nXxI1WIchH6LBKkrLKUoaio3CCENMybubNhH6N5eGWHQ7s1srfbpQ0x"
    "2Vah4NS2z6mF8gpFXFyofj8q/RIt9NvePF+lpdJnh1tF69+Arn/VqyV38O4FM4TF62XYaR"
    "4WzZYumqLnE7zqWIIT0g2wLawpc//oW6uB/GjRQR6veUa9vrEpWmXF051P++PZpTYNO/qG"
    "PsUCu3FT3+FsdhM19Q23GyrSkhVa1TQmyqeOETvDqDLKk36+y1T16EiwTVtqm9KFl8pNVA"
    "ZZFKzX0uu1h4W7XWUgKq/SyroHLlXmAnTHw4FqmTZXdF3RqdV5J1a0XIAB9VLUR2H2B8w5"
    "rXuncklgQL2cghGlPQMByl+naMRn/BYURCAhAmQY2BM6wilFwEkH9fhWyPd0bHMS7G5gsj"
    "2ut8MXfcJ3947zoHsUqTvB8TuZqBLPbK2rqs6sj1KAP+OXqilfGLRrvsdpB7r0NDACA/O6"
    "VghmHdzZlsG3XKpK6/M4KK0vrqR1S+uhWrP8BWlWtSZUYkOO5vAWw25zQcRWaKCdAJmaOm"
    "bCHfWL6FMK+yJ5HGRroLTlFMmPHSUGla3tymBBENKCgG3tR0wXI4lDY1IQHFrySu0jWshb"
    "gEGgWzyxcALHDJzKQa9rl3tAScWWlQ2inTtWcrrXR37ASXDVK61N0YfLLnapG43dR5yItX"
    "aB7VSbadPPURltdIdb0h/Mh5+1sw7bvveIb8nNjH3O2g7ckkF/PNBGI3bBYL/etlUpvIVu"
    "CmIK/BSiO1vyveOGzStt0QQEBpGsQbSk/IhYQsl4MIFkTCDW+tjimZ7njmNjRMpMoQyumB"
    "6iwLdaeDZXDpwemkxGOe7Ph0Vyb67ONbqEhIKggyy/ZHZvuh1IbPPlYF9tPZ3OC8A3nh7w"
    "2pfhsoBrPY+QqSxfBpubqQzWpqTU80iQ+ilJ3bhHZCke687Bjhxrnf1hX0R/fXUbdsV+RP"
    "ZX/5MExcIH9f7n69vu1ydh/qqWVp7T596dWk5H9eqVokV09CDH3MYcc/jvFv8Vre4RHNck"
    "f/QopWbpuEL7FbIY8KWlN0aJUP7aHZctZxyyDq9w+EIqdN/CLif18K/ZZFzBYAor8mgZfu"
    "evjm15JxjurKCQ8VE9fYsztWC1sxtwgm8Rm86adzb3rgBcHgtBOIEgnIHWyLB8zvJY7vxk"
    "IE2qM9lbCjghSKdT08SuFWcHBeZ0yR1gZgvMbA/Z2NM9H7nCEZ0CFNKTKqcnI2FhwnnH6k"
    "g5BoKMlZbx6dWFoEdkRXcQk2+3/7k/HPXPR6wOJLnHLbnuR8UgaxSXg4wm4d+G7XiqFILQ"
    "xereMk0ZCy7FwRonssY5NkftlVepxsMPZ7W9PxGT7R4LEZkMByKLRD5Sb5gb+qnocrZBQD"
    "XplisBuegWZiUhF91GqcPOt2Pnmguy2BbEpeNia0l+joPqWY+jwH2aIc735TkxYfydTLfk"
    "ajqXXfS0ySznZiFlgf5YHNmsg/5s0L/Qun8fL4+fHohTmcgvDuvtyuSnAMjktzST77imxD"
    "7NLApUtnR1/IPFi/nVCwklWJVLKrrX/S9X2njOgj4vK6pfWe/9y5txuGWIlT+rEfU5wdjc"
    "GhMzVudC8tDGF8PxJyqPCH9LZjeDgTabnXW8IGy0eEsu+8Nwj9YCWXZ0WgKTmLaRmSqxur"
    "XrPFqmWM/gLEblF0fdKo3oPdZXdJl3OLqrgvotJFTJSPRPhfPkXrUxInBdTAxOrQDT9SVh"
    "qAymETojr5g/1tDLH0vV8seiVlZtS5RSoWrh+UrXqtXa8dn0E+1YzYE2YvYevi4xMhl0Oj"
    "sxUwRChc98NKx8ElXQtsXMBw8bLuaolYpS6CIQ2Jc4rQCblosNXw9cW4T8Ig64l7G5XZmw"
    "eg4GHQxkYzQuXtuIesbC/BeAIAFZCThPcuZkAddyU/JIuTmYwWdHbckK/J+Vn3dbZbe86o"
    "xbxVg/tMXCQseBK+QoZSDAuDjjxBHrs5SMB65l9ob6vi1V25RHQsG+ygX7yHuQkHCKAumq"
    "LF0XU0o9XzZOvQ1ufc8pM8AS70uKgvdF5fdlaVFHUA/WHP+lal9MFgbbYgS2xcAmhC5sQo"
    "BydNiEAFKvI3WFeq6xmuoFdncWam/G9OpUaS/iFi1Qot2+Eu244Z7kaUZQpP3K4DFsajoi"
    "+SdwrMvbc743M3jhOitd6mCuIrJJ9B76jChHTgR5HCQDpfX5CllCNUwbACRLZBJT3IrJm5"
    "vhRVlmil8kGQSW+Y7BTlDRVJAe1VdH7lLWEQp/aVFxPGCi3yPvnqc4ys9/z+Pg/PfiRK57"
    "/vsJbhNzFqzqWPhkr8nlpTZlO75iPDvXa6Bdz9klZBh47bNrF9pgNByzayY2bIuwa8y7v5"
    "j2fxmfdZ4s/9500RO5Jdqv18Pwfvh5bYX306IdZVid7WTRo3kSwaI8soHBohMJDtVKZETd"
    "xmQCwVkgJKuUljFE+yHue+C4741XHfNNP+/tiPcyJw9ivS2N9cLBGofcWEMpE9vNlwAgEi"
    "DONsRdDsk2W0VElUkWA5xLlL3Tp9BFSc+BgHWJramOzSG8XlAmwR4wJGMEnu+sohY0IjGZ"
    "wc1sPrnSpmed5A63ZDL91B8P/80uOu4SEetPdnU26I/H7JpnIELYlf7F1XB81kHmyiJqRF"
    "ssT4+OiOcYmzsabae4A1YUJpboyRYUrpHnPTnU0eHHj6v69hSAoKMkbJ9nny2tth7mp4Va"
    "VnGgIIHXSECoa1UBBsyLMx+mnzz9EdmWqbM6AtGgHPcGEIFVOQKLnpDlU5Fh11pYBuIfpV"
    "i50JfcATYRCKz51Fhaso1K4jbWBgZ8C/BtI7IM0FLaG8niFV5putqYZW5ZApilfm/J/Cf6"
    "1fcyjsWHGn7Fh1K34kPRqwjIEyIsf8MiR5xMfd91UUmRxDa0IIGax2DKOYX/WAQk7MPduQ"
    "ss27eI94593z8FncR92QC//V6s4qH/6gvHjrP1ItHpDEzhOa2s9RQGQSWoL+KAe3HuozMA"
    "ZPLIeSTYqirbqrDVsgtbLaH4ArZagtRPq+TmMyYBrqq5yQzo7Si6eWRDoeoGqm6g6uatrW"
    "rbKQsIlhOexYAnIxGDp0vnn4LFTlnMAfPjN/PBkaIe+5/pdM76gclh/dJ2UNlUz4AKtC8Y"
    "qlGT/WJycz7SOtdTbTCcDSfjvIUTfpgPuk61/mhLn5ClBM1ZFPBcg2fnicicFJdBwaZh6U"
    "2rEIA9trkiwT4HChKAMOxhJKFQKAHCsIcPw65tRHRxToswIBbi222NdEJ8u41SVyy+PcM7"
    "z33fHterE+1mJ6LB0e8tjnpHs0BUBlkUOPTSDn388om4kxkIJB4k/MhnoQDh8ysCgyfE9D"
    "4ig5xzaSuI5R1FC8RyiXUdvyRVVsFvFgQ016EZkSVvC2kFxxsEEFyHYI86vrq3RkZsiNbm"
    "uQgEuuupjScptgs4ILuMbHV8xF/w3Qx73g4PsTiqt8M/fMJ31DsMAeAdttQ7lOpRDB2i9+"
    "QbutiX6PRaAEKr117BUazb6tXEjxavbXG5c54iIMUr7ppDUqVcBTUrvJ6vj/OodY8xkZB7"
    "EdtAyZ+IpGtl96G7cmPFrJQzdO84DxfYth6x+7LDI9oe2tvtFjEQnQIhyoINI211jjAx14"
    "4lcyxUHghOkrSTtMKeRzWBsATyOBCAtABCzraor9hPEo+H3KWEg+QFd//BBsd4qkgXpxCg"
    "XJ5yYQWTx4GCkVYwRzp4UbFQzHG4dwwjcF2piEwBCh6bch7biR9qtaZGdOyaCUi3e62NL4"
    "bjT2edGM/6l42Gn6ODrmKXjh1NddkfjtilBbJsrMjhVMj38Wrtc+RUqgezkMMtQu/fVgvu"
    "rYqfULNJQrdlYLCbSGm1Fr3jekB83qET1VLeAoOsVZZ1mAqI1Z1sJiEPB3mrLG96qzX9dV"
    "gvs11K10QOskEuwt4WR+y6jliP+gQAuW+J7c2BG+0SX4lM5QIKpjHs1GxvUYFyKUgtTvPU"
    "SEHmh/ZqpiCTPBJkIFuagYRuPEeMjgau0EGG8XDIwsj0P2fhfLFW/inkgC38j0f5VrN+OF"
    "vtwOd+mJbHfr+pU6vK4+3WqxdM59xGYX+qO/klPGQwXFJuySdqzZ11lg7BUQQ9jLSzEHoS"
    "qT96DD0qjhfR2ykCVLfM8coufrScwNPFmedAFX4VTkUCctHw0ptAlFTlKGmse3XPIrydLN"
    "Uy3wKDrFWWNfTO60LgEAKH0OINpH5a4eI+di3jvssPEMcf9naEhFE6TJk4cFuCwK9ccqp6"
    "s5Ws6CyUILqkn6a7Wjgp9LvvagQE6Kjy00LZZ4WyOvpeCTAcD28gu9+8f18n3PL+fXm8hX"
    "1WMKMc4mPCWU3/NZuMS+ynFFJcRi3D7/zVaV4Il5FR7fgXffzCIshucH7spjR//z9HCepd"
)
