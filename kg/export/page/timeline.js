// @ts-check
/* The timeline: when the articles were written, and what they date. What has no date stands apart. */

/**
 * @typedef {object} Dated
 * @property {string} kind article, event, position, money
 * @property {string} start as precise as it is known, "" for an open beginning
 * @property {string} end "" for an open end
 * @property {string} line
 * @property {string[]} iris
 * @property {string} source its article, in words
 * @property {() => boolean} keeps
 */

const DAY = 86_400_000;
const WHENS = /** @type {Record<string, string>} */ ({ article: "Articles", event: "Events", money: "Money", position: "Positions" });
const ONE_OF = /** @type {Record<string, string>} */ ({ article: "article", event: "event", money: "money", position: "position" });

/** @param {any} fact @returns {Dated} */
const datedFact = (fact) => ({
  kind: fact.kind,
  start: fact.start,
  end: fact.end,
  line: fact.kind === "event" ? fact.subject : `${fact.subject}, ${fact.line}`,
  iris: fact.about,
  source: sourceText(fact),
  keeps: () => keepsFact(fact),
});

/** @param {any} money @returns {any} the first statement that surely speaks of it */
const firstTold = (money) => (factsAbout.get(money.iri) ?? []).find((/** @type {any} */ fact) => money.statements.includes(fact.iri));

/* Every thing that could have a date, once. */
const moments = once(() => {
  /** @type {Dated[]} */
  const articles = dossier.sources.map((/** @type {any} */ source, /** @type {number} */ number) => ({
    kind: "article",
    start: source.published,
    end: source.published,
    line: source.title,
    iris: [""],
    source: [source.publisher, source.file].filter(Boolean).join(", "),
    keeps: () => isHeard(number),
  }));
  const money = dossier.money.map((/** @type {any} */ m) => ({
    kind: "money",
    start: m.start,
    end: m.end,
    line: moneyLabel(m),
    iris: ledger.iris(m),
    source: sourceText(firstTold(m)),
    keeps: () => keepsMoney(m),
  }));
  const facts = joined(dossier.facts.filter((/** @type {any} */ fact) => fact.kind === "event" || fact.kind === "position"));
  const order = Object.keys(WHENS);
  return [...articles, ...facts.map(datedFact), ...money].sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || collator.compare(a.start || a.end, b.start || b.end) || collator.compare(a.line, b.line),
  );
});

const isDated = (/** @type {Dated} */ item) => Boolean(item.start || item.end);

/** @param {string} text ISO date, possibly partial @returns {number} its first moment */
function firstOf(text) {
  const [year, month, date] = text.split("-").map(Number);
  return Date.UTC(year, (month || 1) - 1, date || 1);
}

/** @param {string} text @returns {number} its last moment */
function lastOf(text) {
  const [year, month, date] = text.split("-").map(Number);
  return (date ? Date.UTC(year, month - 1, date + 1) : month ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1)) - 1;
}

/** @param {number} time @returns {string} */
const isoDay = (time) => new Date(time).toISOString().slice(0, 10);

/**
 * From when to when the line runs at first: over the articles and events; over all where none of them has a date.
 * @param {Dated[]} items
 * @returns {[number, number]}
 */
function wholeSpan(items, isAll = false) {
  const near = items.filter((item) => ["article", "event"].includes(item.kind));
  const some = near.length && !isAll ? near : items;
  const starts = some.flatMap((item) => [item.start, item.end].filter(Boolean));
  const [from, to] = [Math.min(...starts.map(firstOf)), Math.max(...starts.map(lastOf))];
  const edge = Math.max(15 * DAY, (to - from) * 0.06);
  return [from - edge, to + edge];
}

/** @param {Dated[]} items @returns {[number, number]} the span of the state, or the first */
function spanOf(items) {
  if (!state.span) return wholeSpan(items);
  const [from, to] = state.span.split("..");
  return [firstOf(from), Math.max(lastOf(to), firstOf(from) + 2 * DAY)];
}

/**
 * Where the line has its marks: whole years, months or days, so many that their names have room.
 * @param {number} from
 * @param {number} to
 * @param {number} most
 * @returns {{ time: number, name: string }[]}
 */
function ticksOf(from, to, most) {
  const days = (to - from) / DAY;
  const step = [1, 2, 7, 14].find((n) => days / n <= most);
  if (step) {
    const first = Math.ceil(from / DAY);
    return Array.from({ length: Math.floor((to / DAY - first) / step) + 1 }, (_, i) => ({ time: (first + i * step) * DAY, name: named((first + i * step) * DAY, { day: "numeric", month: "short" }) }));
  }
  const months = [1, 3, 6, 12, 24, 60, 120, 240, 600].find((n) => days / 30.4 / n <= most) ?? 1200;
  const start = new Date(from);
  const monthOf = (/** @type {number} */ at) => Date.UTC(Math.floor(at / 12), at % 12, 1);
  const marks = [];
  for (let at = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth() + 1) / months) * months; monthOf(at) <= to; at += months)
    marks.push({ time: monthOf(at), name: months >= 12 ? String(at / 12) : named(monthOf(at), { month: "short", year: "numeric" }) });
  return marks;
}

/** @param {number} time @param {Intl.DateTimeFormatOptions} how @returns {string} */
const named = (time, how) => new Intl.DateTimeFormat("en-GB", { ...how, timeZone: "UTC" }).format(time);

/** @param {Dated} item @returns {string} when, in words */
const whenOf = (item) => (item.start === item.end ? item.start : `${item.start || "…"} to ${item.end || "…"}`);

/**
 * The line with a lane per kind; articles are counted where they are many.
 * @param {Dated[]} items with a date
 * @param {number} width
 * @returns {HTMLElement}
 */
function lineChart(items, width) {
  const [from, to] = spanOf(items);
  const wide = Math.min(width, 1800);
  const x = (/** @type {number} */ time) => ((Math.min(Math.max(time, from), to) - from) / (to - from)) * wide;
  const inside = items.filter((item) => (item.start ? firstOf(item.start) : -Infinity) <= to && (item.end ? lastOf(item.end) : Infinity) >= from);
  const marks = ticksOf(from, to, Math.max(2, Math.floor(wide / 90)));
  const drawn = [];
  let y = 30;
  for (const [kind, title] of Object.entries(WHENS)) {
    const some = inside.filter((item) => item.kind === kind);
    if (!some.length) continue;
    drawn.push(words(`${title} (${some.length})`, 0, y + 12, { px: 12, bold: true, soft: true }));
    const lane = kind === "article" && some.length > 12 ? binned(some, x, from, to) : bands(some, x, wide, kind);
    drawn.push(shape("g", { transform: `translate(0 ${y + 20})` }, ...lane.shapes));
    y += lane.height + 34;
  }
  const rules = marks.flatMap(({ time, name }) => {
    const room = widthOf(name, 12) / 2;
    const at = Math.min(Math.max(x(time), room), wide - room);
    return [shape("path", { d: `M${round(x(time))} 22V${round(y)}`, stroke: tints().line }), words(name, at, 14, { px: 12, soft: true, anchor: "middle" })];
  });
  const outside = items.length - inside.length;
  const note = outside ? `${upper(many(outside, "dated thing lies", "dated things lie"))} outside this span.` : "A bar with an open end goes on for longer than the articles say.";
  return chart(`${named(from, { month: "short", year: "numeric" })} to ${named(to, { month: "short", year: "numeric" })}`, note, wide, y, [...rules, ...drawn], steps(items, [from, to]));
}

/** @param {Dated[]} items @param {[number, number]} span @returns {Node[]} buttons that move along the line */
function steps(items, [from, to]) {
  const wide = to - from;
  const move = (/** @type {string} */ key, /** @type {string} */ text, /** @type {number} */ start, /** @type {number} */ end) =>
    make("button", { type: "button", "data-keep": `step-${key}`, text, click: () => go({ span: start === 0 && end === 0 ? "" : `${isoDay(start)}..${isoDay(end)}` }) });
  const [first, last] = wholeSpan(items, true);
  return [
    move("earlier", "← Earlier", from - wide / 2, to - wide / 2),
    move("later", "Later →", from + wide / 2, to + wide / 2),
    move("closer", "Closer", from + wide / 4, to - wide / 4),
    move("farther", "Farther", from - wide / 2, to + wide / 2),
    move("all", "All dates", first, last),
    move("first", "Articles and events", 0, 0),
  ];
}

/**
 * Many articles as bars: how many in each day, week, month or year.
 * @param {Dated[]} items
 * @param {(time: number) => number} x
 * @param {number} from
 * @param {number} to
 */
function binned(items, x, from, to) {
  const days = (to - from) / DAY;
  const [length, name] = days <= 62 ? [1, "day"] : days <= 400 ? [7, "week"] : days <= 4000 ? [30.4375, "month"] : [365.25, "year"];
  const bins = new Map();
  for (const item of items) gather(bins, Math.floor(firstOf(item.start) / DAY / length), item);
  const highest = Math.max(...[...bins.values()].map((some) => some.length));
  const shapes = [...bins]
    .sort(([a], [b]) => a - b)
    .map(([bin, some]) => {
      const [left, right] = [x(bin * length * DAY), x((bin + 1) * length * DAY)];
      const high = (44 * some.length) / highest;
      return shape(
        "rect",
        { x: round(left), y: round(48 - high), width: round(Math.max(2, right - left - 1)), height: round(high), fill: tints().edge },
        shape("title", { text: `${many(some.length, "article", "articles")} in the ${name} of ${isoDay(firstOf(some[0].start))}` }),
      );
    });
  return { shapes: [...shapes, words(`at most ${highest} in a ${name}`, 0, 64, { px: 11.5, soft: true })], height: 66 };
}

/**
 * Things with their names in rows, so that none lies on another.
 * @param {Dated[]} items
 * @param {(time: number) => number} x
 * @param {number} wide
 * @param {string} kind
 */
function bands(items, x, wide, kind) {
  const ends = /** @type {number[]} */ ([]); // where each row is free again
  const ink = { event: inkOf(kindOf.get("event")), money: inkOf(kindOf.get("pledge")), position: inkOf(kindOf.get("person")) }[kind] ?? tints().edge;
  const shapes = items.slice(0, most).map((item) => {
    const start = item.start ? x(firstOf(item.start)) : 0;
    const end = Math.max(start + 7, item.end ? x(lastOf(item.end)) : wide);
    const text = fitted(item.line, Math.min(wide - 4, 460), 12.5);
    const long = widthOf(text, 12.5);
    const left = Math.max(0, Math.min(start, wide - long));
    let row = ends.findIndex((free) => free <= Math.min(left, start));
    if (row < 0) row = ends.push(0) - 1;
    ends[row] = Math.max(end, left + long) + 16;
    const y = row * 30;
    const bar = shape("rect", {
      x: round(Math.min(start, wide - 7)),
      y: y + 17,
      width: round(Math.min(end, wide) - Math.min(start, wide - 7)),
      height: 6,
      rx: 3,
      fill: ink,
      opacity: item.start && item.end ? 1 : 0.55,
    });
    const open = [item.start ? null : arrow(0, y + 20, -1, ink), item.end ? null : arrow(wide, y + 20, 1, ink)];
    const parts = [shape("rect", { x: round(left), y, width: round(Math.max(long, 24)), height: 26, fill: "transparent", rx: 4 }), words(text, left, y + 12, { px: 12.5, halo: true }), bar, ...open];
    const iri = item.iris.find((one) => nodeOf.has(one));
    return iri ? handle(iri, `${item.line}: ${whenOf(item)}`, ...parts) : shape("g", {}, shape("title", { text: `${item.line}: ${whenOf(item)}` }), ...parts);
  });
  return { shapes, height: Math.max(1, ends.length) * 30 };
}

/** @param {number} x @param {number} y @param {number} way @param {string} fill @returns {SVGElement} the sign of an open end */
const arrow = (x, y, way, fill) => shape("polygon", { points: `${x - way * 9},${y - 6} ${x},${y} ${x - way * 9},${y + 6}`, fill });

/** @param {Dated[]} items without a date @returns {Node[]} */
function undated(items) {
  const parts = Object.entries(WHENS)
    .map(([kind, title]) => ({ title, some: items.filter((item) => item.kind === kind) }))
    .filter(({ some }) => some.length);
  if (!parts.length) return [];
  const line = (/** @type {Dated} */ item) => make("li", { "data-iris": item.iris.join(" ") }, nodeOf.has(item.iris[0]) ? link(item.iris[0], item.line) : item.line);
  return [
    make("h3", { text: `Without a date (${items.length.toLocaleString("en-GB")})` }),
    make("p", { class: "note", text: "The articles give no date for these, so they have no place on the line. Words such as “over the next four years” name no year." }),
    ...parts.map(({ title, some }) =>
      make(
        "details",
        { "data-part": title },
        make("summary", { text: `${title} (${some.length.toLocaleString("en-GB")})` }),
        make("ul", { class: "plain" }, ...some.slice(0, most).map(line)),
        some.length > most ? more(some.length - most) : null,
      ),
    ),
  ];
}

/** @param {Dated} item @returns {Node | string} */
const lineOf = (item) => (nodeOf.has(item.iris[0]) ? link(item.iris[0], item.line) : item.line);

const timeline = {
  title: "Timeline",
  note: "When the articles were written, and the dates that they give for events, positions and periods of money.",
  counted: /** @type {[string, string]} */ (["dated thing", "dated things"]),
  all: () => moments().filter(isDated),
  keeps: (/** @type {Dated} */ item) => item.keeps(),
  iris: (/** @type {Dated} */ item) => item.iris,
  charts: (/** @type {Dated[]} */ items, /** @type {number} */ width) => (items.length ? [lineChart(items, width)] : []),
  below: () => undated(moments().filter((item) => !isDated(item) && item.keeps())),
  columns: /** @type {Column[]} */ ([
    { key: "from", head: "From", text: (i) => i.start },
    { key: "until", head: "Until", text: (i) => i.end },
    { key: "kind", head: "What", text: (i) => ONE_OF[i.kind] },
    { key: "line", head: "Name", isWide: true, text: (i) => i.line, cell: lineOf },
    { key: "source", head: "Where it stands", isWide: true, text: (i) => i.source },
    { key: "iri", head: "IRI", text: (i) => i.iris[0], onlyInFile: true },
  ]),
};
