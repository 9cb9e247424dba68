// What makes reading a little easier; every page works without it.
const parts = (id) => document.querySelectorAll(`[data-passage="${CSS.escape(id)}"]`);
const light = (id, on) => parts(id).forEach((part) => part.classList.toggle("is-lit", on));

// A passage in several stretches lights up whole when one arrives at it, or points at its note.
let arrived = "";
const arrive = () => {
  light(arrived, false);
  arrived = decodeURIComponent(location.hash.slice(1));
  light(arrived, true);
};
addEventListener("hashchange", arrive);
if (location.hash) arrive();

for (const note of document.querySelectorAll(".wk-note[id]")) {
  const id = note.id.replace(/^noot-/, "");
  const point = (on) => () => light(id, on || id === arrived);
  note.addEventListener("pointerenter", point(true));
  note.addEventListener("pointerleave", point(false));
  note.addEventListener("focusin", point(true));
  note.addEventListener("focusout", point(false));
}

// Beside the text one block's notes are open at a time; Escape closes them.
const beside = matchMedia("(min-width: 78rem)");
const blocks = [...document.querySelectorAll(".wk-notes")];
for (const notes of blocks) {
  notes.addEventListener("toggle", () => {
    if (notes.open && beside.matches) blocks.forEach((other) => { if (other !== notes) other.open = false; });
  });
}
addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && blocks.find((notes) => notes.open && notes.contains(document.activeElement));
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});
