// Where one is stays in view in lines that are swiped: the sections, the pages of an event.
for (const current of document.querySelectorAll(".manage-nav a[aria-current], .tabs a[aria-current]")) {
  const line = current.closest(".manage-nav, .tabs");
  if (line.scrollWidth > line.clientWidth) {
    line.scrollLeft = current.offsetLeft - (line.clientWidth - current.offsetWidth) / 2;
  }
}
