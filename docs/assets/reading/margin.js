// Beside the text one block's notes are open at a time; Escape closes them.
const beside = matchMedia("(min-width: 78rem)");
const blocks = [...document.querySelectorAll(".wk-notes")];

for (const notes of blocks) {
  notes.addEventListener("toggle", () => {
    if (notes.open && beside.matches) blocks.forEach((other) => { if (other !== notes) other.open = false; });
  });
}

addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  const open = blocks.find((notes) => notes.open && notes.contains(document.activeElement));
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});
