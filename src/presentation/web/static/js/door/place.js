// The gate and the way people go, as this device remembers them and each form sends them.

export class Place {
  #form = document.getElementById("place");

  constructor({event_id, gate, direction}) {
    this.name = `door-gate-${event_id}`;
    this.gate = gate ?? "";
    this.direction = direction;
    if (!this.#form) return;
    document.getElementById("place-set").hidden = true;
    this.#remembered();
    this.#form.addEventListener("change", () => this.#chosen());
    this.#form.addEventListener("submit", event => event.preventDefault());
    this.#chosen();
  }

  get isMissing() {
    return Boolean(this.#form?.elements.gate) && !this.gate;
  }

  // Say that a gate has to be chosen, at its field.
  ask(sentence) {
    const field = this.#form.elements.gate;
    const problem = document.getElementById("gate-problem");
    problem.hidden = false;
    problem.lastElementChild.textContent = sentence;
    field.setAttribute("aria-invalid", "true");
    field.focus();
  }

  #remembered() {
    const field = this.#form.elements.gate;
    const known = localStorage.getItem(this.name);
    if (field && !this.gate && [...field.options].some(option => option.value === known))
      field.value = known;
  }

  #chosen() {
    const {gate, direction} = this.#form.elements;
    if (gate) localStorage.setItem(this.name, (this.gate = gate.value));
    if (this.gate && gate) {
      gate.removeAttribute("aria-invalid");
      document.getElementById("gate-problem").hidden = true;
    }
    if (direction) this.direction = direction.value;
    for (const field of document.querySelectorAll("[data-place]"))
      field.value = this[field.dataset.place];
  }
}
