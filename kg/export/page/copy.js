// @ts-check
/* Text to the clipboard: by the browser's way, by the old one, or from a box in which it stands marked. */

/** Tell those who hear the page. @param {string} text */
function say(text) {
  byId("said").textContent = "";
  setTimeout(() => (byId("said").textContent = text), 50); // the same words twice are two messages
}

/** @param {string} text @returns {Promise<boolean>} whether the clipboard holds it now */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedFromBox(text); // a page without a secure address, or a reader who forbade it
  }
}

/** @param {string} text */
function boxOf(text) {
  const box = /** @type {HTMLTextAreaElement} */ (make("textarea", { class: "taken", readonly: true, rows: 4, "aria-label": "Citation, to be copied" }));
  box.value = text;
  return box;
}

/** @param {string} text @returns {boolean} whether the old way worked */
function copiedFromBox(text) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const box = boxOf(text);
  box.classList.add("unseen");
  document.body.append(box);
  box.select();
  let works = false;
  try {
    works = document.execCommand("copy");
  } catch {
    // some browsers throw where others say no
  }
  box.remove();
  focused?.focus({ preventScroll: true });
  return works;
}

/** The address of this page with a fact open; "" for a file, whose address means nothing to others.
 * @param {Passage} piece @param {Fact} fact */
function addressOf(piece, fact) {
  if (!/^https?:$/.test(location.protocol)) return "";
  const id = lastPart(piece.fact ?? fact.iri);
  return location.href.split("#")[0] + toHash({ ...AT_FIRST, show: fact.about.find(Boolean) ?? "", fact: id });
}

/** The button that copies a piece of evidence as a citation.
 * @param {Passage} piece @param {Fact} fact */
function citeButton(piece, fact) {
  const button = make("button", { type: "button", class: "link copy", text: "Copy citation" });
  button.addEventListener("click", async () => {
    const text = citation(piece, fact, dossier.sources[piece.source], addressOf(piece, fact));
    const after = button.nextElementSibling;
    if (after) after.remove();
    if (await copied(text)) {
      button.textContent = "Copied";
      say("Citation copied");
      setTimeout(() => (button.textContent = "Copy citation"), 2500);
      return;
    }
    const box = boxOf(text);
    button.after(box);
    box.focus();
    box.select();
    say("The browser does not let this page copy. The citation stands marked in a box: copy it with Control C or Command C.");
  });
  return button;
}
