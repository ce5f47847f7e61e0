// @ts-check
/* The page reads the data that stands in it, draws the network and answers "who says so?". No request leaves the file; all
   text is set by textContent, never as markup. The scripts of this folder are joined in the order that html.py gives. */
"use strict";

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const byId = (id) => document.getElementById(id);

const dossier = read("dossier");
const allNodes = read("nodes");
const allEdges = read("edges");
const options = read("options");

/* A passage is stored as [source, text, start, end]; the texts stand once. */
for (const fact of dossier.facts)
  fact.passages = fact.passages.map(([source, text, start, end]) => {
    const whole = dossier.texts[text];
    return { source, before: whole.slice(0, start), words: whole.slice(start, end), after: whole.slice(end) };
  });

/* A screen that stands on its short side shows the map turned. */
if (innerHeight > 1.25 * innerWidth) for (const n of allNodes) [n.x, n.y] = [n.y * 1.3, n.x * 0.8];

const kindOf = new Map(dossier.kinds.map((k) => [k.kind, k]));
const relationOf = new Map(dossier.relations.map((r) => [r.relation, r]));
const profileOf = new Map(dossier.profiles.map((p) => [p.iri, p]));
const moneyOf = new Map(dossier.money.map((m) => [m.iri, m]));
const publishers = [...new Set(dossier.sources.map((s) => s.publisher))].sort();
const iriOfName = new Map(dossier.profiles.map((p) => [p.name, p.iri]));
const nodeOf = new Map(allNodes.map((n) => [n.id, n]));

const factsAbout = new Map();
for (const fact of dossier.facts) for (const iri of fact.about) gather(factsAbout, iri, fact);
const edgesAt = new Map();
for (const edge of allEdges) for (const iri of [edge.from, edge.to]) gather(edgesAt, iri, edge);

function gather(map, key, value) {
  if (map.has(key)) map.get(key).push(value);
  else map.set(key, [value]);
}

/* ── words and sums ── */

const spaced = (text) => text.replaceAll("_", " ");
const upper = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
const many = (count, one, more) => `${count.toLocaleString("en-GB")} ${count === 1 ? one : more}`;
const articlesOf = (facts) => new Set(facts.flatMap((fact) => fact.passages.map((p) => p.source))).size;

/** A sum as a newspaper prints it: £2.775bn. */
function sum(stated, currency) {
  const sign = { GBP: "£", EUR: "€", USD: "$", INR: "₹", CAD: "C$", AUD: "A$" }[currency] ?? `${currency} `;
  for (const [unit, name] of [[1e12, "tn"], [1e9, "bn"], [1e6, "m"]])
    if (stated >= unit) return sign + (stated / unit).toLocaleString("en-GB", { maximumFractionDigits: 3 }) + name;
  return sign + stated.toLocaleString("en-GB");
}

const sumOf = (m) => (m.stated === null ? m.surface : sum(m.stated, m.currency) + (m.is_per_year ? " a year" : ""));
const statusOf = (m) => [spaced(m.status), m.newness === "unstated" ? "" : m.newness, m.is_disputed ? "disputed" : ""].filter(Boolean).join(", ");
const moneyLabel = (m) => (m.recipient ? `${sumOf(m)} for ${m.recipient}` : m.purpose ? `${sumOf(m)} ${m.purpose}` : sumOf(m));
const nameOf = (iri) => profileOf.get(iri)?.name ?? (moneyOf.has(iri) ? moneyLabel(moneyOf.get(iri)) : iri);
const sortOf = (iri) => {
  const profile = profileOf.get(iri);
  if (profile) return [profile.kind, spaced(profile.sort)].filter(Boolean).join(", ");
  return moneyOf.has(iri) ? `money, ${statusOf(moneyOf.get(iri))}` : "";
};
const kindOfNode = (iri) => profileOf.get(iri)?.kind ?? "pledge";

/* ── pieces of page ── */

/** An element with attributes and children; text is never markup. */
function make(tag, about = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(about)) {
    if (name === "text") element.textContent = value;
    else if (name === "click") element.addEventListener("click", value);
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

const link = (iri, text) => make("button", { type: "button", class: "link", text: text ?? nameOf(iri), click: () => go({ show: iri, fact: "" }, { focus: true }) });

/** Names joined by "; " as links, where they are names of the map. */
const linked = (names) => make("span", {}, ...names.split("; ").flatMap((name, i) => [i ? "; " : "", iriOfName.has(name) ? link(iriOfName.get(name), name) : make("bdi", { text: name })]));

const chip = (text, sort = "") => make("span", { class: `chip ${sort}`.trim(), text });

/** The sign of a kind of thing, as the map draws it. */
function glyph(kind) {
  const about = kindOf.get(kind);
  const paths = { dot: "M8 1.5a6.5 6.5 0 1 0 .01 0Z", square: "M2 2h12v12H2Z", diamond: "M8 0l7 8-7 8-7-8Z", triangle: "M8 1.5l7 12.5H1Z", hexagon: "M4 1.5h8l4 6.5-4 6.5H4L0 8Z" };
  const form = (name, fill) => make2("path", { class: name, d: paths[about.shape], fill });
  return drawn("0 0 16 16", "glyph", form("day", about.colour), form("night", about.dark));
}

/** The line of a kind of relation, as the map draws it. */
function stroke(relation) {
  const { colour, dark: night, dotted } = relationOf.get(relation);
  const line = (name, ink) => make2("path", { class: name, d: "M1 6h20", stroke: ink, "stroke-width": 2.5, "stroke-dasharray": dotted ? "2 3" : "none" });
  return drawn("0 0 22 12", "stroke", line("day", colour), line("night", night));
}

function make2(tag, about) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(about)) element.setAttribute(name, String(value));
  return element;
}

function drawn(box, name, ...shapes) {
  const svg = make2("svg", { viewBox: box, class: name, "aria-hidden": "true" });
  svg.append(...shapes);
  return svg;
}

const dark = matchMedia("(prefers-color-scheme: dark)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 820px)");
