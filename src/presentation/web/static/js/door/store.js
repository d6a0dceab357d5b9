// What outlives the page: door lists, and scans that were made without a network.

const NAME = "door";
const VERSION = 1;

let opening = null;

function open() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("lists", {keyPath: ["viewer", "event_id"]});
      request.result.createObjectStore("scans", {keyPath: "scan_id"});
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opening;
}

async function work(name, mode, doing) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode);
    const request = doing(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
}

export const loadList = (viewer, eventId) =>
  work("lists", "readonly", lists => lists.get([viewer, eventId]));

export const saveList = list => work("lists", "readwrite", lists => lists.put(list));

export const saveScan = scan => work("scans", "readwrite", scans => scans.put(scan));

export const deleteScan = scanId => work("scans", "readwrite", scans => scans.delete(scanId));

// The scans of this person that are not done with, the earliest first.
export async function loadScans(viewer) {
  const all = await work("scans", "readonly", scans => scans.getAll());
  return all.filter(scan => scan.viewer === viewer).sort((a, b) => a.at.localeCompare(b.at));
}

// Names are for those who work here now: the lists of others go. Scans are kept for whoever made them.
export async function forgetOthers(viewer) {
  const keys = await work("lists", "readonly", lists => lists.getAllKeys());
  for (const key of keys.filter(([owner]) => owner !== viewer))
    await work("lists", "readwrite", lists => lists.delete(key));
}

export async function forgetAll(viewer) {
  await forgetOthers(null);
  for (const scan of await loadScans(viewer)) await deleteScan(scan.scan_id);
}

// The name of this device, which the service sees in the log of scans.
export function deviceName() {
  let name = localStorage.getItem("door-device");
  if (!name) {
    name = randomName();
    localStorage.setItem("door-device", name);
  }
  return name;
}

export const randomName = () =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map(byte => byte.toString(16).padStart(2, "0"))
    .join("");
