// @ts-check
/* Pictures of what the page shows now: the network as it stands on the screen, a chart with its title. */

/** @typedef {{ left: number, top: number, width: number, height: number }} Frame in pixels of the stage */

/** What of the stage is to be seen. @returns {Frame} */
function stageNow() {
  const { left, top, width, height } = free();
  const stage = byId("map").getBoundingClientRect();
  const isOpen = Math.abs(top + height + BUTTONS - stage.height) < 1; // only the buttons for zooming stand below
  return { left, top, width, height: isOpen ? height + BUTTONS : height };
}

const MARGIN = 20; // pixels around what is drawn

/** The frame, cut down to what is drawn in it.
 * @param {Frame} frame @param {{ left: number, top: number, right: number, bottom: number }[]} boxes
 * @returns {Frame} */
function trimmed(frame, boxes) {
  if (!boxes.length) return frame;
  const left = Math.max(frame.left, Math.min(...boxes.map((box) => box.left)) - MARGIN);
  const top = Math.max(frame.top, Math.min(...boxes.map((box) => box.top)) - MARGIN);
  const right = Math.min(frame.left + frame.width, Math.max(...boxes.map((box) => box.right)) + MARGIN);
  const bottom = Math.min(frame.top + frame.height, Math.max(...boxes.map((box) => box.bottom)) + MARGIN);
  return { left, top, width: right - left, height: bottom - top };
}

/** The network as the canvas shows it: what is in the frame, in the pixels of the screen.
 * @returns {SVGElement} */
function networkPicture() {
  const stage = stageNow();
  const scale = network.getScale();
  const middle = network.canvasToDOM({ x: 0, y: 0 });
  const places = network.getPositions(shown.things.map((n) => n.id));
  const spots = new Map(shown.things.map((n) => [n.id, { x: places[n.id].x * scale + middle.x, y: places[n.id].y * scale + middle.y }]));
  /** @param {string} id @param {number} r */
  const around = (id, r) => {
    const { x, y } = spots.get(id) ?? middle;
    return { left: x - r, top: y - r, right: x + r, bottom: y + r };
  };
  const isSeen = (/** @type {{ left: number, top: number, right: number, bottom: number }} */ box) =>
    box.right > stage.left && box.left < stage.left + stage.width && box.bottom > stage.top && box.top < stage.top + stage.height;
  const things = shown.things.filter((n) => isSeen(around(n.id, n.size * scale)));
  const named = placed && placedAt === scale ? placed : placeLabels(ruler, scale);
  const onStage = (/** @type {Box} */ { left, top, right, bottom }) => ({ left: left + middle.x, top: top + middle.y, right: right + middle.x, bottom: bottom + middle.y });
  const labels = named.filter(({ box }) => isSeen(onStage(box)));
  const frame = trimmed(stage, [...things.map((n) => around(n.id, n.size * scale + (GROUND * scale) / 2)), ...labels.map(({ box }) => onStage(box))]);
  /** @param {string} id @returns {Point} */
  const at = (id) => ({ x: (spots.get(id) ?? middle).x - frame.left, y: (spots.get(id) ?? middle).y - frame.top });
  const lines = shown.lines.filter((e) => crosses([at(e.from), at(e.to)], frame));
  const picked = alit().map(nameOf);
  const parts =
    things.length < shown.things.length
      ? `A detail: ${figure(things.length)} of the ${many(shown.things.length, "thing", "things")} drawn.`
      : `${figure(shown.things.length)} of ${many(allNodes.length, "thing", "things")} drawn.`;
  return sheet({
    title: picked.length ? `Stakeholder map: ${picked.length > 2 ? `from ${picked[0]} to ${picked[picked.length - 1]}` : picked.join(" and ")}` : "Stakeholder map",
    note: parts,
    width: frame.width,
    height: frame.height,
    draw: (left, top) => [
      shape(
        "svg",
        { x: left, y: round(top), width: round(frame.width), height: round(frame.height), viewBox: `0 0 ${round(frame.width)} ${round(frame.height)}`, overflow: "hidden" },
        groundsOf(at, scale),
        shape("g", {}, ...lines.map((e) => lineDrawn(e, at(e.from), at(e.to), scale))),
        shape("g", {}, ...things.map((n) => thingDrawn(n, at(n.id), scale))),
        ...labelsDrawn(labels, { x: middle.x - frame.left, y: middle.y - frame.top }),
      ),
      shape("rect", { x: left, y: round(top), width: round(frame.width), height: round(frame.height), fill: "none", stroke: tints().line }),
    ],
    keys: [
      ...dossier.kinds.filter(({ kind }) => things.some((n) => n.kind === kind)).map(kindKey),
      ...dossier.relations.filter(({ relation }) => lines.some((e) => e.relation === relation)).map(relationKey),
    ],
  });
}

/** Whether a line may be seen in the frame. @param {Point[]} ends @param {{ width: number, height: number }} frame */
function crosses(ends, { width, height }) {
  const bow = Math.hypot(ends[0].x - ends[1].x, ends[0].y - ends[1].y) / 2; // no line bends further than this
  const lies = (/** @type {"x" | "y"} */ axis, /** @type {number} */ most) => ends.some((p) => p[axis] > -bow) && ends.some((p) => p[axis] < most + bow);
  return lies("x", width) && lies("y", height);
}

/** The soft grounds of communities, as paintGrounds paints them.
 * @param {(id: string) => Point} at @param {number} scale */
function groundsOf(at, scale) {
  const inner = shown.lines.length > MOST_GROUNDS ? [] : shown.lines.filter((e) => e.relation !== "speaks_of" && e.ends[0].community === e.ends[1].community);
  if (!inner.length) return null;
  return shape("path", {
    d: inner.map((e) => pathOf(at(e.from), null, at(e.to))).join(""),
    fill: "none",
    stroke: theme().hull,
    "stroke-width": round(GROUND * scale),
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  });
}

/** A colour that vis was given, as SVG of every age takes it. @param {string} colour rgba(r,g,b,a) */
function inkAndOpacity(colour) {
  const [r, g, b, a] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return { ink: `#${[r, g, b].map((value) => value.toString(16).padStart(2, "0")).join("")}`, opacity: a };
}

/** @param {Line} e @param {Point} from @param {Point} to @param {number} scale */
function lineDrawn(e, from, to, scale) {
  const dressed = /** @type {any} */ (edges.get(e.id));
  const { ink, opacity } = inkAndOpacity(dressed.color.color);
  const wide = (dressed.width ?? 1.5) * scale;
  const pull = pullOf(from, to, e.bend);
  const border = /** @type {any} */ (nodes.get(e.to)).borderWidth ?? 1.5;
  const head = arrowhead(from, pull, to, 15 * 0.45 * scale + 3 * wide, (angle) => reach(e.ends[1].shape, e.ends[1].size * scale, border * scale, angle));
  const dashes = e.dashed === 2 ? [2, 5] : e.dashed ? [5, 5] : null;
  return shape(
    "g",
    { opacity: opacity < 1 ? opacity : null },
    shape("title", { text: `${e.ends[0].name} – ${e.label} – ${e.ends[1].name}` }),
    shape("path", {
      d: pathOf(from, pull, to),
      fill: "none",
      stroke: ink,
      "stroke-width": round(Math.max(wide, 0.3)),
      "stroke-dasharray": dashes?.map((long) => round(long * scale)).join(" "),
      "stroke-linecap": dashes && "round",
    }),
    shape("polygon", { points: corners(head), fill: ink }),
  );
}

/** @param {Thing} n @param {Point} at @param {number} scale */
function thingDrawn(n, at, scale) {
  const dressed = /** @type {any} */ (nodes.get(n.id));
  const look = { fill: dressed.color.background, stroke: dressed.color.border, "stroke-width": dressed.borderWidth ?? 1.5 };
  const r = n.size * scale;
  const form = n.shape === "dot" ? shape("circle", { cx: round(at.x), cy: round(at.y), r: round(r), ...look }) : shape("polygon", { points: corners(outline(n.shape, at, r)), ...look });
  const opacity = dressed.opacity ?? 1;
  return shape("g", { opacity: opacity < 1 ? opacity : null }, shape("title", { text: `${n.name}: ${sortOf(n.id)}` }), form);
}

/** The labels over their rims. The rims are texts of their own: many programs cannot paint a rim behind its letters.
 * @param {Label[]} labels @param {Point} middle */
function labelsDrawn(labels, middle) {
  /** @param {Label} label @param {Record<string, unknown>} look */
  const texts = ({ lines, font, px, box, far }, look) => {
    const about = { "font-size": px, "font-weight": /\b650\b/.test(font) ? 700 : 400, "font-style": font.startsWith("italic") ? "italic" : null, opacity: far ? 0.55 : null };
    const x = round((box.left + box.right) / 2 + middle.x);
    return lines.map((text, i) => shape("text", { x, y: round(box.top + middle.y + (i + 0.5) * px * 1.2 + px * 0.35), "text-anchor": "middle", ...about, ...look, text }));
  };
  const { ink, ground } = theme();
  return [
    shape("g", { "aria-hidden": "true", fill: ground, stroke: ground, "stroke-width": 3.5, "stroke-linejoin": "round" }, ...labels.flatMap((label) => texts(label, {}))),
    shape("g", {}, ...labels.flatMap((label) => texts(label, { fill: ink }))),
  ];
}

/** A chart on its sheet, without what only the page needs.
 * @param {Element} figure
 * @returns {SVGElement} */
function chartPicture(figure) {
  const svg = /** @type {SVGSVGElement} */ (figure.querySelector("svg.chart"));
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const kinds = new Set([...copy.querySelectorAll("[data-kind]")].map((each) => each.getAttribute("data-kind") ?? ""));
  for (const each of copy.querySelectorAll("rect.piece.chosen, .handle.chosen > rect:first-of-type")) {
    each.setAttribute("stroke", each.matches(".piece") ? tints().ink : tints().accent);
    each.setAttribute("stroke-width", "2");
  }
  for (const each of copy.querySelectorAll("*")) {
    for (const name of ["class", "role", "tabindex", "aria-label", "aria-current", "data-iris", "data-kind"]) each.removeAttribute(name);
    if (each.getAttribute("fill") === "transparent") each.setAttribute("fill", "none");
  }
  const { width, height } = svg.viewBox.baseVal;
  const text = (/** @type {string} */ part) => figure.querySelector(`figcaption ${part}`)?.textContent ?? "";
  return sheet({
    title: `${VIEWS[state.view].title}: ${text("h3")}`,
    note: text("p"),
    width,
    height,
    draw: (left, top) => [shape("g", { transform: `translate(${left} ${round(top)})` }, ...copy.childNodes)],
    keys: dossier.kinds.filter(({ kind }) => kinds.has(kind)).map(kindKey),
  });
}
