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
  for (const a of heldBy(iri)) gather(by, relationOf.get(`stance-${a.tone}`).legend, nameOf(a.target));
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

/**
 * The names of one cell in rows that fill its width.
 * @param {any[]} profiles
 * @param {number} width
 */
function packed(profiles, width) {
  const isTight = width < 150; // two lines per name
  const high = isTight ? 40 : 28;
  let [x, y] = [0, 0];
  const spots = profiles.map((profile) => {
    const value = printed(measured(profile));
    const room = width - 30;
    const name = fitted(profile.name, isTight ? room : room - widthOf(value, 11.5) - 6, 13);
    const lines = isTight && name.endsWith("…") ? halves(profile.name, room) : [name];
    const wide = isTight ? width : 24 + widthOf(name, 13) + 6 + widthOf(value, 11.5) + 14;
    if (x && x + wide > width) [x, y] = [0, y + high];
    const spot = { profile, lines, value: isTight ? "" : value, x, y, wide: Math.min(wide, width) };
    x += wide;
    return spot;
  });
  return { spots, high, height: profiles.length ? y + high : 0 };
}

/** @param {string} name @param {number} room @returns {string[]} the name in two lines */
function halves(name, room) {
  const parts = drawable(name).split(" ");
  let first = parts.shift() ?? "";
  while (parts.length && widthOf(`${first} ${parts[0]}`, 12) <= room) first += ` ${parts.shift()}`;
  return parts.length ? [fitted(first, room, 12), fitted(parts.join(" "), room, 12)] : [fitted(first, room, 12)];
}

/**
 * The grid.
 * @param {any[]} profiles those with a stance
 * @param {number} width
 * @returns {HTMLElement}
 */
function gridChart(profiles, width) {
  const lanes = profiles.map((p) => laneOf(measured(p)));
  const [lowest, highest] = [Math.min(...lanes), Math.max(...lanes)];
  const axis = Math.max(...Array.from({ length: highest - lowest + 1 }, (_, i) => widthOf(laneName(lowest + i), 12))) + 32;
  const columns = TONES.map(([tone, title, relation]) => ({
    tone,
    title,
    ink: tone === "neutral" ? tints().edge : inkOf(relationOf.get(relation)),
    some: profiles.filter((p) => toneOf(p.iri) === tone),
    left: 0,
    width: 0,
  }));
  const plot = Math.min(width, 1500) - axis;
  const least = Math.min(92, plot / 4);
  const shares = columns.map(({ some }) => Math.sqrt(some.length));
  const all = shares.reduce((a, b) => a + b, 0);
  let left = axis;
  columns.forEach((column, i) => {
    column.left = left;
    column.width = least + ((plot - 4 * least) * shares[i]) / all;
    left += column.width;
  });
  const top = 44;
  let y = top;
  const grounds = [];
  const rules = [];
  const dots = [];
  for (let lane = highest; lane >= lowest; lane -= 1) {
    const cells = columns.map((column) => ({
      column,
      ...packed(
        column.some.filter((p) => laneOf(measured(p)) === lane).sort((a, b) => measured(b) - measured(a) || collator.compare(a.name, b.name)),
        column.width - 12,
      ),
    }));
    const high = Math.max(22, ...cells.map((cell) => cell.height + 10));
    rules.push(
      shape("path", { d: `M${round(axis)} ${round(y + high)}H${round(left)}`, stroke: tints().line }),
      words(laneName(lane), axis - 8, y + high / 2 + 4, { px: 12, soft: true, anchor: "end" }),
    );
    for (const { column, spots, high: row } of cells) for (const spot of spots) dots.push(dotOf(spot, column.left + 6 + spot.x, y + 5 + spot.y, row));
    y += high;
  }
  for (const { title, ink, some, left: x, width: wide } of columns) {
    grounds.push(shape("rect", { x: round(x + 1), y: top, width: round(wide - 2), height: round(y - top), fill: ink, "fill-opacity": isDark() ? 0.12 : 0.06 }));
    grounds.push(shape("rect", { x: round(x + 1), y: top - 3, width: round(wide - 2), height: 3, fill: ink }));
    grounds.push(
      words(fitted(title, wide - 2, wide < 92 ? 12 : 13, true), x + wide / 2, 17, { px: wide < 92 ? 12 : 13, bold: true, anchor: "middle" }),
      words(String(some.length), x + wide / 2, 34, { px: 12, soft: true, anchor: "middle" }),
    );
  }
  const target = towards() ? nameOf(towards()) : "all that they speak for or against";
  const foot = words(fitted(`Stance towards ${target}`, plot, 12), axis + plot / 2, y + 20, { px: 12, soft: true, anchor: "middle" });
  const measure = MEASURES[/** @type {keyof typeof MEASURES} */ (state.measure)];
  const side = shape("g", { transform: `translate(12 ${round(y)}) rotate(-90)` }, words(fitted(`${measure.title} →`, y, 12), 0, 0, { px: 12, soft: true }));
  return chart(`Stance and influence: ${measure.title.toLowerCase()}`, `Upwards: ${measure.note}. Mixed: in two minds, or for one and against another.`, left, y + 28, [
    ...grounds,
    ...rules,
    side,
    foot,
    ...dots,
  ]);
}

/**
 * One name of the grid with its sign.
 * @param {any} spot
 * @param {number} x
 * @param {number} y
 * @param {number} high
 * @returns {SVGElement}
 */
function dotOf(spot, x, y, high) {
  const { profile, lines, value, wide } = spot;
  const middle = y + high / 2;
  const texts = lines.length > 1 ? lines.map((/** @type {string} */ line, /** @type {number} */ i) => words(line, x + 22, middle - 3 + 14 * i, { px: 12 })) : [words(lines[0], x + 22, middle + 4.5)];
  if (value) texts.push(words(value, x + 22 + widthOf(lines[0], 13) + 6, middle + 4.5, { px: 11.5, soft: true }));
  const hit = shape("rect", { x: round(x), y: round(y + 1), width: round(wide - 4), height: high - 2, rx: 5, fill: "transparent" });
  const label = `${profile.name}: ${stanceLine(profile.iri)}; ${MEASURES[/** @type {keyof typeof MEASURES} */ (state.measure)].title.toLowerCase()} ${printed(measured(profile))}`;
  return handle(profile.iri, label, hit, sign(profile.kind, x + 11, middle, 6), ...texts);
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
  columns: [
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
  ],
};
