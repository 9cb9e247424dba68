// At the foot of a text: the reference and its forms can be copied.
import { say } from "../../say.js";
import { copy } from "./copy.js";

export const offer = (foot) => {
  for (const shown of foot.querySelectorAll(".wk-citation, .wk-formats pre")) {
    const words = shown.textContent.trim();
    const what = shown.matches("pre") ? shown.previousElementSibling.textContent : say("copy.reference");
    const button = Object.assign(document.createElement("button"), { type: "button", className: "wk-copy-this", textContent: say("copy.copy") });
    button.setAttribute("aria-label", say("copy.copy_what", { what }));
    button.addEventListener("click", () => copy(words, button, what));
    shown.after(button);
  }
};
