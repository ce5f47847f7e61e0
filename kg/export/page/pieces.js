// @ts-check
/* Pieces of page. All text is set by textContent, never as markup. */

/** An element with attributes and children; text is never markup.
 * @param {string} tag
 * @param {Record<string, any>} about attributes; `text` is its text, `click` what a click does
 * @param {...(Node | string | null | undefined)} children */
function make(tag, about = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(about)) {
    if (name === "text") element.textContent = value;
    else if (name === "click") element.addEventListener("click", value);
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(.../** @type {(Node | string)[]} */ (children.filter((child) => child !== null && child !== undefined && child !== "")));
  return element;
}

/** A name that leads to what is known of it.
 * @param {string} iri @param {string} [text] */
const link = (iri, text) => make("button", { type: "button", class: "link", text: text ?? nameOf(iri), click: () => choose(iri, { focus: true }) });

/** Names one below the other, each as a link where it is known who has it.
 * @param {Named[]} some */
const linked = (some) => make("span", { class: "names" }, ...some.map(({ name, iri }) => make("span", {}, profileOf.has(iri) ? link(iri, name) : make("bdi", { text: name }))));

/** @param {string} text */
const chip = (text, sort = "") => make("span", { class: `chip ${sort}`.trim(), text });

/** @type {Record<string, string>} */
const FORMS = { dot: "M8 1.5a6.5 6.5 0 1 0 .01 0Z", square: "M2 2h12v12H2Z", diamond: "M8 0l7 8-7 8-7-8Z", triangle: "M8 1.5l7 12.5H1Z", hexagon: "M4 1.5h8l4 6.5-4 6.5H4L0 8Z" };

/** The sign of a kind of thing, as the map draws it.
 * @param {string} kind */
function glyph(kind) {
  const about = kindOf.get(kind);
  if (!about) return drawn("0 0 16 16", "glyph");
  /** @param {string} name @param {string} fill */
  const form = (name, fill) => make2("path", { class: name, d: FORMS[about.shape], fill });
  return drawn("0 0 16 16", "glyph", form("day", about.colour), form("night", about.dark));
}

/** The line of a kind of relation, as the map draws it.
 * @param {string} relation */
function stroke(relation) {
  const about = relationOf.get(relation);
  if (!about) return drawn("0 0 22 12", "stroke");
  /** @param {string} name @param {string} ink */
  const line = (name, ink) => make2("path", { class: name, d: "M1 6h20", stroke: ink, "stroke-width": 2.5, "stroke-dasharray": about.dotted ? "2 3" : "none" });
  return drawn("0 0 22 12", "stroke", line("day", about.colour), line("night", about.dark));
}

/** @param {string} tag @param {Record<string, string | number>} about */
function make2(tag, about) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(about)) element.setAttribute(name, String(value));
  return element;
}

/** @param {string} box @param {string} name @param {...Element} shapes */
function drawn(box, name, ...shapes) {
  const svg = make2("svg", { viewBox: box, class: name, "aria-hidden": "true" });
  svg.append(...shapes);
  return svg;
}

const dark = matchMedia("(prefers-color-scheme: dark)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 820px)");
