/* The network: what is visible, how it looks, where the view stands. Positions come from the file; physics is off. */

const nodes = new vis.DataSet([]);
const edges = new vis.DataSet([]);
const network = new vis.Network(byId("map"), { nodes, edges }, options);

const theme = () =>
  dark.matches
    ? { ink: "#e9ecef", ground: "#14181c", hull: "#1b2127", rim: "#14181c", accent: "#7cc4f5", far: 0.3 }
    : { ink: "#1d2328", ground: "#fbfaf7", hull: "#f2efe8", rim: "#ffffff", accent: "#00558f", far: 0.35 };

const colourOf = (edge) => (dark.matches ? relationOf.get(edge.relation).dark : relationOf.get(edge.relation).colour);

/** The nodes and edges that the filters leave, and the nodes within `steps` of the chosen one. */
function visible() {
  let lines = allEdges.filter(keepsLine);
  const tied = new Set(lines.flatMap((e) => [e.from, e.to]));
  const picked = new Set(chosen());
  let things = allNodes.filter((n) => picked.has(n.id) || (keepsNode(n) && (tied.has(n.id) || state.loose)));
  if (state.steps && picked.size === 1) {
    const near = within(state.steps, [...picked], lines);
    things = things.filter((n) => near.has(n.id));
    lines = lines.filter((e) => near.has(e.from) && near.has(e.to));
  }
  return { things, lines };
}

function within(steps, start, lines) {
  const near = new Set(start);
  for (let step = 0; step < steps; step += 1)
    for (const e of lines.filter((line) => near.has(line.from) !== near.has(line.to)).map((line) => [line.from, line.to])) e.forEach((iri) => near.add(iri));
  return near;
}

const MANY = 1500; // lines; more are hidden while the view moves, so that it moves smoothly
let shown = { things: [], lines: [] };

function draw() {
  shown = visible();
  const look = theme();
  const picked = chosen();
  const lit = litOf(picked, shown.lines);
  const alight = new Set(lit.flatMap((e) => [e.from, e.to]).concat(picked));
  const dims = picked.length > 0;
  swap(nodes, shown.things, (n) => {
    const isPicked = picked.includes(n.id);
    const colour = dark.matches ? kindOf.get(n.kind).dark : kindOf.get(n.kind).colour;
    return {
      id: n.id, x: n.x, y: n.y, shape: n.shape, size: n.size, title: n.title,
      opacity: dims && !alight.has(n.id) ? look.far : 1,
      borderWidth: isPicked ? 4 : 1.5,
      color: { background: colour, border: isPicked ? look.ink : look.rim, hover: { background: colour, border: look.ink }, highlight: { background: colour, border: look.ink } },
    };
  });
  swap(edges, shown.lines, (e) => ({
    id: e.id, from: e.from, to: e.to, title: e.title, smooth: e.smooth, dashes: e.dashes,
    width: lit.includes(e) ? 2.6 : 1.5,
    color: { color: colourOf(e), hover: look.accent, highlight: look.accent, opacity: !dims ? 0.85 : lit.includes(e) ? 1 : 0.25 },
  }));
  const loose = allNodes.length - shown.things.length;
  byId("count").textContent = loose ? `${many(shown.things.length, "thing", "things")} of ${allNodes.length.toLocaleString("en-GB")} on the map` : `all ${many(shown.things.length, "thing", "things")} on the map`;
  network.setOptions({ interaction: { hideEdgesOnDrag: shown.lines.length > MANY } });
  byId("empty").hidden = shown.things.length > 0;
  forgetLabels();
}

/** The lines that the choice is about: those of one node, or those between two. */
function litOf(picked, lines) {
  if (picked.length === 1) return lines.filter((e) => e.from === picked[0] || e.to === picked[0]);
  return lines.filter((e) => picked.includes(e.from) && picked.includes(e.to));
}

/** Bring a data set to these items: a dragged node keeps its place. */
function swap(set, items, dress) {
  const wanted = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !wanted.has(id)));
  set.update(items.map(dress).map((item) => (set === nodes && set.get(item.id) ? { ...item, x: undefined, y: undefined } : item)).map(withoutGaps));
}

const withoutGaps = (item) => Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));

/* ── where the view stands ── */

const motion = () => (calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });

const BUTTONS = 56; // pixels at the lower edge where the buttons for zooming stand

/** The part of the stage that the panel leaves free, in pixels. */
function free() {
  const stage = byId("map").getBoundingClientRect();
  const panel = byId("panel");
  const room = { left: 0, top: 0, width: stage.width, height: stage.height - BUTTONS };
  if (panel.hidden) return room;
  const box = panel.getBoundingClientRect();
  if (narrow.matches) room.height = Math.max(80, box.top - stage.top);
  else room.width = Math.max(80, box.left - stage.left);
  return room;
}

/** Move the view so that these nodes fill the free part of the stage. */
function fitTo(ids, { most = 1.25, least = 0, animate = true } = {}) {
  const some = ids.filter((id) => nodes.get(id));
  if (!some.length) return;
  const places = Object.values(network.getPositions(some));
  const xs = places.map((p) => p.x);
  const ys = places.map((p) => p.y);
  const room = free();
  const margin = { x: Math.min(250, room.width * 0.28), y: Math.min(90, room.height * 0.24) };
  const wide = Math.max(...xs) - Math.min(...xs);
  const high = Math.max(...ys) - Math.min(...ys);
  const scale = Math.max(least, Math.min(most, (room.width - margin.x) / Math.max(wide, 1), (room.height - margin.y) / Math.max(high, 1)));
  const stage = byId("map").getBoundingClientRect();
  network.moveTo({
    position: { x: (Math.max(...xs) + Math.min(...xs)) / 2, y: (Math.max(...ys) + Math.min(...ys)) / 2 },
    scale,
    offset: { x: room.left + room.width / 2 - stage.width / 2, y: room.top + room.height / 2 - stage.height / 2 },
    animation: animate && motion(),
  });
}

const fitAll = (animate = true) => fitTo(shown.things.map((n) => n.id), { animate });

/** Bring the chosen into view, with the ends of the lines that are lit. */
function flyTo(picked, { animate = true } = {}) {
  const lit = litOf(picked, shown.lines).flatMap((e) => [e.from, e.to]);
  fitTo([...new Set([...picked, ...lit])], { most: 1, least: 0.55, animate });
}

/** Fill the stage again: at the start, and whenever its size changes. */
function settle() {
  network.setSize("100%", "100%");
  if (state.show && !state.steps) flyTo(chosen(), { animate: false });
  else fitAll(false);
  network.redraw();
}

const zoom = (factor) => network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)), animation: motion() });

/* ── mouse, touch and keyboard on the map ── */

const REACH = 22; // pixels around a small node that still mean it, for fingers

function pick(at) {
  const { x, y } = at.pointer.canvas;
  const id = at.nodes[0] ?? labelAt(x, y) ?? (at.edges.length ? undefined : nearest(x, y, REACH / network.getScale()));
  if (id !== undefined) go({ show: id, fact: "" }, { fly: false });
  else if (at.edges.length) {
    const edge = allEdges.find((e) => e.id === at.edges[0]);
    go({ show: `${edge.from} ${edge.to}`, fact: "" }, { fly: false });
  } else if (state.show) go({ show: "", fact: "" });
}

function nearest(x, y, reach) {
  let best;
  for (const [id, p] of Object.entries(network.getPositions(shown.things.map((n) => n.id)))) {
    const far = Math.hypot(p.x - x, p.y - y);
    if (far <= reach && (!best || far < best.far)) best = { id, far };
  }
  return best?.id;
}

/** The nearest visible node in a direction: straight ahead counts more than to the side. */
function stepFrom(iri, [dx, dy]) {
  const places = network.getPositions(shown.things.map((n) => n.id));
  const here = places[iri];
  if (!here) return undefined;
  let best;
  for (const [id, p] of Object.entries(places)) {
    const ahead = (p.x - here.x) * dx + (p.y - here.y) * dy;
    const aside = Math.abs((p.x - here.x) * dy) + Math.abs((p.y - here.y) * dx);
    if (id === iri || ahead <= 0 || aside > 2 * ahead) continue;
    const far = ahead + 1.5 * aside;
    if (!best || far < best.far) best = { id, far };
  }
  return best?.id;
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function keyOnMap(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const way = ARROWS[event.key];
  const [picked] = chosen();
  if (way && picked && !event.shiftKey) {
    const next = stepFrom(picked, way);
    if (next) go({ show: next, fact: "" });
  } else if (way) {
    const { x, y } = network.getViewPosition();
    const step = 80 / network.getScale();
    network.moveTo({ position: { x: x + way[0] * step, y: y + way[1] * step } });
  } else if (event.key === "Enter" || event.key === " ") {
    const { x, y } = network.getViewPosition();
    if (state.show) byId("panel").querySelector("h2").focus();
    else {
      const middle = nearest(x, y, Infinity);
      if (middle) go({ show: middle, fact: "" });
    }
  } else if (event.key === "+" || event.key === "=") zoom(1.4);
  else if (event.key === "-") zoom(1 / 1.4);
  else if (event.key === "0") fitAll();
  else return;
  event.preventDefault();
}
