// @ts-check
/* How the stakeholder grid is drawn. */

const MOST_WIDE = 420; // pixels per square root of the names: a grid of few names does not fill the widest screen

/**
 * The names of one cell in rows that fill its width.
 * @param {any[]} profiles
 * @param {number} width
 */
function packed(profiles, width) {
  const isTight = width < 150; // two lines per name
  const high = isTight ? 40 : 28;
  let [x, y] = [0, 0];
  const spots = profiles.map((profile) => {
    const value = printed(measured(profile));
    const room = width - 30;
    const name = fitted(profile.name, isTight ? room : room - widthOf(value, 11.5) - 6, 13);
    const lines = isTight && name.endsWith("…") ? halves(profile.name, room) : [name];
    const wide = isTight ? width : 24 + widthOf(name, 13) + 6 + widthOf(value, 11.5) + 14;
    if (x && x + wide > width) [x, y] = [0, y + high];
    const spot = { profile, lines, value: isTight ? "" : value, x, y, wide: Math.min(wide, width) };
    x += wide;
    return spot;
  });
  return { spots, high, height: profiles.length ? y + high : 0 };
}

/** @param {string} name @param {number} room @returns {string[]} the name in two lines */
function halves(name, room) {
  const parts = drawable(name).split(" ");
  let first = parts.shift() ?? "";
  while (parts.length && widthOf(`${first} ${parts[0]}`, 12) <= room) first += ` ${parts.shift()}`;
  return parts.length ? [fitted(first, room, 12), fitted(parts.join(" "), room, 12)] : [fitted(first, room, 12)];
}

/**
 * The columns: a stance each, with who takes it.
 * @param {any[]} profiles
 */
const columnsOf = (profiles) =>
  TONES.map(([tone, title, relation]) => ({
    title,
    ink: tone === "neutral" ? tints().edge : inkOf(relationOf.get(relation)),
    some: profiles.filter((p) => toneOf(p.iri) === tone).sort((a, b) => measured(b) - measured(a) || collator.compare(a.name, b.name)),
    left: 0,
    width: 0,
  }));

/** @param {any[]} profiles @returns {number[]} the lanes that they span, from the top */
function lanesOf(profiles) {
  const lanes = profiles.map((p) => laneOf(measured(p)));
  const [lowest, highest] = [Math.min(...lanes), Math.max(...lanes)];
  return Array.from({ length: highest - lowest + 1 }, (_, i) => highest - i);
}

/** @param {number[]} lanes @returns {number} pixels that their names take */
const axisOf = (lanes) => Math.max(...lanes.map((lane) => widthOf(laneName(lane), 12)));

/** @param {string} ink @param {number} x @param {number} y @param {number} wide @param {number} high @returns {SVGElement[]} the ground of a stance */
const groundOf = (ink, x, y, wide, high) => [
  shape("rect", { x: round(x), y: round(y), width: round(wide), height: round(high), fill: ink, "fill-opacity": isDark() ? 0.12 : 0.06 }),
  shape("rect", { x: round(x), y: round(y - 3), width: round(wide), height: 3, fill: ink }),
];

const NARROW_GRID = 560; // pixels; on less, stances stand one below the other

/**
 * The grid: a column per stance, or a block where there is no room for columns.
 * @param {any[]} profiles those with a stance
 * @param {number} width
 * @returns {HTMLElement}
 */
function gridChart(profiles, width) {
  const measure = MEASURES[/** @type {keyof typeof MEASURES} */ (state.measure)];
  const drawn = width < NARROW_GRID ? blocks(profiles, width) : lattice(profiles, width, measure.title);
  const how = `${width < NARROW_GRID ? "From the top" : "Upwards"}: ${measure.note}. Mixed: in two minds, or for one and against another.`;
  return chart(`Stance and influence: ${measure.title.toLowerCase()}`, how, drawn.width, drawn.height, drawn.shapes);
}

/**
 * A block per stance, for a narrow screen.
 * @param {any[]} profiles
 * @param {number} width
 */
function blocks(profiles, width) {
  const lanes = lanesOf(profiles);
  const axis = axisOf(lanes) + 14;
  const shapes = [];
  let y = 3;
  for (const { title, ink, some } of columnsOf(profiles)) {
    if (!some.length) continue;
    const top = y;
    const parts = [words(title, 8, y + 21, { px: 14, bold: true }), words(String(some.length), 14 + widthOf(title, 14, true), y + 21, { px: 12.5, soft: true })];
    y += 32;
    for (const lane of lanes) {
      const cell = packed(
        some.filter((p) => laneOf(measured(p)) === lane),
        width - axis - 8,
      );
      if (!cell.spots.length) continue;
      parts.push(words(laneName(lane), axis - 4, y + cell.high / 2 + 4.5, { px: 12, soft: true, anchor: "end" }));
      parts.push(...cell.spots.map((spot) => dotOf(spot, axis + 4 + spot.x, y + spot.y, cell.high)));
      y += cell.height + 4;
    }
    shapes.push(...groundOf(ink, 0, top, width, y + 4 - top), ...parts);
    y += 18;
  }
  return { shapes, width, height: y };
}

/**
 * A column per stance, a lane per step of influence.
 * @param {any[]} profiles
 * @param {number} width
 * @param {string} title of the measure
 */
function lattice(profiles, width, title) {
  const lanes = lanesOf(profiles);
  const axis = axisOf(lanes) + 32;
  const columns = columnsOf(profiles);
  const plot = Math.min(width - axis, MOST_WIDE * Math.sqrt(profiles.length));
  const least = Math.min(120, plot / 4);
  const shares = columns.map(({ some }) => Math.sqrt(some.length));
  const all = shares.reduce((a, b) => a + b, 0);
  let left = axis;
  columns.forEach((column, i) => {
    column.left = left;
    column.width = least + ((plot - 4 * least) * shares[i]) / all;
    left += column.width;
  });
  const top = 44;
  let y = top;
  const rules = [];
  const dots = [];
  for (const lane of lanes) {
    const cells = columns.map((column) => ({
      column,
      ...packed(
        column.some.filter((p) => laneOf(measured(p)) === lane),
        column.width - 12,
      ),
    }));
    const high = Math.max(22, ...cells.map((cell) => cell.height + 10));
    rules.push(
      shape("path", { d: `M${round(axis)} ${round(y + high)}H${round(left)}`, stroke: tints().line }),
      words(laneName(lane), axis - 8, y + high / 2 + 4, { px: 12, soft: true, anchor: "end" }),
    );
    for (const { column, spots, high: row } of cells) for (const spot of spots) dots.push(dotOf(spot, column.left + 6 + spot.x, y + 5 + spot.y, row));
    y += high;
  }
  const heads = columns.flatMap(({ title: name, ink, some, left: x, width: wide }) => [
    ...groundOf(ink, x + 1, top, wide - 2, y - top),
    words(fitted(name, wide - 2, 13, true), x + wide / 2, 17, { bold: true, anchor: "middle" }),
    words(String(some.length), x + wide / 2, 34, { px: 12, soft: true, anchor: "middle" }),
  ]);
  const target = towards() ? nameOf(towards()) : "all that they speak for or against";
  const foot = words(fitted(`Stance towards ${target}`, plot, 12), axis + plot / 2, y + 20, { px: 12, soft: true, anchor: "middle" });
  const side = shape("g", { transform: `translate(12 ${round(y)}) rotate(-90)` }, words(fitted(`${title} →`, y, 12), 0, 0, { px: 12, soft: true }));
  return { shapes: [...heads, ...rules, side, foot, ...dots], width: left, height: y + 28 };
}

/**
 * One name of the grid with its sign.
 * @param {any} spot
 * @param {number} x
 * @param {number} y
 * @param {number} high
 * @returns {SVGElement}
 */
function dotOf(spot, x, y, high) {
  const { profile, lines, value, wide } = spot;
  const middle = y + high / 2;
  const texts = lines.length > 1 ? lines.map((/** @type {string} */ line, /** @type {number} */ i) => words(line, x + 22, middle - 3 + 14 * i, { px: 12 })) : [words(lines[0], x + 22, middle + 4.5)];
  if (value) texts.push(words(value, x + 22 + widthOf(lines[0], 13) + 6, middle + 4.5, { px: 11.5, soft: true }));
  const hit = shape("rect", { x: round(x), y: round(y + 1), width: round(wide - 4), height: high - 2, rx: 5, fill: "transparent" });
  const label = `${profile.name}: ${stanceLine(profile.iri)}; ${MEASURES[/** @type {keyof typeof MEASURES} */ (state.measure)].title.toLowerCase()} ${printed(measured(profile))}`;
  return handle(profile.iri, label, hit, sign(profile.kind, x + 11, middle, 6), ...texts);
}
