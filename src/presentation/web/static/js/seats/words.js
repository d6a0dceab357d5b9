// What is said of seats, on the page and to who does not see it.

import { ACCESSIBLE, COMPANION, FREE } from "./plan.js";

export class Words {
  constructor(all, plan, money) {
    Object.assign(this, { all, plan, money });
    this.live = document.getElementById("seat-words");
    this.line = document.getElementById("seat-caption");
    this.quiet = this.line?.textContent ?? "";
  }

  /** A sentence with its values; of two, the one for this count. */
  of(name, values = {}) {
    const found = this.all[name];
    const text = Array.isArray(found) ? found[values.count === 1 ? 0 : 1] : found;
    return text.replace(/%\((\w+)\)s/g, (_, key) => values[key] ?? "");
  }

  seat(place) {
    const { plan } = this;
    return this.of("seat", {
      section: plan.sectionOf(place).name, row: plan.rows[plan.row[place]].name, number: plan.numbers[place],
    });
  }

  price(place) { return this.money.text(this.money.units(this.plan.zones[this.plan.zone[place]].price)); }

  described(place, choice) {
    const { name } = this.plan.types[this.plan.type[place]];
    const access = { [ACCESSIBLE]: "accessible", [COMPANION]: "companion" }[this.plan.access[place]];
    const state = choice.has(place) ? "chosen" : choice.states[place] === FREE ? "free" : "taken";
    return [this.seat(place), name, this.price(place), access && this.of(access), this.of(state)]
      .filter(Boolean).join(", ");
  }

  tell(sentence) {
    this.live.textContent = sentence;
    if (this.line) this.line.textContent = sentence;
  }

  point(place, choice) { this.tell(this.described(place, choice)); }

  /** What the mouse points at: for the eye alone. */
  caption(place, choice) {
    if (this.line) this.line.textContent = place >= 0 ? this.described(place, choice) : this.quiet;
  }

  pressed(place, came, choice) {
    if (came === "full") return this.tell(this.of("full", { count: choice.limit }));
    if (came === "taken") return this.tell(this.of("is_taken", { seat: this.seat(place) }));
    this.tell(this.of(came === "chosen" ? "was_chosen" : "was_removed", { seat: this.seat(place), price: this.price(place) }));
  }
}
