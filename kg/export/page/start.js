/* Everything is tied together and shown. */

network.on("click", pick);
byId("map").addEventListener("keydown", keyOnMap);
byId("closer").addEventListener("click", () => zoom(1.4));
byId("farther").addEventListener("click", () => zoom(1 / 1.4));
byId("whole").addEventListener("click", () => fitAll());
for (const button of document.querySelectorAll(".views button")) button.addEventListener("click", () => go({ view: button.dataset.view }));
document.addEventListener("keydown", (event) => {
  const writes = event.target instanceof HTMLInputElement && event.target.type === "search";
  if (event.key === "Escape" && state.show) go({ show: "", fact: "" });
  if (event.key === "/" && !writes) {
    event.preventDefault();
    byId("find").focus();
  }
});
addEventListener("popstate", unfold);
addEventListener("hashchange", unfold);
dark.addEventListener("change", draw);
new ResizeObserver(settle).observe(byId("map"));

fillLegend();
setUpSearch();
state = fromHash(location.hash);
render({ ...AT_FIRST }, { fly: false });
settle();
document.documentElement.dataset.ready = "yes";
