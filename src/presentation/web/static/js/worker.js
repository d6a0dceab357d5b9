/* Keeps the tickets of whoever is logged in here for reading without a network.
 *
 * /sw.js sets `SHELL`: the path below which the service is, the version of the static files, the
 * addresses that ticket pages need, and the page that is shown without a network. Ticket pages are asked from the network first. What is
 * kept belongs to one person, named by the header `Kept-For`: it goes when somebody logs out or
 * in, and when the server names another. Everything else is left to the browser.
 */
const SHELL_PREFIX = `${SHELL.base}tickets-shell-`;
const PAGES_PREFIX = `${SHELL.base}tickets-pages-`;
const SHELL_CACHE = SHELL_PREFIX + SHELL.version;
const PATIENCE_MS = 4000;
const FRESH_MS = 3600_000;
const TICKET_PAGE = /^\/tickets(\/[A-Za-z0-9-]+)?$/;
const STATIC_FILE = /^\/static\/[^/]+\/(.+)$/;
const NEVER = /^\/(door|manage|admin|checkout|cart|api|dev)(\/|$)/;
const CHANGES_WHO_IS_HERE =
  /^\/(login|logout|signup|reset-password|account\/delete|accept-ticket|claim)(\/|$)/;
const shellNames = new Set(SHELL.files.map((file) => nameOf(pathOf(new URL(file, self.location.origin)))));

/* Counts how often everything was forgotten: what was asked before is not kept after. */
let forgotten = 0;

self.addEventListener("install", (event) => {
  event.waitUntil(install());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(activate());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin || !url.pathname.startsWith(`${SHELL.base}/`)) return;
  if (request.method !== "GET") {
    if (CHANGES_WHO_IS_HERE.test(pathOf(url))) event.waitUntil(forget());
    return;
  }
  if (shellNames.has(nameOf(pathOf(url)))) {
    event.respondWith(fromShell(request));
  } else if (request.mode === "navigate" && isTicketPage(url)) {
    event.respondWith(freshElseKept(event));
  } else if (request.mode === "navigate" && !navigator.onLine && !NEVER.test(pathOf(url))) {
    event.respondWith(fetch(request).catch(offline));
  }
});

self.addEventListener("message", (event) => {
  if (event.data?.forget) event.waitUntil(forget());
  if (Array.isArray(event.data?.keep)) event.waitUntil(keepAll(event.data.keep));
});

async function install() {
  const cache = await caches.open(SHELL_CACHE);
  // The page without a network belongs to nobody: it is asked for without a cookie.
  await cache.addAll([...SHELL.files, new Request(SHELL.offline, { credentials: "omit" })]);
  await self.skipWaiting();
}

/* Pages that were kept name the static files of their time: they are renewed before those go. */
async function activate() {
  await self.clients.claim();
  const addresses = [];
  for (const cache of await pageCaches()) {
    for (const request of await cache.keys()) addresses.push(request.url);
  }
  const renewed = await Promise.all(addresses.map((address) => keep(address)));
  if (renewed.includes(false)) return;
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(SHELL_PREFIX) && name !== SHELL_CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function fromShell(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

async function freshElseKept(event) {
  const address = event.request.url;
  const kept = await find(address);
  const fresh = ask(event.request);
  event.waitUntil(fresh.catch(() => undefined));
  if (kept === undefined) return fresh.catch(offline);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)).then(() => asKept(kept));
  return Promise.race([fresh, late]).catch(() => asKept(kept));
}

async function offline() {
  return (await caches.match(SHELL.offline, { ignoreVary: true })) ?? Response.error();
}

/* The answer of the network, kept or forgotten by what it says. Rejects without a network. */
async function ask(request) {
  const before = forgotten;
  const response = await fetch(request);
  if (before !== forgotten) return response;
  if (response.type === "opaqueredirect" || response.redirected) {
    // Only who is not logged in is sent elsewhere.
    await forget();
  } else if (response.ok && response.headers.has("Kept-For")) {
    await put(request.url, response.clone(), before);
  } else if (response.status < 500) {
    await drop(request.url);
  }
  return response;
}

async function put(address, response, before) {
  const name = PAGES_PREFIX + response.headers.get("Kept-For");
  const names = await caches.keys();
  const others = names.filter((other) => other.startsWith(PAGES_PREFIX) && other !== name);
  await Promise.all(others.map((other) => caches.delete(other)));
  const cache = await caches.open(name);
  await cache.put(address, response);
  if (before !== forgotten) await caches.delete(name);
}

/* Whether the page is as new as it can be: false without a network alone. */
async function keep(address) {
  try {
    await ask(new Request(address, { redirect: "manual", headers: { Accept: "text/html" } }));
    return true;
  } catch {
    return false;
  }
}

async function keepAll(addresses) {
  for (const address of addresses) {
    const url = new URL(address, self.location.origin);
    if (isTicketPage(url) && !isFresh(await find(url.href))) await keep(url.href);
  }
}

function isFresh(response) {
  const date = Date.parse(response?.headers.get("Date") ?? "");
  return Date.now() - date < FRESH_MS;
}

/* The kept page, marked as such: its style then says of when it is. */
async function asKept(response) {
  const html = await response.text();
  const headers = new Headers(response.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  return new Response(html.replace("<html", "<html data-kept"), { headers });
}

async function find(address) {
  for (const cache of await pageCaches()) {
    const found = await cache.match(address, { ignoreVary: true });
    if (found !== undefined) return found;
  }
  return undefined;
}

async function drop(address) {
  for (const cache of await pageCaches()) await cache.delete(address, { ignoreVary: true });
}

async function forget() {
  forgotten += 1;
  const names = await caches.keys();
  const mine = names.filter((name) => name.startsWith(PAGES_PREFIX));
  await Promise.all(mine.map((name) => caches.delete(name)));
}

async function pageCaches() {
  const names = await caches.keys();
  return Promise.all(
    names.filter((name) => name.startsWith(PAGES_PREFIX)).map((name) => caches.open(name)),
  );
}

function isTicketPage(url) {
  return TICKET_PAGE.test(pathOf(url)) && url.search === "";
}

/* The path within the service. */
function pathOf(url) {
  return url.pathname.slice(SHELL.base.length);
}

function nameOf(path) {
  return STATIC_FILE.exec(path)?.[1];
}
