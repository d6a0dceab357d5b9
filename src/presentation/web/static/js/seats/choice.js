// The seats that a buyer has chosen: at most as many as one person may buy.

import { FREE } from "./plan.js";

export class Choice extends EventTarget {
  constructor(plan, limit) {
    super();
    this.plan = plan;
    this.limit = limit;
    this.states = new Uint8Array(plan.count);
    this.places = new Set();
  }

  get size() { return this.places.size; }
  has(place) { return this.places.has(place); }
  ids() { return Array.from(this.places, (place) => this.plan.ids[place]); }

  /** What came of a press on a seat: "chosen", "removed", "taken" or "full". */
  press(place) {
    if (this.places.has(place)) return this.set(place, false), "removed";
    if (this.states[place] !== FREE) return "taken";
    if (this.size >= this.limit) return "full";
    this.set(place, true);
    return "chosen";
  }

  set(place, isChosen) {
    if (this.places.has(place) === isChosen) return;
    if (isChosen) this.places.add(place); else this.places.delete(place);
    this.dispatchEvent(new CustomEvent("change", { detail: { place, isChosen } }));
  }

  /** Choose these instead of what was chosen. */
  replace(places) {
    for (const place of [...this.places]) if (!places.includes(place)) this.set(place, false);
    for (const place of places) this.set(place, true);
  }

  /** Take over the states; the chosen seats that somebody else has taken, which are given up. */
  update(states) {
    this.states = states;
    const lost = [...this.places].filter((place) => states[place] !== FREE);
    for (const place of lost) this.set(place, false);
    return lost;
  }

  /** What the chosen seats cost with fees, in the smallest unit, and without. */
  sum(money) {
    const counts = new Map();
    for (const place of this.places) {
      const type = this.plan.type[place];
      counts.set(type, (counts.get(type) ?? 0) + 1);
    }
    let total = 0, tickets = 0;
    for (const [type, count] of counts) {
      const { totals, price } = this.plan.zones[this.plan.types[type].zone];
      total += money.units(totals[count - 1]);
      tickets += money.units(price) * count;
    }
    return { total, fees: total - tickets };
  }
}
