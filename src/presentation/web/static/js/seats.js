// The page on which a buyer chooses seats. Map, list and sum show one choice.

import { Choice } from "./seats/choice.js";
import { onTheme, readColours } from "./seats/colours.js";
import { holdInPlace } from "./seats/hold.js";
import { Input, ENLARGED } from "./seats/input.js";
import { ListOfSeats } from "./seats/list.js";
import { SeatMap } from "./seats/map.js";
import { Money } from "./seats/money.js";
import { Plan, FREE, SOLD } from "./seats/plan.js";
import { States } from "./seats/states.js";
import { Summary } from "./seats/summary.js";
import { Words } from "./seats/words.js";

const page = document.getElementById("seat-chooser");

async function readJson(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

function zoomButtons(input) {
  const acts = { in: () => input.zoom(1.6), out: () => input.zoom(1 / 1.6), all: () => input.whole() };
  for (const button of document.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", acts[button.dataset.zoom]);
  }
}

/** Show these seats, large enough to be told apart. */
function showPlaces(map, places) {
  if (!places.length) return;
  const middle = (axis) => places.reduce((sum, place) => sum + map.plan[axis][place], 0) / places.length;
  map.camera.goTo(middle("x"), middle("y"), Math.max(ENLARGED, map.camera.scale));
  map.ask();
}

function bestSeats({ form, map, choice, words, page }) {
  form?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const data = new FormData(form);
    const asked = new URLSearchParams({ quantity: data.get("best"), price: data.get("price") ?? "" });
    const { seats } = await readJson(`${page.dataset.best}?${asked}`);
    const places = seats.map((id) => map.plan.places.get(id)).filter((place) => place !== undefined);
    if (!places.length) return words.tell(words.of("none_together"));
    choice.replace(places.filter((place) => choice.states[place] === FREE));
    showPlaces(map, places);
    words.tell(words.of("chosen_best", { seats: places.map((place) => words.seat(place)).join("; ") }));
  });
}

async function start() {
  const [sent, first] = await Promise.all([readJson(page.dataset.plan), readJson(page.dataset.states)]);
  const plan = new Plan(sent);
  const money = new Money(page.dataset.money);
  const words = new Words(JSON.parse(page.dataset.words), plan, money);
  const palette = document.getElementById("seat-palette");
  const choice = new Choice(plan, Number(page.dataset.limit));
  const map = new SeatMap(document.getElementById("seat-canvas"), plan, readColours(palette), words.all);
  onTheme(() => map.recolour(readColours(palette)));

  const press = (place) => {
    const came = choice.press(place);
    words.pressed(place, came, choice);
  };
  const input = new Input(map, { press, moved: (place) => words.point(place, choice) });
  zoomButtons(input);
  map.canvas.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse" || event.buttons) return;
    const { x, y } = input.point(event), hall = map.camera.toHall(x, y);
    const place = map.camera.scale < 9 ? -1 : plan.at(hall.x, hall.y, 0.55);
    map.canvas.classList.toggle("is-seat", place >= 0 && choice.states[place] === FREE);
    words.caption(place, choice);
  });

  const list = new ListOfSeats(document.getElementById("seats-form"), plan, choice, words);
  const summary = new Summary(document.getElementById("seats-form"), { choice, money, words, show: (place) => showPlaces(map, [place]) });
  choice.addEventListener("change", ({ detail }) => map.choose(detail.place, detail.isChosen));

  const take = (states) => {
    for (let place = 0; place < plan.count; place++) if (!plan.types[plan.type[place]].open) states[place] = SOLD;
    map.update(states);
    const lost = choice.update(states);
    list.update(states);
    if (lost.length) summary.lost(lost, page.dataset.nearest);
  };
  map.first = true;
  take(Uint8Array.from(first.states, Number));
  map.first = false;
  for (const id of list.ticked()) {
    const place = plan.places.get(id);
    if (place !== undefined && choice.states[place] === FREE) choice.set(place, true);
  }
  if (choice.size) showPlaces(map, [...choice.places]);
  holdInPlace({
    form: document.getElementById("seats-form"), choice, plan,
    lost: (places) => {
      const now = Uint8Array.from(choice.states);
      for (const place of places) now[place] = SOLD;
      take(now);
      states.soon();
    },
  });
  bestSeats({ form: document.getElementById("best-seats"), map, choice, words, page });

  const states = new States({
    address: page.dataset.states, stream: page.dataset.stream, changed: take,
    planChanged: () => location.reload(),
  });
  states.digest = first.plan;
  states.open();
  page.dataset.ready = "";
  page.seats = { map, plan, choice, input };
}

if (page) start();
