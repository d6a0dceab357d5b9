// The answer over the whole screen: colour, sign, word, sound.

const KINDS = ["good", "bad", "ask"];
const TONES = {good: [[660, 0, 0.12], [990, 0.12, 0.2]], bad: [[150, 0, 0.5]], ask: [[440, 0, 0.2]]};
const SHAKES = {good: [80], bad: [250, 100, 250], ask: [120, 60, 120]};

export class VerdictScreen {
  #dialog = document.getElementById("verdict");
  #next = document.getElementById("verdict-next");
  #let = document.getElementById("verdict-let");
  #undo = document.getElementById("verdict-undo");
  #audio = null;
  #onLet = null;

  constructor(isLoud, onClosed) {
    this.isLoud = isLoud;
    this.#next.addEventListener("click", () => this.#dialog.close());
    this.#let.addEventListener("click", () => this.#onLet?.());
    this.#dialog.addEventListener("close", onClosed);
    this.#dialog.addEventListener("keydown", event => this.#typed(event));
    // Browsers let a page be heard once it was touched.
    addEventListener("pointerdown", () => this.#wake(), {once: true});
    addEventListener("keydown", () => this.#wake(), {once: true});
  }

  get isOpen() {
    return this.#dialog.open;
  }

  // `facts`: word, heading, when, text, name, type, seat, note; `undo`: the code; `onLet`: ask.
  show(kind, facts, {undo = "", onLet = null} = {}) {
    this.#dialog.classList.remove(...KINDS.map(other => `verdict--${other}`));
    this.#dialog.classList.add(`verdict--${kind}`);
    document.getElementById("verdict-word").textContent = facts.word;
    for (const part of this.#dialog.querySelectorAll("[data-fill]")) {
      const text = facts[part.dataset.fill] ?? "";
      part.textContent = text;
      (part.localName === "dd" ? part.parentElement : part).hidden = !text;
    }
    this.#onLet = onLet;
    this.#let.hidden = !onLet;
    this.#undo.hidden = !undo;
    this.#undo.elements.code.value = undo;
    if (!this.#dialog.open) this.#dialog.showModal();
    (onLet ? this.#let : this.#next).focus();
    this.#sound(kind);
  }

  // A handheld scanner types: its next code closes this and goes where codes go.
  #typed(event) {
    if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey)
      this.#dialog.close();
  }

  #wake() {
    this.#audio ??= new AudioContext();
    this.#audio.resume();
  }

  #sound(kind) {
    if (!this.isLoud()) return;
    navigator.vibrate?.(SHAKES[kind]);
    if (this.#audio?.state !== "running") return;
    for (const [pitch, after, seconds] of TONES[kind]) {
      const tone = new OscillatorNode(this.#audio, {
        type: kind === "bad" ? "sawtooth" : "sine", frequency: pitch,
      });
      const volume = new GainNode(this.#audio, {gain: 0.25});
      tone.connect(volume).connect(this.#audio.destination);
      tone.start(this.#audio.currentTime + after);
      tone.stop(this.#audio.currentTime + after + seconds);
    }
  }
}
