// @ts-check
/* What the network looks like as outlines: shapes, lines, arrowheads, as the canvas draws them. Pure functions, in pixels of the drawing. */

/** @param {number} value @returns {number} to a tenth of a pixel */
const round = (value) => Math.round(value * 10) / 10;

/** @param {Point[]} points @returns {string} */
const corners = (points) => points.map(({ x, y }) => `${round(x)},${round(y)}`).join(" ");

/** The corners of a thing that is no dot, about its middle.
 * @param {string} shape @param {Point} at @param {number} r
 * @returns {Point[]} */
function outline(shape, { x, y }, r) {
  if (shape === "diamond") return [0, 1, 2, 3].map((i) => ({ x: x + r * Math.sin((i * Math.PI) / 2), y: y - r * Math.cos((i * Math.PI) / 2) }));
  if (shape === "hexagon") return [0, 1, 2, 3, 4, 5].map((i) => ({ x: x + r * Math.cos((i * Math.PI) / 3), y: y + r * Math.sin((i * Math.PI) / 3) }));
  if (shape === "triangle") {
    const side = 2.3 * r;
    const low = y + 0.31625 * r + (Math.sqrt(3) / 6) * side;
    return [
      { x, y: low - (Math.sqrt(3) / 2) * side },
      { x: x + side / 2, y: low },
      { x: x - side / 2, y: low },
    ];
  }
  return [
    { x: x - r, y: y - r },
    { x: x + r, y: y - r },
    { x: x + r, y: y + r },
    { x: x - r, y: y + r },
  ];
}

/** How far from the middle of a thing an arrow stops that comes from a direction.
 * @param {string} shape @param {number} r @param {number} border its width @param {number} angle */
const reach = (shape, r, border, angle) => (shape === "dot" ? r : Math.min(Math.abs(r / Math.cos(angle)), Math.abs(r / Math.sin(angle))) + border);

/** Where a bent line is pulled to; nothing for a straight one.
 * @param {Point} from @param {Point} to @param {number} bend
 * @returns {Point | null} */
function pullOf(from, to, bend) {
  if (!bend) return null;
  const half = 0.5 * Math.abs(bend) + 0.5;
  const far = half * Math.hypot(to.x - from.x, to.y - from.y);
  const angle = Math.atan2(from.y - to.y, to.x - from.x) + (bend < 0 ? 0.5 - 0.5 * Math.abs(bend) : half) * Math.PI;
  return { x: from.x + far * Math.sin(angle), y: from.y + far * Math.cos(angle) };
}

/** A point on a line. @param {Point} from @param {Point | null} pull @param {Point} to @param {number} t from 0 to 1 @returns {Point} */
function along(from, pull, to, t) {
  const via = pull ?? { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const mix = (/** @type {"x" | "y"} */ axis) => (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * via[axis] + t ** 2 * to[axis];
  return { x: mix("x"), y: mix("y") };
}

/** The line from middle to middle, as a path; the things lie on its ends.
 * @param {Point} from @param {Point | null} pull @param {Point} to */
const pathOf = (from, pull, to) => `M${round(from.x)} ${round(from.y)}${pull ? `Q${round(pull.x)} ${round(pull.y)} ` : "L"}${round(to.x)} ${round(to.y)}`;

/** The arrowhead, with its point where the thing begins.
 * @param {Point} from @param {Point | null} pull @param {Point} to
 * @param {number} length @param {(angle: number) => number} stop how far from the middle of the thing it ends
 * @returns {Point[]} its corners */
function arrowhead(from, pull, to, length, stop) {
  let [near, far] = [0, 1];
  for (let turn = 0; turn < 24; turn += 1) {
    const t = (near + far) / 2;
    const at = along(from, pull, to, t);
    if (Math.hypot(to.x - at.x, to.y - at.y) > stop(Math.atan2(to.y - at.y, to.x - at.x))) near = t;
    else far = t;
  }
  const tip = along(from, pull, to, near);
  const before = along(from, pull, to, near - length / Math.max(1, Math.hypot(to.x - from.x, to.y - from.y)));
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const [cos, sin] = [Math.cos(angle) * length, Math.sin(angle) * length];
  return [
    [0, 0],
    [-1, 0.3],
    [-0.9, 0],
    [-1, -0.3],
  ].map(([x, y]) => ({ x: tip.x + x * cos - y * sin, y: tip.y + x * sin + y * cos }));
}

/** A name for a file that every system takes: plain letters, digits and hyphens.
 * @param {string[]} parts */
const fileName = (parts) =>
  plain(parts.filter(Boolean).join(" "))
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 70)
    .replace(/^-+|-+$/g, "") || "map";
