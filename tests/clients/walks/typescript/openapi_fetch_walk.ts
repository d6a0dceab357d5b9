// From sign-up to check-in with the types of openapi-typescript, and openapi-fetch.

import createClient, { type Client } from "openapi-fetch";

import { ADDRESS, ADMIN, PASSWORD, assert, confirmationToken, done, pay, report, until } from "./outside";
import type { components, paths } from "./schema";

type EventAnswer = components["schemas"]["EventAnswer"];
type UserAnswer = components["schemas"]["UserAnswer"];
type Types = Map<string, number>;

const account = { email: "openapi.fetch@example.com", password: PASSWORD };
const visitor = createClient<paths>({ baseUrl: ADDRESS });

function somebody(token: string): Client<paths> {
  return createClient<paths>({ baseUrl: ADDRESS, headers: { Authorization: `Bearer ${token}` } });
}

async function signUpAndLogIn(): Promise<[Client<paths>, UserAnswer]> {
  const signedUp = await visitor.POST("/api/v1/auth/signup", { body: { ...account, name: "Feodor Fetch" } });
  assert(signedUp.response.status === 202);
  done("sign up");

  const { error } = await visitor.POST("/api/v1/auth/login", { body: account });
  assert(error?.code === "email_not_verified");
  const token = await confirmationToken(account.email);
  const { data: verified } = await visitor.POST("/api/v1/auth/verify-email", { body: { token } });
  assert(verified?.success);
  done("confirm the address");

  const { data: session } = await visitor.POST("/api/v1/auth/login", { body: account });
  assert(session);
  done("log in");
  return [somebody(session.access_token), session.user];
}

async function logInAsAdmin(): Promise<Client<paths>> {
  const { data: session } = await visitor.POST("/api/v1/auth/login", { body: ADMIN });
  assert(session);
  return somebody(session.access_token);
}

async function create(admin: Client<paths>): Promise<EventAnswer> {
  const { data: event } = await admin.POST("/api/v1/events", {
    body: {
      title: "Open air for openapi-fetch",
      date_time: new Date(Date.UTC(2036, 7, 3, 18, 30)).toISOString(),
      currency: "EUR",
      payment: "online",
      capacity: 12,
      ticket_types: [
        { name: "Standing", price: "40.00" },
        { name: "VIP", price: "120.00", capacity: 2 },
      ],
    },
  });
  assert(event?.date_time === "2036-08-03T18:30:00Z");
  done("create an event");
  return event;
}

async function lookAround(event: EventAnswer): Promise<Types> {
  const { data: shown } = await visitor.GET("/api/v1/events", { params: { query: { q: "openapi-fetch" } } });
  assert(shown?.length === 1 && shown[0]!.id === event.id);
  done("list events without a log-in");

  const ids = await allIds();
  assert(new Set(ids).size === ids.length && ids.length > 2 && ids.includes(event.id));
  done("page");

  const path = { event_id: event.id };
  const { response: first } = await visitor.GET("/api/v1/events/{event_id}", { params: { path } });
  const header = { "If-None-Match": first.headers.get("ETag")! };
  const { response: again } = await visitor.GET("/api/v1/events/{event_id}", { params: { path, header } });
  assert(again.status === 304);
  done("ask only for changes");

  const { data: types } = await visitor.GET("/api/v1/events/{event_id}/ticket-types", { params: { path } });
  assert(types);
  return new Map(types.map((type) => [type.name, type.id]));
}

/** The ids of all events, two on a page. */
async function allIds(): Promise<number[]> {
  const ids: number[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = cursor === null ? { limit: 2 } : { limit: 2, cursor };
    const { data: page, response } = await visitor.GET("/api/v1/events", { params: { query } });
    assert(page);
    ids.push(...page.map((event) => event.id));
    cursor = response.headers.get("X-Next-Cursor");
  } while (cursor !== null);
  return ids;
}

async function book(buyer: Client<paths>, event: EventAnswer, types: Types): Promise<void> {
  const body = { event_id: event.id, quantity: 1, ticket_type_id: types.get("VIP")! };
  const params = { header: { "Idempotency-Key": "a-walk-books" } };
  const { data: booking } = await buyer.POST("/api/v1/bookings", { body, params });
  assert(booking?.status === "pending" && booking.total_amount === "120.00");
  const again = await buyer.POST("/api/v1/bookings", { body, params });
  assert(again.data?.id === booking.id);
  assert(again.response.headers.get("Idempotency-Replayed") === "true");
  done("book");

  const { error } = await buyer.POST("/api/v1/bookings", { body: { ...body, quantity: 2 } });
  assert(error?.code === "insufficient_tickets" && error.requested === 2 && error.available === 1);
  done("be refused");

  const { data: hold } = await buyer.POST("/api/v1/reservations/reserve", {
    body: { event_id: event.id, quantity: 1, ticket_type_id: types.get("Standing")! },
  });
  assert(hold?.expires_at && new Date(hold.expires_at) > new Date());
  done("reserve");
}

async function orderAndPay(buyer: Client<paths>, me: UserAnswer, types: Types): Promise<void> {
  const body = { ticket_type_id: types.get("Standing")!, quantity: 2 };
  const { data: item } = await buyer.POST("/api/v1/cart", { body });
  assert(item?.subtotal === "80.00");
  done("fill a cart");

  const { data: order } = await buyer.POST("/api/v1/orders/from-cart/{user_id}", {
    params: { path: { user_id: me.id } },
  });
  assert(order?.status === "pending");
  done("order");

  const { data: payment } = await buyer.POST("/api/v1/transactions", { body: { order_id: order.id } });
  assert(payment?.redirect_url);
  await pay(payment.redirect_url);
  const params = { path: { order_id: order.id } };
  await until(async () => {
    const { data: found } = await buyer.GET("/api/v1/orders/{order_id}", { params });
    return found?.status === "confirmed" ? found : undefined;
  });
  done("pay");
}

/** The code of a valid ticket. */
async function receiveTickets(buyer: Client<paths>, me: UserAnswer, event: EventAnswer): Promise<string> {
  const { data: tickets } = await buyer.GET("/api/v1/tickets/user/{user_id}/event/{event_id}", {
    params: { path: { user_id: me.id, event_id: event.id } },
  });
  const code = tickets?.find((ticket) => ticket.status === "active")?.ticket_code;
  assert(code);
  done("list tickets");

  const { data: page } = await buyer.GET("/api/v1/tickets/{ticket_code}.pdf", {
    params: { path: { ticket_code: code } },
    parseAs: "arrayBuffer",
  });
  assert(page && Buffer.from(page).toString("latin1").startsWith("%PDF-"));
  done("download a PDF");

  const { data: groups } = await buyer.GET("/api/v1/bookings/user/{user_id}/by-event", {
    params: { path: { user_id: me.id } },
  });
  assert(groups?.length === 1 && groups[0]!.event.title === event.title && groups[0]!.bookings.length === 3);
  done("list bookings by event");
  return code;
}

async function close(admin: Client<paths>, event: EventAnswer, code: string): Promise<void> {
  const { data: table } = await admin.GET("/api/v1/analytics/revenue.csv", {
    params: { query: { event_id: event.id } },
    parseAs: "text",
  });
  assert(table?.includes("80.00"));
  done("download a CSV");

  const body = { code, gate: "North" };
  const { data: ticket } = await admin.POST("/api/v1/tickets/check-in", { body });
  assert(ticket?.status === "used");
  done("check in");

  const { error } = await admin.POST("/api/v1/tickets/check-in", { body });
  assert(error?.code === "invalid_state" && error.from === "used");
  done("be refused at the door");
}

async function useAKey(admin: Client<paths>, event: EventAnswer, code: string): Promise<void> {
  const { data: key } = await admin.POST("/api/v1/api-keys", {
    body: { name: "A walk of openapi-fetch", scopes: ["events:read"] },
  });
  assert(key);
  const program = createClient<paths>({ baseUrl: ADDRESS, headers: { "X-API-Key": key.secret } });
  const params = { path: { event_id: event.id } };
  const { data: scanners } = await program.GET("/api/v1/events/{event_id}/scanners", { params });
  assert(scanners?.length === 0);
  done("use an API key");

  const { error: refusal } = await program.POST("/api/v1/tickets/check-in", { body: { code } });
  assert(refusal?.code === "forbidden" && refusal.scope === "tickets:check-in");
  done("be refused a scope");

  await admin.DELETE("/api/v1/api-keys/{api_key_id}", { params: { path: { api_key_id: key.id } } });
  const { error: ended } = await program.GET("/api/v1/events/{event_id}/scanners", { params });
  assert(ended?.code === "not_authenticated");
  done("end the key");
}

async function leave(buyer: Client<paths>): Promise<void> {
  const { data: left } = await buyer.POST("/api/v1/auth/logout");
  assert(left?.success);
  const { error } = await buyer.GET("/api/v1/auth/me");
  assert(error?.code === "token_expired");
  done("log out");
}

async function walk(): Promise<void> {
  const [buyer, me] = await signUpAndLogIn();
  const admin = await logInAsAdmin();
  const event = await create(admin);
  const types = await lookAround(event);
  await book(buyer, event, types);
  await orderAndPay(buyer, me, types);
  const code = await receiveTickets(buyer, me, event);
  await close(admin, event, code);
  await useAKey(admin, event, code);
  await leave(buyer);
  report();
}

void walk();
