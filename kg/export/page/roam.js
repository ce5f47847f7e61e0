// @ts-check
/* The things of a chart by keyboard: one stop of the Tab key for all of them, arrow keys from one to the next. */

/** @param {Element} one @returns {Point} its middle */
function middleOf(one) {
  const { x, y, width, height } = one.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** Which of the things a key leads to; none if the key leads nowhere.
 * @param {SVGElement[]} things @param {SVGElement} from @param {string} key */
function roamed(things, from, key) {
  if (key === "Home") return things[0];
  if (key === "End") return things[things.length - 1];
  const way = ARROWS[key];
  if (!way) return undefined;
  const next = nearestAhead(
    middleOf(from),
    things.map((one) => /** @type {[SVGElement, Point]} */ ([one, middleOf(one)])),
    way,
  );
  const beside = things[things.indexOf(from) + way[0]]; // a row that ends goes on with the next one
  return next ?? beside;
}

/** Make the things of a drawing one stop of the Tab key: the first, or the one that had the keyboard last.
 * @param {SVGElement} drawing */
function roam(drawing) {
  const things = /** @type {SVGElement[]} */ ([...drawing.querySelectorAll(".handle")]);
  if (things.length < 2) return;
  /** @param {SVGElement} stop */
  const stopAt = (stop) => {
    for (const one of things) one.setAttribute("tabindex", one === stop ? "0" : "-1");
  };
  /** @param {Event} event */
  const thingOf = (event) => things.find((one) => one === event.target);
  stopAt(things[0]);
  drawing.addEventListener("focusin", (event) => {
    const here = thingOf(event);
    if (here) stopAt(here);
  });
  drawing.addEventListener("keydown", (event) => {
    const here = thingOf(event);
    if (!here || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = roamed(things, here, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
