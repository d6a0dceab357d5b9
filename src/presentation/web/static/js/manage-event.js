// What scripts add to the forms of events: rows without a new page, the price as buyers pay it,
// the time zone of the reader, and links and secrets to copy.
document.documentElement.classList.add("has-script");

const form = document.querySelector("[data-event-form]");
if (form) {
  guessZone(form);
  growRows(form);
  showExample(form);
}
for (const button of document.querySelectorAll("[data-copy], [data-copy-text]")) {
  button.addEventListener("click", () => copy(button));
}

function guessZone(form) {
  const field = form.elements.namedItem("timezone");
  if (!form.hasAttribute("data-guess-zone") || field.value !== "UTC") return;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const isKnown = [...form.querySelectorAll("#zones option")].some((option) => option.value === zone);
  if (isKnown) field.value = zone;
}

function growRows(form) {
  const rows = form.querySelector("[data-rows]");
  const button = form.querySelector("[data-add-row]");
  if (!rows || !button) return;
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const last = rows.lastElementChild;
    const number = rows.children.length;
    const added = last.cloneNode(true);
    for (const wrong of added.querySelectorAll(".field__problem")) wrong.remove();
    for (const field of added.querySelectorAll(".field--problem")) field.classList.remove("field--problem");
    for (const element of added.querySelectorAll("[id], [for], [name]")) {
      for (const name of ["id", "for", "name"]) {
        const value = element.getAttribute(name);
        if (value) element.setAttribute(name, value.replace(/type_\d+_/, `type_${number}_`));
      }
    }
    for (const input of added.querySelectorAll("input")) {
      input.value = "";
      for (const name of ["value", "required", "aria-invalid", "aria-describedby"]) input.removeAttribute(name);
    }
    const legend = added.querySelector("legend");
    legend.textContent = legend.textContent.replace(/\d+/, String(number + 1));
    rows.append(added);
    form.querySelector("[data-row-count]").value = String(number + 1);
    added.querySelector("input").focus();
    if (number + 1 >= Number(rows.dataset.max)) button.hidden = true;
  });
}

function showExample(form) {
  const shown = form.querySelector("[data-price-example]");
  const names = ["currency", "service_fee_fixed", "service_fee_percent", "tax_rate", "fee_tax_rate", "tax_inclusive", "country", "venue_id"];
  let timer;
  let asked = 0;
  async function update() {
    const price = form.querySelector("[data-price]")?.value ?? "";
    if (!price) return shown.replaceChildren();
    const query = new URLSearchParams({ price });
    const typed = new FormData(form);
    for (const name of names) if (typed.get(name)) query.set(name, typed.get(name));
    const mine = ++asked;
    try {
      const response = await fetch(`${form.dataset.example}?${query}`, { headers: { Accept: "text/html" } });
      if (!response.ok || mine !== asked) return;
      const part = new DOMParser().parseFromString(await response.text(), "text/html");
      shown.replaceChildren(...part.body.childNodes);
    } catch {
      // What stands there was true for what was typed before.
    }
  }
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(update, 250);
  });
  update();
}

async function copy(button) {
  const text = button.dataset.copyText ?? new URL(button.dataset.copy, location.href).href;
  await navigator.clipboard.writeText(text);
  const words = button.querySelector("span");
  words.textContent = button.dataset.done;
  button.setAttribute("aria-live", "polite");
}
