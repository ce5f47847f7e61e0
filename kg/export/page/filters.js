/* The legend, which is also the filter: what a box unticks disappears from the map. */

const boxes = []; // [checkbox, the list of the state that it stands in, its value]

function choices(id, list, entries) {
  byId(id).append(
    ...entries.map(([value, sign, label, count, note]) => {
      const box = make("input", { type: "checkbox" });
      box.addEventListener("change", () => go({ [list]: box.checked ? state[list].filter((v) => v !== value) : [...state[list], value].sort() }, { fly: false }));
      boxes.push([box, list, value]);
      return make("label", { title: note }, box, sign, make("bdi", { text: label }), make("b", { text: String(count) }));
    }),
  );
}

function fillLegend() {
  const count = (items, test) => items.filter(test).length;
  choices("kinds", "kinds", dossier.kinds.map((k) => [k.kind, glyph(k.kind), k.legend, count(allNodes, (n) => n.kind === k.kind)]).filter((entry) => entry[3]));
  choices("relations", "relations", dossier.relations.map((r) => [r.relation, stroke(r.relation), upper(r.legend), count(allEdges, (e) => e.relation === r.relation)]).filter((entry) => entry[3]));
  choices("articles", "articles", dossier.sources.map((s, i) => [String(i), null, s.title, count(dossier.facts, (f) => f.passages.some((p) => p.source === i)), [s.publisher, s.published, s.file].filter(Boolean).join(", ")]));
  const written = (test) => count(dossier.sources, test);
  choices("publishers", "publishers", publishers.map((name, i) => [String(i), null, name || "publisher not known", written((s) => s.publisher === name)]));
  byId("publishers").parentElement.hidden = publishers.length < 2;
  const dates = dossier.sources.map((s) => s.published).filter(Boolean).sort();
  byId("dates").parentElement.hidden = dates.length < 2 || dates[0] === dates.at(-1);
  for (const id of ["from", "to"]) {
    byId(id).min = dates.length ? `${dates[0].slice(0, 4)}-01-01` : "";
    byId(id).max = dates.length ? `${dates.at(-1).slice(0, 4)}-12-31` : "";
    byId(id).addEventListener("change", () => go({ [id]: byId(id).value }, { fly: false }));
  }
  const kinds = dossier.kinds.map((k) => [count(allNodes, (n) => n.kind === k.kind), k]).filter(([n]) => n);
  const holds = kinds.map(([n, k]) => many(n, k.one, k.legend.toLowerCase())).join(", ");
  byId("holds").textContent = `${holds} · ${many(dossier.facts.length, "fact", "facts")} from ${many(dossier.sources.length, "article", "articles")}`;
  const beliefs = byId("belief");
  beliefs.addEventListener("input", () => go({ belief: Number(beliefs.value) }, { fly: false }));
  byId("loose").addEventListener("change", (event) => go({ loose: event.target.checked }));
  byId("reset").addEventListener("click", () => {
    shown = { things: [], lines: [] };
    nodes.clear(); // what was dragged goes back
    go({ ...AT_FIRST, view: state.view });
    fitAll();
  });
  const toggle = byId("filter");
  toggle.addEventListener("click", () => {
    const open = toggle.getAttribute("aria-expanded") !== "true";
    toggle.setAttribute("aria-expanded", String(open));
    byId("legend").classList.toggle("open", open);
  });
}

function renderFilters() {
  for (const [box, list, value] of boxes) box.checked = !state[list].includes(value);
  byId("belief").value = String(state.belief);
  byId("least").textContent = state.belief ? state.belief.toFixed(2) : "any";
  byId("from").value = state.from;
  byId("to").value = state.to;
  byId("loose").checked = state.loose;
}
