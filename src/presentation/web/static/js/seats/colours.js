// The colours of the map, read from elements that wear them: so they follow the theme.

const OF_CLASS = ["chosen", "onChosen", "taken", "onZone", "stage", "onStage", "words", "plate", "cursor"];

/** `palette` has an element for each colour. */
export function readColours(palette) {
  const read = (element) => getComputedStyle(element).color;
  const colours = { zones: [...palette.querySelectorAll("[data-zone]")].map(read) };
  for (const name of OF_CLASS) colours[name] = read(palette.querySelector(`[data-colour="${name}"]`));
  return colours;
}

/** Call back when the theme changes. */
export function onTheme(callback) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", callback);
}
