// @ts-check
/* The stakeholder grid: stance against influence. Whoever said nothing for or against is listed apart, never placed as neutral. */

/** @type {Record<string, string>} */
const TONE = {
  "stance-supportive": "supportive",
  supports: "supportive",
  agrees_with: "supportive",
  "stance-critical": "critical",
  criticises: "critical",
  campaigns_against: "critical",
  "stance-mixed": "mixed",
  "stance-neutral": "neutral",
};
const TONES = /** @type {[string, string, string][]} */ ([
  ["critical", "Critical", "stance-critical"],
  ["mixed", "Mixed", "stance-mixed"],
  ["neutral", "Neutral", "stance-neutral"],
  ["supportive", "Supportive", "stance-supportive"],
]);
const STEPS = [0, 1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]; // where a lane of counts begins
const SHARES = [0, 0.0001, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5]; // where a lane of shares begins

/** @typedef {{ holder: string, target: string, tone: string, fact: any }} Attitude */

/* Every stance, and every relation that is for or against somebody, of a person or an organisation. */
const attitudes = once(() =>
  dossier.facts.flatMap((fact) => {
    const [holder, target] = fact.about;
    const tone = (relationsOf().get(fact.iri) ?? []).map((/** @type {string} */ relation) => TONE[relation]).find(Boolean);
    return tone && target && ["person", "organisation"].includes(kindOfNode(holder)) ? [{ holder, target, tone, fact }] : [];
  }),
);
const attitudesOf = once(() => {
  const by = new Map();
  for (const attitude of attitudes()) gather(by, attitude.holder, attitude);
  return by;
});

/** @returns {string} the IRI that the stance is towards, "" for everything */
const towards = () => (attitudes().some((/** @type {Attitude} */ a) => short(a.target) === state.towards) ? full(state.towards) : "");

/** @param {string} iri @returns {Attitude[]} the stances of somebody that count now */
const heldBy = (iri) => (attitudesOf().get(iri) ?? []).filter((/** @type {Attitude} */ a) => keepsFact(a.fact) && (!towards() || a.target === towards()));

/** @param {string} iri @returns {string} one word for all its stances; "mixed" for one of both kinds */
function toneOf(iri) {
  const tones = new Set(heldBy(iri).map((a) => a.tone));
  if (tones.has("mixed") || (tones.has("supportive") && tones.has("critical"))) return "mixed";
  return ["supportive", "critical"].find((tone) => tones.has(tone)) ?? "neutral";
}

/** @param {string} iri @returns {string} its stances in words: critical of A; supportive of B */
function stanceLine(iri) {
  const by = new Map();
  for (const a of heldBy(iri)) gather(by, relationOf.get(`stance-${a.tone}`)?.legend, nameOf(a.target));
  return [...by].map(([tone, names]) => `${tone} ${[...new Set(names)].join(", ")}`).join("; ");
}

/** @param {any} profile @returns {number} */
const measured = (profile) => nodeAt(profile)[state.measure];

/** @param {number} value @returns {string} */
const printed = (value) => (state.measure === "betweenness" ? percent(value) : value.toLocaleString("en-GB"));

/** @returns {number[]} where the lanes begin */
const laneStarts = () => (state.measure === "betweenness" ? SHARES : STEPS);

/** @param {number} value @returns {number} the number of the lane, from the lowest */
const laneOf = (value) => laneStarts().findLastIndex((start) => value >= start);

/** @param {number} lane @returns {string} from what to what a lane goes */
function laneName(lane) {
  const [start, next] = [laneStarts()[lane], laneStarts()[lane + 1]];
  if (state.measure === "betweenness") return lane === 0 ? "0" : lane === 1 ? "under 1 %" : next ? `${100 * start}–${100 * next} %` : `over ${100 * start} %`;
  return next === undefined ? `${start}+` : next - start > 1 ? `${start}–${next - 1}` : String(start);
}

/** @returns {HTMLElement[]} the people and organisations of whom no stance was read */
function silent() {
  const some = byKind().filter((p) => ["person", "organisation"].includes(p.kind) && keepsProfile(p) && !heldBy(p.iri).length);
  if (!some.length) return [];
  some.sort((a, b) => measured(b) - measured(a) || collator.compare(a.name, b.name));
  const about = towards() ? ` towards ${nameOf(towards())}` : "";
  const items = some.slice(0, most).map((p) => make("li", { "data-iris": p.iri }, glyph(p.kind), link(p.iri), make("span", { class: "soft", text: printed(measured(p)) })));
  return [
    make("h3", { text: `No stance${about} was read (${some.length.toLocaleString("en-GB")})` }),
    make("p", { class: "note", text: "They stand on no side here, which is not the same as neutral. The number is the same measure as in the grid." }),
    make("ul", { class: "apart" }, ...items),
    ...(some.length > most ? [more(some.length - most)] : []),
  ];
}

/** @returns {[string, string][]} towards whom or what a stance is held, the most frequent first */
function targets() {
  const by = new Map();
  for (const a of attitudes().filter((/** @type {Attitude} */ one) => keepsFact(one.fact))) gather(by, a.target, a.holder);
  const order = [...by].map(([iri, holders]) => ({ iri, count: new Set(holders).size })).sort((a, b) => b.count - a.count || collator.compare(nameOf(a.iri), nameOf(b.iri)));
  return [["", "everybody and everything"], ...order.map(({ iri, count }) => /** @type {[string, string]} */ ([short(iri), `${fitted(nameOf(iri), 300, 14)} (${count})`]))];
}

const grid = {
  title: "Stakeholder grid",
  note: "Who is for and who is against, and how much weight they have in these articles. A stance is what somebody said in so many words, or a relation that is for or against: supports, agrees with, criticises, campaigns against.",
  counted: /** @type {[string, string]} */ (["person or organisation with a stance", "people and organisations with a stance"]),
  all: () => byKind().filter((p) => attitudesOf().has(p.iri)),
  keeps: (/** @type {any} */ p) => keepsProfile(p) && heldBy(p.iri).length > 0,
  iris: (/** @type {any} */ p) => [p.iri, ...heldBy(p.iri).map((a) => a.target)],
  controls: () => [
    choiceOf("towards", "Stance towards", targets(), state.towards),
    choiceOf(
      "measure",
      "Influence",
      Object.entries(MEASURES).map(([key, { title }]) => /** @type {[string, string]} */ ([key, title.toLowerCase()])),
      state.measure,
    ),
  ],
  charts: (/** @type {any[]} */ items, /** @type {number} */ width) => (items.length ? [gridChart(items, width)] : []),
  below: () => silent(),
  columns: /** @type {Column[]} */ ([
    { key: "name", head: "Name", text: (p) => p.name, cell: (p) => make("span", { class: "named" }, glyph(p.kind), link(p.iri)) },
    { key: "kind", head: "Kind", text: (p) => sortOf(p.iri) },
    { key: "tone", head: "Stands", text: (p) => toneOf(p.iri), by: (p) => TONES.findIndex(([tone]) => tone === toneOf(p.iri)) },
    { key: "stance", head: "Stance", isWide: true, text: (p) => stanceLine(p.iri) },
    ...Object.entries(MEASURES).map(([key, { title }]) => ({
      key,
      head: title,
      isNumber: true,
      text: (/** @type {any} */ p) => nodeAt(p)[key],
      cell: (/** @type {any} */ p) => (key === "betweenness" ? percent(nodeAt(p)[key]) : String(nodeAt(p)[key])),
    })),
    { key: "iri", head: "IRI", text: (p) => p.iri, onlyInFile: true },
  ]),
};
