/* The other ways to look, as plain tables: they also serve screen readers. */

function table(caption, heads, rows) {
  const body = rows.length ? rows : [make("tr", {}, make("td", { colspan: heads.length, text: "Nothing of this kind was read in these articles." }))];
  return make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption }, make("table", {}, make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col", text: head })))), make("tbody", {}, ...body)));
}

const row = (...cells) => make("tr", {}, ...cells.map((content) => make("td", content instanceof Element && content.dataset.cell ? { class: content.dataset.cell } : {}, content)));
const numeric = (element) => {
  element.dataset.cell = "sum";
  return element;
};

/** Each promise once; manifesto sums and yearly sums apart; needs and requests never. */
function totals() {
  const added = new Map();
  for (const m of dossier.money.filter((one) => one.counts)) {
    const key = JSON.stringify([m.status === "manifesto" ? "in manifestos" : "promised", m.is_per_year ? " a year" : "", m.currency]);
    const before = added.get(key) ?? { stated: 0, count: 0 };
    added.set(key, { stated: before.stated + m.stated, count: before.count + 1 });
  }
  return [...added].sort(([a], [b]) => (a < b ? 1 : -1)).map(([key, { stated, count }]) => {
    const [what, per, currency] = JSON.parse(key);
    return make("li", {}, make("b", { text: sum(stated, currency) + per }), `${what}, in ${many(count, "sum", "sums")}`);
  });
}

const VIEWS = {
  ledger() {
    const ordered = [...dossier.money].sort((a, b) => Number(b.counts) - Number(a.counts) || (b.stated ?? 0) - (a.stated ?? 0));
    return [
      make("h2", { text: "Pledges and other funding" }),
      make("p", { class: "note", text: "One row is one sum of money, however many articles speak of it. Totals count each promise once; manifesto money stands apart; needs, requests, existing, spent and disputed money are never added. A sum may be part of another." }),
      make("ul", { class: "totals" }, ...totals()),
      table("Pledges and other funding", ["Sum", "Status", "Who pays", "Who says so", "For", "Purpose", "Period, occasion", "In the totals", "Articles"], ordered.map((m) =>
        row(
          numeric(link(m.iri, sumOf(m))), statusOf(m), m.payer && linked(m.payer), m.announcer && linked(m.announcer), m.recipient && linked(m.recipient), m.purpose,
          [m.period, m.occasion].filter(Boolean).join("; "), m.counts ? "yes" : "no", numeric(make("span", { text: String(articlesOf(factsAbout.get(m.iri) ?? [])) })),
        ))),
    ];
  },
  said() {
    const said = dossier.facts.filter((fact) => fact.kind === "statement");
    return [
      make("h2", { text: "Who said what" }),
      make("p", { class: "note", text: `${many(said.length, "statement", "statements")}, in the order of the articles. Quoted words stand in quotation marks; the others are the article's report.` }),
      table("Who said what", ["Who", "Words", "Where"], said.map((fact) => row(fact.about[0] ? link(fact.about[0], fact.subject) : fact.subject, make("button", { type: "button", class: "words", text: fact.line, click: () => go({ show: fact.about[0] ?? "", fact: fact.iri.split("/").pop() }, { focus: true }) }), sourceLine(dossier.sources[fact.passages[0].source])))),
    ];
  },
  list() {
    const order = [...kindOf.keys()];
    const rows = [...dossier.profiles].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.name.localeCompare(b.name, "en"));
    const roles = (iri) => joined((factsAbout.get(iri) ?? []).filter((f) => f.kind === "position" && f.about[0] === iri));
    return [
      make("h2", { text: "Who is who" }),
      make("p", { class: "note", text: "Everybody and everything that the articles name, with the positions that they give and the other forms of the name." }),
      table("Who is who", ["Name", "Kind", "Positions", "Also called", "Facts"], rows.map((p) =>
        row(link(p.iri), sortOf(p.iri), make("span", {}, ...roles(p.iri).flatMap((f, i) => [i ? "; " : "", f.line, f.status === "current" ? "" : ` (${f.status})`])), p.aliases.join(" · "), numeric(make("span", { text: String(joined(factsAbout.get(p.iri) ?? []).length) }))))),
    ];
  },
};

let viewed = "map";

function renderView() {
  for (const button of document.querySelectorAll(".views button")) button.setAttribute("aria-pressed", String(button.dataset.view === state.view));
  document.body.dataset.view = state.view;
  const isMap = state.view === "map";
  byId("tables").hidden = isMap;
  if (viewed !== state.view) byId("tables").replaceChildren(...(isMap ? [] : VIEWS[state.view]()));
  viewed = state.view;
}
