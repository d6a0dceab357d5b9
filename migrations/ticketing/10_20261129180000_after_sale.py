"""After the sale: issues of tickets, keys of their tokens, and the outbox.

`tickets.change_id` grows in commit order within an event, since tickets change under the lock
of their event alone: a reader of an event's tickets that knows the largest one that it has seen
finds what changed since.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

EVENT_COLUMNS = """title, description, venue, kind, date_time, ends_at, timezone, capacity, price,
    currency, status, seating, payment, max_tickets_per_user, sales_start, sales_end,
    organizer_id, deleted_at, venue_id, service_fee_fixed, service_fee_percent, tax_rate,
    tax_inclusive"""

NOTE_EVENT_EDITS = """
CREATE OR REPLACE TRIGGER events_note_edit BEFORE UPDATE OF {columns} ON events
    FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION note_versioned_edit();
"""

TICKET_COLUMNS = "status, ticket_code, user_id, used_at, used_by, gate, seat_id"

NOTE_TICKET_EDITS = """
CREATE OR REPLACE TRIGGER tickets_note_edit BEFORE UPDATE OF {columns} ON tickets
    FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION {function}();
"""

UPGRADE = """
CREATE TYPE event_language AS ENUM ('en', 'de', 'th');
ALTER TABLE events
    ADD COLUMN terms text,
    ADD COLUMN language event_language NOT NULL DEFAULT 'en',
    ADD COLUMN allows_reentry boolean NOT NULL DEFAULT false,
    ADD COLUMN allows_transfer boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN events.terms IS 'Printed on tickets.';
COMMENT ON COLUMN events.language IS 'The language of its tickets and mails.';
COMMENT ON COLUMN events.allows_reentry IS
    'Whether people may leave and come in again with the same ticket.';
COMMENT ON COLUMN events.allows_transfer IS 'Whether holders may transfer tickets to others.';

CREATE SEQUENCE ticket_changes AS bigint;
ALTER TABLE tickets
    ADD COLUMN issue integer NOT NULL DEFAULT 1
        CONSTRAINT tickets_issue_is_positive CHECK (issue > 0),
    ADD COLUMN change_id bigint NOT NULL DEFAULT 0;
ALTER TABLE tickets ALTER COLUMN change_id SET DEFAULT nextval('ticket_changes');
ALTER SEQUENCE ticket_changes OWNED BY tickets.change_id;
COMMENT ON COLUMN tickets.issue IS
    'How often the ticket was issued: tokens of earlier issues admit nobody.';
COMMENT ON COLUMN tickets.change_id IS
    'Set anew at every change; grows in commit order within an event.';

CREATE FUNCTION note_ticket_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    NEW.change_id := nextval('ticket_changes');
    RETURN NEW;
END $$;

CREATE TABLE ticket_keys (
    id bigint CONSTRAINT ticket_keys_pkey PRIMARY KEY,
    public_key bytea NOT NULL CONSTRAINT ticket_keys_public_key_key UNIQUE
        CONSTRAINT ticket_keys_public_key_is_ed25519 CHECK (length(public_key) = 32),
    created_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz
);
COMMENT ON TABLE ticket_keys IS
    'Public keys that verify the tokens of tickets. Those of earlier keys stay valid.';
COMMENT ON COLUMN ticket_keys.id IS 'Made of the public key, and named in each token.';
COMMENT ON COLUMN ticket_keys.revoked_at IS 'Since then tokens signed with it admit nobody.';

CREATE TABLE outbox (
    id bigint CONSTRAINT outbox_pkey PRIMARY KEY,
    at timestamptz NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    subject_id bigint NOT NULL,
    event_id bigint
);
COMMENT ON TABLE outbox IS
    'Changes that mails and webhooks have yet to be planned for. Rows stay for seconds.';
COMMENT ON COLUMN outbox.id IS 'That of the entry in the audit log.';
"""

DOWNGRADE = """
DROP TABLE outbox, ticket_keys;
ALTER TABLE tickets DROP COLUMN change_id, DROP COLUMN issue;
DROP FUNCTION note_ticket_edit();
ALTER TABLE events DROP COLUMN allows_transfer, DROP COLUMN allows_reentry,
    DROP COLUMN language, DROP COLUMN terms;
DROP TYPE event_language;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    events = f"{EVENT_COLUMNS}, terms, language, allows_reentry, allows_transfer"
    return (
        UPGRADE
        + NOTE_EVENT_EDITS.format(columns=events)
        + NOTE_TICKET_EDITS.format(columns=f"{TICKET_COLUMNS}, issue", function="note_ticket_edit")
    )


async def downgrade(db: BaseDBAsyncClient) -> str:
    return (
        NOTE_EVENT_EDITS.format(columns=EVENT_COLUMNS)
        + NOTE_TICKET_EDITS.format(columns=TICKET_COLUMNS, function="note_edit")
        + DOWNGRADE
    )


MODELS_STATE = (
    "eJztXWtz2ziW/SsqfZmkyptKnKSTdW1tlSzTaU1kyiXL2XSPp1gwCdkcU6ACkn70TP77An"
    "yID4GUgNgSJN4PXR1BODR1LnlxX7j4dzd07TscuuTmTS9y3HDo35z5Dva6R51/dwmaYfaP"
    "2jkHnS6az0sz+FiIrr0Yh/hsy/PjUXQdhBTZIftiirwAsyEHBzZ156HrEzZKIs/jg77NJv"
    "JLLYYi4v6IsBX6Nzi8xZR98Y9/smGXOPgRB9nH+Z01dbHnlG7ddfjfjset8Gkejx27NwMS"
    "nsZz+R+8tmzfi2Yknz9/Cm99sgC4JOSjN5hgikLM/0JII/4L+A2mvzb7UcnN5lOSuyxgHD"
    "xFkRcWfvG1lY91LcscTawLY2JZXQmObJ9wftmtBjEBN/wW/uu/Dw/fv/90+Pb9b58/fvj0"
    "6ePnt5/Z3Ph+l7/69DO5mZyt5FIxZ4MvA3PCb8hnQkzEywd+xhgUogQVCyNnH4XL7J8wBk"
    "N3hsX8J4gK/04KeZP9oyqNjPsmcWQDuTzyx3ATAqEYOSPiPaUPQgPXk8GZcTHpnZ3zPzcL"
    "gh9ezFtvYvBvDuPRp8roq99el4WzuEjn/waT3zv8Y+fPkWnE9PpBeEPjv5jPm/zZ5feEot"
    "C3iP9gIafwzGajGWtsZkHKduhTS/ZNK6JWv28CCae3po2AN/jGlbjn97nE/AQ/1vOeIiqs"
    "sx+zg+9V03tkfJ+UXiHzW2/c/703fnXW+/669BoNR+aXbHpOt9kfjo4rhAfR9b+wLdBr9Y"
    "wXIEC5OuXSGqaMU9IxulG/HSWD7zGRp7+IAgWvyv01nvoULzP/94uRKeY9R1TNKNcOO//p"
    "eG6wg+w3EMmpaFY6Vf1SsYH4BapKB01DTGVoXwCAdXXWbZ9S7CF+m0J9U7/ILiOV1trd4f"
    "/ZllruO0/vCv4bH7hG9t0Doo619I1/6NfNXf5qdjirjiCCbmIi+S/mvy+PLhz7/h37f1MA"
    "ojTlYEX84TqZHED4oZ3hB4qnmGJiC5bPekVSAoG9rmCvRwGWDwcUQGCp75qlDuTzEZ86Cg"
    "9+EQVukir3PyJEQjd8Wua+lvgiZJ+e+sN3Hz59+Pz+tw8LwhcjTTwvcxr6IfIsNPMjIorj"
    "Y9udIU/MbRVa9YkS7Jv0GjvIdQORJ0Z/cNYbvnr34eAwXkLZAuqG8e/OFtcPb19XHZ+Icq"
    "ND8Pz2bxGtcXkKmL0wVJhz8Gh5mNyEt+zj+waOMyLfVx3N9ItD/k0lihiiMArE/BokmsUc"
    "D9j9oNT2K8cSF+jNMd2dY+KkPo0E3d1zwzwZmF+OOin+ivRH5ulgfGacHHUY5VOXzrDDRn"
    "tm3xgO41H+oz2Pj46N00vzhA8ySzhit8fGjO/ngzEfwo9zl+LkUZQU57vf1pDnu2oaKxco"
    "/6oSGkvcO4tnBWXzjFXsHmYcdyTDmHHSmGJMnrvAkk8ol5HPIGbNzK19krIbWMwtx1znCG"
    "xo3/cwIjVxkzKyImb2sr+YjbEY2axsj0ejYUmsx4OqZ355dmwwjVoxQZbNvETNW04kUKKN"
    "pJeBwLkE5/eYBsK8fa23UkBszll5tyOeik0x/+UKy0MZuYdWwB7XHUVzR1HqZSRIXXep65"
    "Oi6iManriBzQMbTXmq5XkHK5JVNkNYTgrZYspKj+g9ZK+62bMgLYwKcJ9imxsQiV66ZhDi"
    "2So9k89ZS8cwo3QGKfGWKhU9tHtrlAnkZjUhP9GHMVRaBMtYEAQkajUKfwQYcRUhSG71KE"
    "VPNdXxBVCF1TVrVdWSWv8zjUi8BaVzHbkeM1GCN/zv/a9klutZAnrxE/uPf0I0qaVxBYgm"
    "tVHq+nh460SS5KJIGgSQwMHbpoNns8dkmf+mfRMOVDqrVjr7D0Sl4rOAgopPVUfijv3aZd"
    "7Xq+bKsDo/9N1zY9w3zAkv46I2JuEVOR1850VYU/dRlxKse+SJygYaa0MXmFYWhR7qXhSq"
    "m3J5yZpQ2Ni8Pf2tQUQO5JCoY5d5PdSfyfq9ZSSUVupcWpnIijmGrqcm5gUU5KyznPlqGQ"
    "VYEAquVaZFyB6p0WeLrmf8WMwO5/8QdIVYyW0JCyQvk8y4EdgATRnpDSfi3u4IkQ72sFoY"
    "u4wENa+zmof68Wd9aSDjV0/1fuV+IOPXRqnrk/EzeOyoKd1XmHCwItcXx6Eg0dfSRF/ohp"
    "5Upm8B0DnroW2qr3ibEqRXYPsQkd8080zLiXJM9ZwvAMC2ItvSAfkiao/CG5DSbqrk9GOD"
    "QU4C3f7I7BvjSdyIxMY0vCJno28D46gz8+9dfEUmvxu9yZh9ZhdHIWUjF+cjPj+Y+3w2b2"
    "VijA12kaSXSdKr74qMGHB81Mnvaeu5cW7+W5n9LxWIKQL30LnYEWdirUAMJo5SV5IcBgLW"
    "WsBcBH/5RNLSzjEb1MeXk76kNtbWCrHRHNlyu0SKENglIrAu5tQVdcJtrNVaYKBWCxcNAU"
    "1qtXQjFRr4lTUyP2vnHksq5e7JuHfKDF6HoikzeHv9yeAbM3aTa3ED+Ox8aEySXn6zeZyz"
    "E/fy08MM5vvM0silktxy+AYFl1zUk5XcF8M0xr3hUSfF826KF8b4W9JNMcD0XhepzNHTDI"
    "vauq4nlQJ8g1IhqU0lIxKT2YWMZIZkPqI5HPBPPvHc9EpbFwS/fBLeVy4wEcH3KAjzfNtk"
    "kYcDiz3RVNpfq0ChOEJnly0RFhbF0taRMhYG0kDGesmYraXMNbGmmP2X7YeRcGyE+O04OS"
    "9VWfbcHk6RsnRL0i+QXrhC62j/KMF6yBZ4Km5w3diAvwADflfw6xLbi4LUU6skvZoa4C5h"
    "oQeuRA/cENOZwJ1vCKtmAMjrykdUPURuInQjeMTX8/iK+A26fJjIOnyGedTB5IqcMEfPiR"
    "OKPJeoh7OHPM9/CCyK2cpHBaHCRm2zDAZ1I6FuUvrY3yXBVORjr0N+Eb1B9rPqtp0l36c3"
    "iLh/KR2PVUbuU2pn0ztu40OZiodirhlkWgbCvhsxuVkoLvA9me1MYjCQLCaZ4pqSwDWOJC"
    "tgW+cWvfss4xelD+MtlnuSKzB4hmGDXhvjk7BB71lfGtigV0/1fm3Vgg16bZS6xAY9YQeh"
    "QODOHKfw069j7KGaHTj5xrtJ/K8JG1/svtuxZ+Jn9hZko9mzsYk9jRc2IoytlVsbS/MO1t"
    "nhaAUJBHY6tnSnIxycsMWgERwYslHq9dmpforu8HlS5tek1JemrdLpUwaw0vpBUOktVekU"
    "pxv3ZPK/JdBe1MtvOgnsOng290O+58C6w4IEZD35AiiIQEEEcQYRxQegyLc9XcLC6qps2P"
    "jUYUaKkiISQOFdUHgX0IwfVSGZx8lBrdyT9gH2pGm2J01KdSwAe8HtphXGFLleRKUIL0Cg"
    "bFCecfw4dylWanFQQkK2UudsJXPHVURcgIF8dZYvxWFEiRVRQfP3Jn+7iALtqdDGAtLW+/"
    "p66RWoHeNpRJxVcdrirIN1wrQ0BkCUFqK0EKWFKG2LRABRWk2itGmiUFoIZRwIQFkAEKOF"
    "GC3EaHeYW4jR7jvjQWTbGCv1oa1AIYqnW5gBokmtELM+0aRB7kF+xU9NESXRzIMVUaWKfw"
    "qRpZZGlqCqeHuHTMhFlCCK9AumMLsZTOfUFTnQxy5B9KnGIC4Dq51GnsLktN79of+Yk1ek"
    "n7F/PDB74z/E/Gfzi2vv8R8To1eNXpDgQdTrpf55zxHwyEPGE7Zs7sCZikPsMG1p8K5YTf"
    "bq0rRVxqoXAyzebsvFYKq21FSV12R7q8F2RGOtFUyBDJ8u/shOHXonT3/3vPfHmWFOjjpp"
    "TpIfCnF6acZHQvDymu56wnnp1pS2LU70rSeJAlxrYUwG/a/G5IItZEmjqityahjs4xRj9u"
    "9J7zv/EKJH/unS7J2fDwf88I6IMEvBc3U5vSPZgCTfStGBAMpzbRxzQzxTlUAO3aNjOjYs"
    "hS01hQDuj+JWt7wTqDT7ZRzwr8p/ofGRvO26hAU5QG0U1EZpS+qz10bpE7gbcXNowKyhpr"
    "BdZdLBiqBdbmJBxK6lETvwjtpnlwP5mhiGIIjudj0kEAAf+REhEsodIF+E7BPzz9aEm/2u"
    "0FI5Rb4MbKXbI3XQYnQdH1YhyXIR1kqOZVxLxw3ihIWl5MML0O07TUSGbn7ipxLTZSCQDE"
    "eFPi/BskeFKj3EZWDrOJZ+iOMzVR0se6ZzFQpENxIdn4el9jxXoGBtCLjWLMy6MsQqEV6F"
    "yGpLI6vQEGYrRfWwW2prcSTeCyASHC60XlVcjt7gkdlzTJxUbUuVKRrmycD8ctRJ8VekPz"
    "JPB+MzXv/GZDF16Qw7fPTsfGhMktHZPD6SkI32zL4xHMajnArP46PG9/PBmI8lzUA1qZ5L"
    "6zBVhVqA66zNuubINBjQJ/iKjMzhgH/yiecSrIcYILv/4p1PIJAIgcT98lohkLihGAwEui"
    "DQtSdEQ6Br86uhrLdaAUJNsqrDuiDS9h2pMM0SEFqxKbQ/8EmI7NCKP0uQX8UB9+rc4xly"
    "pc45WAIC++rszxlzSo/+Agjsy7NP/LQl0LqsLwDAtjzbHmPG+sUoYvUaGsuh+/vIHF3GcV"
    "x2i35EeWg32cNuLHax6xLchQOr2tC9w8Fx3kFBymUkSFlnKd9jGvCfvyTiWjeygNhc0vPd"
    "C4nyueu3oTdbPdX71ZutVDwwdxSlXkaC1HWXukYVZ1F47T82lpwVZhysqjmL58bT9qrmbJ"
    "03BIrOoAHffhp3Sf88mZhFjtiL0o9NRy2C6Ppf2Ba8TA0n4eQQoFydculsWBkH5ZvK2TDo"
    "ErZZ7vUxQc+T0KrBRdlkiC7PW2WOZkcLxk8JbIVoqVU6p/6968idLVDEwHqqsJ5mBFr1en"
    "01+1aDegcxwOm42iulQqerKLR9uUqTAgSefYVnn2Ibu/dK8dQKdA/jExBQfSFrdoyn7Kfc"
    "Tvw7TJqs2eV5q6xZmiCYBcogYM221JqFHaZbW8OnaOZ6T0LyLy8HJzW7WYqgCvlR5DpvOH"
    "QHRdDAZrL5LVkBiro9/qXVin+my6xbFNyKHuj6Y/fKODh1r2ohrXvqnkY1WDskDZ0sorUy"
    "OEz/K5UVBFB+tRPypfieKUQ1T6eIBCnrLGWoCqs3CMGdfRl39oI9OE1ubP79wQr3NWAzwW"
    "ttqdd6j0kk3+i8iAK/VdlvDbB0AU8BArFnldgzU+YSdKfTgWqVyh22rlgkml3LZXgrMKB+"
    "Ter1MU0m8b++4sajxCuTVhkp6dEad/hpD00VqGJey1aZR9eea/NnQC4mWcZBTLKqU9aNSY"
    "KbW/+C7JebCyGsNoSwdLMYVpsLMrbCHtoJENJYx0yAg8PauWMAyM+VXwyF8wu3KQioB9pi"
    "XBUpbBjLQbBh6Re1j2zjxApM40ZOWoX8isy7QRAJOK+3ObP50OSl+hCrnM8JR3PyP7HW0Z"
    "y7dxwI87MxvceZ1Ndu+jY2Lozxt6TBW3KFK9LrTwbfjKMO379zj6/I5QX/nhd0iU8A6a73"
    "CrxwSzioU5PT8LsQ/lmS77Uwrt5orGYgsJhULaYb4Wmj9aZSNh9sJIUGu5DAaGECA7q3tV"
    "Hq9i0iN/IhsBJsyyGYix/eSfLp1VWXsBXhHnmv/pb5yvGNBn97fdV9vROLnm7Zpgm779UZ"
    "p3zWwXoVKgkdB5B6amPqSfbMil86q0K3xWTj1hyj5sanAqel4aSEAgYsaJWazo1XLLeccQ"
    "hGvmQw0kZzZLuhQIfUW4gFyD7l6J4tfB4gDwdWECIq7XBVoBAz1DlmmAgLE9HRi2tIOQWC"
    "jLWW8e4la9A9cpMryMm32/vWGwx7x0OenMmucUXOe0mGZo7SHM1wFH+2PT/QJTsT+J7gJa"
    "yvdEinb271eqlzTp976brFUkRm04HIKpFw7Myz0gmJi3qq9zeEDYmLNkodqqe3nZioyGJZ"
    "EKc+xe4N+YqfluzfCvd5OqHcHX3HhPEze9yy0fxZpuhhkYYoPYWMheSgQP5Fv3fR750Y3Z"
    "/bS/rkTZMbsz7VaQer0j45ANI+LU37+NRRqPUvokBlKxdQ3bmiCNR6AYoMq3P+rXve++PM"
    "MCc8BBGfmpEdHJwdG6xJDGL3IkVzTJxUnUvJwzBPBuYXJo8Ef0UuLvt94+LiqBNEto2D4I"
    "qc9gZxGe8UuZ7ORz3DERzbSOmlp9/M2DLvy52/sYSElKo8/2jmRyKzvjGnmoNamVT9IJNU"
    "jSjFxBYkVfliUBOnKmD2QqmUNff7NRT3+1q9/b7KcLaIWEqPsgC9nWf6paLZz/1As9VuNv"
    "dD/nyKuw/Va2wBdC8e782XwaQnT7GHF3NNIVVnJ0bD2qlQdOe53AAJsE2x1DmoS0BgX+Xk"
    "JMel/FTTiHoy5FdxwL2K1U5VAvMlGGyTU43ywCm02+N+iw2VgP9Ye6NAruY6R4Cml9f0PG"
    "gXUSkDswABxuUZJ77cJuhsPnCtsoUjDD2lqpIyEgp3dS7chQK8LhTgQSkWFOCB1HfrXKfL"
    "ANOmAqX8+4MVlUm8lySUJLW0JAl2om8yNMgok8tHZABwYOTZxjPmbMuwvQAA2/Js81VEVp"
    "kUMcC5QgCK3YUlS3oJBKyrHA3nCQhfr34xw26wetGOgtCfJWV4MuWL/cuLyejMGB91sitc"
    "kdH4S88c/MkHfXqDiPsXH73o90yTjwU2IoSP9E7OBuZRBzkzNw4UbL+A0Q2spJOqwNj0mV"
    "AQqbE2i7jqkVAM+FJiyyzRDZ8INRoNS+/L8aD6QlyeHRuM+0pNjKA5MgqCB585OrcouJWy"
    "eapA0FEKts9jyJdWz4rbd0uV7QqgIIFfkYBU5W4FBszLMx/6d5gE1j3yXMeaUn8mG5QTXg"
    "DSGDqnMdADckMmMkzdqWsjce+xxoW+5gobXPIXIzu75if7OFXi4GUkvGs6v2uQMuxCyhCS"
    "R5AyBKnvVsrwGyZRYyvrwoSDFUnDez4VsoaQNYSs4Uv7s55f59DUE17EQAxBIYbAls6/JJ"
    "O1RcwG4/uXk75kaF9b1v0HotIfpYCC/ijKuwfAeQfnHZx3cN7BjQPnHaSunfPew9S1b7ti"
    "xz398mCF047yado47W3x2H9xyan3xWtX9PomOvVL+m565OXiocOPH9eoHmKzasuH4u8qva"
    "DYeyXBcDp9D9l99/btOrVZb9/WF2e9Xe4E5ZNQ2EH37xcjs8Z+yiHVZdS1w85/Op4b7KLz"
    "10AuJ6PZ566615VFkF/geNtHLP78f4S2eOA="
)
