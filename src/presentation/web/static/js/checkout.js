/* The countdown of held tickets, and buttons that count once. The page works without it. */

import { sendOnce } from "./checkout-once.js";

const SECONDS_OF_WARNING = 60;

document.documentElement.classList.add("has-script");
sendOnce(document);

const hold = document.querySelector("[data-hold]");
if (hold) {
  countDown(hold);
}

// What is typed into the main form goes along when another button is pressed.
const main = document.querySelector("[data-pay]");
for (const side of document.querySelectorAll("[data-side]")) {
  side.addEventListener("submit", () => {
    for (const name of ["email", "name"]) {
      const typed = main?.elements.namedItem(name);
      const copy = side.elements.namedItem(name);
      if (typed && copy) {
        copy.value = typed.value;
      }
    }
  });
}

function countDown(box) {
  // The server said how many seconds are left: this machine's clock may be wrong, but it runs on.
  const ends = performance.now() + Number(box.dataset.seconds) * 1000;
  const clock = box.querySelector("[data-clock]");
  const said = box.querySelector("[data-said]");
  let isWarned = false;

  function tick() {
    const left = Math.max(0, Math.ceil((ends - performance.now()) / 1000));
    clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    if (left <= SECONDS_OF_WARNING && !isWarned) {
      isWarned = true;
      box.classList.add("hold--soon");
      said.textContent = box.dataset.warning;
    }
    if (left === 0) {
      said.textContent = box.dataset.over;
      window.clearInterval(timer);
      window.location.reload();
    }
  }

  const timer = window.setInterval(tick, 1000);
  tick();
}
