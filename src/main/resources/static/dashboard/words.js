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
const [WORDS, LABELS] = await Promise.all([fetch("/dashboard/words.json").then((file) => file.json()), ENGLISH ? labels() : new Map()]);

/** Each on a line: what events say = what that is in English. */
async function labels() {
  const lines = (await (await fetch("/dashboard/labels-en.txt")).text()).split("\n");
  return new Map(lines.map((line) => line.split(" = ")));
}

/** The words for a key; {name} is filled in. */
export function t(key, values = {}) {
  const words = WORDS[key]?.[ENGLISH ? 1 : 0] ?? key;
  return words.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

export const knows = (key) => key in WORDS;

/** What an event calls a stage, an outcome, a reason …, in English where that is known. */
export const label = (name) => LABELS.get(name) ?? name;

/** Of a unit or a government that no event has named yet. */
export const known = (name, key = "belumDiketahui") => (name === "?" ? t(key) : name);

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
/** Fractions of days say something only where there are few. */
export const days = (number) => count(number >= 10 ? Math.round(number) : number);
export const share = (number) => (number === null || number === undefined ? "–" : SHARE.format(number));
export const day = (moment) => DAY.format(date(moment));
export const moment = (instant) => MOMENT.format(date(instant));
/** Of a day without a time of day, wherever it is read. */
export const week = (iso, long = false) => (long ? DAY : SHORT).format(new Date(`${iso}T12:00:00`));
