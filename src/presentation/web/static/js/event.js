// The page of an event while it is open: what is left, the countdown, the sum, sharing.

import { countDown } from "./countdown.js";
import { watch } from "./stream.js";
import { BASE } from "./base.js";

const FEW = 10;
const language = document.documentElement.lang;
const number = new Intl.NumberFormat(language);
const panel = document.querySelector("[data-availability]");

function showLeft(words, { ticket_types: types, tickets_available: all }) {
  for (const type of types) {
    const place = panel.querySelector(`[data-left="${type.id}"]`);
    if (!place || !["on_sale", "sold_out"].includes(place.dataset.phase)) continue;
    const left = type.tickets_available;
    const isFew = left > 0 && left <= FEW;
    const text = left === 0 ? words.soldOut : isFew ? words.few : words.left;
    const shown = text.replace("{count}", number.format(left));
    if (place.textContent !== shown) place.textContent = shown;
    place.dataset.phase = left === 0 ? "sold_out" : "on_sale";
    place.toggleAttribute("data-few", isFew);
    const atPrice = panel.querySelector(`[data-left-at-price="${type.id}"]`);
    if (atPrice && type.left_at_price !== null)
      atPrice.textContent = words.leftAtPrice.replace("{count}", number.format(type.left_at_price));
    const input = panel.querySelector(`input[name="type_${type.id}"]`);
    if (input) {
      input.max = Math.min(left, input.dataset.limit);
      if (Number(input.value) > Number(input.max)) input.value = input.max;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
  // What a ticket costs with everything is for the service to say.
  const changed = panel.querySelector("[data-new-price]");
  if (changed) changed.hidden = !types.some(isPricedAnew);
  const back = panel.querySelector("[data-back]");
  if (back) back.hidden = all === 0;
}

function isPricedAnew({ id, current_price: price }) {
  const shown = panel.querySelector(`[data-base-price="${id}"]`);
  return Boolean(shown) && Number(shown.dataset.value) !== Number(price);
}

function stepper(element) {
  const input = element.querySelector("input");
  const [less, more] = element.querySelectorAll("button");
  input.dataset.limit = input.max;
  const refresh = () => {
    less.disabled = Number(input.value) <= Number(input.min);
    more.disabled = Number(input.value) >= Number(input.max);
  };
  for (const button of [less, more]) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const wanted = Number(input.value || 0) + Number(button.dataset.step);
      input.value = Math.max(Number(input.min), Math.min(Number(input.max), wanted));
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
  input.addEventListener("input", refresh);
  refresh();
}

function sum(form) {
  const button = form.querySelector("[data-get]");
  const money = new Intl.NumberFormat(language === "en" ? "en-GB" : language, {
    style: "currency",
    currency: form.dataset.currency,
    minimumFractionDigits: Number(form.dataset.decimals),
    maximumFractionDigits: Number(form.dataset.decimals),
  });
  const inputs = [...form.querySelectorAll("input[data-price]")];
  const refresh = () => {
    const chosen = inputs.filter((input) => Number(input.value) > 0);
    const tickets = chosen.filter((input) => !("addOn" in input.dataset));
    const count = tickets.reduce((all, input) => all + Number(input.value), 0);
    const isOpen = chosen.some((input) => "open" in input.dataset);
    const price = isOpen ? 0 : chosen.reduce((all, input) => all + input.value * input.dataset.price, 0);
    const words = count === 0 ? (chosen.length ? "extras" : "none") : count === 1 ? "one" : "other";
    const text = button.dataset[words].replace("{count}", number.format(count));
    button.textContent = chosen.length && price ? `${text} · ${money.format(price)}` : text;
    button.disabled = chosen.length === 0;
  };
  form.addEventListener("input", refresh);
  refresh();
}

function share(button) {
  const label = button.querySelector("span");
  const text = label.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const { title, address } = button.dataset;
    try {
      if (navigator.share) {
        await navigator.share({ title, url: address });
        return;
      }
      await navigator.clipboard.writeText(address);
    } catch (error) {
      if (error.name === "AbortError") return;
      const field = document.createElement("input");
      field.className = "input";
      field.readOnly = true;
      field.value = address;
      field.setAttribute("aria-label", text);
      button.replaceWith(field);
      field.focus();
      field.select();
      return;
    }
    label.setAttribute("role", "status");
    label.textContent = button.dataset.done;
    setTimeout(() => (label.textContent = text), 2500);
  });
}

function yourTime(element) {
  const when = new Date(element.dataset.yourTime);
  const here = Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", weekday: "short", hourCycle: "h23" });
  // The venue's time has no offset: read by the reader's clock it is the same minute, or it is not.
  if (new Date(element.dataset.there).getTime() === Math.floor(when / 60_000) * 60_000) return;
  element.textContent = ` · ${element.dataset.words.replace("{time}", here.format(when))}`;
  element.hidden = false;
}

document.querySelectorAll("[data-stepper]").forEach(stepper);
document.querySelectorAll("form[data-currency]").forEach(sum);
document.querySelectorAll("[data-share]").forEach(share);
document.querySelectorAll("[data-your-time]").forEach(yourTime);
document.querySelectorAll("[data-countdown]").forEach(countDown);
if (["on_sale", "sold_out", "not_yet"].includes(panel?.dataset.eventPhase)) {
  const words = JSON.parse(panel.dataset.words);
  const stream = `${BASE}/api/v1/events/${panel.dataset.availability}/availability/stream`;
  watch(stream, "availability", (state) => showLeft(words, state));
}
