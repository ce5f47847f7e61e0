// @ts-check
/* The page: reads the data that stands in it, draws the network, answers "who says so?". No request leaves the file; all text
   is set by textContent, never as markup. */
"use strict";

const read = (/** @type {string} */ id) => JSON.parse(document.getElementById(id)?.textContent ?? "null");
const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

const dossier = read("dossier");
const allNodes = read("nodes");
const allEdges = read("edges");
const options = read("options");
const profileOf = new Map(dossier.profiles.map((p) => [p.iri, p]));
const moneyOf = new Map(dossier.money.map((m) => [m.iri, m]));
const factOf = new Map(dossier.facts.map((f) => [f.iri, f]));
const nodeOf = new Map(allNodes.map((n) => [n.id, n]));
const factsAbout = new Map();
for (const fact of dossier.facts)
  for (const iri of fact.about) {
    const known = factsAbout.get(iri);
    if (known) known.push(fact);
    else factsAbout.set(iri, [fact]);
  }

const state = { hiddenKinds: new Set(), hiddenRelations: new Set(["speaks_of"]), hiddenSources: new Set(), loose: false, view: "map", focus: "" };
const dark = matchMedia("(prefers-color-scheme: dark)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/* ── small pieces of page ── */

/** An element with text and children; text is never markup. */
function make(tag, about = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(about)) {
    if (name === "text") element.textContent = value;
    else if (name === "click") element.addEventListener("click", value);
    else if (value !== undefined && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const nameOf = (iri) => profileOf.get(iri)?.name ?? (moneyOf.has(iri) ? moneyLabel(moneyOf.get(iri)) : iri);
const moneyLabel = (m) => (m.stated === null ? m.surface : m.recipient ? `${m.surface} for ${m.recipient}` : m.surface);
const link = (iri, text) => make("button", { type: "button", class: "link", text: text ?? nameOf(iri), click: () => show(iri) });
const words = (text) => text.replaceAll("_", " ");

function sum(stated, currency) {
  try {
    return new Intl.NumberFormat("en-GB", { style: "currency", currency, notation: "compact", maximumSignificantDigits: 4 }).format(stated);
  } catch {
    return `${currency} ${stated.toLocaleString("en-GB")}`;
  }
}

function sourceLine(source) {
  const where = [source.publisher, source.published].filter(Boolean).join(", ");
  const title = /^https?:\/\//.test(source.url) ? make("a", { href: source.url, rel: "noreferrer", target: "_blank", text: source.title }) : source.title;
  return make("cite", {}, title, where ? ` – ${where}` : "", ` · ${source.file}`);
}

function passage(piece) {
  return make(
    "div",
    {},
    make("blockquote", {}, piece.before, make("mark", { text: piece.words }), piece.after),
    sourceLine(dossier.sources[piece.source]),
  );
}

function factCard(fact, about) {
  const subject = fact.about[0] && fact.about[0] !== about ? link(fact.about[0], fact.subject) : make("span", { text: fact.subject });
  const others = fact.about.filter((iri) => iri !== about && iri !== fact.about[0]);
  return make(
    "article",
    { class: "fact", id: `fact-${fact.iri.split("/").pop()}` },
    make("p", { class: "line" }, subject, ` – ${fact.line} `, make("span", { class: "belief", text: `belief ${fact.belief.toFixed(2)}` })),
    ...fact.passages.map(passage),
    others.length ? make("p", { class: "near" }, ...others.map((iri) => link(iri))) : null,
  );
}

/* ── the network ── */

const theme = () => (dark.matches ? { ink: "#e9ecef", line: "#6b7780", ground: "#14181c" } : { ink: "#1d2328", line: "#9aa3ab", ground: "#fbfaf7" });

function dress(node) {
  const colours = theme();
  return { ...node, font: { color: colours.ink, strokeWidth: 4, strokeColor: colours.ground, size: node.fontSize, face: "system-ui, sans-serif" } };
}

const nodes = new vis.DataSet([]);
const edges = new vis.DataSet([]);
const network = new vis.Network(byId("map"), { nodes, edges }, options);

function visible() {
  const seen = (edge) => !state.hiddenRelations.has(edge.relation) && edge.sources.some((s) => !state.hiddenSources.has(s));
  const kindShown = (node) => !state.hiddenKinds.has(node.kind);
  const shownEdges = allEdges.filter((e) => seen(e) && kindShown(nodeOf.get(e.from)) && kindShown(nodeOf.get(e.to)));
  const tied = new Set(shownEdges.flatMap((e) => [e.from, e.to]));
  const shownNodes = allNodes.filter((n) => kindShown(n) && (tied.has(n.id) || state.loose || n.id === state.focus) && n.sources.some((s) => !state.hiddenSources.has(s)));
  return { shownNodes, shownEdges };
}

function draw() {
  const { shownNodes, shownEdges } = visible();
  const near = state.focus ? new Set([state.focus, ...shownEdges.filter((e) => e.from === state.focus || e.to === state.focus).flatMap((e) => [e.from, e.to])]) : null;
  const colours = theme();
  nodes.update(shownNodes.map((n) => ({ ...dress(n), opacity: near && !near.has(n.id) ? 0.25 : 1, hidden: false })));
  nodes.remove(nodes.getIds().filter((id) => !shownNodes.some((n) => n.id === id)));
  edges.update(
    shownEdges.map((e) => {
      const close = !near || e.from === state.focus || e.to === state.focus;
      return { ...e, color: { color: colours.line, highlight: dark.matches ? "#7cc4f5" : "#00558f", opacity: close ? 0.9 : 0.15 }, font: { size: close && near ? 12 : 0, color: colours.ink, strokeColor: colours.ground, strokeWidth: 3 } };
    }),
  );
  edges.remove(edges.getIds().filter((id) => !shownEdges.some((e) => e.id === id)));
}

const motion = () => (calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });

/* ── asking why ── */

const GROUPS = [
  ["position", "Positions"],
  ["funding", "Money"],
  ["stance", "Stance"],
  ["relation", "Relations"],
  ["participation", "Took part in"],
  ["event", "Event"],
  ["statement", "Said, and what was said of it"],
];

function show(iri, { push = true } = {}) {
  if (!profileOf.has(iri) && !moneyOf.has(iri)) return;
  state.focus = iri;
  const panel = byId("panel");
  const profile = profileOf.get(iri);
  const money = moneyOf.get(iri);
  const facts = factsAbout.get(iri) ?? [];
  const head = [
    make("button", { type: "button", class: "close", "aria-label": "Close", text: "✕", click: () => hide() }),
    make("h2", { text: nameOf(iri), tabindex: "-1" }),
    make("p", { class: "kind", text: profile ? [words(profile.kind), words(profile.sort)].filter(Boolean).join(", ") : [words(money.status), money.newness === "unstated" ? "" : money.newness].filter(Boolean).join(", ") }),
  ];
  if (profile?.aliases.length) head.push(make("p", { class: "also", text: `also: ${profile.aliases.join(" · ")}` }));
  if (money) head.push(moneyCard(money));
  if (!facts.length) head.push(make("p", { class: "also", text: "Named in the articles; no fact about it was read." }));
  const groups = GROUPS.flatMap(([kind, title]) => {
    const some = facts.filter((fact) => fact.kind === kind);
    return some.length ? [make("h3", { text: `${title} (${some.length})` }), ...some.map((fact) => factCard(fact, iri))] : [];
  });
  panel.replaceChildren(...head, ...groups);
  panel.hidden = false;
  panel.scrollTop = 0;
  draw();
  if (nodes.get(iri)) {
    network.selectNodes([iri]);
    network.focus(iri, { scale: Math.max(network.getScale(), 0.8), animation: motion() });
  }
  if (push) setHash(iri);
}

function moneyCard(m) {
  const rows = [
    ["sum", m.stated === null ? "not given" : sum(m.stated, m.currency) + (m.is_per_year ? " a year" : "")],
    ["paid by", m.payer],
    ["said by", m.announcer],
    ["for", m.recipient],
    ["purpose", m.purpose],
    ["period", m.period],
    ["occasion", m.occasion],
    ["in the totals", m.counts ? "yes, once" : "no"],
  ].filter(([, value]) => value);
  return make("table", {}, make("tbody", {}, ...rows.map(([head, value]) => make("tr", {}, make("th", { scope: "row", text: head }), make("td", { text: value })))));
}

function showEdge(id) {
  const edge = allEdges.find((e) => e.id === id);
  if (!edge) return;
  const between = allEdges.filter((e) => (e.from === edge.from && e.to === edge.to) || (e.from === edge.to && e.to === edge.from));
  const panel = byId("panel");
  panel.replaceChildren(
    make("button", { type: "button", class: "close", "aria-label": "Close", text: "✕", click: () => hide() }),
    make("h2", {}, link(edge.from), " – ", link(edge.to)),
    ...between.flatMap((e) => [
      make("h3", { text: `${nameOf(e.from)} – ${e.label || words(e.relation)}${e.status && e.status !== "current" ? ` (${words(e.status)})` : ""}` }),
      ...e.facts.map((iri) => factOf.get(iri)).filter(Boolean).map((fact) => factCard(fact, "")),
    ]),
  );
  panel.hidden = false;
  panel.scrollTop = 0;
  setHash(`line:${id}`);
}

function hide() {
  byId("panel").hidden = true;
  state.focus = "";
  network.unselectAll();
  draw();
  setHash("");
}

/* ── the address holds what is shown ── */

function setHash(what) {
  const parts = [state.view === "map" ? "" : `view=${state.view}`, what ? `show=${encodeURIComponent(what)}` : ""].filter(Boolean);
  const hash = parts.length ? `#${parts.join("&")}` : " ";
  if (location.hash !== hash.trim()) history.pushState(null, "", hash.trim() ? hash : location.pathname + location.search);
}

function fromHash() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  setView(wanted.get("view") ?? "map", { push: false });
  const what = wanted.get("show") ?? "";
  if (what.startsWith("line:")) showEdge(what.slice(5));
  else if (what) show(what, { push: false });
  else if (!byId("panel").hidden) hide();
}

/* ── legend and filters ── */

function choices(id, entries, hidden) {
  byId(id).append(
    ...entries.map(([key, label, count, glyph, colour]) => {
      const box = make("input", { type: "checkbox", value: key });
      box.checked = !hidden.has(key);
      box.addEventListener("change", () => {
        if (box.checked) hidden.delete(key);
        else hidden.add(key);
        draw();
      });
      const sign = make("i", { "aria-hidden": "true", text: glyph ?? "" });
      if (colour) sign.style.color = colour;
      return make("label", {}, box, sign, make("span", { text: label }), make("b", { text: String(count) }));
    }),
  );
}

function fillLegend() {
  const count = (items, key) => items.filter(key).length;
  const GLYPHS = { dot: "●", square: "■", diamond: "◆", triangle: "▲", hexagon: "⬢" };
  choices("kinds", dossier.kinds.map((k) => [k.kind, k.legend, count(allNodes, (n) => n.kind === k.kind), GLYPHS[k.shape], k.colour]).filter((row) => row[2]), state.hiddenKinds);
  choices("relations", dossier.relations.map((r) => [r.relation, r.legend, count(allEdges, (e) => e.relation === r.relation)]).filter((row) => row[2]), state.hiddenRelations);
  choices("articles", dossier.sources.map((s, i) => [i, s.title, count(dossier.facts, (f) => f.passages.some((p) => p.source === i))]), state.hiddenSources);
  const kinds = dossier.kinds.map((k) => [count(allNodes, (n) => n.kind === k.kind), k.legend.toLowerCase()]).filter(([n]) => n);
  const articles = dossier.sources.length;
  byId("holds").textContent = `${kinds.map(([n, what]) => `${n} ${what}`).join(", ")} and ${dossier.facts.length} facts from ${articles} ${articles === 1 ? "article" : "articles"}; each fact with the words that say it`;
}

/* ── the other ways to look ── */

function table(heads, rows) {
  return make("div", { class: "scroll" }, make("table", {}, make("thead", {}, make("tr", {}, ...heads.map((h) => make("th", { scope: "col", text: h })))), make("tbody", {}, ...rows)));
}

const cell = (content, about = {}) => (content instanceof Node ? make("td", about, content) : make("td", { ...about, text: content ?? "" }));

const VIEWS = {
  ledger() {
    const totals = new Map();
    for (const m of dossier.money.filter((row) => row.counts)) {
      const key = `${m.status === "manifesto" ? "in manifestos" : "promised"}|${m.is_per_year ? " a year" : ""}|${m.currency}`;
      totals.set(key, (totals.get(key) ?? 0) + m.stated);
    }
    const boxes = [...totals].map(([key, stated]) => {
      const [what, per, currency] = key.split("|");
      return make("li", {}, make("b", { text: sum(stated, currency) + per }), what);
    });
    return [
      make("h2", { text: "Pledges and other funding" }),
      make("p", { class: "note", text: "One row is one sum of money, however many articles speak of it. Totals count each promise once; needs, requests, existing, spent and disputed money are never added. A sum may be part of another." }),
      make("ul", { class: "totals" }, ...boxes),
      table(
        ["Sum", "Status", "Who pays", "Who says so", "For", "Purpose", "Period", "Articles"],
        dossier.money.map((m) =>
          make("tr", {}, cell(link(m.iri, m.stated === null ? m.surface : sum(m.stated, m.currency) + (m.is_per_year ? " a year" : "")), m.stated === null ? {} : { class: "sum" }), cell(words(m.status) + (m.newness === "unstated" ? "" : `, ${m.newness}`)), cell(m.payer), cell(m.announcer), cell(m.recipient), cell(m.purpose), cell([m.period, m.occasion].filter(Boolean).join("; ")), cell(String(new Set(m.statements.flatMap((f) => factOf.get(f)?.passages.map((p) => p.source) ?? [])).size))),
        ),
      ),
    ];
  },
  said() {
    const said = dossier.facts.filter((fact) => fact.kind === "statement");
    return [
      make("h2", { text: "Who said what" }),
      make("p", { class: "note", text: `${said.length} statements, in the order of the articles. Quoted words stand in quotation marks; the others are the article's report.` }),
      table(["Who", "Words", "Where"], said.map((fact) => make("tr", {}, cell(fact.about[0] ? link(fact.about[0], fact.subject) : fact.subject), cell(fact.line), cell(sourceLine(dossier.sources[fact.passages[0].source]))))),
    ];
  },
  list() {
    const rows = [...dossier.profiles].sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name));
    const roles = (iri) => (factsAbout.get(iri) ?? []).filter((f) => f.kind === "position" && f.about[0] === iri).map((f) => f.line);
    return [
      make("h2", { text: "People and bodies" }),
      make("p", { class: "note", text: "Everybody and everything that the articles name, with the positions that they give and the other forms of the name." }),
      table(["Name", "Kind", "Positions", "Also called", "Facts"], rows.map((p) => make("tr", {}, cell(link(p.iri)), cell([words(p.kind), words(p.sort)].filter(Boolean).join(", ")), cell([...new Set(roles(p.iri))].join("; ")), cell(p.aliases.join(" · ")), cell(String((factsAbout.get(p.iri) ?? []).length), { class: "sum" })))),
    ];
  },
};

function setView(view, { push = true } = {}) {
  state.view = view in VIEWS ? view : "map";
  for (const button of document.querySelectorAll(".views button")) button.setAttribute("aria-pressed", String(button.getAttribute("data-view") === state.view));
  const tables = byId("tables");
  tables.hidden = state.view === "map";
  if (state.view !== "map") tables.replaceChildren(...VIEWS[state.view]());
  if (push) setHash(byId("panel").hidden ? "" : state.focus);
}

/* ── finding ── */

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const searchable = [
  ...dossier.profiles.map((p) => ({ iri: p.iri, title: p.name, note: [words(p.kind), ...p.aliases].join(" · "), text: plain([p.name, ...p.aliases].join(" | ")) })),
  ...dossier.money.map((m) => ({ iri: m.iri, title: moneyLabel(m), note: words(m.status), text: plain([m.surface, m.recipient, m.purpose, m.payer].join(" | ")) })),
  ...dossier.facts.filter((f) => f.about.length).map((f) => ({ iri: f.about[0], title: f.subject, note: f.line, text: plain(`${f.subject} | ${f.line}`), fact: true })),
];

function search(text) {
  const asked = plain(text).split(/\s+/).filter(Boolean);
  if (!asked.length) return [];
  const rank = (item) => (item.fact ? 4 : 0) + (plain(item.title).startsWith(asked[0]) ? 0 : 1) + (plain(item.title).includes(asked.join(" ")) ? 0 : 1);
  const hits = searchable.filter((item) => asked.every((word) => item.text.includes(word))).sort((a, b) => rank(a) - rank(b));
  return hits.slice(0, 12);
}

function setUpSearch() {
  const input = /** @type {HTMLInputElement} */ (byId("find"));
  const list = byId("found");
  let hits = [];
  let chosen = -1;
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = () => {
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === chosen)));
    if (chosen >= 0) {
      input.setAttribute("aria-activedescendant", `hit-${chosen}`);
      list.children[chosen].scrollIntoView({ block: "nearest" });
    }
  };
  const take = (hit) => {
    close();
    input.value = hit.title;
    if (state.view !== "map") setView("map", { push: false });
    show(hit.iri);
  };
  input.addEventListener("input", () => {
    hits = search(input.value);
    chosen = hits.length ? 0 : -1;
    list.replaceChildren(...hits.map((hit, i) => make("li", { role: "option", id: `hit-${i}`, click: () => take(hit) }, hit.title, make("small", { text: hit.note.slice(0, 140) }))));
    if (!hits.length && input.value.trim()) list.append(make("li", { text: "Nothing of that name in these articles." }));
    list.hidden = !input.value.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (!hits.length) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      chosen = (chosen + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length;
      mark();
    } else if (event.key === "Enter" && chosen >= 0) take(hits[chosen]);
  });
  input.addEventListener("blur", () => setTimeout(close, 150));
}

/* ── start ── */

fillLegend();
draw();
network.fit({ animation: false });
network.on("click", (at) => {
  if (at.nodes.length) show(at.nodes[0]);
  else if (at.edges.length) showEdge(at.edges[0]);
  else if (!byId("panel").hidden) hide();
});
for (const button of document.querySelectorAll(".views button")) button.addEventListener("click", () => setView(button.getAttribute("data-view")));
byId("loose").addEventListener("change", (event) => {
  state.loose = event.target.checked;
  draw();
});
byId("reset").addEventListener("click", () => {
  for (const hidden of [state.hiddenKinds, state.hiddenRelations, state.hiddenSources]) hidden.clear();
  for (const box of document.querySelectorAll("#legend fieldset input")) box.checked = true;
  hide();
  network.fit({ animation: motion() });
});
const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: motion() });
byId("closer").addEventListener("click", () => zoom(1.4));
byId("farther").addEventListener("click", () => zoom(1 / 1.4));
byId("whole").addEventListener("click", () => network.fit({ animation: motion() }));
byId("map").addEventListener("keydown", (event) => {
  const step = 80 / network.getScale();
  const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
  const { x, y } = network.getViewPosition();
  if (event.key in moves) network.moveTo({ position: { x: x + moves[event.key][0], y: y + moves[event.key][1] } });
  else if (event.key === "+" || event.key === "=") zoom(1.4);
  else if (event.key === "-") zoom(1 / 1.4);
  else return;
  event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !byId("panel").hidden && document.activeElement !== byId("find")) hide();
  if (event.key === "/" && !(document.activeElement instanceof HTMLInputElement)) {
    event.preventDefault();
    byId("find").focus();
  }
});
addEventListener("popstate", fromHash);
addEventListener("hashchange", fromHash);
dark.addEventListener("change", draw);
setUpSearch();
fromHash();
document.documentElement.dataset.ready = "yes";
