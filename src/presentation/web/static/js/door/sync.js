// Keeps the list fresh, and sends what was scanned without a network once there is one.

import {LoggedOut, Refused} from "./service.js";
import * as store from "./store.js";

const MILLISECONDS_BETWEEN = 5000;
const SCANS_AT_A_TIME = 500;
// The service has this very scan: its answer was lost, and it let the ticket through.
const ARRIVED = "scan_id_reused";

export class Sync {
  #running = null;
  #again = false;
  #timer = 0;

  // `onChange` is called after whatever changed; `scans` are those not done with.
  constructor({service, list, viewer, eventId, device, onChange}) {
    Object.assign(this, {service, list, viewer, eventId, device, onChange});
    this.scans = [];
    this.isOnline = navigator.onLine;
    this.isLoggedOut = false;
    this.refusal = "";
  }

  get waiting() {
    return this.scans.filter(scan => scan.state === "waiting" && scan.event_id === this.eventId);
  }

  get conflicts() {
    return this.scans.filter(scan => scan.state === "conflict" && scan.event_id === this.eventId);
  }

  async start() {
    this.scans = await store.loadScans(this.viewer);
    for (const scan of this.waiting) this.list.note(scan.ticket_id ?? scan.found_id, scan);
    addEventListener("online", () => this.run());
    addEventListener("offline", () => this.lost());
    document.addEventListener("visibilitychange", () => document.hidden || this.run());
    await this.run();
  }

  // No answer came: decide here until one does.
  lost() {
    this.isOnline = false;
    this.onChange();
  }

  ended() {
    this.isLoggedOut = true;
    this.onChange();
  }

  // Keep a scan that was decided here, and send it when that is possible.
  async keep(scan) {
    const kept = {...scan, viewer: this.viewer, event_id: this.eventId, state: "waiting"};
    this.scans.push(kept);
    await store.saveScan(kept);
    this.onChange();
    this.run();
  }

  async seen(scan) {
    this.scans = this.scans.filter(other => other !== scan);
    await store.deleteScan(scan.scan_id);
    this.onChange();
  }

  // One run at a time; whoever asks meanwhile gets another one after it.
  run() {
    this.#again = this.#running !== null;
    this.#running ??= this.#once().finally(() => {
      this.#running = null;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.run(), this.#again ? 0 : MILLISECONDS_BETWEEN);
    });
    return this.#running;
  }

  async #once() {
    if (document.hidden && this.waiting.length === 0) return;
    try {
      const isSent = await this.#send();
      this.isOnline = isSent && (await this.#refresh());
      this.isLoggedOut = false;
      this.refusal = "";
    } catch (error) {
      if (error instanceof LoggedOut) this.isLoggedOut = true;
      else if (error instanceof Refused) this.refusal = error.message;
      else throw error;
    }
    this.onChange();
  }

  async #refresh() {
    const list = await this.service.list(this.list.version);
    if (list === null) return false;
    const isNew = list.full || list.entries.length > 0 || list.version !== this.list.version;
    this.list.merge(list, this.service.now());
    for (const scan of this.waiting) this.list.note(scan.ticket_id ?? scan.found_id, scan);
    if (isNew)
      await store.saveList({viewer: this.viewer, event_id: this.eventId, list: this.list.stored()});
    return true;
  }

  async #send() {
    while (this.waiting.length > 0) {
      const sent = this.waiting.slice(0, SCANS_AT_A_TIME);
      const outcomes = await this.service.merge({
        scanner_id: this.device,
        scans: sent.map(({scan_id, code, ticket_id, at, direction, gate}) => ({
          scan_id, at, direction, gate: gate || null, ...(ticket_id ? {ticket_id} : {code}),
        })),
      });
      if (outcomes === null) return false;
      for (const [at, outcome] of outcomes.entries()) await this.#settle(sent[at], outcome);
    }
    return true;
  }

  async #settle(scan, outcome) {
    const isFine = outcome.result === "admitted" || outcome.result === "exited";
    if ((isFine && !outcome.reason) || outcome.reason === ARRIVED) return this.seen(scan);
    Object.assign(scan, {state: "conflict", reason: outcome.reason, against: outcome.against});
    await store.saveScan(scan);
  }
}
