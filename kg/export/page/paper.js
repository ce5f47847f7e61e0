// @ts-check
/* On paper: the map as a drawing, tables with all their rows, everything unfolded, dark ink on white. What printing changes is put back. */

/** @type {(() => void)[]} what puts back what was changed for the paper, in order */
let putBacks = [];

/** Unfold all that is folded in a part of the page. @param {HTMLElement} part */
function unfoldAll(part) {
  const folded = /** @type {HTMLDetailsElement[]} */ ([...part.querySelectorAll("details:not([open])")]);
  for (const each of folded) each.open = true;
  return () => {
    for (const each of folded) each.open = false;
  };
}

function toPaper() {
  if (onPaper) return;
  onPaper = true;
  const tables = byId("tables");
  const [rows, top, side] = [most, tables.scrollTop, byId("panel").scrollTop];
  const isMap = state.view === "map";
  if (isMap) {
    draw();
    const picture = networkPicture();
    byId("paper").className = Number(picture.getAttribute("width")) > Number(picture.getAttribute("height")) ? "wide" : "";
    byId("paper").replaceChildren(picture);
  } else {
    most = Number.MAX_SAFE_INTEGER;
    renderView(null);
    byId("paper").replaceChildren(...[leftOut(), sourceNote()].filter(Boolean).map((text) => make("p", { class: "note", text })));
  }
  putBacks = [
    unfoldAll(byId("panel")),
    unfoldAll(tables),
    () => {
      onPaper = false;
      most = rows;
      byId("paper").className = "";
      byId("paper").replaceChildren();
      if (isMap) draw();
      else renderView(null);
      tables.scrollTop = top;
      byId("panel").scrollTop = side;
    },
  ];
}

function fromPaper() {
  for (const putBack of putBacks) putBack();
  putBacks = [];
}

addEventListener("beforeprint", toPaper);
addEventListener("afterprint", fromPaper);
