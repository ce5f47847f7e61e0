// @ts-check
/* Who said what: quotations by person, by topic, or as a table; quoted and reported words apart. */

const GROUPINGS = /** @type {[string, string][]} */ ([
  ["", "By person"],
  ["topic", "By topic"],
  ["table", "As a table"],
]);
const ORDERS = /** @type {[string, string][]} */ ([
  ["", "most statements first"],
  ["name", "by name"],
]);
/** @type {Record<string, string>} */
const HOW = { direct: "quoted", mixed: "partly quoted", indirect: "reported" };

/** @param {any} fact @returns {string[]} what a statement is about: whom and what its words name */
const topicsOf = (fact) => fact.about.slice(1);

/** @param {any} fact @returns {string} the present roles of who says it */
const rolesOf = (fact) => (fact.about[0] ? roleLines(fact.about[0]).join("; ") : "");

/** @param {any} fact @returns {HTMLElement} the words as a button that shows them in their article */
const wordsOf = (fact) => make("button", { type: "button", class: "words", text: fact.line, click: () => go({ show: fact.about.find(Boolean) ?? "", fact: lastPart(fact.iri) }, { focus: true }) });

/** @param {any} fact @returns {HTMLElement} */
const where = (fact) => sourceLine(dossier.sources[fact.passages[0].source], fact.passages[0].place);

/** @param {string[]} iris @returns {HTMLElement} links, with commas */
const linksTo = (iris) => make("span", {}, ...iris.flatMap((iri, i) => [i ? ", " : "", link(iri)]));

/**
 * The statements of a person or on a topic, the quoted ones first.
 * @param {string} iri whose, or on what; "" where whoever says it, or what they speak of, has no name
 * @param {any[]} facts
 * @param {boolean} byTopic
 * @returns {HTMLElement}
 */
function sayings(iri, facts, byTopic) {
  const line = (/** @type {any} */ fact) =>
    make(
      "li",
      { "data-iris": fact.about.join(" ") },
      fact.about[0] ? (byTopic ? make("span", {}, link(fact.about[0], fact.subject), " ") : "") : make("span", {}, make("bdi", { text: fact.subject }), " "),
      wordsOf(fact),
      make("span", { class: "after" }, where(fact), !byTopic && topicsOf(fact).length ? make("span", { class: "topics" }, "on ", linksTo(topicsOf(fact))) : null),
    );
  const parts = Object.entries(HOW)
    .map(([how, title]) => ({ title: upper(title), some: facts.filter((fact) => fact.status === how) }))
    .filter(({ some }) => some.length);
  const roles = iri && !byTopic ? roleLines(iri).join("; ") : iri ? sortOf(iri) : "";
  return make(
    "section",
    { class: "sayings", "data-iris": iri },
    make(
      "h3",
      {},
      iri ? glyph(kindOfNode(iri)) : null,
      iri ? link(iri) : byTopic ? "Names nobody and nothing" : "Without a name",
      make("span", { class: "soft", text: many(facts.length, "statement", "statements") }),
    ),
    roles ? make("p", { class: "soft", text: roles }) : null,
    ...parts.flatMap(({ title, some }) => [make("h4", { text: `${title} (${some.length})` }), make("ul", {}, ...some.map(line))]),
  );
}

/** @param {any[]} facts @returns {HTMLElement[]} a part per person or topic, in the order that the state asks for; those without a name last */
function grouped(facts) {
  const byTopic = state.by === "topic";
  const groups = new Map();
  for (const fact of facts) {
    const keys = byTopic ? (topicsOf(fact).length ? topicsOf(fact) : [""]) : [fact.about[0] ?? ""];
    for (const key of keys) gather(groups, key, fact);
  }
  const byCount = (/** @type {any[]} */ some, /** @type {any[]} */ others) => (state.order === "name" ? 0 : others.length - some.length);
  const order = [...groups].sort(([a, some], [b, others]) => Number(!a) - Number(!b) || byCount(some, others) || collator.compare(nameOf(a), nameOf(b)));
  let room = most;
  const drawn = [];
  for (const [key, some] of order) {
    if (room <= 0) break;
    drawn.push(sayings(key, some, byTopic));
    room -= some.length;
  }
  const rest = order.length - drawn.length;
  if (!drawn.length) return [make("p", { class: "note", text: "No statement was read in these articles, or none is left by the filters." })];
  return [make("div", { class: "sheets" }, ...drawn), ...(rest > 0 ? [more(rest)] : [])];
}

const said = {
  title: "Who said what",
  note: "Quoted words stand in quotation marks; what is reported is in the words of the article. A statement is about whom and what its words name.",
  counted: /** @type {[string, string]} */ (["statement", "statements"]),
  all: () => statements(),
  keeps: (/** @type {any} */ fact) => keepsFact(fact) && (!state.how || fact.status === state.how),
  iris: (/** @type {any} */ fact) => fact.about,
  controls: () => [
    choiceOf("by", "Show", GROUPINGS, state.by),
    ...(state.by === "table" ? [] : [choiceOf("order", "Order", ORDERS, state.order)]),
    choiceOf("how", "Words", [["", "quoted and reported"], ...Object.entries(HOW)], state.how),
  ],
  instead: (/** @type {any[]} */ facts) => (state.by === "table" ? null : grouped(facts)),
  columns: /** @type {Column[]} */ ([
    { key: "who", head: "Who", text: (f) => f.subject, cell: (f) => (f.about[0] ? link(f.about[0], f.subject) : f.subject) },
    { key: "roles", isWide: true, head: "Roles", text: rolesOf },
    { key: "how", head: "How", text: (f) => HOW[f.status] },
    { key: "what", isWide: true, head: "Words", text: (f) => f.line, cell: wordsOf },
    { key: "about", head: "About", text: (f) => topicsOf(f).map(nameOf).join("; "), cell: (f) => linksTo(topicsOf(f)) },
    { key: "article", isWide: true, head: "Article", text: (f) => dossier.sources[f.passages[0].source].title, cell: where },
    { key: "date", head: "Date", text: (f) => dossier.sources[f.passages[0].source].published },
    { key: "belief", head: "Belief", text: (f) => f.belief, cell: (f) => f.belief.toFixed(2), isNumber: true },
    { key: "iri", head: "IRI", text: (f) => f.iri, onlyInFile: true },
  ]),
};

const statements = once(() => dossier.facts.filter((fact) => fact.kind === "statement"));
