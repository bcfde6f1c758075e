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

/** Camunda's configuration of one application. */
export function configuration({ app, languages, scripts }) {
  const language = preferred(languages);
  document.documentElement.lang = language;
  forgetOldLabels();
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

/** Camunda shows what the browser kept of the last visit; after an update that would be the labels of before. */
function forgetOldLabels() {
  const kept = JSON.parse(localStorage.getItem("camunda-web") ?? "{}");
  const others = Object.entries(kept).filter(([key]) => !key.includes("_locales_data_"));
  localStorage.setItem("camunda-web", JSON.stringify(Object.fromEntries(others)));
}

function shortcuts(language) {
  return Object.fromEntries(
    Object.entries(SHORTCUTS).map(([name, shortcut]) => [name, { key: shortcut.key, description: shortcut[language] }]),
  );
}
