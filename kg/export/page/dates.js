// @ts-check
/* The range of dates: a slider with two ends over a histogram of the articles. */

const datesKnown = dossier.sources.map((s) => s.published).filter(Boolean);
const periods = periodsOf(datesKnown);
/** The number of the period that a date falls into; of a date less precise than periods, of the first one. @param {string} date */
const periodAt = (date) => periods.findIndex((p) => (date.length < p.length ? p.startsWith(date) : date.slice(0, p.length) === p));

const HIGH = 44; // pixels of the histogram

function fillDates() {
  const undated = dossier.sources.length - datesKnown.length;
  const isRange = periods.length > 1;
  partOf("dates").hidden = !isRange && !(undated && datesKnown.length);
  byId("range").hidden = !isRange;
  field("undated").closest("p")?.toggleAttribute("hidden", !undated);
  byId("undated-count").textContent = figure(undated);
  const perPeriod = tally(datesKnown, periodAt);
  const most = Math.max(1, ...perPeriod.values());
  byId("bars").append(
    ...periods.map((p, i) => {
      const high = ((perPeriod.get(i) ?? 0) / most) * HIGH;
      const bar = make2("rect", { x: i + 0.08, y: HIGH - high, width: 0.84, height: high });
      bar.append(make2("title", {}));
      bar.children[0].textContent = `${periodName(p)}: ${many(perPeriod.get(i) ?? 0, "article", "articles")}`;
      return bar;
    }),
  );
  byId("bars").setAttribute("viewBox", `0 0 ${Math.max(1, periods.length)} ${HIGH}`);
  for (const id of ["from", "to"]) {
    field(id).max = String(Math.max(0, periods.length - 1));
    field(id).addEventListener("input", () => {
      const [from, to] = [Number(field("from").value), Number(field("to").value)];
      const at = id === "from" ? Math.min(from, to) : Math.max(from, to); // one end stops at the other
      go({ [id]: at === (id === "from" ? 0 : periods.length - 1) ? "" : periods[at] }, { fly: false });
    });
  }
}

/** The ends of the range, as numbers of periods. */
function rangeNow() {
  const from = state.from ? periods.findIndex((p) => p >= state.from.slice(0, p.length)) : 0;
  const to = state.to ? periods.filter((p) => p <= state.to || p.startsWith(state.to)).length - 1 : periods.length - 1;
  return { from: from < 0 ? periods.length - 1 : from, to: Math.max(0, to) };
}

function renderDates() {
  if (periods.length < 2) return;
  const { from, to } = rangeNow();
  for (const [id, at] of /** @type {[string, number][]} */ ([
    ["from", from],
    ["to", to],
  ])) {
    field(id).value = String(at);
    field(id).setAttribute("aria-valuetext", periodName(periods[at]));
  }
  for (const [i, bar] of [...byId("bars").children].entries()) bar.classList.toggle("out", i < from || i > to);
  const count = dossier.sources.filter((s) => s.published && periodAt(s.published) >= from && periodAt(s.published) <= to).length;
  byId("between").textContent = `${periodName(periods[from])} – ${periodName(periods[to])}: ${many(count, "article", "articles")}`;
}
