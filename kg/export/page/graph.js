// @ts-check
/* Questions to the network itself, without a screen: what is near, the way between two, what is drawn, where there is room. Pure functions. */

/** The nodes within so many steps of the start.
 * @param {number} steps @param {string[]} start @param {Line[]} lines
 * @returns {Set<string>} */
function within(steps, start, lines) {
  const near = new Set(start);
  for (let step = 0; step < steps; step += 1) {
    const ends = lines.filter((line) => near.has(line.from) !== near.has(line.to));
    for (const { from, to } of ends) near.add(from).add(to);
  }
  return near;
}

/** The shortest way from one node to another, whichever way the lines run; of equally short ones the one over weightier nodes.
 * @param {string} from @param {string} to @param {Line[]} lines those of weightier ends first
 * @returns {string[]} the nodes on the way with both ends; empty if there is none */
function wayBetween(from, to, lines) {
  /** @type {Map<string, string[]>} */
  const beside = new Map();
  for (const line of lines) {
    gather(beside, line.from, line.to);
    gather(beside, line.to, line.from);
  }
  /** @type {Map<string, string>} */
  const before = new Map([[from, ""]]);
  for (let wave = [from]; wave.length && !before.has(to); ) {
    /** @type {string[]} */
    const next = [];
    for (const here of wave)
      for (const there of beside.get(here) ?? [])
        if (!before.has(there)) {
          before.set(there, here);
          next.push(there);
        }
    wave = next;
  }
  if (!before.has(to)) return [];
  const way = [to];
  while (way[0] !== from) way.unshift(before.get(way[0]) ?? from);
  return way;
}

/** What is drawn of all that the filters leave: first what must be, then line by line, so that nothing drawn stands without its line.
 * @param {string[]} musts @param {Line[]} lines the weightiest first @param {string[]} others nodes that may stand alone
 * @param {{ nodes: number, lines: number }} most
 * @returns {Set<string>} the nodes */
function drawnOf(musts, lines, others, most) {
  const taken = new Set(musts);
  let count = 0;
  for (const { from, to } of lines) {
    const fresh = Number(!taken.has(from)) + Number(!taken.has(to));
    if (fresh && taken.size + fresh > most.nodes) continue;
    count += 1;
    if (count > most.lines) break;
    taken.add(from).add(to);
  }
  for (const other of others) {
    if (taken.size >= most.nodes) break;
    taken.add(other);
  }
  return taken;
}

/** Which of these places is the nearest in a direction: straight ahead counts more than to the side.
 * @template K
 * @param {Point} here @param {Iterable<[K, Point]>} places @param {[number, number]} way of length one, along an axis
 * @returns {K | undefined} */
function nearestAhead(here, places, [dx, dy]) {
  /** @type {{ key: K, far: number } | undefined} */
  let best;
  for (const [key, p] of places) {
    const ahead = (p.x - here.x) * dx + (p.y - here.y) * dy;
    const aside = Math.abs((p.x - here.x) * dy) + Math.abs((p.y - here.y) * dx);
    if (ahead <= 0 || aside > 2 * ahead) continue;
    const far = ahead + 1.5 * aside;
    if (!best || far < best.far) best = { key, far };
  }
  return best?.key;
}

const ROOM = { width: 66, height: 38 }; // pixels of the map: half of what a node takes with its label
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** A finder of free places among these.
 * @param {Iterable<Point>} taken
 * @returns {(near: Point) => Point} a free place as near as there is one; taken from then on */
function roomAmong(taken) {
  /** @param {number} x @param {number} y */
  const cell = (x, y) => `${Math.round(x / ROOM.width)},${Math.round(y / ROOM.height)}`;
  const cells = new Set([...taken].map(({ x, y }) => cell(x, y)));
  /** @param {Point} at */
  const isFree = ({ x, y }) => [-1, 0, 1].every((i) => [-1, 0, 1].every((j) => !cells.has(cell(x + i * ROOM.width, y + j * ROOM.height))));
  return (near) => {
    let place = near;
    for (let turn = 0; turn < 4000 && !isFree(place); turn += 1) {
      const far = ROOM.width * Math.sqrt(turn + 1);
      place = { x: Math.round(near.x + far * Math.cos(turn * GOLDEN)), y: Math.round(near.y + 0.7 * far * Math.sin(turn * GOLDEN)) };
    }
    cells.add(cell(place.x, place.y));
    return place;
  };
}
