// The scanner's service worker: pages from the network while there is one, else as they were kept.
// VERSION and FILES, the addresses of what the pages load, stand above.

const BASE = self.location.pathname.replace(/\/door\/sw\.js$/, "");
// Neighbours on the host have their own: what they keep begins with their path.
const STATICS = `${BASE}door-static-`;
const STATIC = STATICS + VERSION;
const PAGES = `${BASE}door-pages-`;

self.addEventListener("install", event => {
  event.waitUntil(caches.open(STATIC).then(cache => cache.addAll(FILES)));
});

self.addEventListener("activate", event => event.waitUntil(tidy()));

self.addEventListener("message", event => {
  const {do: what, address, owner} = event.data;
  if (what === "take over") self.skipWaiting();
  if (what === "keep") event.waitUntil(keep(address, owner));
  if (what === "forget") event.waitUntil(forgetPages(() => true));
});

self.addEventListener("fetch", event => {
  const {request} = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(navigate(request));
  else if (new URL(request.url).pathname.startsWith(`${BASE}/static/`)) event.respondWith(load(request));
});

// Files have their release in their address: a kept one is never stale.
async function load(request) {
  return (await caches.match(request, {ignoreVary: true})) ?? fetch(request);
}

async function navigate(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(new URL(request.url).pathname, {ignoreVary: true});
    if (kept) return kept;
    throw error;
  }
}

// A page belongs to one person and language: those of others go.
async function keep(address, owner) {
  const name = PAGES + owner;
  await forgetPages(other => other !== name);
  const answer = await fetch(address, {credentials: "same-origin", redirect: "manual"});
  if (answer.ok) await (await caches.open(name)).put(address, answer);
}

async function forgetPages(isMeant) {
  for (const name of await caches.keys())
    if (name.startsWith(PAGES) && isMeant(name)) await caches.delete(name);
}

// The files of former releases, and with them the pages that load those.
async function tidy() {
  for (const name of await caches.keys())
    if (name.startsWith(STATICS) && name !== STATIC) {
      await caches.delete(name);
      await forgetPages(() => true);
    }
  await self.clients.claim();
}
