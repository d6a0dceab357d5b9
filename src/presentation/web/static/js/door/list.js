// The door list in memory: tickets by id, what was scanned here since, and what follows from both.

import {isToken, readToken} from "./token.js";

const ADMITTING = new Set(["active", "used"]);

export class DoorList {
  constructor(stored) {
    this.tickets = new Map();
    this.version = null;
    if (stored) this.#take(stored.list, stored.list.entries);
  }

  get isLoaded() {
    return this.version !== null;
  }

  // A whole list, or what changed.
  merge(list, readAt) {
    if (list.full) this.tickets.clear();
    this.#take(list, list.entries);
    this.readAt = readAt;
  }

  #take(list, entries) {
    const columns = list.columns;
    for (const values of entries) {
      const ticket = Object.fromEntries(columns.map((name, at) => [name, values[at]]));
      this.tickets.set(ticket.ticket_id, ticket);
    }
    Object.assign(this, {
      version: list.version, event: list.event, gates: list.gates, keys: list.keys, columns,
      types: new Map(list.ticket_types.map(type => [type.id, type.name])),
      ticketTypes: list.ticket_types, readAt: list.readAt ?? this.readAt,
    });
  }

  // As it is kept for the next start of the page.
  stored() {
    return {
      version: this.version, full: true, event: this.event, gates: this.gates, keys: this.keys,
      columns: this.columns, ticket_types: this.ticketTypes, readAt: this.readAt,
      entries: [...this.tickets.values()].map(ticket => this.columns.map(name => ticket[name])),
    };
  }

  // A ticket went in or out: until the list says so itself.
  note(ticketId, {direction, at, gate}) {
    const ticket = this.tickets.get(ticketId);
    if (!ticket) return;
    const isIn = direction === "in";
    this.tickets.set(ticketId, {
      ...ticket, is_inside: isIn, status: "used",
      used_at: isIn ? at : ticket.used_at, gate: isIn ? gate : ticket.gate,
    });
  }

  count() {
    let all = 0;
    let inside = 0;
    for (const ticket of this.tickets.values()) {
      if (!ADMITTING.has(ticket.status)) continue;
      all += 1;
      if (ticket.status === "used" && (ticket.is_inside || !this.event.allows_reentry)) inside += 1;
    }
    return {all, inside};
  }

  find(text, limit) {
    const wanted = folded(text);
    const found = [];
    for (const ticket of this.tickets.values()) {
      if (ADMITTING.has(ticket.status) && folded(ticket.name).includes(wanted)) found.push(ticket);
      if (found.length > limit) break;
    }
    return found;
  }

  // The tickets whose code ends so: a code alone is never enough without a network.
  endingWith(code) {
    const ending = code.toUpperCase().slice(-4);
    return [...this.tickets.values()].filter(ticket => ticket.code_ending === ending);
  }

  // What this device says by itself: {ticket} to let through, with `reason` why not, `ask` to compare.
  async decide(scan) {
    if (!this.isLoaded) return {reason: "no_list"};
    if (scan.ticket_id) return this.#judge(this.tickets.get(scan.ticket_id), scan);
    if (!isToken(scan.code)) return this.#byEnding(scan);
    const token = await readToken(scan.code, this.keys);
    if (token === null || token.isSigned === false) return {reason: "unreadable"};
    if (token.eventId !== this.event.id) return {reason: "other_event"};
    const ticket = this.tickets.get(token.ticketId);
    if (ticket && ticket.issue !== token.issue) return {reason: "replaced"};
    const verdict = this.#judge(ticket, scan);
    return token.isSigned === null && !verdict.reason ? {...verdict, ask: "unsigned_text"} : verdict;
  }

  #byEnding(scan) {
    const found = this.endingWith(scan.code);
    if (found.length === 0) return {reason: "not_listed"};
    if (found.length > 1) return {several: found};
    const verdict = this.#judge(found[0], scan);
    return verdict.reason ? verdict : {...verdict, ask: "compare_text"};
  }

  #judge(ticket, scan) {
    if (!ticket) return {reason: "not_listed"};
    if (!ADMITTING.has(ticket.status)) return {reason: ticket.status, ticket};
    const isUsed = ticket.status === "used";
    if (scan.direction === "out") {
      if (!this.event.allows_reentry) return {reason: "no_reentry", ticket};
      return isUsed && ticket.is_inside ? {ticket} : {reason: "not_inside", ticket};
    }
    if (isUsed && !this.event.allows_reentry) return {reason: "already_used", ticket};
    if (isUsed && ticket.is_inside) return {reason: "already_inside", ticket};
    const open = this.gates.filter(gate => admits(gate, ticket.ticket_type_id));
    if (this.gates.length && !open.some(gate => gate.name === scan.gate))
      return {reason: "wrong_gate", ticket, gates: open.map(gate => gate.name)};
    return {ticket};
  }
}

const admits = (gate, typeId) =>
  gate.ticket_type_ids.length === 0 || gate.ticket_type_ids.includes(typeId);

// As the function fold() of the database, so that a search finds the same without a network.
const WITHOUT_WIDTH = new RegExp("[\\u00ad\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u200b-\\u200f" +
  "\\u2060\\u20d0-\\u20ff\\ufe00-\\ufe0f\\ufe20-\\ufe2f\\ufeff]+", "g");
const LETTERS = {
  "ı": "i", "đ": "d", "ð": "d", "ø": "o", "ł": "l", "ħ": "h", "ŧ": "t", "ς": "σ",
  "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
  "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2013": "-", "\u2014": "-",
};

export const folded = text => {
  const plain = text.normalize("NFKD").replace(WITHOUT_WIDTH, "").normalize("NFC").toLowerCase();
  return plain.replace(/[^\x00-\x7f]/g, letter => LETTERS[letter] ?? letter);
};
