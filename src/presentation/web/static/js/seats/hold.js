// Sends the chosen seats. Who was too late stays on the page, keeps the other seats and is offered
// the nearest free ones; whatever else is answered, the form itself is sent.

export function holdInPlace({ form, choice, plan, lost }) {
  form.addEventListener("submit", async (event) => {
    if (event.submitter?.name === "section") return;
    event.preventDefault();
    const button = document.getElementById("hold-seats");
    if (!choice.size || !button) return;
    button.setAttribute("aria-disabled", "true");
    try {
      const answer = await fetch(form.action, {
        method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "application/json" },
      });
      const isJson = answer.headers.get("content-type")?.startsWith("application/json");
      const body = isJson ? await answer.json() : {};
      if (body.location) return location.assign(body.location);
      const taken = (body.seat_ids ?? []).map((id) => plan.places.get(id)).filter((place) => choice.has(place));
      if (taken.length) return lost(taken);
    } catch {
      // The form says what is wrong, and the key in it makes sending it twice harmless.
    } finally {
      button.removeAttribute("aria-disabled");
    }
    form.submit();
  });
}
