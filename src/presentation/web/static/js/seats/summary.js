// What stands below the map: the chosen seats, what they cost, and what became of those that
// somebody else was faster at.

import { FREE } from "./plan.js";

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

export class Summary {
  constructor(form, { choice, money, words, show }) {
    Object.assign(this, { form, choice, money, words, show });
    this.seats = document.getElementById("chosen-seats");
    this.sum = document.getElementById("seats-sum");
    this.fees = document.getElementById("seats-fees");
    this.button = document.getElementById("hold-seats");
    this.icon = document.getElementById("remove-icon");
    this.message = document.getElementById("seat-message");
    this.without = this.button?.textContent;
    choice.addEventListener("change", () => this.draw());
    this.draw();
  }

  draw() {
    const { choice, money, words } = this;
    this.seats.replaceChildren(...Array.from(choice.places, (place) => this.item(place)));
    const { total, fees } = choice.sum(money);
    this.sum.textContent = choice.size ? words.of("sum", { count: choice.size, amount: money.text(total) }) : words.of("nothing");
    this.fees.textContent = fees > 0 ? words.of("fees", { amount: money.text(fees) }) : "";
    if (!this.button) return;
    this.button.disabled = !choice.size;
    this.button.textContent = choice.size ? words.of("hold", { count: choice.size, amount: money.text(total) }) : this.without;
  }

  item(place) {
    const { words, choice } = this;
    const seat = element("button", { type: "button", className: "chosen__seat", textContent: words.seat(place) });
    seat.addEventListener("click", () => this.show(place));
    const price = element("span", { className: "numeric", textContent: words.price(place) });
    const remove = element("button", { type: "button", className: "button button--icon chosen__remove" }, this.icon.content.cloneNode(true));
    remove.setAttribute("aria-label", words.of("remove", { seat: words.seat(place) }));
    remove.addEventListener("click", () => {
      choice.press(place);
      words.tell(words.of("was_removed", { seat: words.seat(place) }));
      (this.seats.querySelector(".chosen__remove") ?? this.sum).focus();
    });
    return element("li", { className: "chosen__item" }, seat, price, remove);
  }

  /** Somebody was faster: say so, and offer what lies nearest. */
  async lost(places, nearest) {
    const { words, choice, message } = this, { plan } = words;
    const names = places.map((place) => words.seat(place)).join("; ");
    const told = element("p", { textContent: words.of("lost", { count: places.length, seats: names }) });
    message.replaceChildren(told);
    message.hidden = false;
    const asked = new URLSearchParams({ lost: places.map((place) => plan.ids[place]), kept: choice.ids() });
    const answer = await fetch(`${nearest}?${asked}`);
    if (!answer.ok) return;
    const offered = (await answer.json()).seats.map((id) => plan.places.get(id)).filter((place) => place !== undefined);
    if (!offered.length) return told.append(` ${words.of("no_offer")}`);
    const seats = offered.map((place) => words.seat(place)).join("; ");
    const take = element("button", { type: "button", className: "button button--quiet", textContent: words.of("take", { count: offered.length, seats }) });
    take.addEventListener("click", () => {
      for (const place of offered) if (choice.states[place] === FREE && choice.size < choice.limit) choice.set(place, true);
      message.hidden = true;
      words.tell(words.of("chosen_best", { seats }));
      this.show(offered[0]);
      this.sum.focus();
    });
    message.append(take);
  }
}
