// Search as you type: the list is replaced by that of the same address, which a form would open.

const form = document.querySelector("[data-finder]");
const results = document.getElementById("results");
const PAUSE = 250;

let waiting = 0;
let running = null;

function address() {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value !== "" && !(name === "sort" && value === "date_time")) asked.append(name, value);
  }
  const query = asked.toString();
  return form.getAttribute("action") + (query ? `?${query}` : "");
}

async function show(path, { push = false } = {}) {
  running?.abort();
  running = new AbortController();
  results.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(path, { signal: running.signal, headers: { Accept: "text/html" } });
    if (!response.ok) throw new Error(response.statusText);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    results.replaceChildren(...page.getElementById("results").childNodes);
    if (push) history.pushState(null, "", path);
    else history.replaceState(null, "", path);
  } catch (error) {
    if (error.name === "AbortError") return;
    // What a script cannot do, the browser can: it also says what is wrong.
    location.assign(path);
  }
  results.setAttribute("aria-busy", "false");
}

function soon(delay) {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (form.checkValidity()) show(address());
  }, delay);
}

form.addEventListener("input", (event) => {
  const isTyped = ["search", "text", "number"].includes(event.target.type);
  soon(isTyped ? PAUSE : 0);
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  show(address(), { push: true });
});

// The next part of the list is added below what is there.
results.addEventListener("click", async (event) => {
  const link = event.target.closest("a[rel=next]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  link.setAttribute("aria-disabled", "true");
  try {
    const response = await fetch(link.href, { headers: { Accept: "text/html" } });
    if (!response.ok) throw new Error(response.statusText);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const list = results.querySelector("ul");
    const more = [...page.querySelectorAll("#results > ul > li")];
    link.closest("nav").replaceWith(...page.querySelectorAll("#results > nav"));
    list.append(...more);
    more[0]?.querySelector("a")?.focus({ preventScroll: true });
  } catch {
    location.assign(link.href);
  }
});

window.addEventListener("popstate", () => location.reload());
