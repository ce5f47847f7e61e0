// @ts-check
/* What the filters leave: one answer for the map and for every other way to look. */

/**
 * Whether the filters leave this article.
 * @param {number} number index into the sources
 * @returns {boolean}
 */
function isHeard(number) {
  const { published, publisher } = dossier.sources[number];
  if (state.articles.includes(String(number)) || state.publishers.includes(String(publishers.indexOf(publisher)))) return false;
  if (!published) return state.undated;
  return (!state.from || published >= state.from.slice(0, published.length)) && (!state.to || published.slice(0, state.to.length) <= state.to);
}

/**
 * @typedef {object} Sieve the filters as sets
 * @property {State | null} of
 * @property {Set<number> | null} heard the articles that are left; null for all
 * @property {Set<string>} kinds
 * @property {Set<string>} relations
 * @property {Set<string>} sums
 */
/** @type {Sieve} */
let sieve = { of: null, heard: null, kinds: new Set(), relations: new Set(), sums: new Set() };

/** The filters as sets, made once per state. */
function sieved() {
  if (sieve.of !== state) {
    const hearsAll = !(state.articles.length || state.publishers.length || state.from || state.to || !state.undated);
    const heard = hearsAll ? null : new Set(dossier.sources.map((_, number) => number).filter((number) => [number, ...dossier.sources[number].also].some(isHeard)));
    sieve = { of: state, heard, kinds: new Set(state.kinds), relations: new Set(state.relations), sums: new Set(state.sums) };
  }
  return sieve;
}

/** @param {() => number[]} sources asked only where it matters @returns {boolean} whether one of the articles is left; what stands in no fact is never left out */
function isTold(sources) {
  const { heard } = sieved();
  if (!heard) return true;
  const known = sources();
  return !known.length || known.some((number) => heard.has(number));
}

/** @param {Thing} node @returns {boolean} whether the filters leave the thing, whatever it is joined with */
const keepsNode = (node) => !sieved().kinds.has(node.kind) && !(sieved().sums.size && node.kind === "pledge" && sieved().sums.has(stepOf(node.id))) && isTold(() => sourcesAbout(node));

/** @param {Line} line @returns {boolean} whether the filters leave the relation, whatever they do to its ends */
const keepsRelation = (line) => !sieved().relations.has(line.relation) && line.belief >= state.belief && isTold(() => sourcesOf(line));

/* The relations that a fact draws. What somebody speaks of is hidden at first to keep the map clear: it leaves no statement out. */
const relationsOf = once(() => {
  /** @type {Map<string, string[]>} */
  const by = new Map();
  for (const line of allEdges) if (line.relation !== "speaks_of") for (const number of line.facts) gather(by, dossier.facts[number].iri, line.relation);
  return by;
});

/** @param {any} fact @returns {boolean} whether the filters leave the fact: its article, its subject, one of its relations, its belief */
function keepsFact(fact) {
  if (fact.belief < state.belief || !isTold(() => fact.passages.map((/** @type {Passage} */ p) => p.source))) return false;
  if (fact.about[0] && sieved().kinds.has(kindOfNode(fact.about[0]))) return false;
  const relations = relationsOf().get(fact.iri) ?? [];
  return !relations.length || relations.some((relation) => !sieved().relations.has(relation));
}

/** @param {any} money @returns {boolean} whether the filters leave the sum: one statement that surely speaks of it */
const keepsMoney = (money) => keepsNode(nodeOf.get(money.iri) ?? nobody) && (factsAbout.get(money.iri) ?? []).some((fact) => money.statements.includes(fact.iri) && keepsFact(fact));

/** @param {any} profile @returns {boolean} */
const keepsProfile = (profile) => keepsNode(nodeOf.get(profile.iri) ?? nobody);
