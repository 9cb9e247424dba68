// Where the site does not know its own address, the line to cite by gets the one that the reader sees,
// unless that is a place on their own disk.
for (const place of document.querySelectorAll(".wk-address")) {
  if (location.protocol !== "file:" && place.textContent.startsWith("(")) place.textContent = location.origin + location.pathname;
}
