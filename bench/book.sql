-- The smallest one-row booking: pgbench sends this script again and again.
\set user_id random(:first_user, :last_user)
BEGIN;
SELECT capacity, total_tickets_sold, tickets_held FROM events WHERE id = :event_id FOR NO KEY UPDATE;
INSERT INTO bookings (reference, user_id, event_id, quantity, total_amount, currency, status, booking_date) VALUES ('BKG-' || gen_random_uuid(), :user_id, :event_id, 1, 25.00, 'USD', 'confirmed', now()) RETURNING id AS booking_id \gset
INSERT INTO tickets (booking_id, event_id, ticket_type_id, user_id, ticket_code, price, status) VALUES (:booking_id, :event_id, :ticket_type_id, :user_id, 'TKT-20260101-' || translate(lpad(:booking_id::text, 8, '0'), '01', 'AB'), 25.00, 'active');
COMMIT;
