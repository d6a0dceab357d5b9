// Keeps the live part of a sales page up to date, and says what a refund is going to do.

const EVERY_MS = 4000;
const LONGEST_MS = 60000;

/** Put the new content of a section in its place, and leave open what was open. */
function replaceSection(old, fresh) {
  if (old.innerHTML === fresh.innerHTML && old.hidden === fresh.hidden) return false;
  const open = new Set([...old.querySelectorAll("details[open]")].map((part) => part.id));
  const focused = old.contains(document.activeElement) ? pathTo(document.activeElement) : null;
  old.replaceChildren(...fresh.childNodes);
  old.hidden = fresh.hidden;
  for (const part of old.querySelectorAll("details")) part.open = open.has(part.id);
  if (focused) old.querySelector(focused)?.focus({ preventScroll: true });
  return true;
}

function pathTo(element) {
  if (element.matches("summary")) return `#${CSS.escape(element.parentElement.id)} > summary`;
  const href = element.getAttribute("href");
  return href ? `[href="${CSS.escape(href)}"]` : null;
}

/** Mark the rows that were not there before, for a moment. */
function markNew(place, known) {
  for (const row of place.querySelectorAll(".latest__row")) {
    if (known.has(row.textContent)) continue;
    row.classList.add("is-new");
    setTimeout(() => row.classList.remove("is-new"), 2500);
  }
}

function apply(place, html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const known = new Set([...place.querySelectorAll(".latest__row")].map((row) => row.textContent));
  const sections = [...place.querySelectorAll("section[id]")];
  const isSame = sections.length === fresh.querySelectorAll("section[id]").length;
  if (!isSame) {
    place.replaceChildren(...fresh.body.childNodes);
    return;
  }
  for (const section of sections) {
    const next = fresh.getElementById(section.id);
    if (next) replaceSection(section, next);
  }
  markNew(place, known);
}

function keepLive(place) {
  const note = document.querySelector("[data-live-note]");
  const stopped = document.querySelector("template[data-live-stopped]")?.innerHTML ?? "";
  let wait = EVERY_MS;
  let timer = 0;

  async function refresh() {
    if (document.hidden) return;
    try {
      const answer = await fetch(place.dataset.live, { redirect: "error", cache: "no-store" });
      if (!answer.ok) throw new Error(String(answer.status));
      apply(place, await answer.text());
      wait = EVERY_MS;
      note.textContent = "";
    } catch {
      wait = Math.min(wait * 2, LONGEST_MS);
      note.textContent = stopped;
    }
    schedule();
  }

  function schedule() {
    clearTimeout(timer);
    timer = setTimeout(refresh, wait);
  }

  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    if (!document.hidden) refresh();
  });
  schedule();
}

function sayRefund(input) {
  const says = document.querySelector("[data-refund-says]");
  const whole = Number(input.dataset.refund);
  function say() {
    const amount = Number(input.value);
    const isUsable = amount > 0 && amount <= whole;
    says.hidden = !isUsable;
    says.querySelector("span").textContent = amount === whole ? says.dataset.whole : says.dataset.part;
  }
  input.addEventListener("input", say);
  say();
}

for (const place of document.querySelectorAll("[data-live]")) keepLive(place);
for (const input of document.querySelectorAll("[data-refund]")) sayRefund(input);
