/** Ends the session here, and leads to where that at the provider of the account is ended. Whoever is still logged in is told so. */

const STILL_IN = {
  id: "Anda belum keluar: sambungan terputus atau server bermasalah. Cobalah lagi.",
  en: "You are still logged in: there is no connection, or the server has a problem. Try again.",
};

const said = document.createElement("span");
said.className = "galat";
said.setAttribute("role", "alert");

export async function leave() {
  said.remove();
  const answer = await fetch("/api/sesi", { method: "DELETE" }).catch(() => null);
  if (answer?.ok) {
    location.assign(answer.headers.get("Semai-Keluar") ?? "/dasbor");
    return;
  }
  said.textContent = STILL_IN[document.documentElement.lang];
  document.getElementById("keluar").parentElement.append(said);
}

document.getElementById("keluar")?.addEventListener("click", leave);
