// @ts-check
/* Labels keep their size on the screen and never overprint: the weightiest come first, what finds no room waits until one zooms in. */

/** @typedef {{ left: number, top: number, right: number, bottom: number, owner: string }} Box in pixels of the screen, from the middle of the map; `owner` is whose
 * @typedef {{ id: string | null, lines: string[], font: string, px: number, box: Box, far: boolean }} Label
 * @typedef {{ lines: string[], width: number }} Lines
 * @typedef {CanvasRenderingContext2D} Canvas */

const FONT = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const WIDEST = 128; // pixels of a line of a label
const LINES = 3;
const BIDI = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g; // a canvas has no other way to keep a name from turning its surroundings

const LEADING = 4; // lines that make somebody the leader of a community
const HUB = 8; // lines around a thing whose name may lie on small dots, for lack of room
const PLAIN = 6; // pixels: the radius from which on no name may lie on a dot; none lies on what the choice is about

/** The best-connected member of each community names it. */
const leaders = (() => {
  /** @type {Map<number, { id: string, ties: number }>} */
  const best = new Map();
  for (const n of allNodes) {
    const ties = (edgesAt.get(n.id) ?? []).filter((e) => e.relation !== "speaks_of").length;
    if (n.community >= 0 && ties >= LEADING && ties > (best.get(n.community)?.ties ?? 0)) best.set(n.community, { id: n.id, ties });
  }
  return new Set([...best.values()].map((b) => b.id));
})();

/** @param {Thing} n */
const isHub = (n) => leaders.has(n.id) && n.lines.length >= HUB;
const weights = new Map(allNodes.map((n) => [n.id, n.size + 6 * Math.sqrt((edgesAt.get(n.id) ?? []).length) + (leaders.has(n.id) ? 30 : 0)]));

/** @type {Label[] | null} */
let placed = null; // labels in canvas coordinates, kept while only the view moves
let placedAt = 0;

const forgetLabels = () => {
  placed = null;
};

/** @type {Map<string, Lines>} */
const lineCache = new Map();

/** The label in lines of at most WIDEST pixels; a word that is longer is cut.
 * @param {Canvas} ctx @param {string} text @param {string} font @param {number} [most] lines
 * @returns {Lines} */
function linesOf(ctx, text, font, most = LINES) {
  const key = `${most}|${font}|${text}`;
  const known = lineCache.get(key);
  if (known) return known;
  ctx.font = font;
  /** @param {string} line */
  const cut = (line) => {
    let kept = [...line];
    if (ctx.measureText(line).width <= WIDEST) return line;
    while (kept.length > 1 && ctx.measureText(`${kept.join("")}…`).width > WIDEST) kept = kept.slice(0, -1);
    return `${kept.join("").trimEnd()}…`;
  };
  const lines = [];
  let line = "";
  for (const word of text.replace(BIDI, "").split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (!line || ctx.measureText(longer).width <= WIDEST) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  const kept = lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]} …`] : lines;
  const made = kept.map(cut);
  const result = { lines: made, width: Math.max(...made.map((l) => ctx.measureText(l).width)) };
  lineCache.set(key, result);
  return result;
}

/** Boxes that are taken, found by cell. @param {number} cell pixels */
function makeGrid(cell) {
  /** @type {Map<string, Box[]>} */
  const cells = new Map();
  /** @param {Box} box @param {(key: string) => boolean | void} act */
  const over = (box, act) => {
    for (let i = Math.floor(box.left / cell); i <= Math.floor(box.right / cell); i += 1)
      for (let j = Math.floor(box.top / cell); j <= Math.floor(box.bottom / cell); j += 1) if (act(`${i},${j}`)) return true;
    return false;
  };
  return {
    /** @param {Box} box */
    add: (box) => over(box, (key) => void gather(cells, key, box)),
    /** @param {Box} box */
    hits: (box) => over(box, (key) => (cells.get(key) ?? []).some((b) => b.owner !== box.owner && b.left < box.right && box.left < b.right && b.top < box.bottom && box.top < b.bottom)),
  };
}

/** Whether a label would be cut by the edge of the screen: its thing is to be seen, itself not wholly. Such a label finds another side, or waits.
 * @param {number} scale @returns {(box: Box, x: number, y: number) => boolean} */
function cutBy(scale) {
  const { x, y } = network.getViewPosition();
  const { clientWidth: wide, clientHeight: high } = byId("map");
  const [left, top] = [x * scale - wide / 2, y * scale - high / 2];
  /** @param {number} a @param {number} b @param {number} start @param {number} end */
  const isIn = (a, b, start, end) => a >= start && b <= end;
  return (box, x, y) => isIn(x, x, left, left + wide) && isIn(y, y, top, top + high) && !(isIn(box.left, box.right, left, left + wide) && isIn(box.top, box.bottom, top, top + high));
}

/** The labels that find room, the weightiest first. @param {Canvas} ctx @param {number} scale @returns {Label[]} */
function placeLabels(ctx, scale) {
  const picked = alit();
  const lit = picked.length ? litOf(picked, shown.lines) : [];
  const alight = new Set(lit.flatMap((e) => [e.from, e.to]).concat(picked));
  const places = network.getPositions(shown.things.map((n) => n.id));
  const grid = makeGrid(160); // what is taken
  const texts = makeGrid(160); // what is taken by labels: a leader among many may lie on dots, not on words
  /** @param {number} left @param {number} top @param {number} width @param {number} height @param {string} owner @returns {Box} */
  const boxOf = (left, top, width, height, owner) => ({ left, top, right: left + width, bottom: top + height, owner });
  for (const n of shown.things) {
    const r = n.size * scale;
    const dot = boxOf(places[n.id].x * scale - r, places[n.id].y * scale - r, 2 * r, 2 * r, n.id);
    grid.add(dot);
    if (alight.has(n.id) || r >= PLAIN) texts.add(dot);
  }
  /** @param {Thing} n */
  const rank = (n) => (picked.includes(n.id) ? 2e6 : alight.has(n.id) ? 1e6 : 0) + (weights.get(n.id) ?? 0);
  /** @type {Label[]} */
  const labels = [];
  const isCut = cutBy(scale);
  for (const n of [...shown.things].sort((a, b) => rank(b) - rank(a))) {
    const bold = picked.includes(n.id) || leaders.has(n.id);
    const px = Math.round(Math.min(15, (bold ? 13 : 12) * Math.max(1, Math.sqrt(scale))));
    const font = `${bold ? 650 : 400} ${px}px ${FONT}`;
    const { lines, width } = linesOf(ctx, n.name, font, picked.includes(n.id) ? 2 * LINES : LINES);
    const height = lines.length * px * 1.2;
    const [x, y, r] = [places[n.id].x * scale, places[n.id].y * scale, n.size * scale];
    const spots = [
      boxOf(x - width / 2, y + r + 3, width, height, n.id),
      boxOf(x + r + 4, y - height / 2, width, height, n.id),
      boxOf(x - r - 4 - width, y - height / 2, width, height, n.id),
      boxOf(x - width / 2, y - r - 3 - height, width, height, n.id),
      boxOf(x + 0.5 * r, y + r, width, height, n.id),
      boxOf(x - 0.5 * r - width, y + r, width, height, n.id),
      boxOf(x + 0.5 * r, y - r - height, width, height, n.id),
      boxOf(x - 0.5 * r - width, y - r - height, width, height, n.id),
    ].filter((box) => picked.includes(n.id) || !isCut(box, x, y));
    const spot = spots.find((box) => !grid.hits(box)) ?? (isHub(n) ? spots.find((box) => !texts.hits(box)) : undefined) ?? (picked.includes(n.id) ? spots[0] : undefined);
    if (!spot) continue;
    grid.add(spot);
    texts.add(spot);
    labels.push({ id: n.id, lines, font, px, box: spot, far: picked.length > 0 && !alight.has(n.id) });
  }
  for (const e of lit) {
    const at = /** @type {any} */ (network).body.edges[e.id]?.edgeType?.getPoint(0.5);
    if (!at || scale < 0.45) continue;
    const px = 11;
    const font = `italic 400 ${px}px ${FONT}`;
    const { lines, width } = linesOf(ctx, e.label, font);
    const box = boxOf(at.x * scale - width / 2, at.y * scale - (lines.length * px * 1.2) / 2, width, lines.length * px * 1.2, e.id);
    if (grid.hits(box)) continue;
    grid.add(box);
    labels.push({ id: null, lines, font, px, box, far: false });
  }
  return labels;
}

/** @param {Canvas} ctx */
function paintLabels(ctx) {
  const scale = network.getScale();
  if (!placed || placedAt !== scale) {
    placed = placeLabels(ctx, scale);
    placedAt = scale;
  }
  const look = theme();
  ctx.save();
  ctx.scale(1 / scale, 1 / scale);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = look.ground;
  ctx.fillStyle = look.ink;
  for (const label of placed) {
    ctx.font = label.font;
    ctx.globalAlpha = label.far ? 0.55 : 1;
    const middle = (label.box.left + label.box.right) / 2;
    label.lines.forEach((line, i) => {
      const y = label.box.top + (i + 0.5) * label.px * 1.2;
      ctx.strokeText(line, middle, y);
      ctx.fillText(line, middle, y);
    });
  }
  ctx.restore();
}

/** The node whose label stands at this point of the canvas. @param {number} x @param {number} y */
function labelAt(x, y) {
  const scale = placedAt;
  return (placed ?? []).find((l) => l.id && l.box.left <= x * scale && x * scale <= l.box.right && l.box.top <= y * scale && y * scale <= l.box.bottom)?.id;
}

/* ── grounds of communities ── */

const GROUND = 96; // pixels of the canvas
const MOST_GROUNDS = 800; // lines; among more no community stands apart

/** A soft ground along the lines inside each community. @param {Canvas} ctx */
function paintGrounds(ctx) {
  if (shown.lines.length > MOST_GROUNDS) return;
  const places = network.getPositions(shown.things.map((n) => n.id));
  ctx.save();
  ctx.strokeStyle = theme().hull;
  ctx.lineCap = ctx.lineJoin = "round";
  ctx.lineWidth = GROUND;
  ctx.beginPath();
  for (const e of shown.lines) {
    if (e.relation === "speaks_of" || e.ends[0].community !== e.ends[1].community) continue;
    ctx.moveTo(places[e.from].x, places[e.from].y);
    ctx.lineTo(places[e.to].x, places[e.to].y);
  }
  ctx.stroke();
  ctx.restore();
}

network.on("beforeDrawing", paintGrounds);
network.on("afterDrawing", paintLabels);
network.on("dragging", (at) => at.nodes.length && forgetLabels());
for (const end of /** @type {const} */ (["dragEnd", "animationFinished"]))
  network.on(end, () => {
    forgetLabels();
    network.redraw();
  });
