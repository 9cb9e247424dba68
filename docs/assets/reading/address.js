// Where the site does not know its own address, the line to cite by gets the one that the reader sees.
for (const place of document.querySelectorAll(".wk-address")) {
  if (place.textContent.startsWith("(")) place.textContent = location.origin + location.pathname;
}
