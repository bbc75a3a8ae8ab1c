// Draws boxes, bands and headings as SVG; every box can be reached by Tab and opened by Enter.
const SVG = "http://www.w3.org/2000/svg";

// Set when a box or a way up is opened by keyboard: whoever walks so goes on from what the new
// drawing is about, else from where they came from, else from its first box.
let walking = false;
let last = null; // the box opened last
let title = null; // of the drawing shown

document.addEventListener("click", (event) => {
  const byKeyboard = event.detail === 0;
  if (byKeyboard && event.target.closest?.(".st-key-way_up")) walking = true;
}, true);

function make(name, attributes, text) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text; // text, never markup
  return element;
}

function arrowhead() {
  const defs = make("defs", {});
  const marker = make("marker", {
    id: "head", viewBox: "0 0 10 10", refX: 8, refY: 5, markerUnits: "userSpaceOnUse",
    markerWidth: 13, markerHeight: 13, orient: "auto",
  });
  marker.append(make("path", { d: "M0,0 L10,5 L0,10 z", class: "head" }));
  defs.append(marker);
  return defs;
}

function heading(data, entry) {
  const group = make("g", {});
  if (entry.line) {
    group.append(make("line", { x1: 0, x2: data.width, y1: entry.y - 18, y2: entry.y - 18, class: "row" }));
  }
  group.append(make("text", { x: entry.x, y: entry.y, class: "heading" }, entry.label));
  return group;
}

function band(entry) {
  const group = make("g", { class: `band ${entry.kind}`, "data-ends": entry.ends.join(" ") });
  const line = make("path", { d: entry.path, "stroke-width": entry.width });
  if (entry.kind === "move") line.setAttribute("marker-end", "url(#head)");
  group.append(line);
  return group;
}

function box(entry, open, point) {
  const { x, y, width, height } = entry;
  const attributes = { class: `box ${entry.kind}${entry.here ? " here" : ""}`, "data-id": entry.id };
  if (entry.id) {
    // The words that are seen come first, so that who speaks to the machine can say them.
    const seen = [entry.label, entry.sub].filter(Boolean).join(" ");
    const name = entry.more ? `${seen}, ${entry.more}` : seen;
    Object.assign(attributes, { role: "button", tabindex: 0, "aria-label": name });
  }
  const group = make("g", attributes);
  group.append(make("rect", { x, y, width, height, rx: 6 }));
  const slim = height < 36 || !entry.sub;
  const first = slim ? y + height / 2 + 5 : y + height / 2 - 3;
  group.append(make("text", { x: x + 10, y: first, class: "name" }, entry.label));
  group.append(" "); // keeps the two texts apart for those who hear them
  if (entry.sub && slim) {
    group.append(make("text", { x: x + width - 10, y: first, class: "sub", "text-anchor": "end" }, entry.sub));
  } else if (entry.sub) {
    group.append(make("text", { x: x + 10, y: first + 16, class: "sub" }, entry.sub));
  }
  if (entry.id) {
    group.addEventListener("click", () => open(entry.id));
    group.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      walking = true;
      open(entry.id);
    });
    for (const name of ["mouseenter", "focus"]) group.addEventListener(name, () => point(entry.id));
    for (const name of ["mouseleave", "blur"]) group.addEventListener(name, () => point(null));
  }
  return group;
}

function legend([kind, words]) {
  const entry = document.createElement("span");
  const sign = make("svg", { width: 34, height: 12, "aria-hidden": "true" });
  sign.append(band({ path: "M1,6 L30,6", kind, width: 4, ends: [] }));
  entry.append(sign, words);
  return entry;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const frame = parentElement.querySelector(".frame");
  const focused = frame.getRootNode().activeElement?.dataset?.id;
  const svg = make("svg", {
    viewBox: `0 0 ${data.width} ${data.height}`, role: "group", "aria-label": data.summary,
  });
  svg.style.minWidth = `${Math.min(data.width, 860)}px`;
  const point = (id) => {
    svg.classList.toggle("pointing", id !== null);
    for (const path of svg.querySelectorAll(".band")) {
      path.classList.toggle("near", id !== null && path.dataset.ends.split(" ").includes(id));
    }
  };
  const open = (id) => {
    last = id;
    setTriggerValue("opened", id);
  };
  svg.append(arrowhead());
  for (const entry of data.headings) svg.append(heading(data, entry));
  for (const entry of data.bands) svg.append(band(entry));
  for (const entry of data.bands.filter((b) => b.label)) { // over every band, so that none hides one
    svg.append(make("text", { x: entry.x, y: entry.y, class: "amount" }, entry.label));
  }
  for (const entry of data.boxes) svg.append(box(entry, open, point));
  frame.setAttribute("aria-label", data.title);
  frame.replaceChildren(svg);
  parentElement.querySelector(".swipe").textContent = data.swipe;
  parentElement.querySelector(".legend").replaceChildren(...data.legend.map(legend));
  const same = [...svg.querySelectorAll("[data-id]")].find((g) => focused && g.dataset.id === focused);
  const boxes = [...svg.querySelectorAll(".box[role=button]")];
  const here = boxes.find((g) => g.classList.contains("here"));
  const from = boxes.find((g) => g.dataset.id === last);
  const moved = data.title !== title;
  const goal = walking && moved ? here ?? from ?? boxes[0] : same;
  if (moved) walking = false;
  title = data.title;
  goal?.focus();
}
