/* A button that was pressed says so, and does not send its form a second time. */

export function sendOnce(root) {
  for (const button of root.querySelectorAll("[data-once]")) {
    button.form?.addEventListener("submit", (event) => {
      if (button.getAttribute("aria-disabled") === "true") {
        event.preventDefault();
        return;
      }
      button.setAttribute("aria-disabled", "true");
      if (button.dataset.busy) {
        button.dataset.label = button.textContent;
        button.textContent = button.dataset.busy;
      }
    });
  }
  // Back from the next page, the button can be pressed again.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) {
      return;
    }
    for (const button of root.querySelectorAll("[data-once][aria-disabled]")) {
      button.removeAttribute("aria-disabled");
      if (button.dataset.label) {
        button.textContent = button.dataset.label;
      }
    }
  });
}
