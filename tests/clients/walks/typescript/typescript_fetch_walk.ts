// From sign-up to check-in with the client that openapi-generator makes for TypeScript and fetch.

import {
  AnalyticsApi,
  APIKeysApi,
  AuthApi,
  BookingsApi,
  CartApi,
  Configuration,
  type EventAnswer,
  EventsApi,
  OrdersApi,
  type Problem,
  ProblemFromJSON,
  ReservationsApi,
  ResponseError,
  Scope,
  TicketTypesApi,
  TicketsApi,
  TransactionsApi,
  type UserAnswer,
} from "./typescript_fetch";
import { ADDRESS, ADMIN, PASSWORD, assert, confirmationToken, done, pay, report, until } from "./outside";

type Types = Map<string, number>;
type Page = { raw: Response; value: EventAnswer[] };

const account = { email: "typescript.fetch@example.com", password: PASSWORD };
const visitor = new Configuration({ basePath: ADDRESS });

/** It sends what it is given as the whole header. */
function somebody(accessToken: string): Configuration {
  return new Configuration({ basePath: ADDRESS, accessToken: `Bearer ${accessToken}` });
}

/** The response of a call that does not answer 2xx: it throws then. */
async function failed(call: Promise<unknown>): Promise<Response> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ResponseError) return error.response;
    throw error;
  }
  throw new Error("It was not refused.");
}

async function refused(call: Promise<unknown>): Promise<Problem> {
  return ProblemFromJSON(await (await failed(call)).json());
}

async function signUpAndLogIn(): Promise<[Configuration, UserAnswer]> {
  const auth = new AuthApi(visitor);
  const { raw } = await auth.signUpRaw({ signUpBody: { ...account, name: "Theodora Typed" } });
  assert(raw.status === 202);
  done("sign up");

  const refusal = await refused(auth.logIn({ logInBody: account }));
  assert(refusal.code === "email_not_verified");
  const token = await confirmationToken(account.email);
  assert((await auth.verifyEmail({ verifyEmailBody: { token } })).success);
  done("confirm the address");

  const session = await auth.logIn({ logInBody: account });
  done("log in");
  return [somebody(session.accessToken), session.user];
}

async function logInAsAdmin(): Promise<Configuration> {
  return somebody((await new AuthApi(visitor).logIn({ logInBody: ADMIN })).accessToken);
}

async function create(admin: Configuration): Promise<EventAnswer> {
  const dateTime = new Date(Date.UTC(2036, 7, 4, 18, 30));
  const event = await new EventsApi(admin).createEvent({
    createEventBody: {
      title: "Open air for typescript-fetch",
      dateTime,
      currency: "EUR",
      payment: "online",
      capacity: 12,
      ticketTypes: [
        { name: "Standing", price: "40.00" },
        { name: "VIP", price: "120.00", capacity: 2 },
      ],
    },
  });
  assert(event.dateTime.getTime() === dateTime.getTime());
  done("create an event");
  return event;
}

async function lookAround(event: EventAnswer): Promise<Types> {
  const events = new EventsApi(visitor);
  const shown = await events.listEvents({ q: "typescript-fetch" });
  assert(shown.length === 1 && shown[0]!.id === event.id);
  done("list events without a log-in");

  const ids = await allIds(events);
  assert(new Set(ids).size === ids.length && ids.length > 2 && ids.includes(event.id));
  done("page");

  const first = await events.getEventRaw({ eventId: event.id });
  const ifNoneMatch = first.raw.headers.get("ETag")!;
  assert((await failed(events.getEvent({ eventId: event.id, ifNoneMatch }))).status === 304);
  done("ask only for changes");

  const types = await new TicketTypesApi(visitor).listEventTicketTypes({ eventId: event.id });
  return new Map(types.map((type) => [type.name, type.id]));
}

/** The ids of all events, two on a page. */
async function allIds(events: EventsApi): Promise<number[]> {
  const ids: number[] = [];
  let cursor: string | null = null;
  do {
    const { raw, value }: Page = await page(events, cursor);
    ids.push(...value.map((event) => event.id));
    cursor = raw.headers.get("X-Next-Cursor");
  } while (cursor !== null);
  return ids;
}

async function page(events: EventsApi, cursor: string | null): Promise<Page> {
  const response = await events.listEventsRaw({ limit: 2, cursor });
  return { raw: response.raw, value: await response.value() };
}

async function book(buyer: Configuration, event: EventAnswer, types: Types): Promise<void> {
  const bookings = new BookingsApi(buyer);
  const bookTicketsBody = { eventId: event.id, quantity: 1, ticketTypeId: types.get("VIP")! };
  const request = { bookTicketsBody, idempotencyKey: "a-walk-books" };
  const booking = await bookings.bookTickets(request);
  assert(booking.status === "pending" && booking.totalAmount === "120.00");
  const again = await bookings.bookTicketsRaw(request);
  assert((await again.value()).id === booking.id);
  assert(again.raw.headers.get("Idempotency-Replayed") === "true");
  done("book");

  const refusal = await refused(bookings.bookTickets({ bookTicketsBody: { ...bookTicketsBody, quantity: 2 } }));
  assert(refusal.code === "insufficient_tickets" && refusal.available === 1);
  done("be refused");

  const hold = await new ReservationsApi(buyer).reserveTickets({
    reserveBody: { eventId: event.id, quantity: 1, ticketTypeId: types.get("Standing")! },
  });
  assert(hold.expiresAt && hold.expiresAt > new Date());
  done("reserve");
}

async function orderAndPay(buyer: Configuration, me: UserAnswer, types: Types): Promise<void> {
  const addToCartBody = { ticketTypeId: types.get("Standing")!, quantity: 2 };
  const item = await new CartApi(buyer).addToCart({ addToCartBody });
  assert(item.subtotal === "80.00");
  done("fill a cart");

  const orders = new OrdersApi(buyer);
  const order = await orders.placeOrderFromCart({ userId: me.id });
  assert(order.status === "pending");
  done("order");

  const startPaymentBody = { orderId: order.id };
  const payment = await new TransactionsApi(buyer).startPayment({ startPaymentBody });
  assert(payment.redirectUrl);
  await pay(payment.redirectUrl);
  await until(async () => {
    const found = await orders.getOrder({ orderId: order.id });
    return found.status === "confirmed" ? found : undefined;
  });
  done("pay");
}

/** The code of a valid ticket. */
async function receiveTickets(buyer: Configuration, me: UserAnswer, event: EventAnswer): Promise<string> {
  const api = new TicketsApi(buyer);
  const tickets = await api.listUserEventTickets({ userId: me.id, eventId: event.id });
  const code = tickets.find((ticket) => ticket.status === "active")?.ticketCode;
  assert(code);
  done("list tickets");

  const file = await api.getTicketPdf({ ticketCode: code });
  assert((await file.slice(0, 5).text()) === "%PDF-");
  done("download a PDF");

  const groups = await new BookingsApi(buyer).listUserBookingsByEvent({ userId: me.id });
  assert(groups.length === 1 && groups[0]!.event.title === event.title && groups[0]!.bookings.length === 3);
  done("list bookings by event");
  return code;
}

async function close(admin: Configuration, event: EventAnswer, code: string): Promise<void> {
  const table = await new AnalyticsApi(admin).exportRevenueReport({ eventId: event.id });
  assert(table.includes("80.00"));
  done("download a CSV");

  const tickets = new TicketsApi(admin);
  const checkInCodeBody = { code, gate: "North" };
  assert((await tickets.checkInByCode({ checkInCodeBody })).status === "used");
  done("check in");

  const refusal = await refused(tickets.checkInByCode({ checkInCodeBody }));
  assert(refusal.code === "invalid_state" && refusal.from === "used");
  done("be refused at the door");
}

async function useAKey(admin: Configuration, event: EventAnswer, code: string): Promise<void> {
  const keys = new APIKeysApi(admin);
  const key = await keys.createApiKey({
    createApiKeyBody: { name: "A walk of typescript-fetch", scopes: [Scope.EventsRead] },
  });
  const program = new Configuration({ basePath: ADDRESS, apiKey: key.secret });
  const events = new EventsApi(program);
  assert((await events.listScanners({ eventId: event.id })).length === 0);
  done("use an API key");

  const refusal = await refused(new TicketsApi(program).checkInByCode({ checkInCodeBody: { code } }));
  assert(refusal.code === "forbidden" && refusal.scope === "tickets:check-in");
  done("be refused a scope");

  await keys.revokeApiKey({ apiKeyId: key.id });
  assert((await refused(events.listScanners({ eventId: event.id }))).code === "not_authenticated");
  done("end the key");
}

async function leave(buyer: Configuration): Promise<void> {
  const auth = new AuthApi(buyer);
  assert((await auth.logOut()).success);
  assert((await refused(auth.getMe())).code === "token_expired");
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

walk().catch(async (error: unknown) => {
  console.error(error, error instanceof ResponseError ? await error.response.text() : "");
  process.exit(1);
});
