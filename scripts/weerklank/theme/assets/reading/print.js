// Paper: the text alone, with the voices of others, or a worksheet. The stylesheet prints what <html data-print> says,
// voices where it says nothing. The choice stands in the address, so that a whole class prints the same.
import { query, say } from "../say.js";

const KINDS = ["text", "voices", "worksheet"];
const root = document.documentElement;
const place = document.querySelector(".wk-print");

const element = (name, properties) => Object.assign(document.createElement(name), properties);

if (place) {
  const hasVoices = document.querySelector("[data-voice-of]") !== null;
  const asked = new URLSearchParams(location.search).get(query.print);
  const button = element("button", { type: "button" });
  const menu = element("div", { className: "wk-tools", id: "wk-print-menu", popover: "auto" });
  menu.dataset.apparatus = "";
  menu.setAttribute("role", "group");
  menu.setAttribute("aria-label", say("print.menu"));
  button.setAttribute("popovertarget", menu.id);

  const choices = KINDS.map((kind) => {
    const choice = element("button", { type: "button", textContent: say(`print.${kind}`), disabled: kind === "voices" && !hasVoices });
    choice.addEventListener("click", () => {
      const address = new URL(location.href);
      address.searchParams.set(query.print, query[`print_${kind}`]);
      history.replaceState(history.state, "", address);
      show(kind);
      menu.hidePopover();
      print();
    });
    return choice;
  });
  menu.append(...choices);

  const show = (kind) => {
    if (kind) root.dataset.print = kind;
    button.textContent = kind ? say("print.chosen", { what: say(`print.${kind}`) }) : say("print.button");
    choices.forEach((choice, n) => choice.setAttribute("aria-pressed", String(KINDS[n] === kind)));
  };
  show(KINDS.find((kind) => query[`print_${kind}`] === asked));

  menu.addEventListener("toggle", () => {
    const { left, bottom } = button.getBoundingClientRect();
    menu.style.left = `${Math.max(8, Math.min(left, root.clientWidth - menu.offsetWidth - 8)) + scrollX}px`;
    menu.style.top = `${bottom + scrollY + 6}px`;
  });

  place.append(button, menu);

  const signed = element("p", { className: "wk-signed" });
  signed.dataset.apparatus = "";
  signed.append(element("span", { textContent: say("print.name") }), element("span", { textContent: say("print.date") }));
  place.closest(".wk-head").before(signed);
}
