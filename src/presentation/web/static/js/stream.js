// What the server sends as it changes. A page that nobody looks at hears nothing.

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60000;

/**
 * Call `show` with the data of each event of this name; `address` is that of the stream.
 *
 * A browser gives a stream up after any answer but 200, such as the 502 of a proxy while the server
 * starts anew: so a new one is made after each error.
 */
export function watch(address, name, show) {
  let source = null;
  let pause = FIRST_PAUSE;
  let timer = 0;

  const open = () => {
    clearTimeout(timer);
    if (source || document.hidden) return;
    source = new EventSource(address);
    source.addEventListener(name, (event) => {
      pause = FIRST_PAUSE;
      show(JSON.parse(event.data));
    });
    source.addEventListener("error", () => {
      // The browser's own attempts come all at once after a restart of the server.
      close();
      timer = setTimeout(open, pause * (0.5 + Math.random()));
      pause = Math.min(LONGEST_PAUSE, pause * 2);
    });
  };

  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };

  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", open);
  open();
}
