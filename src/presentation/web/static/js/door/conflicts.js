// Scans that were let in here and turned out otherwise: they stay until somebody has seen them.

export class Conflicts {
  #section = document.getElementById("conflicts");
  #rows = document.getElementById("conflicts-list");
  #row = document.getElementById("conflict-row");
  #shown = "";

  constructor({words, onSeen}) {
    Object.assign(this, {words, onSeen});
  }

  show(scans) {
    const shown = scans.map(scan => scan.scan_id).join();
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#section.hidden = scans.length === 0;
    this.#rows.replaceChildren(...scans.map(scan => this.#rowOf(scan)));
  }

  #rowOf(scan) {
    const row = this.#row.content.firstElementChild.cloneNode(true);
    const name = scan.name || scan.code || "";
    const {heading, text} = this.words.reason(scan.reason, {gates: ""});
    const texts = {
      name: [name, this.words.time(scan.at)].join(" · "),
      text: `${heading}. ${text}`,
      when: scan.against ? this.words.used({used_at: scan.against.at, gate: scan.against.gate}) : "",
      who: ` ${name}`,
    };
    for (const part of row.querySelectorAll("[data-fill]"))
      part.textContent = texts[part.dataset.fill];
    row.querySelector("button").addEventListener("click", () => this.onSeen(scan));
    return row;
  }
}
