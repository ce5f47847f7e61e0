// @ts-check
/* The charts of the ledger: sums by what is said of them, and who is to pay whom. A sum is drawn once; sums of unlike things are never one bar. */

const PROMISES = ["announced", "committed", "manifesto", "proposed", "conditional", "potential"];
const STATUSES = [...PROMISES, "requested", "estimated_need", "existing", "spent", "denied"];
const SORTS = /** @type {[string, string, (money: any) => boolean][]} */ ([
  ["promised", "promised", (m) => m.counts && m.status !== "manifesto"],
  ["manifesto", "promised in manifestos", (m) => m.counts && m.status === "manifesto"],
  ["calls", "asked for or needed", (m) => ["requested", "estimated_need"].includes(m.status) && !m.is_disputed],
  ["other", "existing, spent or denied", (m) => ["existing", "spent", "denied"].includes(m.status) && !m.is_disputed],
]);
const MOST_FLOWS = 40;

/** @param {any} money @returns {string} the key of what it can be compared with: its currency, yearly or not */
const purseOf = (money) => (money.is_per_year ? `${money.currency}-yearly` : money.currency);

/** @param {any[]} items @returns {[string, string][]} the kinds of money with a sum, the most frequent first */
function pursesOf(items) {
  const by = new Map();
  for (const m of items.filter((one) => one.stated !== null)) gather(by, purseOf(m), m);
  return [...by].sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1)).map(([key, [m]]) => [key, m.currency + (m.is_per_year ? " a year" : "")]);
}

/** @param {any} money @param {"payer" | "recipient"} end @returns {string} who that is: two of one name are two; "" where it is not said */
const whoOf = (money, end) => money[ENDS[end]].map((/** @type {Named} */ { name, iri }) => iri || name).join("; ");

/** @param {any} money @returns {string} the colour of what is said of it */
const moneyInk = (money) => (money.counts ? inkOf(kindOf.get("pledge")) : ["requested", "estimated_need"].includes(money.status) ? inkOf(kindOf.get("organisation")) : tints().edge);

/**
 * A sum as a piece of a chart that the mouse can choose; the keyboard has the table.
 * @param {string} tag
 * @param {any} money
 * @param {Record<string, unknown>} about
 * @returns {SVGElement}
 */
const piece = (tag, money, about) =>
  shape(
    tag,
    { ...about, class: "piece", "data-iris": money.iri, click: () => go({ show: money.iri, fact: "" }) },
    shape("title", { text: `${moneyLabel(money)}: ${statusOf(money)}${money.payer ? `, from ${money.payer}` : ""}` }),
  );

/**
 * Bars by status; each bar is made of its sums.
 * @param {any[]} items of one kind of money, with a sum
 * @param {number} width
 * @returns {HTMLElement}
 */
function bars(items, width) {
  const rows = [
    ...STATUSES.map((status) => ({ name: spaced(status), some: items.filter((m) => m.status === status && !m.is_disputed), adds: PROMISES.includes(status) })),
    { name: "disputed", some: items.filter((m) => m.is_disputed), adds: false },
  ].filter(({ some }) => some.length);
  const total = (/** @type {any[]} */ some) => some.reduce((all, m) => all + m.stated, 0);
  const per = items[0].is_per_year ? " a year" : "";
  const says = (/** @type {{ some: any[], adds: boolean }} */ { some, adds }) => {
    const largest = Math.max(...some.map((m) => m.stated));
    if (some.length === 1) return sum(largest, some[0].currency) + per;
    return adds ? `${sum(total(some), some[0].currency)}${per} in ${some.length} sums` : `${some.length} sums, the largest ${sum(largest, some[0].currency)}${per}`;
  };
  const names = Math.max(...rows.map(({ name }) => widthOf(name, 13))) + 12;
  const ends = Math.max(...rows.map((row) => widthOf(says(row), 13))) + 12;
  const isTight = width - names - ends < 120; // what it comes to stands below the bar then
  const room = Math.min(760, width - names - (isTight ? 0 : ends));
  const high = isTight ? 46 : 30;
  const scale = (room - 2 * items.length) / Math.max(...rows.map(({ some }) => total(some)));
  const shapes = rows.flatMap((row, i) => {
    const y = i * high;
    let x = names;
    const pieces = [...row.some]
      .sort((a, b) => b.stated - a.stated)
      .map((m) => {
        const wide = Math.max(2, m.stated * scale);
        const drawn = piece("rect", m, { x: round(x), y: y + 5, width: round(wide), height: 18, fill: moneyInk(m), opacity: 0.85 });
        x += wide + 1.5;
        return drawn;
      });
    return [words(row.name, names - 10, y + 19, { anchor: "end" }), ...pieces, isTight ? words(says(row), names, y + 38, { px: 12, soft: true }) : words(says(row), x + 6, y + 19, { soft: true })];
  });
  return chart("By status", "Each piece is one sum, to scale. Only promises are added.", Math.min(width, names + room + (isTight ? 0 : ends)), rows.length * high + 4, shapes);
}

/**
 * One side of the flows: a bar for each of them, as high as its sums, in a place that is high enough for its label.
 * @param {Map<string, any[]>} by who → sums
 * @param {"payer" | "recipient"} end which side
 * @param {number} scale pixels per unit
 * @param {(who: string) => number} rank where it belongs, from the top
 */
function sideOf(by, end, scale, rank) {
  const order = [...by].sort(([a, some], [b, others]) => Number(!a) - Number(!b) || rank(a) - rank(b) || collator.compare(some[0][end], others[0][end]));
  let y = 4;
  const slots = order.map(([who, some]) => {
    const high = some.reduce((all, m) => all + thick(m, scale), 0);
    const place = Math.max(40, high + 12);
    const slot = { who, name: some[0][end], ends: some[0][ENDS[end]], some, top: y + (place - high) / 2, middle: y + place / 2, high, used: 0 };
    y += place;
    return slot;
  });
  return { slots, height: y, slotOf: new Map(slots.map((slot) => [slot.who, slot])) };
}

/** @param {any} money @param {number} scale @returns {number} pixels; a hairline at least */
const thick = (money, scale) => Math.max(1.5, money.stated * scale);

/**
 * Who is to pay whom: a band per sum.
 * @param {any[]} items of one kind of money and one sort
 * @param {number} width
 * @param {Node[]} controls
 * @returns {HTMLElement}
 */
function flows(items, width, controls) {
  const named = items.filter((m) => m.payer || m.recipient);
  const drawn = [...named].sort((a, b) => b.stated - a.stated).slice(0, MOST_FLOWS);
  const notes = [
    `Each band is one sum, to scale, from who pays to whom it is for.`,
    named.length > drawn.length ? `The ${MOST_FLOWS} largest are drawn.` : "",
    items.length > named.length ? `${upper(many(items.length - named.length, "sum names", "sums name"))} neither.` : "",
  ];
  const by = (/** @type {"payer" | "recipient"} */ end) => {
    const found = new Map();
    for (const m of drawn) gather(found, whoOf(m, end), m);
    return found;
  };
  const total = (/** @type {any[]} */ some) => some.reduce((all, m) => all + m.stated, 0);
  const scale = 260 / Math.max(1, total(drawn));
  const payers = by("payer");
  const left = sideOf(payers, "payer", scale, (who) => -total(payers.get(who) ?? []));
  const at = (/** @type {any} */ m) => left.slotOf.get(whoOf(m, "payer"))?.middle ?? 0;
  const recipients = by("recipient");
  const right = sideOf(
    recipients,
    "recipient",
    scale,
    (who) => (recipients.get(who) ?? []).reduce((/** @type {number} */ all, /** @type {any} */ m) => all + at(m), 0) / (recipients.get(who)?.length ?? 1),
  );
  const label = Math.min(250, Math.max(128, width * 0.3));
  const wide = Math.min(width, 2 * label + 520);
  const [x0, x1] = [label, wide - label];
  const bands = [];
  for (const slot of left.slots)
    for (const m of [...slot.some].sort((a, b) => (right.slotOf.get(whoOf(a, "recipient"))?.middle ?? 0) - (right.slotOf.get(whoOf(b, "recipient"))?.middle ?? 0))) {
      const other = /** @type {any} */ (right.slotOf.get(whoOf(m, "recipient")));
      const high = thick(m, scale);
      const [y0, y1] = [slot.top + slot.used + high / 2, other.top + other.used + high / 2];
      slot.used += high;
      other.used += high;
      const middle = round((x0 + x1) / 2);
      const isWhole = m.payer && m.recipient;
      bands.push(
        piece("path", m, {
          d: `M${round(x0 + 8)} ${round(y0)}C${middle} ${round(y0)} ${middle} ${round(y1)} ${round(x1 - 8)} ${round(y1)}`,
          fill: "none",
          stroke: isWhole ? moneyInk(m) : tints().edge,
          "stroke-width": round(high),
          "stroke-opacity": isWhole ? 0.5 : 0.3,
        }),
      );
    }
  const ends = [...left.slots.map((slot) => endOf(slot, x0, "end", "payer", label)), ...right.slots.map((slot) => endOf(slot, x1, "start", "recipient", label))];
  const heads = [words("Who pays", x0 + 8, 14, { px: 12, soft: true, anchor: "end" }), words("For whom", x1 - 8, 14, { px: 12, soft: true })];
  const height = Math.max(left.height, right.height);
  return chart("From whom, for whom", notes.filter(Boolean).join(" "), wide, height + 22, [...heads, shape("g", { transform: "translate(0 20)" }, ...bands, ...ends)], controls);
}

/**
 * One end of the bands with its name, and what it comes to where that may be added.
 * @param {any} slot
 * @param {number} x of the inner side of the bar
 * @param {string} anchor
 * @param {string} end
 * @param {number} room pixels of its label
 * @returns {SVGElement}
 */
function endOf(slot, x, anchor, end, room) {
  const out = anchor === "end" ? -6 : 6;
  const bar = shape("rect", {
    x: round(anchor === "end" ? x : x - 8),
    y: round(slot.top),
    width: 8,
    height: round(Math.max(slot.high, 1.5)),
    fill: slot.who ? tints().ink : "none",
    stroke: slot.who ? "none" : tints().edge,
    "stroke-dasharray": "2 2",
  });
  const [first] = slot.some;
  const name = slot.name || (end === "payer" ? "payer not said" : "recipient not said");
  const comes = slot.some.every((/** @type {any} */ m) => m.counts)
    ? sum(
        slot.some.reduce((/** @type {number} */ all, /** @type {any} */ m) => all + m.stated, 0),
        first.currency,
      ) + (slot.some.length > 1 ? ` in ${slot.some.length} sums` : "")
    : slot.some.length > 1
      ? `${slot.some.length} sums`
      : sum(first.stated, first.currency);
  const texts = [
    words(fitted(name, room - 10, 13, Boolean(slot.who)), x + out, slot.middle - 2, { anchor, bold: Boolean(slot.who), soft: !slot.who }),
    words(fitted(comes, room - 8, 12), x + out, slot.middle + 14, { px: 12, soft: true, anchor }),
  ];
  const iri = slot.ends.length === 1 && profileOf.has(slot.ends[0].iri) ? slot.ends[0].iri : "";
  const hit = shape("rect", { x: round(anchor === "end" ? x - room : x - 8), y: round(slot.middle - 18), width: round(room + 8), height: 36, fill: "transparent" });
  return iri ? handle(iri, `${name}, ${end === "payer" ? "pays" : "gets"} ${comes}`, hit, bar, ...texts) : shape("g", {}, bar, ...texts);
}

/**
 * The charts of the ledger for the kind of money that the state asks for, or the most frequent.
 * @param {any[]} items
 * @param {number} width
 * @returns {(HTMLElement | null)[]}
 */
function ledgerCharts(items, width) {
  const purses = pursesOf(items);
  if (!purses.length) return [totals(items)];
  const purse = (purses.find(([key]) => key === state.money) ?? purses[0])[0];
  const some = items.filter((m) => m.stated !== null && purseOf(m) === purse);
  const sorts = SORTS.filter(([, , takes]) => some.some(takes));
  const sort = sorts.find(([key]) => key === state.flow) ?? sorts[0];
  const pickPurse = purses.length > 1 ? choiceOf("money", "Money in", purses, purse) : null;
  const pickSort =
    sorts.length > 1
      ? choiceOf(
          "flow",
          "Money that is",
          sorts.map(([key, title]) => /** @type {[string, string]} */ ([key, title])),
          sort[0],
        )
      : null;
  return [
    totals(items),
    pickPurse && make("div", { class: "tools" }, pickPurse),
    make("div", { class: "charts" }, bars(some, width), sort ? flows(some.filter(sort[2]), width, pickSort ? [pickSort] : []) : null),
  ];
}
