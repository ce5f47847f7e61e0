// @ts-check
/* The story: steps with words over the map, forward and back. A step sets the whole state; what one does in between is one's own. */

/** @returns {number} */
const tourLength = () => dossier.story.length;

/** Of all values those that a step leaves out: it names the ones that it keeps.
 * @param {string[]} all @param {string[]} kept @param {string[]} atFirst what is left out if it names none */
const others = (all, kept, atFirst) => (kept.length ? all.filter((value) => !kept.some((each) => value === each || value.startsWith(`${each}-`))).sort() : atFirst);

/** The state that a step of the story asks for.
 * @param {number} number from 1
 * @returns {Partial<State>} */
function stateOfStep(number) {
  const step = dossier.story[number - 1];
  const [one = "", other] = step.focus;
  return {
    ...AT_FIRST,
    tour: number,
    view: Object.hasOwn(VIEWS, step.view) ? step.view : "map",
    show: other ? "" : one,
    way: other ? `${one} ${other}` : "",
    steps: one && !other ? step.around : 0,
    kinds: others(
      dossier.kinds.map((k) => k.kind),
      step.kinds,
      AT_FIRST.kinds,
    ),
    relations: others(
      dossier.relations.map((r) => r.relation),
      step.relations,
      AT_FIRST.relations,
    ),
    from: step.start,
    to: step.end,
    belief: step.belief,
  };
}

/** Go to a step; 0 leaves the story. @param {number} number */
function tell(number) {
  if (!number) go({ tour: 0 });
  else go(stateOfStep(number));
  if (number) byId("tour").querySelector("h2")?.focus({ preventScroll: true });
}

/** @param {State} before */
function renderTour(before) {
  byId("story").hidden = !tourLength();
  byId("story").setAttribute("aria-pressed", String(state.tour > 0));
  const card = byId("tour");
  if (before.tour === state.tour && card.hidden === !state.tour) return;
  card.hidden = !state.tour;
  const step = dossier.story[state.tour - 1];
  if (!step) return card.replaceChildren();
  const button = (/** @type {string} */ text, /** @type {number} */ number, about = {}) => make("button", { type: "button", text, click: () => tell(number), ...about });
  const isLast = state.tour === tourLength();
  card.replaceChildren(
    make("button", { type: "button", class: "close", "aria-label": "Leave the story", text: "✕", click: () => tell(0) }),
    make("h2", { tabindex: "-1", text: step.title }),
    ...step.text.split(/\n\s*\n/).map((text) => make("p", { text })),
    make(
      "div",
      { class: "acts" },
      button("← Back", state.tour - 1, { disabled: state.tour === 1 }),
      make("span", { class: "soft", text: `${state.tour} of ${tourLength()}` }),
      isLast ? button("Explore the map", 0) : button("Next →", state.tour + 1, { class: "main" }),
    ),
  );
}

/** The arrow keys turn the story's pages while it has the keyboard. @param {KeyboardEvent} event */
function keyOnTour(event) {
  if (event.key === "Escape") {
    event.stopPropagation();
    tell(0);
  }
  const next = state.tour + (event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0);
  if (next !== state.tour && next >= 1 && next <= tourLength()) tell(next);
}
