// Which marks are shown, before the first paint: as the address asks, else the reader's last choice, else key passages.
// Only a text can also show the passages of one argument or one stance.
(() => {
  const { marks, argument, stance, ...words } = document.currentScript.dataset;
  const asked = new URLSearchParams(location.search);
  const remembered = () => { try { return localStorage.getItem("weerklank.marks"); } catch { return null; } };
  const one = [argument, stance].filter(Boolean);
  const named = [...one, marks].find((name) => asked.has(name));
  const [name, value] = named ? [named, asked.get(named)] : (remembered() ?? "").split("=");
  const density = name === marks && Object.keys(words).find((each) => words[each] === value);
  document.documentElement.dataset.marks = density || (one.includes(name) ? "all" : "key");
})();
