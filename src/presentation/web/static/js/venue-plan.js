// The plan of a venue as buyers see it; what is typed into the fields of a section shows at once.

import { onTheme, readColours } from "./seats/colours.js";
import { Input } from "./seats/input.js";
import { SeatMap } from "./seats/map.js";
import { Plan } from "./seats/plan.js";

const FIELDS = { x: "x", y: "y", rotation: "rotation", angle: "angle", seat_spacing: "seat", row_spacing: "row" };

const holder = document.querySelector(".venue-plan");

function typed(form) {
  const values = {};
  for (const [name, key] of Object.entries(FIELDS)) {
    const field = form.elements[name];
    if (field.value === "" || !field.validity.valid) return null;
    values[key] = field.valueAsNumber;
  }
  return values;
}

async function start() {
  const answer = await fetch(holder.dataset.plan);
  if (!answer.ok) return;
  const sent = await answer.json();
  const palette = document.getElementById("seat-palette");
  const canvas = document.getElementById("venue-plan");
  const map = new SeatMap(canvas, new Plan(sent), readColours(palette), { stage: holder.dataset.stage });
  onTheme(() => map.recolour(readColours(palette)));
  new Input(map, { press: () => {}, moved: () => {} });

  const form = document.getElementById("place-form");
  const section = sent.sections.find((one) => one.name === holder.dataset.section);
  const mark = (plan) => {
    const own = plan.sections.find((one) => one.name === holder.dataset.section);
    if (own) map.chosen = new Set(Array.from({ length: own.end - own.first }, (_, i) => own.first + i));
    map.redraw();
  };
  mark(map.plan);
  if (form && section) {
    form.addEventListener("input", () => {
      const values = typed(form);
      if (!values) return;
      Object.assign(section, values);
      const plan = new Plan(sent);
      map.replace(plan);
      mark(plan);
    });
  }
  holder.dataset.ready = "";
  holder.map = map;
}

if (holder) start();
