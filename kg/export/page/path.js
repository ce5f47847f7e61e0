// @ts-check
/* The path between two: asked for at one node, answered when the other is chosen, told line by line in the panel. */

/** @type {string[]} */
let way = [];

/** The nodes on the path that is asked for, over lines that the filters leave; empty if none is asked for or there is none. */
const currentWay = () => way;

/** Work the path out anew. @param {Line[]} lines */
function wayIn(lines) {
  const [one, other] = ends();
  way = one && other ? wayBetween(one, other, lines) : [];
  return way;
}

const isAwaited = () => ends().length === 1 && !state.show;

/** Choose a node: as the other end where a path waits for it, else to tell of it.
 * @param {string} iri @param {{ focus?: boolean, fly?: boolean, fact?: string }} options */
function choose(iri, { fact = "", ...options } = {}) {
  if (isAwaited() && iri !== state.way) go({ way: `${state.way} ${iri}`, view: "map" }, { ...options, fly: true });
  else go({ show: iri, fact }, options);
}

/** Close what the panel tells: first the choice, then the path. */
function close() {
  if (state.show || (state.fact && !state.way)) go({ show: "", fact: "" });
  else if (state.way) go({ way: "" });
}

/** @param {string} iri */
const askWay = (iri) => make("button", { type: "button", text: "Path to …", click: () => go({ way: iri, show: "", fact: "", steps: 0, view: "map" }, { focus: true }) });

/** What the panel says of the path. */
function ofWay() {
  const [one, other] = ends();
  if (!other)
    return [
      make("h2", { tabindex: "-1" }, "Path from ", make("bdi", { text: nameOf(one) }), " to …"),
      make("p", { class: "note", text: "Choose the other end: search for it above, or click it on the map." }),
      make("p", {}, make("button", { type: "button", text: "Look for the other end", click: () => byId("find").focus() })),
    ];
  const title = make("h2", { tabindex: "-1" }, "From ", link(one), " to ", link(other));
  if (!way.length)
    return [
      title,
      make("p", { class: "note", text: "No relation leads from one to the other, not even over others, with these filters. More relations may: see “Speaks of” in the legend." }),
      turned(),
    ];
  const chain = way.slice(1).flatMap((iri, i) => [...linesBetween(way[i], iri, shown.lines), i < way.length - 2 ? make("p", { class: "joint" }, glyph(kindOfNode(iri)), link(iri)) : null]);
  return [title, make("p", { class: "soft", text: `${many(way.length - 1, "step", "steps")}: the shortest way over the relations that the filters leave.` }), ...chain, turned()].filter(
    (part) => part !== null,
  );
}

/** The way out of a path. */
const turned = () => make("p", {}, make("button", { type: "button", text: "Leave the path", click: () => go({ way: "" }) }));
