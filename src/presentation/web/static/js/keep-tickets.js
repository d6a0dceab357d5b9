/* Has the tickets of this page kept for reading without a network; see worker.js. */
import { BASE } from "./base.js";

const MOST_AT_ONCE = 30;
const worker = navigator.serviceWorker;

async function keepThese() {
  await worker.register(`${BASE}/sw.js`);
  const { active } = await worker.ready;
  const links = document.querySelectorAll("a[data-keep]");
  const addresses = [location.href, ...Array.from(links, (link) => link.href)];
  active.postMessage({ keep: addresses.slice(0, MOST_AT_ONCE) });
}

/* A kept page says of when it is, in the clock of whoever reads it. */
for (const time of document.querySelectorAll("time[data-local]")) {
  const style = { dateStyle: "medium", timeStyle: "short" };
  const format = new Intl.DateTimeFormat(document.documentElement.lang, style);
  time.textContent = format.format(new Date(time.dateTime));
}
if (worker && !("kept" in document.documentElement.dataset)) {
  // Without a network the worker is there already, and nothing can be kept.
  keepThese().catch(() => undefined);
}
