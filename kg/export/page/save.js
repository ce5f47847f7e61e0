// @ts-check
/* One place to take away what the page shows: the map and the charts as pictures, tables as files, all of it on paper. */

const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu; // no XML holds these

/** @param {SVGElement} svg @returns {string} the drawing as a file */
const svgText = (svg) => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg).replace(FORBIDDEN, " ")}\n`;

/** Hand a file to the reader.
 * @param {Blob} blob @param {string} name */
function handOver(blob, name) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  say(`Saved as ${name}`);
}

const SHARP = 3; // pixels of the picture for one of the screen: some 300 per inch on paper
const MOST_PIXELS = 60e6; // more than browsers draw for sure

/** @param {SVGElement} svg @returns {Promise<Blob>} the drawing as PNG */
async function pngOf(svg) {
  const [wide, high] = ["width", "height"].map((name) => Number(svg.getAttribute(name)));
  const sharp = Math.min(SHARP, Math.sqrt(MOST_PIXELS / (wide * high)));
  const large = /** @type {SVGElement} */ (svg.cloneNode(true)); // drawn at its full size, or some browsers blow it up from points
  large.setAttribute("width", String(Math.round(wide * sharp)));
  large.setAttribute("height", String(Math.round(high * sharp)));
  large.setAttribute("preserveAspectRatio", "none");
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(large))}`;
  await image.decode();
  const canvas = /** @type {HTMLCanvasElement} */ (make("canvas", { width: Math.round(wide * sharp), height: Math.round(high * sharp) }));
  canvas.getContext("2d")?.drawImage(image, 0, 0);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large for this browser"))), "image/png"));
}

/** @typedef {{ what: string, ways: [string, () => void | Promise<void>][] }} Saving what can be saved, and as what */

/** A picture in both forms.
 * @param {string} what @param {string} name of the file @param {() => SVGElement} draw
 * @returns {Saving} */
const pictureOf = (what, name, draw) => ({
  what,
  ways: [
    ["PNG", async () => handOver(await pngOf(draw()), `${name}.png`)],
    ["SVG", () => handOver(new Blob([svgText(draw())], { type: "image/svg+xml" }), `${name}.svg`)],
  ],
});

/** What can be saved of what the page shows now. @returns {Saving[]} */
function savings() {
  const paper = /** @type {Saving} */ ({ what: "On paper, or as PDF", ways: [["Print", () => print()]] });
  if (state.view === "map") return [pictureOf("The map as it stands", fileName(["stakeholder map", ...alit().slice(0, 2).map(nameOf)]), networkPicture), paper];
  const view = VIEWS[state.view];
  const table = /** @type {Saving} */ ({
    what: "The table",
    ways: [["CSV", () => handOver(new Blob(["\ufeff", csvOf(view.columns, itemsOf(view))], { type: "text/csv;charset=utf-8" }), `${fileName([view.title])}.csv`)]],
  });
  const charts = [...byId("tables").querySelectorAll("figure")].map((figure) => {
    const title = figure.querySelector("h3")?.textContent ?? "";
    return pictureOf(`“${title}”`, fileName([view.title, title]), () => chartPicture(figure));
  });
  return [table, ...charts, paper];
}

/** Open or close the list of what can be saved. @param {boolean} open */
function showSavings(open) {
  const list = byId("savings");
  byId("save").setAttribute("aria-expanded", String(open));
  list.hidden = !open;
  if (!open) return list.replaceChildren();
  list.replaceChildren(
    ...savings().map(({ what, ways }) =>
      make(
        "li",
        {},
        make("span", { text: what }),
        ...ways.map(([form, act]) =>
          make("button", {
            type: "button",
            "data-form": form.toLowerCase(),
            text: form,
            "aria-label": `${form}: ${what}`,
            click: async () => {
              showSavings(false);
              byId("save").focus();
              await act();
            },
          }),
        ),
      ),
    ),
  );
}

function setUpSaving() {
  const part = /** @type {HTMLElement} */ (byId("save").parentElement);
  byId("save").addEventListener("click", () => showSavings(byId("savings").hidden));
  part.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || byId("savings").hidden) return;
    event.stopPropagation();
    showSavings(false);
    byId("save").focus();
  });
  part.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && part.contains(event.relatedTarget))) showSavings(false);
  });
  document.addEventListener("pointerdown", (event) => {
    if (!(event.target instanceof Node && part.contains(event.target))) showSavings(false);
  });
}
