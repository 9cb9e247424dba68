// A reader's own notes at the words of a text: the script for them is fetched where there are any, or one is made.
import { all, here } from "./own/store.js";

const text = document.querySelector("[data-seed]");

if (text && all().some(({ slug }) => slug === here)) import("./own/notes.js").then(({ show }) => show(), () => {});
