// The states of the seats: asked for once, and again whenever the event says that it has changed.

import { watch } from "../stream.js";

const SHORTEST_PAUSE = 1000;
const LONGEST_PAUSE = 15000;
/** Seats that changed hands without a change of their number are seen after so long. */
const AT_REST = 30000;

export class States {
  constructor({ address, stream, changed, planChanged }) {
    Object.assign(this, { address, changed, planChanged });
    this.digest = null;
    this.pause = SHORTEST_PAUSE;
    this.stream = stream;
  }

  open() {
    if (!this.stream) return;
    watch(this.stream, "availability", () => this.soon());
    document.addEventListener("visibilitychange", () => this.tick());
    this.tick();
  }

  tick() {
    clearInterval(this.clock);
    if (!document.hidden) this.clock = setInterval(() => this.soon(), AT_REST);
  }

  /** Ask again, once for all changes within a moment. */
  soon() {
    this.waiting ??= setTimeout(async () => {
      this.waiting = null;
      await this.read();
    }, this.pause);
  }

  async read() {
    try {
      const answer = await fetch(this.address, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.statusText);
      const { plan, states } = await answer.json();
      this.pause = SHORTEST_PAUSE;
      if (this.digest !== null && plan !== this.digest) return this.planChanged();
      this.digest = plan;
      this.changed(Uint8Array.from(states, Number));
    } catch {
      // The network is gone: what is shown stays, and the next message tries again.
      this.pause = Math.min(LONGEST_PAUSE, this.pause * 2);
      this.soon();
    }
  }
}
