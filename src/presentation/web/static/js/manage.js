// The section one is in stays in view where the sections are a line to swipe.
const current = document.querySelector(".manage-nav a[aria-current]");
const line = current?.closest(".manage-nav");
if (line && line.scrollWidth > line.clientWidth) {
  line.scrollLeft = current.offsetLeft - (line.clientWidth - current.offsetWidth) / 2;
}
