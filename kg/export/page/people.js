// @ts-check
/* People and organisations, and everything else that has a name, as a plain table: it serves screen readers too. */

/** @param {string} iri @returns {any[]} the positions that somebody holds, each once, the present ones first */
function positionsOf(iri) {
  const order = ["current", "incoming", "unknown", "former"];
  const held = joined((factsAbout.get(iri) ?? []).filter((f) => f.kind === "position" && f.about[0] === iri && keepsFact(f)));
  return held.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}

/** @param {any} fact @returns {string} the position with its status, where it is not held now */
const positionLine = (fact) => (fact.status === "current" ? fact.line : `${fact.line} (${fact.status})`);

/** @param {string} iri @returns {string[]} the positions of somebody in words, each wording once */
const roleLines = (iri) => [...new Map(positionsOf(iri).map((fact) => [plain(positionLine(fact)), positionLine(fact)])).values()];

/** @param {any} profile @returns {any} */
const nodeAt = (profile) => nodeOf.get(profile.iri);

/** @param {number} share @returns {string} of 1, in percent */
const percent = (share) => (!share ? "0" : share < 0.0005 ? "< 0.1 %" : `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`);

const people = {
  title: "Who is who",
  note: "Everybody and everything that the articles name, with the positions that they give. Connections and “between others” are those of the whole network.",
  counted: /** @type {[string, string]} */ (["name", "names"]),
  all: () => byKind(),
  keeps: keepsProfile,
  iris: (/** @type {any} */ profile) => [profile.iri],
  columns: /** @type {Column[]} */ ([
    { key: "name", head: "Name", text: (p) => p.name, cell: (p) => make("span", { class: "named" }, glyph(p.kind), link(p.iri)) },
    { key: "kind", head: "Kind", text: (p) => sortOf(p.iri) },
    { key: "positions", isWide: true, head: "Positions", text: (p) => roleLines(p.iri).join("; ") },
    { key: "aliases", isWide: true, head: "Also called", text: (p) => p.aliases.join("; ") },
    { key: "mentions", head: "Mentioned", text: (p) => nodeAt(p).mentions, isNumber: true },
    { key: "articles", head: "Articles", text: (p) => nodeAt(p).articles, isNumber: true },
    { key: "degree", head: "Connections", text: (p) => nodeAt(p).degree, isNumber: true },
    { key: "betweenness", head: "Between others", text: (p) => nodeAt(p).betweenness, cell: (p) => percent(nodeAt(p).betweenness), isNumber: true },
    { key: "facts", head: "Facts", text: (p) => joined((factsAbout.get(p.iri) ?? []).filter(keepsFact)).length, isNumber: true },
    { key: "iri", head: "IRI", text: (p) => p.iri, onlyInFile: true },
  ]),
};

/* People first, then organisations and the rest, each by name. */
const byKind = once(() => {
  const order = [...kindOf.keys()];
  return [...dossier.profiles].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || collator.compare(a.name, b.name));
});
