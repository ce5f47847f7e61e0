// @ts-check
/* What our charts are drawn with: SVG that holds its own colours and letters, so that it can be saved as it stands. */

const CHART_FONT = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const TINTS = {
  light: { ground: "#fbfaf7", card: "#ffffff", ink: "#1d2328", soft: "#56606a", line: "#dcd9d1", edge: "#85898d", accent: "#00558f" },
  dark: { ground: "#14181c", card: "#1d2329", ink: "#e9ecef", soft: "#a9b4be", line: "#38414a", edge: "#7b8792", accent: "#7cc4f5" },
  paper: { ground: "#ffffff", card: "#ffffff", ink: "#000000", soft: "#3c444b", line: "#c9c9c9", edge: "#777777", accent: "#00558f" },
};
let onPaper = false; // while the page is printed, charts are light

const isDark = () => dark.matches && !onPaper;

/** @returns {typeof TINTS.light} the colours of the page, as it is shown now */
const tints = () => (onPaper ? TINTS.paper : isDark() ? TINTS.dark : TINTS.light);

/** @param {{ colour: string, dark: string } | undefined} look undefined for what has no look @returns {string} */
const inkOf = (look) => (look ? (isDark() ? look.dark : look.colour) : tints().edge);

/**
 * A shape of a drawing.
 * @param {string} tag
 * @param {Record<string, unknown>} about attributes; `text`, `click` and missing values as in `make`
 * @param {...(Node | null)} children
 * @returns {SVGElement}
 */
function shape(tag, about, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(about)) {
    if (name === "text") element.textContent = drawable(String(value));
    else if (name === "click") element.addEventListener("click", /** @type {EventListener} */ (value));
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, String(value));
  }
  element.append(.../** @type {Node[]} */ (children.filter((child) => child !== null)));
  return element;
}

/**
 * Words in a drawing.
 * @param {string} text
 * @param {number} x
 * @param {number} y of the baseline
 * @param {{ px?: number, bold?: boolean, soft?: boolean, anchor?: string, fill?: string, halo?: boolean }} [look] with a halo they are read over lines
 * @returns {SVGElement}
 */
function words(text, x, y, { px = 13, bold = false, soft = false, anchor = "start", fill, halo = false } = {}) {
  const around = halo ? { stroke: tints().ground, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" } : {};
  return shape("text", { ...around, x: round(x), y: round(y), "font-size": px, "font-weight": bold ? 600 : 400, "text-anchor": anchor, fill: fill ?? (soft ? tints().soft : tints().ink), text });
}

const ruler = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

/** @param {string} text @param {number} px @param {boolean} [bold] @returns {number} its width in pixels */
function widthOf(text, px, bold = false) {
  ruler.font = `${bold ? 600 : 400} ${px}px ${CHART_FONT}`;
  return ruler.measureText(drawable(text)).width;
}

/**
 * The text, cut so that it fits.
 * @param {string} text
 * @param {number} room pixels
 * @param {number} px
 * @param {boolean} [bold]
 * @returns {string}
 */
function fitted(text, room, px, bold = false) {
  const whole = drawable(text);
  if (widthOf(whole, px, bold) <= room) return whole;
  const letters = [...whole].slice(0, 200);
  while (letters.length && widthOf(`${letters.join("").trimEnd()}…`, px, bold) > room) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/**
 * A chart with its name.
 * @param {string} title
 * @param {string} note how it is to be read
 * @param {number} width
 * @param {number} height
 * @param {Node[]} shapes
 * @param {Node[]} [controls]
 * @returns {HTMLElement}
 */
function chart(title, note, width, height, shapes, controls = []) {
  const svg = shape(
    "svg",
    {
      class: "chart",
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      width: round(width),
      height: round(height),
      "font-family": CHART_FONT,
      role: "group",
      "aria-label": `${title}. Arrow keys go from one name to the next, Enter tells of it.`,
    },
    ...shapes,
  );
  roam(svg);
  return make("figure", {}, make("figcaption", {}, make("h3", { text: title }), make("p", { class: "soft", text: note })), controls.length ? make("div", { class: "tools" }, ...controls) : null, svg);
}

/**
 * Part of a chart that is a thing: it can be reached by the keyboard and chosen.
 * @param {string} iri
 * @param {string} label what a screen reader says
 * @param {...(Node | null)} shapes
 * @returns {SVGElement}
 */
function handle(iri, label, ...shapes) {
  const pick = () => choose(iri, { focus: true });
  const seen = shapes.flatMap((one) => (one?.nodeName === "text" ? [one.textContent] : [])).join(" "); // a name begins with what is to be read
  const group = shape(
    "g",
    { class: "handle", role: "button", tabindex: 0, "data-iris": iri, "aria-label": drawable(`${seen}: ${label}`), click: pick },
    ...shapes.flatMap((one) => [one, document.createTextNode(" ")]),
  );
  group.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    pick();
  });
  return group;
}

/** @param {string} kind @param {number} x @param {number} y of the middle @param {number} r @returns {SVGElement} the sign of a kind of thing */
function sign(kind, x, y, r) {
  const form = kindOf.get(kind)?.shape ?? "dot";
  const placed = (/** @type {number[][]} */ points) => corners(points.map(([dx, dy]) => ({ x: x + dx * r, y: y + dy * r })));
  const fill = inkOf(kindOf.get(kind));
  if (form === "dot") return shape("circle", { cx: round(x), cy: round(y), r: round(r), fill, "data-kind": kind });
  const forms = {
    square: [
      [-0.9, -0.9],
      [0.9, -0.9],
      [0.9, 0.9],
      [-0.9, 0.9],
    ],
    diamond: [
      [0, -1.2],
      [1.1, 0],
      [0, 1.2],
      [-1.1, 0],
    ],
    triangle: [
      [0, -1.1],
      [1.1, 0.9],
      [-1.1, 0.9],
    ],
    hexagon: [
      [-0.5, -0.9],
      [0.5, -0.9],
      [1.05, 0],
      [0.5, 0.9],
      [-0.5, 0.9],
      [-1.05, 0],
    ],
  };
  return shape("polygon", { points: placed(forms[/** @type {keyof typeof forms} */ (form)]), fill, "data-kind": kind });
}
