// @ts-check
/* The pledge ledger: one row is one sum of money, however many articles speak of it. */

/** @param {any} money @returns {any[]} the statements that surely speak of it, as far as the filters leave them */
const statementsOf = (money) => (factsAbout.get(money.iri) ?? []).filter((fact) => money.statements.includes(fact.iri) && keepsFact(fact));

/**
 * What is promised, per currency: each promise once; manifesto sums and yearly sums apart; needs and requests never.
 * @param {any[]} items
 * @returns {HTMLElement}
 */
function totals(items) {
  const added = new Map();
  for (const m of items.filter((one) => one.counts)) {
    const key = JSON.stringify([m.status === "manifesto" ? "in manifestos" : "promised", m.is_per_year ? " a year" : "", m.currency]);
    const before = added.get(key) ?? { stated: 0, count: 0 };
    added.set(key, { stated: before.stated + m.stated, count: before.count + 1 });
  }
  const rows = [...added]
    .sort(([a, one], [b, other]) => Number(a.includes("manifesto")) - Number(b.includes("manifesto")) || other.count - one.count || (a < b ? 1 : -1))
    .map(([key, { stated, count }]) => {
      const [what, per, currency] = JSON.parse(key);
      return make("li", {}, make("b", { text: sum(stated, currency) + per }), `${what}, in ${many(count, "sum", "sums")}`);
    });
  return make("ul", { class: "totals" }, ...rows);
}

const ledger = {
  title: "Pledges and other funding",
  note: "One row is one sum of money, however many articles speak of it. Totals count each promise once; manifesto money stands apart; needs, requests, existing, spent and disputed money are never added. A sum may be part of another.",
  counted: /** @type {[string, string]} */ (["sum", "sums"]),
  all: () => bySum,
  keeps: keepsMoney,
  iris: (/** @type {any} */ m) => [m.iri, ...new Set((factsAbout.get(m.iri) ?? []).flatMap((fact) => fact.about).filter((iri) => iri !== m.iri))],
  charts: (/** @type {any[]} */ items, /** @type {number} */ width) => ledgerCharts(items, width),
  columns: /** @type {Column[]} */ ([
    { key: "sum", head: "Sum", text: sumOf, cell: (m) => link(m.iri, m.stated === null ? "not given" : sumOf(m)), by: (m) => m.stated, isNumber: true },
    { key: "status", head: "Status", text: statusOf },
    { key: "payer", head: "Who pays", text: (m) => m.payer, cell: (m) => (m.payer ? linked(m.payers) : unsaid()) },
    { key: "announcer", head: "Who says so", text: (m) => m.announcer, cell: (m) => (m.announcer ? linked(m.announcers) : "") },
    { key: "recipient", head: "For", text: (m) => m.recipient, cell: (m) => (m.recipient ? linked(m.recipients) : unsaid()) },
    { key: "purpose", isWide: true, head: "Purpose", text: (m) => m.purpose, cell: (m) => purposeOf(m) },
    {
      key: "period",
      head: "Period, occasion",
      text: (m) => [m.period, m.occasion].filter(Boolean).join("; "),
      cell: (m) => make("span", {}, m.period, m.period && m.occasion ? ", " : "", m.occasion ? linked(m.occasions) : ""),
    },
    { key: "counts", head: "In the totals", text: (m) => (m.counts ? "yes" : `no: ${whyNot(m)}`) },
    { key: "articles", head: "Articles", text: (m) => articlesOf(statementsOf(m)), isNumber: true },
    { key: "amount", head: "Amount", text: (m) => m.stated, onlyInFile: true },
    { key: "currency", head: "Currency", text: (m) => m.currency, onlyInFile: true },
    { key: "yearly", head: "Per year", text: (m) => (m.is_per_year ? "yes" : "no"), onlyInFile: true },
    { key: "words", head: "Words", text: (m) => oneLine(statementsOf(m)[0]?.passages[0].words ?? ""), onlyInFile: true },
    { key: "source", head: "Article", text: (m) => sourceText(statementsOf(m)[0]), onlyInFile: true },
    { key: "iri", head: "IRI", text: (m) => m.iri, onlyInFile: true },
  ]),
};

/** @param {any} money @returns {Node | string} what it is for; where no sum is given, the words that stand for it before that */
const purposeOf = (money) => (money.stated === null ? make("span", {}, make("q", { text: money.surface }), money.purpose ? ` ${money.purpose}` : "") : money.purpose);

/** @returns {HTMLElement} what stands where the articles do not say it */
const unsaid = () => make("span", { class: "soft", text: "not said" });

/** @param {any} fact @returns {string} the article of a fact: title, publisher, date */
function sourceText(fact) {
  if (!fact) return "";
  const { title, publisher, published, file } = dossier.sources[fact.passages[0].source];
  return [oneLine(title), publisher, published, file].filter(Boolean).join(", ");
}

/* Promises first, the largest first. */
const bySum = [...dossier.money].sort((a, b) => Number(b.counts) - Number(a.counts) || (b.stated ?? 0) - (a.stated ?? 0));
