// @ts-check
/* What is shown, in one place and in the address: `go` changes it, `render` draws it, back and forward undo it.

   show: the chosen node, or the two ends of a line · fact: the fact that is sought · steps: 1 or 2, to see only what is so near ·
   open: nodes whose neighbours are all drawn · way: the ends of a path, or the first of them · tour: the step of the story, from 1 ·
   kinds, relations, articles, publishers, sums: what is left out · from, to: periods · undated: articles without a date too ·
   belief: the least · loose: also what stands in no relation. */

/** @type {State} */
const AT_FIRST = {
  view: "map",
  show: "",
  fact: "",
  steps: 0,
  open: [],
  way: "",
  tour: 0,
  kinds: [],
  relations: dossier.aside,
  articles: [],
  publishers: [],
  sums: [],
  from: "",
  to: "",
  undated: true,
  belief: 0,
  loose: false,
  ...OF_VIEWS,
};
const FILTERS = new Set(["kinds", "relations", "articles", "publishers", "sums", "from", "to", "undated", "belief", "loose", ...Object.keys(OF_VIEWS)]); // these leave no step in the history
const NODES_IN = new Set(["show", "open", "way"]); // these hold IRIs, which the address holds without their base
let state = { ...AT_FIRST };

/** @param {string} iri */
const short = (iri) => (iri.startsWith(dossier.base) ? iri.slice(dossier.base.length) : iri);
/** @param {string} name */
const full = (name) => (nodeOf.has(name) ? name : dossier.base + name);
/** @param {string} iri */
const isKnown = (iri) => profileOf.has(iri) || moneyOf.has(iri);

/** The state as the address holds it; what is as at first stands not in it.
 * @param {State} of */
function toHash(of) {
  const parts = Object.entries(of)
    .filter(([key, value]) => String(value) !== String(AT_FIRST[/** @type {keyof State} */ (key)]))
    .map(([key, value]) => {
      const words = NODES_IN.has(key) ? (Array.isArray(value) ? value : value.split(" ")).map(short).join(" ") : String(value);
      return `${key}=${encodeURIComponent(words)}`;
    });
  return parts.length ? `#${parts.join("&")}` : "";
}

/** @param {string} text */
const period = (text) => (/^\d{4}(-\d\d){0,2}$/.test(text) ? text : "");

/** The state that an address asks for; what it gets wrong is as at first.
 * @param {string} hash @returns {State} */
function fromHash(hash) {
  const asked = new Map(
    hash
      .slice(1)
      .split("&")
      .map((part) => /** @type {[string, string]} */ (part.split("="))),
  );
  /** @param {string} key */
  const text = (key) => {
    try {
      return decodeURIComponent(asked.get(key) ?? "");
    } catch {
      return "";
    }
  };
  /** @param {"kinds" | "relations" | "articles" | "publishers" | "sums"} key */
  const list = (key) => (asked.has(key) ? text(key).split(",").filter(Boolean) : AT_FIRST[key]);
  /** @param {string} key @param {number} most */
  const nodesIn = (key, most) => text(key).split(" ").filter(Boolean).map(full).filter(isKnown).slice(0, most);
  /** @param {string} key @param {number} most */
  const whole = (key, most) => Math.min(most, Math.max(0, Math.trunc(Number(text(key)) || 0)));
  const show = nodesIn("show", 2);
  return {
    view: Object.hasOwn(VIEWS, text("view")) ? text("view") : "map",
    show: show.join(" "),
    fact: text("fact"),
    steps: show.length === 1 ? whole("steps", 2) : 0,
    open: nodesIn("open", 50),
    way: nodesIn("way", 2).join(" "),
    tour: whole("tour", tourLength()),
    kinds: list("kinds"),
    relations: list("relations"),
    articles: list("articles"),
    publishers: list("publishers"),
    sums: list("sums"),
    from: period(text("from")),
    to: period(text("to")),
    undated: text("undated") !== "false",
    belief: Math.min(1, Math.max(0, Number(text("belief")) || 0)),
    loose: text("loose") === "true",
    ...viewsFrom(text),
  };
}

/** Change what is shown. `focus` moves the keyboard to the panel; `fly` lets the map follow.
 * @param {Partial<State>} change */
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
/** The ends of the path that is asked for; one while the other is still to be chosen. */
const ends = () => state.way.split(" ").filter(Boolean);

/** @param {State} before */
function render(before, { focus = false, fly = true } = {}) {
  renderFilters();
  renderTour(before);
  const changed = changedKeys(before).some((key) => ["show", "fact", "steps", "way", "open"].includes(key));
  draw();
  if (changed || (state.way && !state.show)) renderPanel(focus);
  renderView(before);
  if (state.view !== "map" || !fly) return;
  const opened = state.open.length > before.open.length;
  if (before.steps !== state.steps || (before.show !== state.show && state.steps)) fitAll();
  else if (state.show && (before.show !== state.show || opened)) flyTo(chosen());
  else if (before.way !== state.way && currentWay().length) fitTo(currentWay());
}

const unfold = () => {
  const before = state;
  state = fromHash(location.hash);
  render(before);
};
