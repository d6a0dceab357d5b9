// Keeps the pages of the door on this device, so that they open without a network.

import {BASE} from "../base.js";

const SCRIPT = `${BASE}/door/sw.js`;
const SCOPE = `${BASE}/door`;

// Keep this page for this person in this language; tell when a newer release is there.
export async function install({viewer = "", onUpdate = () => {}} = {}) {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.register(SCRIPT, {scope: SCOPE});
  const isUpdate = Boolean(navigator.serviceWorker.controller);
  const offer = worker => onUpdate(() => worker.postMessage({do: "take over"}));
  if (isUpdate && registration.waiting) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming.addEventListener("statechange", () => {
      if (coming.state === "installed" && isUpdate) offer(coming);
    });
  });
  if (isUpdate)
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  const {active} = await navigator.serviceWorker.ready;
  const owner = `${viewer || "all"}-${document.documentElement.lang}`;
  active.postMessage({do: "keep", address: location.pathname, owner});
}

export const forget = async () =>
  (await navigator.serviceWorker?.getRegistration(SCOPE))?.active?.postMessage({do: "forget"});
