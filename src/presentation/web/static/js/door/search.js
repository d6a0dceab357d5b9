// Finding a name in the list of this device, with a network or without.

const MOST = 20;

export class Search {
  #form = document.getElementById("search-form");
  #found = document.getElementById("found");
  #note = document.getElementById("found-note");
  #row = document.getElementById("found-row");

  constructor({list, words, onChosen}) {
    Object.assign(this, {list, words, onChosen});
    this.#form.addEventListener("submit", event => {
      // Until the list is there, the service looks.
      if (!this.list.isLoaded) return;
      event.preventDefault();
      this.#look();
    });
    this.#form.elements.q.addEventListener("input", () => this.list.isLoaded && this.#look());
  }

  // Show what changed since.
  refresh() {
    if (this.#form.elements.q.value.trim() && this.list.isLoaded) this.#look();
  }

  show(tickets, note = "") {
    this.#note.textContent = note;
    // The focus stays where it is: a row is made anew only where it says something else.
    const rows = tickets.map(ticket => this.#rowOf(ticket));
    const texts = element => [...element.children].map(row => row.textContent).join("\n");
    const fresh = document.createElement("ul");
    fresh.append(...rows);
    if (texts(fresh) !== texts(this.#found)) this.#found.replaceChildren(...rows);
  }

  #look() {
    const text = this.#form.elements.q.value.trim();
    if (!text) return this.show([]);
    const found = this.list.find(text, MOST);
    const note = found.length === 0
      ? this.words.say("found_none")
      : found.length > MOST ? this.words.say("found_many", {count: MOST}) : "";
    this.show(found.slice(0, MOST), note);
  }

  #rowOf(ticket) {
    const row = this.#row.content.firstElementChild.cloneNode(true);
    const type = this.list.types.get(ticket.ticket_type_id);
    const texts = {
      name: ticket.name,
      ticket: [
        type, ticket.is_complimentary && this.words.say("complimentary"),
        ticket.is_disputed && this.words.say("disputed"), ticket.seat, `…${ticket.code_ending}`,
      ].filter(Boolean).join(" · "),
      used: this.words.used(ticket),
      who: ` ${ticket.name}`,
    };
    for (const part of row.querySelectorAll("[data-fill]"))
      part.textContent = texts[part.dataset.fill];
    row.querySelector("button").addEventListener("click", () => this.onChosen(ticket));
    return row;
  }
}
