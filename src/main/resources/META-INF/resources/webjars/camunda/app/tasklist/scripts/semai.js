/** What makes Camunda's web applications Semai's: their names, their language, their shortcuts. */

const NAMES = {
  id: { tasklist: "Daftar Tugas", welcome: "Beranda", admin: "Administrasi", cockpit: "Cockpit" },
  en: { tasklist: "Tasklist", welcome: "Welcome", admin: "Admin", cockpit: "Cockpit" },
};

const SHORTCUTS = {
  claimTask: { key: "ctrl+alt+c", id: "mengambil tugas yang dipilih", en: "claims the currently selected task" },
  focusFilter: { key: "ctrl+shift+f", id: "menuju filter pertama", en: "sets the focus to the first filter" },
  focusList: { key: "ctrl+alt+l", id: "menuju tugas pertama dalam daftar", en: "sets the focus to the first task" },
  focusForm: { key: "ctrl+alt+f", id: "menuju isian pertama formulir", en: "sets the focus to the first input field" },
  startProcess: { key: "ctrl+alt+p", id: "membuka dialog untuk memulai proses", en: "opens the start process dialog" },
};

/** Camunda's configuration of one application, which begins when it is there. */
export async function configuration({ app, languages, scripts, signOn }) {
  const language = preferred(languages);
  document.documentElement.lang = language;
  document.documentElement.dataset.signOn = signOn ?? "";
  await keepLabels(app, language);
  return {
    app: { vendor: "Semai –", name: NAMES[language][app] },
    locales: { availableLocales: languages, fallbackLocale: languages[0] },
    customScripts: scripts,
    disableWelcomeMessage: true,
    links: [],
    shortcuts: shortcuts(language),
  };
}

/** The language that Camunda will choose: the browser's, or else the first. */
function preferred(languages) {
  const wanted = (navigator.languages?.[0] ?? navigator.language ?? "").split("-")[0].toLowerCase();
  return languages.includes(wanted) ? wanted : languages[0];
}

/**
 * Camunda shows the labels that the browser kept of the last visit, and the bare names of labels that it does not wait
 * for: after an update those of before, in a new browser SEARCH_PLACEHOLDER. So it finds those of today from the start.
 */
async function keepLabels(app, language) {
  const labels = await labelsOf(app, language);
  const kept = Object.entries(JSON.parse(localStorage.getItem("camunda-web") ?? "{}"));
  const others = Object.fromEntries(kept.filter(([key]) => !key.includes("_locales_data_")));
  const place = `${document.querySelector("base").getAttribute("app-root")}/app/${app}/locales/`;
  const now = labels && { [`${place}_locales_data_${language}_${window.bust}`]: labels };
  localStorage.setItem("camunda-web", JSON.stringify({ ...others, ...now }));
}

/** As text; null if they cannot be had now, which Camunda itself says then. */
async function labelsOf(app, language) {
  try {
    const answer = await fetch(new URL(`../../${app}/locales/${language}.json`, import.meta.url));
    return answer.ok ? await answer.text() : null;
  } catch (noConnection) {
    return null;
  }
}

function shortcuts(language) {
  return Object.fromEntries(
    Object.entries(SHORTCUTS).map(([name, shortcut]) => [name, { key: shortcut.key, description: shortcut[language] }]),
  );
}
