// Passwords can be shown, and one that is easy to guess is told before the form is sent.

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
