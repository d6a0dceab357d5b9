// The scanner: what is shown is decided by the service, or without a network by the list kept here.

import {Camera, canScan} from "./camera.js";
import {Conflicts} from "./conflicts.js";
import {forget, install} from "./install.js";
import {DoorList} from "./list.js";
import {shrunk} from "./photo.js";
import {Place} from "./place.js";
import {Search} from "./search.js";
import {LoggedOut, Refused, Service} from "./service.js";
import * as store from "./store.js";
import {Sync} from "./sync.js";
import {VerdictScreen} from "./verdict.js";
import {Words} from "./words.js";

const data = JSON.parse(document.getElementById("door-data").textContent);
const part = id => document.getElementById(id);
const words = new Words(data);
const service = new Service(data.here);
const place = new Place(data);
const device = store.deviceName();
const stored = await store.loadList(data.viewer, data.event_id);
const list = new DoorList(stored);

const screen = new VerdictScreen(() => part("sound").checked, () => part("code").focus());
const sync = new Sync({
  service, list, device, viewer: data.viewer, eventId: data.event_id, onChange: refresh,
});
const search = new Search({
  list, words, onChosen: ticket => scan({ticket_id: ticket.ticket_id, name: ticket.name}),
});
const conflicts = new Conflicts({words, onSeen: seen => sync.seen(seen)});

function refresh() {
  const {all, inside} = list.count();
  if (list.isLoaded) {
    const numbers = {in: words.number.format(inside), all: words.number.format(all)};
    part("count").textContent = words.say("count", numbers);
    Object.assign(part("progress"), {max: all || 1, value: inside});
  }
  const waiting = sync.waiting.length;
  const state = sync.isLoggedOut ? "ended" : sync.isOnline ? "online" : "offline";
  part("state").hidden = false;
  part("state").dataset.state = state;
  part("state").textContent = [
    sync.refusal || words.say(state),
    list.isLoaded ? words.say("list_of", {time: words.time(list.readAt)}) : words.say("list_none"),
    waiting === 1 ? words.say("waiting_one") : waiting ? words.say("waiting", {count: waiting}) : "",
  ].filter(Boolean).join(" · ");
  part("ended").hidden = !sync.isLoggedOut;
  conflicts.show(sync.conflicts);
  search.refresh();
}

// `shown` is a code, or a ticket that was found by its name.
async function scan(shown) {
  if (place.isMissing) return place.ask(words.say("choose_gate"));
  const made = {
    scan_id: store.randomName(), at: service.now(), gate: place.gate, direction: place.direction,
    ...shown,
  };
  const answer = await ask(made);
  if (answer === null) return decide(made);
  if (answer.said) return screen.show("bad", {word: words.say("stop"), text: answer.said});
  const ticket = answer.ticket;
  if (answer.reason === null && ticket) list.note(ticket.id, {...made, at: ticket.used_at ?? made.at});
  refresh();
  if (answer.reason === null) return accept(made.direction, describe(ticket), {undo: ticket?.code});
  const gates = answer.gates.join(", ");
  return stop(answer.reason, {
    ...describe(ticket), when: words.used({used_at: answer.used_at, gate: answer.gate}), gates,
  }, {undo: ticket?.status === "used" ? ticket.code : ""});
}

// The service's answer; null where none comes.
async function ask({scan_id, code, ticket_id, gate, direction}) {
  if (!sync.isOnline || sync.isLoggedOut) return null;
  try {
    const answer = await service.scan({
      scanner_id: device, scan_id, gate: gate || null, direction,
      ...(ticket_id ? {ticket_id} : {code}),
    });
    if (answer === null) sync.lost();
    return answer;
  } catch (error) {
    if (error instanceof LoggedOut) return sync.ended(), null;
    if (error instanceof Refused) return {said: error.message};
    throw error;
  }
}

async function decide(made) {
  const verdict = await list.decide(made);
  if (verdict.several) {
    search.show(verdict.several, words.say("compare_text"));
    return part("found").scrollIntoView({block: "center"});
  }
  const ticket = verdict.ticket;
  const facts = {
    ...(ticket ? describe({
      name: ticket.name, ticket_type: list.types.get(ticket.ticket_type_id), seat: ticket.seat,
      is_complimentary: ticket.is_complimentary, is_disputed: ticket.is_disputed,
    }) : {}),
    when: ticket && verdict.reason ? words.used(ticket) : "",
    note: words.say("here"),
    time: list.isLoaded ? words.time(list.readAt) : "",
    gates: verdict.gates?.join(", ") ?? "",
  };
  if (verdict.reason) return stop(verdict.reason, facts);
  if (verdict.ask) {
    // Only the ticket of the list is known to be good, so that is what is reported.
    const known = {...made, code: undefined, ticket_id: ticket.ticket_id};
    const text = words.say(verdict.ask);
    return screen.show("ask", {...facts, word: words.say("ask"), heading: words.say("compare"), text}, {
      onLet: () => keep(known, ticket, facts),
    });
  }
  return keep(made, ticket, facts);
}

async function keep(made, ticket, facts) {
  list.note(ticket.ticket_id, made);
  await sync.keep({...made, found_id: ticket.ticket_id, name: ticket.name});
  accept(made.direction, facts);
}

const typeOf = ticket =>
  [
    ticket.ticket_type,
    ticket.is_complimentary && words.say("complimentary"),
    ticket.is_disputed && words.say("disputed"),
  ].filter(Boolean).join(" · ");

const describe = ticket =>
  ticket ? {name: ticket.name, type: typeOf(ticket), seat: ticket.seat} : {};

function accept(direction, facts, options) {
  screen.show("good", {...facts, word: words.say(direction)}, options);
}

function stop(reason, facts, options) {
  screen.show("bad", {...facts, ...words.reason(reason, facts), word: words.say("stop")}, options);
}

part("code-form").addEventListener("submit", event => {
  event.preventDefault();
  const code = part("code").value.trim();
  part("code").value = "";
  if (code) scan({code});
});

part("photo").addEventListener("change", async () => {
  const [file] = part("photo").files;
  if (!file) return;
  part("photo").value = "";
  if (!sync.isOnline) return photoProblem("photo_offline");
  try {
    const answer = await service.readPhoto(await shrunk(file));
    if (answer === null) return photoProblem("photo_failed");
    photoProblem(null);
    return answer.code ? scan({code: answer.code}) : stop("no_code", {});
  } catch (error) {
    if (error instanceof LoggedOut) return sync.ended();
    if (error instanceof Refused) return photoProblem("photo_failed");
    throw error;
  }
});

function photoProblem(name) {
  part("photo-problem").hidden = name === null;
  part("photo-problem").lastElementChild.textContent = name ? words.say(name) : "";
}

async function main() {
  part("photo-send").hidden = true;
  part("sound").checked = localStorage.getItem("door-sound") !== "off";
  part("sound").addEventListener("change", () =>
    localStorage.setItem("door-sound", part("sound").checked ? "on" : "off"));
  if (await canScan()) {
    part("camera").hidden = false;
    new Camera(code => scan({code}), () => photoProblem("camera_denied"));
  }
  part("code").focus({preventScroll: true});
  await store.forgetOthers(data.viewer);
  document.documentElement.dataset.door = "ready";
  await sync.start();
}

for (const form of document.querySelectorAll('form[action$="/logout"]'))
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const count = sync.scans.filter(kept => kept.state === "waiting").length;
    if (count && !confirm(words.say("log_out_waiting", {count}))) return;
    await store.forgetAll(data.viewer);
    await forget();
    form.submit();
  });

install({
  viewer: data.viewer,
  onUpdate: takeOver => {
    part("update").hidden = false;
    part("update-now").onclick = takeOver;
  },
});
await main();
