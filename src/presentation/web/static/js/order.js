/* Shows what became of a payment as soon as it is known. Without it the page reloads by itself. */

import { sendOnce } from "./checkout-once.js";
import { watch } from "./stream.js";

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15000;
const SILENCE = 5000;
const LONGEST_WAY = 10000;

let isLeaving = false;

sendOnce(document);
document.addEventListener("submit", () => {
  isLeaving = true;
});

const order = document.querySelector("[data-order][data-waits]");
if (order) {
  waitForChange(order);
}

function waitForChange(box) {
  if (!("EventSource" in window)) {
    ask(box, () => false);
    return;
  }
  const shown = JSON.stringify(JSON.parse(box.dataset.shown));
  let isHeard = false;
  watch(`${box.dataset.order}/events`, "order", ({ status, transactions }) => {
    isHeard = true;
    if (JSON.stringify({ status, transactions }) !== shown) {
      showAnew();
    }
  });
  // There may be no place for one more stream, or a proxy that keeps it back.
  window.setTimeout(() => ask(box, () => isHeard), SILENCE);
}

/**
 * Reload, but not while a button that was pressed leads to another page: what it changes is heard
 * of here before its answer has come, and a reload would stay here instead.
 */
function showAnew() {
  window.setTimeout(() => window.location.reload(), isLeaving ? LONGEST_WAY : 0);
}

/** Ask for the state from time to time, until it has changed or the stream works. */
async function ask(box, isHeard) {
  let pause = FIRST_PAUSE;
  while (!isHeard()) {
    if (!document.hidden) {
      try {
        const response = await fetch(`${box.dataset.order}/state`, {
          headers: { Accept: "application/json" },
        });
        if (response.ok && isChanged(box, await response.json())) {
          showAnew();
          return;
        }
      } catch {
        // The network is away: the next question may arrive.
      }
    }
    await new Promise((resolve) => {
      window.setTimeout(resolve, pause);
    });
    pause = Math.min(pause * 1.3, LONGEST_PAUSE);
  }
}

function isChanged(box, answer) {
  const { state, failed, missing } = box.dataset;
  return answer.state !== state || String(answer.failed) !== failed || answer.missing !== missing;
}
