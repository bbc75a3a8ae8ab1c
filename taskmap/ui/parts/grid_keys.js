// Keys reach a grid one at a time. The grid drops what is typed while its cell opens or closes, and
// while the page is busy it takes an Enter that comes soon after another key for a dismissal.
const GRID = "[data-testid='stDataFrame']";
const CELL = "textarea.gdg-input";
const CHOSEN = "[data-testid^='glide-cell'][aria-selected='true']";
const PATIENCE = 4000; // milliseconds until a cell that neither opens nor closes is let be

const isText = (key) => key.key.length === 1 && !key.ctrlKey && !key.metaKey && !key.altKey;
const ends = (key) => (key.key === "Enter" && !key.shiftKey) || ["Tab", "Escape"].includes(key.key);
const opens = (key) => (isText(key) && key.key !== " ") || key.key === "Enter";
const openCell = () => document.querySelector(CELL);

function isWritten(grid) {
  return grid.querySelector(CHOSEN)?.getAttribute("aria-readonly") !== "true";
}

const waiting = [];
let grid = null; // the one that is typed in
let busy = ""; // what it does: "opens" or "closes"
let since = 0;

function wait(what) {
  [busy, since] = [what, performance.now()];
  setTimeout(look, 5);
}

function look() {
  const cell = openCell();
  const done = busy === "opens" ? cell && cell === document.activeElement : !cell;
  if (!done && performance.now() - since < PATIENCE) return void setTimeout(look, 5);
  busy = "";
  while (waiting.length && !busy) give(waiting.shift());
}

function give(key) {
  const cell = openCell();
  if (cell && isText(key)) return void document.execCommand("insertText", false, key.key);
  if (cell && key.key === "Backspace") return void document.execCommand("delete");
  const focused = grid?.contains(document.activeElement) ? document.activeElement : null;
  const target = cell ?? focused ?? grid?.querySelector("canvas");
  if (!target?.isConnected) return;
  if (cell ? ends(key) : opens(key) && isWritten(grid)) wait(cell ? "closes" : "opens");
  const { key: name, code, keyCode, shiftKey, ctrlKey, metaKey, altKey } = key;
  target.dispatchEvent(
    new KeyboardEvent("keydown", {
      key: name, code, keyCode, shiftKey, ctrlKey, metaKey, altKey, bubbles: true, cancelable: true,
    }),
  );
}

function pressed(key) {
  if (!key.isTrusted || key.isComposing || key.keyCode === 229) return;
  const cell = key.target.matches?.(CELL);
  const within = key.target.closest?.(GRID);
  if (!cell && !within && !(busy && key.target === document.body)) return;
  grid = within ?? grid;
  if (busy) {
    key.preventDefault();
    key.stopImmediatePropagation();
    waiting.push(key);
  } else if (cell) {
    if (ends(key)) wait("closes");
    else key.stopPropagation();
  } else if (opens(key) && isWritten(grid)) wait("opens");
}

export default function () {
  window.addEventListener("keydown", pressed, true);
  return () => window.removeEventListener("keydown", pressed, true);
}
