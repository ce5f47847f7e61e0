// @ts-check
/* What stands in the file, read back: rows under named columns become objects, numbers become IRIs. No request leaves the file. */

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @param {string} id */
const read = (id) => JSON.parse(byId(id).textContent ?? "");

const stored = read("dossier");
/** What the articles say is most of a large page: it is read when somebody asks. */
const told = once(() => read("facts"));
/** @type {string[]} */
const iris = stored.iris.map((/** @type {string} */ name) => stored.base + name);

/** @template T
 * @param {{ fields: string[], rows: any[][] }} table @param {(made: any) => void} mend
 * @returns {T[]} */
function unpacked({ fields, rows }, mend) {
  return rows.map((cells) => {
    /** @type {Record<string, any>} */
    const made = {};
    for (const [i, field] of fields.entries()) made[field] = cells[i];
    mend(made);
    return /** @type {any} */ (made);
  });
}

/** @param {string} id */
const factIri = (id) => `${stored.base}fact/${id}`;

/** @param {[number, number, number, number, number, string?]} stored where it stands: article, text, start and end in it, start in the document, place in the original @returns {Passage} */
function passageOf([source, text, start, end, at, place = ""]) {
  const whole = told().texts[text];
  return { source, before: whole.slice(0, start), words: whole.slice(start, end), after: whole.slice(end), at, place };
}

/** @type {() => Fact[]} */
const facts = once(() =>
  unpacked(told().facts, (made) => {
    made.iri = factIri(made.iri);
    made.about = made.about.map((/** @type {number} */ number) => iris[number] ?? "");
    made.passages = made.passages.map(passageOf);
  }),
);

/** Who and what the statements of a sum name, as one text and one by one. */
const ENDS = /** @type {const} */ ({ payer: "payers", announcer: "announcers", recipient: "recipients", occasion: "occasions" });

/** @type {Dossier} */
const dossier = {
  base: stored.base,
  aside: stored.aside,
  kinds: stored.kinds,
  relations: stored.relations,
  story: stored.story.map((/** @type {any} */ step) => ({ ...step, focus: step.focus.map((/** @type {number} */ number) => iris[number]) })),
  sources: unpacked(stored.sources, () => {}),
  profiles: unpacked(stored.profiles, (made) => (made.iri = iris[made.iri])),
  money: unpacked(stored.money, (made) => {
    made.iri = iris[made.iri];
    made.statements = made.statements.map(factIri);
    made.unsure = made.unsure.map(factIri);
    for (const [one, some] of Object.entries(ENDS)) {
      made[some] = made[some].map((/** @type {[string, number?]} */ [name, number]) => ({ name, iri: number === undefined ? "" : iris[number] }));
      made[one] = made[some].map((/** @type {Named} */ { name }) => name).join("; ");
    }
  }),
  get facts() {
    return facts();
  },
};

const kindOf = new Map(dossier.kinds.map((k) => [k.kind, k]));
const relationOf = new Map(dossier.relations.map((r) => [r.relation, r]));
const profileOf = new Map(dossier.profiles.map((p) => [p.iri, p]));
const moneyOf = new Map(dossier.money.map((m) => [m.iri, m]));
const publishers = [...new Set(dossier.sources.map((s) => s.publisher))].sort();

/* ── things and lines: the core, which pyvis holds, then the rest, each by weight ── */

/** @type {Thing[]} */
const allNodes = [...read("nodes"), ...unpacked(stored.nodes, (made) => (made.id = iris[made.id]))];
allNodes.forEach((node, order) => {
  node.order = order;
  node.name = node.label;
  node.lines = [];
  node.shape = kindOf.get(node.kind)?.shape ?? "dot";
});
const coreCount = allNodes.length - stored.nodes.rows.length;

/* A screen that stands on its short side shows the map turned and drawn out to fill it; its things are larger, for fingers. */
if (innerHeight > 1.25 * innerWidth) for (const n of allNodes) [n.x, n.y, n.size] = [n.y * 1.1, n.x * 1.15, n.size * 1.3];

const nodeOf = new Map(allNodes.map((n) => [n.id, n]));

/** @type {Line[]} those whose weaker end weighs most come first */
const allEdges = [
  ...read("edges"),
  ...unpacked(stored.edges, (made) => {
    made.from = iris[made.source];
    made.to = iris[made.target];
  }),
];
const nobody = /** @type {Thing} */ (/** @type {unknown} */ ({ order: allNodes.length, lines: [] }));
for (const edge of allEdges) {
  edge.ends = [nodeOf.get(edge.from) ?? nobody, nodeOf.get(edge.to) ?? nobody];
  edge.order = Math.max(edge.ends[0].order, edge.ends[1].order);
}
allEdges.sort((a, b) => a.order - b.order || a.id.length - b.id.length || (a.id < b.id ? -1 : 1));
for (const edge of allEdges) for (const node of edge.ends) node.lines.push(edge);

/** The lines at a node, by its IRI; nothing where there is none. */
const edgesAt = {
  /** @param {string} iri */
  get: (iri) => (edgesAt.has(iri) ? nodeOf.get(iri)?.lines : undefined),
  /** @param {string} iri */
  has: (iri) => Boolean(nodeOf.get(iri)?.lines.length),
};

const factsBy = once(() => {
  /** @type {Map<string, Fact[]>} */
  const by = new Map();
  for (const fact of dossier.facts) for (const iri of fact.about) gather(by, iri, fact);
  return by;
});
/** The facts about a node, by its IRI; nothing where there is none. */
const factsAbout = {
  /** @param {string} iri */
  get: (iri) => factsBy().get(iri),
};

/** The articles, by number, that speak of a line. @param {Line} edge */
const sourcesOf = (edge) => (edge.sources ??= [...new Set(edge.facts.flatMap((n) => dossier.facts[n].passages.map((p) => p.source)))]);

/** The articles, by number, that say something of a thing. @param {Thing} node */
const sourcesAbout = (node) => (node.sources ??= [...new Set((factsAbout.get(node.id) ?? []).flatMap((f) => f.passages.map((p) => p.source)))]);

/** @param {Fact[]} facts */
const articlesOf = (facts) => new Set(facts.flatMap((fact) => fact.passages.map((p) => dossier.sources[p.source].origin))).size;

/* ── what things are called ── */

/** @param {Money} m */
const sumOf = (m) => (m.stated === null ? m.surface : sum(m.stated, m.currency) + (m.is_per_year ? " a year" : ""));
/** @param {Money} m */
const statusOf = (m) => [spaced(m.status), m.newness === "unstated" ? "" : m.newness, m.is_disputed ? "disputed" : ""].filter(Boolean).join(", ");
/** @param {Money} m */
const moneyLabel = (m) => (m.recipient ? `${sumOf(m)} for ${m.recipient}` : m.purpose ? `${sumOf(m)} ${m.purpose}` : sumOf(m));

/** @param {string} iri @returns {string} */
function nameOf(iri) {
  const money = moneyOf.get(iri);
  return profileOf.get(iri)?.name ?? (money ? moneyLabel(money) : iri);
}

/** @param {string} iri */
function sortOf(iri) {
  const profile = profileOf.get(iri);
  const money = moneyOf.get(iri);
  if (profile) return [profile.kind, spaced(profile.sort)].filter(Boolean).join(", ");
  return money ? `money, ${statusOf(money)}` : "";
}

/** @param {string} iri */
const kindOfNode = (iri) => profileOf.get(iri)?.kind ?? "pledge";
