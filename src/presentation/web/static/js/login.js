// Passwords can be shown, one that is easy to guess is told before the form is sent, and a form is
// sent once, however often its button is pressed.

document.documentElement.classList.add("has-script");

for (const button of document.querySelectorAll("[data-shows]")) {
  const input = document.getElementById(button.dataset.shows);
  button.addEventListener("click", () => {
    const isShown = input.type === "password";
    input.type = isShown ? "text" : "password";
    button.textContent = isShown ? button.dataset.hide : button.dataset.show;
  });
  // Shown text would be kept by the browser as an ordinary field.
  input.form?.addEventListener("submit", () => { input.type = "password"; });
}

async function tell(input) {
  const line = document.getElementById(`${input.id}-problem`);
  let problem = "";
  if (input.value !== "") {
    try {
      const answer = await fetch(input.dataset.check, { method: "POST", body: new URLSearchParams(new FormData(input.form)) });
      if (!answer.ok) return;
      problem = (await answer.json()).problem ?? "";
    } catch {
      return;
    }
  }
  line.querySelector("span").textContent = problem;
  line.hidden = problem === "";
  if (problem) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
  input.closest(".field").classList.toggle("field--problem", problem !== "");
}

for (const input of document.querySelectorAll("[data-check]")) {
  input.addEventListener("change", () => tell(input));
}

const sent = new WeakSet();
document.addEventListener("submit", (event) => {
  if (sent.has(event.target)) event.preventDefault();
  else if (!event.defaultPrevented) sent.add(event.target);
});
// A download leaves the page where it is, and so may going back: the form may be sent again.
for (const name of ["focus", "pageshow"]) {
  window.addEventListener(name, () => { for (const form of document.forms) sent.delete(form); });
}
