/* Plus and minus in the cart, which change it at once. Without it a button does. */

import { sendOnce } from "./checkout-once.js";

const PAUSE = 400;

document.documentElement.classList.add("has-script");
sendOnce(document);

for (const form of document.querySelectorAll("[data-quantity]")) {
  const input = form.elements.namedItem("quantity");
  let timer = 0;

  function sendSoon() {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => form.requestSubmit(), PAUSE);
  }

  input.addEventListener("change", sendSoon);
  form.elements.namedItem("unit_price")?.addEventListener("change", sendSoon);
  for (const button of form.querySelectorAll("[data-step]")) {
    button.addEventListener("click", () => {
      const wanted = Number(input.value) + Number(button.dataset.step);
      input.value = String(Math.min(Math.max(wanted, 0), Number(input.max)));
      sendSoon();
    });
  }
}
