// @ts-check
/* Where the view stands, and what mouse, touch and keyboard do on the map. */

/** @returns {false | { duration: number, easingFunction: "easeInOutQuad" }} */
const motion = () => (calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });

const BUTTONS = 56; // pixels at the lower edge where the buttons for zooming stand

/** The part of the stage that the panel leaves free, in pixels. */
function free() {
  const stage = byId("map").getBoundingClientRect();
  const panel = byId("panel");
  const room = { left: 0, top: 0, width: stage.width, height: stage.height - BUTTONS };
  const tour = byId("tour").getBoundingClientRect();
  const box = panel.getBoundingClientRect();
  if (tour.height && narrow.matches) room.top = tour.bottom - stage.top;
  else if (tour.height) room.height = tour.top - stage.top;
  if (!panel.hidden && narrow.matches) room.height = box.top - stage.top;
  else if (!panel.hidden) room.width = box.left - stage.left;
  return { ...room, width: Math.max(80, room.width), height: Math.max(80, room.height - room.top) };
}

/** Move the view so that these nodes fill the free part of the stage.
 * @param {string[]} ids */
function fitTo(ids, { most = 1.25, least = 0, animate = true } = {}) {
  const some = ids.filter((id) => nodes.get(id));
  if (!some.length) return;
  const places = Object.values(network.getPositions(some));
  const xs = places.map((p) => p.x);
  const ys = places.map((p) => p.y);
  const room = free();
  const margin = { x: Math.min(250, room.width * (narrow.matches ? 0.2 : 0.28)), y: Math.min(90, room.height * (narrow.matches ? 0.16 : 0.24)) };
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

const fitAll = (animate = true) =>
  fitTo(
    shown.things.map((n) => n.id),
    { animate },
  );

/** Bring the chosen into view, with the ends of the lines that are lit.
 * @param {string[]} picked */
function flyTo(picked, { animate = true } = {}) {
  const lit = litOf(picked, shown.lines).flatMap((e) => [e.from, e.to]);
  fitTo([...new Set([...picked, ...lit])], { most: 1, least: 0.55, animate });
}

/** Fill the stage again: at the start, and whenever its size changes. */
function settle() {
  network.setSize("100%", "100%");
  if (currentWay().length && !state.show) fitTo(currentWay(), { animate: false });
  else if (state.show && !state.steps) flyTo(chosen(), { animate: false });
  else fitAll(false);
}

/** @param {number} factor */
const zoom = (factor) => network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)), animation: motion() });

/* ── mouse, touch and keyboard on the map ── */

const REACH = 22; // pixels around a small node that still mean it, for fingers

/** @param {any} at vis's account of a click */
function pick(at) {
  const { x, y } = at.pointer.canvas;
  const id = at.nodes[0] ?? labelAt(x, y) ?? (at.edges.length ? undefined : nearest(x, y, REACH / network.getScale()));
  if (id !== undefined) choose(id, { fly: false });
  else if (at.edges.length) {
    const edge = shown.lines.find((e) => e.id === at.edges[0]);
    if (edge) go({ show: `${edge.from} ${edge.to}`, fact: "" }, { fly: false });
  } else close();
}

/** The drawn node nearest to a point of the map, within reach.
 * @param {number} x @param {number} y @param {number} reach */
function nearest(x, y, reach) {
  /** @type {{ id: string, far: number } | undefined} */
  let best;
  for (const [id, p] of Object.entries(network.getPositions(shown.things.map((n) => n.id)))) {
    const far = Math.hypot(p.x - x, p.y - y);
    if (far <= reach && (!best || far < best.far)) best = { id, far };
  }
  return best?.id;
}

/** The nearest visible node in a direction.
 * @param {string} iri @param {[number, number]} way */
function stepFrom(iri, way) {
  const places = network.getPositions(shown.things.map((n) => n.id));
  return places[iri] && nearestAhead(places[iri], Object.entries(places), way);
}

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param {KeyboardEvent} event */
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
    forgetLabels();
    network.moveTo({ position: { x: x + way[0] * step, y: y + way[1] * step } });
  } else if (event.key === "Enter" || event.key === " ") {
    const { x, y } = network.getViewPosition();
    if (state.show) byId("panel").querySelector("h2")?.focus();
    else {
      const middle = nearest(x, y, Infinity);
      if (middle) choose(middle);
    }
  } else if (event.key === "+" || event.key === "=") zoom(1.4);
  else if (event.key === "-") zoom(1 / 1.4);
  else if (event.key === "0") fitAll();
  else return;
  event.preventDefault();
}
