/* The code of a ticket, as large and bright as the display allows, which stays on meanwhile. */
let wakeLock;

async function stayAwake() {
  try {
    wakeLock = await navigator.wakeLock?.request("screen");
  } catch {
    // The battery is low, or the page is not in view: the display dims as always.
  }
}

function enlarge(dialog) {
  dialog.showModal();
  dialog.requestFullscreen?.().catch(() => undefined);
  stayAwake();
}

async function shrink() {
  if (document.fullscreenElement) await document.exitFullscreen();
  await wakeLock?.release();
  wakeLock = undefined;
}

for (const button of document.querySelectorAll("[data-enlarge]")) {
  const dialog = document.getElementById(button.dataset.enlarge);
  button.addEventListener("click", () => enlarge(dialog));
  dialog.addEventListener("close", shrink);
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  // Leaving the full screen by a gesture means closing, too.
  dialog.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement && dialog.open) dialog.close();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && dialog.open) stayAwake();
  });
}
