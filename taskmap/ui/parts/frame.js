// What Streamlit leaves out: the page's language, scrolling by keyboard where a picture or a
// table is wider than the screen, and that the folded pages of the menu stand in its list.
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

export default function ({ data }) {
  document.documentElement.lang = data;
  const watcher = new MutationObserver(reachable);
  watcher.observe(document.body, { childList: true, subtree: true });
  window.addEventListener("resize", reachable);
  const again = setInterval(reachable, 1000); // a figure takes its width after it is drawn
  reachable();
  return () => {
    watcher.disconnect();
    clearInterval(again);
    window.removeEventListener("resize", reachable);
  };
}
