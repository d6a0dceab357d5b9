// A countdown by the server's clock: that of the visitor may be wrong by hours.

const SECOND = 1000;
const STEPS = { days: 86400, hours: 3600, minutes: 60, seconds: 1 };
const SPREAD = 3000;

/** Count down in this element, and open the page anew when the time has come. */
export function countDown(element) {
  const wait = new Date(element.dataset.countdown) - new Date(element.dataset.now);
  const end = performance.now() + wait;
  const parts = Object.keys(STEPS).map((name) => [name, element.querySelector(`[data-part="${name}"]`)]);
  element.hidden = false;

  const tick = () => {
    const rest = end - performance.now();
    let left = Math.max(0, Math.ceil(rest / SECOND));
    for (const [name, part] of parts) {
      const text = String(Math.floor(left / STEPS[name]));
      if (part.textContent !== text) part.textContent = text;
      left %= STEPS[name];
    }
    if (rest > 0) setTimeout(tick, rest % SECOND || SECOND);
    // Thousands look at the same second: they come one after the other.
    else setTimeout(() => location.reload(), Math.random() * SPREAD);
  };

  tick();
}
