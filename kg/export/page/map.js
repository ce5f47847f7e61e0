// @ts-check
/* The network: what is visible, how it looks. Positions come from the file, or are found beside a neighbour; physics is off. */

/** @type {import("vis-network/standalone").DataSet<any>} */
const nodes = new vis.DataSet([]);
/** @type {import("vis-network/standalone").DataSet<any>} */
const edges = new vis.DataSet([]);
const MANY = 1500; // lines; more are hidden while the view moves, so that it moves smoothly
let hides = allEdges.filter((e) => !dossier.aside.includes(e.relation)).length > MANY;
const options = read("options");
Object.assign(options.interaction, { hideEdgesOnDrag: hides, hideEdgesOnZoom: hides });
const network = new vis.Network(byId("map"), { nodes, edges }, options);

const theme = () =>
  isDark()
    ? { ink: "#e9ecef", ground: "#14181c", hull: "#1b2127", rim: "#14181c", accent: "#7cc4f5", far: 0.3 }
    : { ink: tints().ink, ground: tints().ground, hull: "#f2efe8", rim: "#ffffff", accent: "#00558f", far: 0.35 };

/** @param {Line} edge */
const colourOf = (edge) => relationOf.get(edge.relation)?.[isDark() ? "dark" : "colour"] ?? theme().ink;

/** The things and lines that the filters leave, drawn or not. */
function left() {
  const things = allNodes.filter(keepsNode);
  const standing = new Uint8Array(allNodes.length + 1);
  for (const n of things) standing[n.order] = 1;
  return { things, lines: allEdges.filter((e) => standing[e.ends[0].order] && standing[e.ends[1].order] && keepsRelation(e)) };
}

const MOST = { nodes: 1500, lines: 4500 }; // drawn at once, at most: more cannot be told apart, nor moved smoothly

/** The nodes and lines that are drawn: of what the filters leave the weightiest, and all that was asked for by name. */
function visible() {
  let { things, lines } = left();
  const picked = chosen();
  if (state.steps && picked.length === 1) {
    const near = within(state.steps, picked, lines);
    things = things.filter((n) => near.has(n.id));
    lines = lines.filter((e) => near.has(e.from) && near.has(e.to));
  }
  const opened = new Set(state.open);
  const beside = opened.size ? lines.filter((e) => opened.has(e.from) || opened.has(e.to)).flatMap((e) => [e.from, e.to]) : [];
  const drawn = drawnOf([...picked, ...ends(), ...wayIn(lines), ...beside], lines, state.loose ? things.map((n) => n.id) : [], MOST);
  return { things: allNodes.filter((n) => drawn.has(n.id)), lines: lines.filter((e) => drawn.has(e.from) && drawn.has(e.to)) };
}

/** @type {{ things: Thing[], lines: Line[] }} */
let shown = { things: [], lines: [] };
/** @type {Set<string>} the nodes outside the core that were given a place, and what that place was found for */
let guests = new Set();
let guestsOf = "";

function draw() {
  shown = visible();
  const look = theme();
  const picked = alit();
  const lit = new Set(litOf(picked, shown.lines));
  const alight = new Set([...lit].flatMap((e) => [e.from, e.to]).concat(picked));
  const dims = picked.length > 0;
  seat();
  swap(nodes, shown.things, (n, isFresh) => {
    const isPicked = picked.includes(n.id);
    const far = dims && !alight.has(n.id);
    const dressed = { id: n.id, color: { background: kindOf.get(n.kind)?.[isDark() ? "dark" : "colour"], border: isPicked ? look.ink : look.rim } };
    if (isFresh) Object.assign(dressed, { x: n.x, y: n.y, shape: n.shape, size: n.size, title: `${n.name}\n${sortOf(n.id)}` });
    if (!isFresh || isPicked || far) Object.assign(dressed, { opacity: far ? look.far : 1, borderWidth: isPicked ? 4 : 1.5 });
    return dressed;
  });
  swap(edges, shown.lines, (e, isFresh) => {
    const isLit = lit.has(e);
    const dressed = { id: e.id, color: { color: clear(colourOf(e), !dims ? 0.85 : isLit ? 1 : 0.25) } };
    if (isFresh) Object.assign(dressed, { from: e.from, to: e.to, title: `${nodeOf.get(e.from)?.name}\n${e.label}\n${nodeOf.get(e.to)?.name}` });
    if (isFresh && e.bend) Object.assign(dressed, { smooth: { enabled: true, type: e.bend < 0 ? "curvedCCW" : "curvedCW", roundness: Math.abs(e.bend) } });
    if (isFresh && e.dashed) Object.assign(dressed, { dashes: e.dashed === 2 ? [2, 5] : true });
    if (!isFresh || isLit) Object.assign(dressed, { width: isLit ? 2.6 : 1.5 });
    return dressed;
  });
  hideOnMove(shown.lines.length > MANY);
  if (state.view === "map") byId("count").textContent = counted();
  byId("empty").hidden = shown.things.length > 0;
  forgetLabels();
}

/** A colour with opacity, as vis takes it without working it out in every frame. @param {string} colour #rrggbb @param {number} opacity */
const clear = (colour, opacity) => `rgba(${[1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16)).join(",")},${opacity})`;

/** Whether lines hide while the view moves. @param {boolean} should */
function hideOnMove(should) {
  if (hides !== should) network.setOptions({ interaction: { hideEdgesOnDrag: should, hideEdgesOnZoom: should } });
  hides = should;
}

/** How much of all is drawn, in words. */
function counted() {
  const isAll = shown.things.length === allNodes.length;
  if (isAll) return `all ${many(allNodes.length, "thing", "things")} drawn`;
  const why = shown.things.length >= MOST.nodes || shown.lines.length >= MOST.lines ? ": the best connected. Search, filter, or open a thing for the others" : "";
  return `${figure(shown.things.length)} of ${many(allNodes.length, "thing", "things")} drawn${why}`;
}

/** What stands out: the path that is asked for, or else the choice. */
const alit = () => (currentWay().length && !state.show ? currentWay() : chosen());

/** The lines that stand out: those of one node, or those between two that follow each other.
 * @param {string[]} picked @param {Line[]} lines */
function litOf(picked, lines) {
  if (picked.length === 1) return lines.filter((e) => e.from === picked[0] || e.to === picked[0]);
  const pairs = new Set(picked.slice(1).flatMap((iri, i) => [`${picked[i]} ${iri}`, `${iri} ${picked[i]}`]));
  return lines.filter((e) => pairs.has(`${e.from} ${e.to}`));
}

/** Give the drawn nodes outside the core free places: beside the drawn neighbour that they were asked for, or else where the file says. */
function seat() {
  const mode = state.steps ? `${state.show} ${state.steps}` : "";
  if (mode !== guestsOf) {
    nodes.remove([...guests]);
    guests = new Set();
    guestsOf = mode;
  }
  const fresh = shown.things.filter((n) => n.order >= coreCount && !guests.has(n.id));
  if (!fresh.length) return;
  const seated = shown.things.filter((n) => n.order < coreCount || guests.has(n.id));
  const places = network.getPositions(seated.map((n) => n.id).filter((id) => nodes.get(id)));
  const room = roomAmong(seated.map((n) => places[n.id] ?? n));
  const hosts = new Set([...state.open, ...chosen(), ...ends()]);
  for (const n of fresh) {
    const host = (edgesAt.get(n.id) ?? []).flatMap((e) => [e.from, e.to]).find((iri) => iri !== n.id && hosts.has(iri) && nodeOf.has(iri));
    const near = host ? (places[host] ?? nodeOf.get(host) ?? n) : n;
    Object.assign(n, room({ x: near.x, y: near.y }));
    guests.add(n.id);
  }
}

/** Bring a data set to these items. What is there already gets no place anew: a dragged node keeps its own.
 * @template {{ id: string }} T
 * @param {import("vis-network/standalone").DataSet<any>} set @param {T[]} items
 * @param {(item: T, isFresh: boolean) => any} dress what vis is told of it: of a fresh one only what differs from the options */
function swap(set, items, dress) {
  const wanted = new Set(items.map((item) => item.id));
  const there = new Set(set.getIds());
  const gone = [...there].filter((id) => !wanted.has(String(id)));
  const fresh = items.filter((item) => !there.has(item.id)).map((item) => dress(item, true));
  const known = items.filter((item) => there.has(item.id)).map((item) => dress(item, false));
  if (gone.length) set.remove(gone);
  if (fresh.length) set.add(fresh);
  if (known.length) set.update(known);
}

/** Put back what was dragged or seated. */
function putBack() {
  shown = { things: [], lines: [] };
  guests = new Set();
  nodes.clear();
}
