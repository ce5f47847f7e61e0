// @ts-check
/* The story: steps with words over the map, forward and back. */

const tourLength = () => 0;
/** @param {State} before */
function renderTour(before) {}
