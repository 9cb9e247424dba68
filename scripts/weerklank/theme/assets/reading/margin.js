// Beside the text one block's notes are open at a time; those below make room. Escape closes them.
const beside = matchMedia("(min-width: 78rem)");
const blocks = [...document.querySelectorAll(".wk-notes")];
const text = document.querySelector("[data-seed]");
const AIR = 12; // pixels between an open block and the next

// The text stays where it is: what an open block would cover moves down beside it.
const makeRoom = () => {
  blocks.forEach((notes) => { notes.style.translate = ""; });
  if (text) text.style.paddingBottom = "";
  const open = blocks.findIndex((notes) => notes.open && !notes.hidden);
  if (open < 0 || !beside.matches) return;
  const shown = blocks.slice(open).filter((notes) => !notes.hidden);
  const tops = shown.map((notes) => notes.getBoundingClientRect().top);
  let free = tops[0] + shown[0].scrollHeight + AIR;
  for (let n = 1; n < shown.length && tops[n] < free; n++) {
    shown[n].style.translate = `0 ${free - tops[n]}px`;
    free += shown[n].offsetHeight + AIR;
  }
  const over = free - text.getBoundingClientRect().bottom;
  if (over > 0) text.style.paddingBottom = `${over}px`;
};

for (const notes of blocks) {
  notes.addEventListener("toggle", () => {
    if (notes.open && beside.matches) blocks.forEach((other) => { if (other !== notes) other.open = false; });
    makeRoom();
  });
}
addEventListener("resize", makeRoom);
addEventListener("change", () => requestAnimationFrame(makeRoom)); // another choice of marks

addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  const open = blocks.find((notes) => notes.open && notes.contains(document.activeElement));
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});
