/* What is shown, in one place and in the address: `go` changes it, `render` draws it, back and forward undo it. */

const AT_FIRST = { view: "map", show: "", fact: "", steps: 0, kinds: [], relations: ["speaks_of"], articles: [], publishers: [], from: "", to: "", belief: 0, loose: false, ...OF_VIEWS };
const FILTERS = new Set(["kinds", "relations", "articles", "publishers", "from", "to", "belief", "loose", ...Object.keys(OF_VIEWS)]); // these leave no step in the history
let state = { ...AT_FIRST };

const short = (iri) => (iri.startsWith(dossier.base) ? iri.slice(dossier.base.length) : iri);
const full = (name) => (nodeOf.has(name) ? name : dossier.base + name);

/** The state as the address holds it; what is as at first stands not in it. */
function toHash(of) {
  const parts = Object.entries(of)
    .filter(([key, value]) => String(value) !== String(AT_FIRST[key]))
    .map(([key, value]) => `${key}=${encodeURIComponent(key === "show" ? value.split(" ").map(short).join(" ") : String(value))}`);
  return parts.length ? `#${parts.join("&")}` : "";
}

const day = (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : "");

/** The state that an address asks for; what it gets wrong is as at first. */
function fromHash(hash) {
  const asked = new Map(hash.slice(1).split("&").map((part) => part.split("=")));
  const text = (key) => {
    try {
      return decodeURIComponent(asked.get(key) ?? "");
    } catch {
      return "";
    }
  };
  const list = (key) => (asked.has(key) ? text(key).split(",").filter(Boolean) : AT_FIRST[key]);
  const show = text("show").split(" ").filter(Boolean).map(full).filter((iri) => profileOf.has(iri) || moneyOf.has(iri)).slice(0, 2);
  return {
    view: Object.hasOwn(VIEWS, text("view")) ? text("view") : "map",
    show: show.join(" "),
    fact: text("fact"),
    steps: show.length === 1 ? Math.min(2, Math.max(0, Math.trunc(Number(text("steps")) || 0))) : 0,
    kinds: list("kinds"),
    relations: list("relations"),
    articles: list("articles"),
    publishers: list("publishers"),
    from: day(text("from")),
    to: day(text("to")),
    belief: Math.min(1, Math.max(0, Number(text("belief")) || 0)),
    loose: text("loose") === "true",
    ...viewsFrom(text),
  };
}

/** Change what is shown. `focus` moves the keyboard to the panel; `fly` lets the map follow. */
function go(change, { focus = false, fly = true } = {}) {
  const next = { ...state, ...change };
  if (next.show.includes(" ") || !next.show) next.steps = 0;
  const hash = toHash(next);
  const address = hash || location.pathname + location.search;
  if (hash !== location.hash) {
    if (Object.keys(change).every((key) => FILTERS.has(key))) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  }
  const before = state;
  state = next;
  render(before, { focus, fly });
}

/** One node, or the two ends of a line, that the panel tells of. */
const chosen = () => state.show.split(" ").filter(Boolean);

function render(before, { focus = false, fly = true } = {}) {
  renderFilters();
  const changed = before.show !== state.show || before.fact !== state.fact || before.steps !== state.steps;
  if (changed) renderPanel(focus);
  renderView(before);
  draw();
  if (state.view !== "map" || !fly) return;
  if (before.steps !== state.steps || (before.show !== state.show && state.steps)) fitAll();
  else if (state.show && before.show !== state.show) flyTo(chosen());
}

const unfold = () => {
  const before = state;
  state = fromHash(location.hash);
  render(before);
};
