// @ts-check
/* The legend, which is also the filter: what a box unticks disappears from the map. */

/** @typedef {"kinds" | "relations" | "articles" | "publishers" | "sums"} List a list of the state */
/** @typedef {{ value: string, sign?: Element, label: string, count: number, note?: string }} Choice */

/** @type {[HTMLInputElement, List, string][]} checkbox, the list of the state that it stands in, its value */
const boxes = [];
/** @param {string} id */
const field = (id) => /** @type {HTMLInputElement} */ (byId(id));

/** Fill a part of the legend with boxes.
 * @param {Element} place @param {List} list @param {Choice[]} entries */
function choices(place, list, entries) {
  place.append(
    ...entries.map(({ value, sign, label, count, note }) => {
      const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox" }));
      box.addEventListener("change", () => go({ [list]: box.checked ? state[list].filter((v) => v !== value) : [...state[list], value].sort() }, { fly: false }));
      boxes.push([box, list, value]);
      return make("label", { title: note }, box, sign, make("bdi", { text: label }), make("b", { text: figure(count) }));
    }),
  );
}

/** How often each key comes.
 * @template T
 * @param {Iterable<T>} items @param {(item: T) => string | number} key */
function tally(items, key) {
  /** @type {Map<string | number, number>} */
  const counts = new Map();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

function fillLegend() {
  const kinds = tally(allNodes, (n) => n.kind);
  const relations = tally(allEdges, (e) => e.relation);
  choices(
    byId("kinds"),
    "kinds",
    dossier.kinds.filter((k) => kinds.has(k.kind)).map((k) => ({ value: k.kind, sign: glyph(k.kind), label: k.legend, count: kinds.get(k.kind) ?? 0 })),
  );
  choices(
    byId("relations"),
    "relations",
    dossier.relations.filter((r) => relations.has(r.relation)).map((r) => ({ value: r.relation, sign: stroke(r.relation), label: upper(r.legend), count: relations.get(r.relation) ?? 0 })),
  );
  fillSums();
  fillDates();
  whenOpened("articles", () => {
    const facts = tally(
      dossier.facts.flatMap((f) => [...new Set(f.passages.map((p) => p.source))]),
      (number) => number,
    );
    choices(
      byId("articles"),
      "articles",
      dossier.sources.map((s, i) => ({ value: String(i), label: s.title, count: facts.get(i) ?? 0, note: [s.publisher, s.published, s.file].filter(Boolean).join(", ") })),
    );
  });
  const written = tally(dossier.sources, (s) => s.publisher);
  whenOpened("publishers", () =>
    choices(
      byId("publishers"),
      "publishers",
      publishers.map((name, i) => ({ value: String(i), label: name || "publisher not known", count: written.get(name) ?? 0 })),
    ),
  );
  partOf("publishers").hidden = publishers.length < 2;
  fillTitle();
  field("belief").addEventListener("input", () => go({ belief: Number(field("belief").value) }, { fly: false }));
  field("loose").addEventListener("change", () => go({ loose: field("loose").checked }));
  field("undated").addEventListener("change", () => go({ undated: field("undated").checked }, { fly: false }));
  byId("reset").addEventListener("click", () => {
    putBack();
    go({ ...AT_FIRST, view: state.view });
    fitAll();
  });
  byId("filter").addEventListener("click", () => openLegend(!isLegendOpen()));
}

/** What the graph holds and from which articles: how many, who published them and when where there is room, and a way to their list. */
function fillTitle() {
  const sources = dossier.sources.filter((s, i) => s.origin === i);
  const where = whereFrom(sources);
  const list = () => {
    const part = partOf("articles");
    part.open = true;
    part.scrollIntoView({ block: "nearest" });
    part.querySelector("summary")?.focus();
  };
  byId("holds").append(
    `${many(stored.factCount, "fact", "facts")} from `,
    make("button", { type: "button", class: "link", title: where, text: many(sources.length, "article", "articles"), click: list }),
    ...(where ? [make("span", { class: "where", text: `: ${where}` })] : []),
  );
}

const isLegendOpen = () => narrow.matches && byId("legend").classList.contains("open");

/** Open the legend of a narrow screen, where it lies over all else, or close it. @param {boolean} open */
function openLegend(open) {
  byId("filter").setAttribute("aria-expanded", String(open));
  byId("legend").classList.toggle("open", open);
}

/** The foldable part of the legend that an element stands in. @param {string} id */
const partOf = (id) => /** @type {HTMLDetailsElement} */ (byId(id).closest("details"));

/** Fill a part of the legend when it is opened: thousands of boxes are not made for nothing.
 * @param {string} id @param {() => void} fill */
function whenOpened(id, fill) {
  partOf(id).addEventListener(
    "toggle",
    () => {
      fill();
      renderFilters();
    },
    { once: true },
  );
}

function renderFilters() {
  for (const [box, list, value] of boxes) box.checked = !state[list].includes(value);
  field("belief").value = String(state.belief);
  byId("least").textContent = state.belief ? state.belief.toFixed(2) : "any";
  field("loose").checked = state.loose;
  field("undated").checked = state.undated;
  renderDates();
}

/* ── sums: one box per power of ten, each currency apart ── */

/** The step that a pledge's sum falls into: "GBP6" for millions of pounds, "none" without a sum. @param {string} iri */
function stepOf(iri) {
  const money = moneyOf.get(iri);
  return money?.stated ? money.currency + sumStep(money.stated) : "none";
}

function fillSums() {
  const steps = tally(
    dossier.money.filter((m) => nodeOf.has(m.iri)),
    (m) => stepOf(m.iri),
  );
  partOf("sums").hidden = steps.size < 2;
  const currencies = [...new Set(dossier.money.map((m) => m.currency).filter(Boolean))].sort();
  for (const currency of currencies) {
    const group = make("div", { role: "group", "aria-label": `Sums in ${currency}` }, make("p", { class: "soft", text: currency }));
    const present = [...steps.keys()]
      .map(String)
      .filter((step) => step.startsWith(currency))
      .sort((a, b) => Number(b.slice(3)) - Number(a.slice(3)));
    choices(
      group,
      "sums",
      present.map((step) => ({ value: step, label: sumRange(Number(step.slice(3)), currency), count: steps.get(step) ?? 0 })),
    );
    byId("sums").append(group);
  }
  if (steps.has("none")) choices(byId("sums"), "sums", [{ value: "none", label: "sum not given", count: steps.get("none") ?? 0 }]);
}
