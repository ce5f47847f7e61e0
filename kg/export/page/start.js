// @ts-check
/* Everything is tied together and shown. */

network.on("click", pick);
byId("map").addEventListener("keydown", keyOnMap);
byId("map").addEventListener("touchend", (event) => event.cancelable && event.preventDefault(), { passive: false }); // else the click that follows hits the panel that the finger opened
byId("closer").addEventListener("click", () => zoom(1.4));
byId("farther").addEventListener("click", () => zoom(1 / 1.4));
byId("whole").addEventListener("click", () => fitAll());
for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".views button"))) button.addEventListener("click", () => go({ view: button.dataset.view }));
document.addEventListener("keydown", (event) => {
  const writes = event.target instanceof HTMLInputElement && event.target.type === "search";
  if (event.key === "Escape" && isLegendOpen()) {
    openLegend(false);
    byId("filter").focus();
  } else if (event.key === "Escape") close();
  if (event.key === "/" && !writes) {
    event.preventDefault();
    byId("find").focus();
  }
});
byId("story").addEventListener("click", () => tell(state.tour ? 0 : 1));
byId("tour").addEventListener("keydown", keyOnTour);
addEventListener("popstate", unfold);
addEventListener("hashchange", unfold);
dark.addEventListener("change", draw);

fillLegend();
setUpSearch();
setUpSaving();
state = fromHash(location.hash);
render({ ...AT_FIRST }, { fly: false });
settle();
let isFirst = true; // an observer tells the size once at the beginning: that is settled already
new ResizeObserver(() => {
  if (!isFirst && !onPaper) {
    settle();
    network.redraw(); // at once: a canvas that has changed its size is empty
  }
  isFirst = false;
}).observe(byId("map"));
document.documentElement.dataset.ready = "yes";
