// The same seats as a list of boxes to tick. Sections that are not on the page are fetched.

import { FREE } from "./plan.js";

export class ListOfSeats {
  constructor(form, plan, choice, words) {
    Object.assign(this, { form, plan, choice, words });
    form.addEventListener("change", (event) => {
      if (event.target.name === "seat_ids") this.tick(event.target);
    });
    form.addEventListener("formdata", ({ formData }) => {
      formData.delete("seat_ids");
      for (const id of choice.ids()) formData.append("seat_ids", id);
    });
    form.addEventListener("click", (event) => {
      const button = event.target.closest("button[name=section]");
      if (button) this.open(event, button);
    });
    choice.addEventListener("change", ({ detail }) => {
      for (const box of this.boxes(plan.ids[detail.place])) box.checked = detail.isChosen;
    });
  }

  boxes(id) { return this.form.querySelectorAll(`input[name=seat_ids][value="${id}"]`); }

  /** The seats that the page came with as chosen. */
  ticked() {
    const chosen = this.form.querySelectorAll("input[name=seat_ids]:checked, input[type=hidden][name=seat_ids]");
    return Array.from(chosen, (box) => Number(box.value));
  }

  tick(box) {
    const place = this.plan.places.get(Number(box.value));
    if (place === undefined) return;
    const came = this.choice.has(place) === box.checked ? "chosen" : this.choice.press(place);
    this.words.pressed(place, came, this.choice);
    box.checked = this.choice.has(place);
  }

  update(states) {
    for (const box of this.form.querySelectorAll("input[type=checkbox][name=seat_ids]")) {
      const place = this.plan.places.get(Number(box.value));
      const isFree = place !== undefined && states[place] === FREE;
      box.disabled = !isFree;
      box.checked = isFree && this.choice.has(place);
    }
  }

  async open(event, button) {
    event.preventDefault();
    const rows = document.getElementById("seat-rows");
    const address = new URL(location.pathname, location.href);
    address.searchParams.set("section", button.value);
    const answer = await fetch(address);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.getElementById("seat-rows");
    rows.replaceChildren(...found.childNodes);
    this.update(this.choice.states);
    for (const other of this.form.querySelectorAll("button[name=section]")) {
      other.toggleAttribute("aria-current", other === button);
    }
    rows.querySelector("h3, summary")?.focus();
  }
}
