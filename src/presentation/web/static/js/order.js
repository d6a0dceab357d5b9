/* Shows what became of a payment as soon as it is known. Without it the page reloads by itself. */

import { sendOnce } from "./checkout-once.js";

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15000;

sendOnce(document);

const order = document.querySelector("[data-order][data-waits]");
if (order) {
  waitForChange(order);
}

async function waitForChange(box) {
  let pause = FIRST_PAUSE;
  for (;;) {
    await new Promise((resolve) => {
      window.setTimeout(resolve, pause);
    });
    pause = Math.min(pause * 1.3, LONGEST_PAUSE);
    if (document.hidden) {
      continue;
    }
    try {
      const response = await fetch(box.dataset.order, { headers: { Accept: "application/json" } });
      if (response.ok && isChanged(box, await response.json())) {
        window.location.reload();
        return;
      }
    } catch {
      // The network is away: the next question may arrive.
    }
  }
}

function isChanged(box, answer) {
  const { state, failed, missing } = box.dataset;
  return answer.state !== state || String(answer.failed) !== failed || answer.missing !== missing;
}
