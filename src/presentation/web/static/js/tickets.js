/* Counts down what is held: the server said how many seconds are left when it wrote the page. */
const arrived = performance.now();

function clock(seconds) {
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
}

function countDown(text) {
  const total = Number(text.dataset.countdown);
  const show = () => {
    const left = Math.ceil(total - (performance.now() - arrived) / 1000);
    if (left > 0) {
      text.textContent = text.dataset.left.replace("{time}", clock(left));
      return;
    }
    clearInterval(ticking);
    text.textContent = text.dataset.over;
    for (const action of text.closest(".hold").querySelectorAll("a, button")) action.remove();
  };
  const ticking = setInterval(show, 1000);
  show();
}

if (!("kept" in document.documentElement.dataset)) {
  for (const time of document.querySelectorAll("[data-countdown]")) countDown(time);
}
