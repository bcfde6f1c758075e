/**
 * Holds a form still while a mouse button is down. Leaving a field brings or takes away the sentence beside it, and what
 * was aimed at would move from under the press: a click ends where it began, or is none.
 */

const FIELDS = ".fjs-container .fjs-form-field";

/** Those that may change their height now. */
let held = [];

function hold() {
  release();
  held = [...document.querySelectorAll(FIELDS)].filter(
    (field) => field.contains(document.activeElement) || field.querySelector(".fjs-form-field-error"),
  );
  const heights = held.map((field) => getComputedStyle(field).height);
  held.forEach((field, place) => (field.style.height = heights[place]));
}

function release() {
  held.forEach((field) => (field.style.height = ""));
  held = [];
}

/** The click comes right after. */
function releaseSoon() {
  setTimeout(release);
}

document.addEventListener("pointerdown", hold, true);
document.addEventListener("pointerup", releaseSoon, true);
document.addEventListener("pointercancel", releaseSoon, true);

export default undefined;
