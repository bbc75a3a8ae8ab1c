// What Streamlit leaves out: the page's language, also in its own few words, scrolling by keyboard
// where a picture or a table is wider than the screen, that the folded pages of the menu stand in
// its list, that on a phone the menu goes away when a page is chosen in it, and the way back.
const TEXTS =
  "[data-testid='stFileUploaderDropzone'] button p, [role='dialog'] :is(h1, h2, h3, p, div, span)," +
  "[role='tooltip'] :is(p, div, span), a[href='#stMain']";
const NAMED = ":is(button, nav, input, a)[aria-label]";
const PHONE = "(max-width: 768px)"; // where the menu lies over the page
const IN_HAND = ["seen", "waiting"]; // what is typed and not saved yet
const WIDE = "[class*='st-key-wide_'], [class*='st-key-mid_'], .stTable > div, .stTable";

function reachable() {
  for (const region of document.querySelectorAll(WIDE)) {
    const scrolls = region.scrollWidth > region.clientWidth + 1;
    if (scrolls && !region.hasAttribute("tabindex")) region.setAttribute("tabindex", "0");
    if (!scrolls && region.hasAttribute("tabindex")) region.removeAttribute("tabindex");
  }
  for (const folded of document.querySelectorAll("[data-testid='stSidebarNavItems'] > div")) {
    folded.setAttribute("role", "listitem");
    for (const page of folded.querySelectorAll("li")) page.setAttribute("role", "none");
  }
}

function spoken(words) {
  for (const place of document.querySelectorAll(TEXTS)) {
    const told = place.firstElementChild ? undefined : words[place.textContent];
    if (told) place.firstChild.nodeValue = told;
  }
  for (const named of document.querySelectorAll(NAMED)) {
    const [first, ...rest] = named.getAttribute("aria-label").split(": ");
    if (words[first]) named.setAttribute("aria-label", [words[first], ...rest].join(": "));
  }
}

function chosen(click) {
  if (!click.target.closest("[data-testid='stSidebarNavLink']") || !matchMedia(PHONE).matches) return;
  setTimeout(() => {
    const menu = document.querySelector("[data-testid='stSidebar'][data-collapsed='false']");
    menu?.querySelector("[data-testid='stSidebarCollapseButton'] button")?.click();
  }, 100); // after Streamlit has gone there
}

// Every choice stands in the address, and many follow from one click. The first change after
// somebody did something is a step they can go back; the others belong to it.
let acted = false;
let last = location.href;
const act = () => (acted = true);

function steps() {
  if (history.counted) return;
  history.counted = true;
  const [push, replace] = [history.pushState.bind(history), history.replaceState.bind(history)];
  history.pushState = (state, title, url) => {
    if (new URL(url ?? "", location.href).href === location.href) return;
    (acted ? push : replace)(state, title, url);
    [acted, last] = [false, location.href];
  };
  history.replaceState = (state, title, url) => {
    replace(state, title, url);
    last = location.href;
  };
  for (const kind of ["click", "keydown"]) document.addEventListener(kind, act, true);
}

// Streamlit would keep the choices of the page one comes from. Opened anew, the address decides;
// what is in hand comes along.
function went(step) {
  const [from, there] = [new URL(last), new URL(location.href)];
  if (from.pathname + from.search === there.pathname + there.search) return;
  step.stopImmediatePropagation();
  for (const name of IN_HAND) {
    const held = from.searchParams.get(name);
    there.searchParams.delete(name);
    if (held && from.searchParams.get("unit") === there.searchParams.get("unit"))
      there.searchParams.set(name, held);
  }
  history.replaceState(null, "", there);
  location.reload();
}

export default function ({ data }) {
  steps();
  window.addEventListener("popstate", went, true);
  document.documentElement.lang = data.language;
  let waiting = 0; // once for each picture the browser draws, however much changes until then
  const mended = () => ((waiting = 0), reachable(), spoken(data.words));
  const watcher = new MutationObserver(() => (waiting ||= requestAnimationFrame(mended)));
  watcher.observe(document.body, { childList: true, subtree: true });
  window.addEventListener("resize", reachable);
  document.addEventListener("click", chosen);
  const again = setInterval(reachable, 1000); // a figure takes its width after it is drawn
  mended();
  return () => {
    watcher.disconnect();
    cancelAnimationFrame(waiting);
    clearInterval(again);
    window.removeEventListener("resize", reachable);
    document.removeEventListener("click", chosen);
    window.removeEventListener("popstate", went, true);
  };
}
