// @ts-check
/* The sheet that a drawing is saved or printed on: title, what it shows and leaves out, the drawing, its key, where it comes from.
   SVG that needs nothing else: plain shapes, text as text, no script, no style sheet, no address. */

const SHEET_FONT = '"Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif'; // as on the page, but for names that only browsers know
const EDGE = 18; // pixels around everything

/** The text in lines that fit; a word that is longer is cut.
 * @param {string} text @param {number} room pixels @param {number} px @param {boolean} [bold]
 * @returns {string[]} */
function wrapped(text, room, px, bold = false) {
  /** @type {string[]} */
  const lines = [];
  for (const word of drawable(text).split(" ").filter(Boolean)) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && widthOf(longer, px, bold) <= room) lines[lines.length - 1] = longer;
    else lines.push(fitted(word, room, px, bold));
  }
  return lines;
}

/** @typedef {{ mark: (x: number, y: number) => SVGElement, text: string }} Key one sign of the drawing and what it stands for */

/** The key of a kind of thing. @param {Look} look @returns {Key} */
const kindKey = ({ kind, legend }) => ({ mark: (x, y) => sign(kind, x + 9, y, 6), text: legend });

/** The key of a relation. @param {Stroke} look @returns {Key} */
const relationKey = (look) => ({
  mark: (x, y) => shape("path", { d: `M${x} ${y}h20`, stroke: inkOf(look), "stroke-width": 2.5, "stroke-dasharray": look.dotted ? "2 3" : null }),
  text: upper(look.legend),
});

/** The keys in rows.
 * @param {Key[]} keys @param {number} room @param {number} top
 * @returns {{ shapes: SVGElement[], height: number }} */
function keyRows(keys, room, top) {
  let [x, y] = [0, top + 10];
  const shapes = keys.flatMap(({ mark, text }) => {
    const name = fitted(text, room - 26, 12);
    const wide = 26 + widthOf(name, 12) + 18;
    if (x && x + wide > room) [x, y] = [0, y + 20];
    const drawn = [mark(EDGE + x, y), words(name, EDGE + x + 26, y + 4, { px: 12 })];
    x += wide;
    return drawn;
  });
  return { shapes, height: keys.length ? y + 10 - top : 0 };
}

/** A drawing on its sheet.
 * @param {{ title: string, note: string, width: number, height: number, draw: (left: number, top: number) => Node[], keys: Key[] }} what
 * @returns {SVGElement} */
function sheet({ title, note, width, height, draw, keys }) {
  const room = Math.max(280, width);
  let y = EDGE;
  /** @param {string} text @param {{ px: number, bold?: boolean, soft?: boolean }} look */
  const lines = (text, look) =>
    wrapped(text, room, look.px, look.bold).map((line) => {
      y += look.px * 1.35;
      return words(line, EDGE, y - look.px * 0.3, look);
    });
  const head = [...lines(title, { px: 18, bold: true }), ...lines([note, leftOut()].filter(Boolean).join(" "), { px: 12.5, soft: true })];
  y += 10;
  const body = draw(EDGE, y);
  y += height + 12;
  const rows = keyRows(keys, room, y);
  y += rows.height + 4;
  const foot = lines(sourceNote(), { px: 11, soft: true });
  const [wide, high] = [Math.ceil(room + 2 * EDGE), Math.ceil(y + EDGE)];
  const svg = shape(
    "svg",
    { viewBox: `0 0 ${wide} ${high}`, width: wide, height: high, "font-family": SHEET_FONT, role: "img" },
    shape("title", { text: title }),
    shape("desc", { text: [note, leftOut(), sourceNote()].filter(Boolean).join(" ") }),
    shape("rect", { width: wide, height: high, fill: tints().ground }),
    ...head,
    ...body,
    ...rows.shapes,
    ...foot,
  );
  for (const each of svg.querySelectorAll("[data-kind]")) each.removeAttribute("data-kind");
  return svg;
}

/** What the filters leave out, in words; "" for nothing. */
function leftOut() {
  const named = [
    ...state.kinds.map((kind) => kindOf.get(kind)?.legend.toLowerCase() ?? kind),
    ...state.relations.filter((relation) => !dossier.aside.includes(relation) && relationOf.has(relation)).map((relation) => `“${relationOf.get(relation)?.legend}”`),
    state.belief ? `belief below ${state.belief.toFixed(2)}` : "",
    state.from ? `articles before ${periodName(state.from)}` : "",
    state.to ? `articles after ${periodName(state.to)}` : "",
    state.undated ? "" : "articles without a date",
    state.articles.length ? many(state.articles.length, "article", "articles") : "",
    state.publishers.length ? `articles of ${many(state.publishers.length, "publisher", "publishers")}` : "",
    state.sums.length ? "some sums of money" : "",
  ].filter(Boolean);
  return named.length ? `Left out: ${named.join(", ")}.` : "";
}

const NAMED = 6; // publishers that a source note names

/** Who published some articles, and when, in words; "" where none says so.
 * @param {Source[]} sources */
function whereFrom(sources) {
  const names = [...new Set(sources.map((source) => source.publisher).filter(Boolean))].sort(collator.compare);
  const dates = sources
    .map((source) => source.published)
    .filter(Boolean)
    .sort();
  const [first, last] = [dates[0], dates[dates.length - 1]];
  const dated = dates.length < sources.length ? `${dates.length} with a date: ` : "";
  return [names.slice(0, NAMED).join("; ") + (names.length > NAMED ? ` and ${names.length - NAMED} more` : ""), first && dated + periodName(first) + (first < last ? ` to ${periodName(last)}` : "")]
    .filter(Boolean)
    .join("; ");
}

/** Where it all comes from, in words. */
function sourceNote() {
  const { heard } = sieved();
  const sources = dossier.sources.filter((source, number) => source.origin === number && (!heard || heard.has(number)));
  const where = whereFrom(sources);
  return `Source: ${many(sources.length, "article", "articles")}${where ? ` (${where})` : ""}, read by a program (stakeholder-kg). Whatever is shown rests on words of these articles, not on what is known otherwise.`;
}
