// Copying a link or a quotation. The script for it is fetched when it is first wanted: at a § number, with
// words selected, in an opened note, and at the foot of the page. Without it a § number is the link that it was.
const text = document.querySelector("[data-seed]");
const menu = (use) => import("./cite/menu.js").then(use, () => {});
const plain = (event) => !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

if (text) {
  text.addEventListener("click", (event) => {
    const number = event.target.closest(".wk-num");
    if (number && plain(event)) menu(({ atNumber }) => atNumber(number, event.detail === 0));
  });
  let timer = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    const chosen = getSelection();
    if (chosen.isCollapsed || !text.contains(chosen.anchorNode)) return;
    timer = setTimeout(() => menu(({ atSelection }) => atSelection()), 350); // when the selection has come to rest
  });
  text.addEventListener("toggle", ({ target }) => {
    if (target.open && target.matches(".wk-notes")) menu(({ inNotes }) => inNotes(target));
  }, true);
  const foot = document.querySelector(".wk-cite");
  const near = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    near.disconnect();
    import("./cite/foot.js").then(({ offer }) => offer(foot), () => {});
  }, { rootMargin: "300px" });
  if (foot) near.observe(foot);
}
