/* What the filters leave: one answer for the map and for every other way to look. */

/**
 * Whether the filters leave this article; one without a date falls out of every range of dates.
 * @param {number} number index into the sources
 * @returns {boolean}
 */
function isHeard(number) {
  const { published, publisher } = dossier.sources[number];
  if (state.articles.includes(String(number)) || state.publishers.includes(String(publishers.indexOf(publisher)))) return false;
  const since = !state.from || (published && published >= state.from.slice(0, published.length));
  const until = !state.to || (published && published.slice(0, state.to.length) <= state.to);
  return Boolean(since && until);
}

/** @type {{ of: any, heard: Set<number>, kinds: Set<string>, relations: Set<string> }} */
let sieve = { of: null, heard: new Set(), kinds: new Set(), relations: new Set() };

/** The filters as sets, made once per state. */
function sieved() {
  if (sieve.of !== state) {
    const heard = new Set(dossier.sources.map((_, number) => number).filter(isHeard));
    sieve = { of: state, heard, kinds: new Set(state.kinds), relations: new Set(state.relations) };
  }
  return sieve;
}

/** @param {number[]} sources @returns {boolean} whether one of the articles is left; what stands in no fact is never left out */
const isTold = (sources) => !sources.length || sources.some((number) => sieved().heard.has(number));

/** @param {any} node @returns {boolean} whether the filters leave the thing, whatever it is joined with */
const keepsNode = (node) => !sieved().kinds.has(node.kind) && isTold(node.sources);

/** @param {any} line @returns {boolean} whether the filters leave the relation and both its ends */
const keepsLine = (line) =>
  !sieved().relations.has(line.relation) && line.belief >= state.belief && isTold(line.sources) && keepsNode(nodeOf.get(line.from)) && keepsNode(nodeOf.get(line.to));

/* The relations that a fact draws. What somebody speaks of is hidden at first to keep the map clear: it leaves no statement out. */
const relationsOf = new Map();
for (const line of allEdges) if (line.relation !== "speaks_of") for (const number of line.facts) gather(relationsOf, dossier.facts[number].iri, line.relation);

/** @param {any} fact @returns {boolean} whether the filters leave the fact: its article, its subject, one of its relations, its belief */
function keepsFact(fact) {
  if (fact.belief < state.belief || !isTold(fact.passages.map((p) => p.source))) return false;
  if (fact.about.length && sieved().kinds.has(kindOfNode(fact.about[0]))) return false;
  const relations = relationsOf.get(fact.iri) ?? [];
  return !relations.length || relations.some((relation) => !sieved().relations.has(relation));
}

/** @param {any} money @returns {boolean} whether the filters leave the sum: one statement that surely speaks of it */
const keepsMoney = (money) => keepsNode(nodeOf.get(money.iri)) && (factsAbout.get(money.iri) ?? []).some((fact) => money.statements.includes(fact.iri) && keepsFact(fact));

/** @param {any} profile @returns {boolean} */
const keepsProfile = (profile) => keepsNode(nodeOf.get(profile.iri));
