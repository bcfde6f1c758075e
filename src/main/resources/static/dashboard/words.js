/** What the dashboard says, in Indonesian and in English; the address decides, or what was chosen last. */

const KEPT = "semai.bahasa";

function chosen() {
  const asked = new URLSearchParams(location.search).get("lang");
  try {
    if (asked) {
      localStorage.setItem(KEPT, asked);
    }
    return asked ?? localStorage.getItem(KEPT);
  } catch (closed) {
    return asked;
  }
}

export const ENGLISH = chosen() === "en";
const LOCALE = ENGLISH ? "en-GB" : "id-ID";
const WORDS = await (await fetch("/dashboard/words.json")).json();

/** The words for a key; {name} is filled in. */
export function t(key, values = {}) {
  const words = WORDS[key]?.[ENGLISH ? 1 : 0] ?? key;
  return words.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

export const knows = (key) => key in WORDS;

const COUNT = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const SHARE = new Intl.NumberFormat(LOCALE, { style: "percent", maximumFractionDigits: 0 });
const DAY = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "long", year: "numeric" });
const SHORT = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short" });
const MOMENT = new Intl.DateTimeFormat(LOCALE, {
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
});

/** Jackson writes moments as text or as seconds. */
const date = (moment) => new Date(typeof moment === "number" ? moment * 1000 : moment);

export const count = (number) => (number === null || number === undefined ? "–" : COUNT.format(number));
export const share = (number) => (number === null || number === undefined ? "–" : SHARE.format(number));
export const day = (moment) => DAY.format(date(moment));
export const moment = (instant) => MOMENT.format(date(instant));
/** Of a day without a time of day, wherever it is read. */
export const week = (iso, long = false) => (long ? DAY : SHORT).format(new Date(`${iso}T12:00:00`));
