/** The login page's other way in: by the accounts of a provider, back to the page that somebody wanted to open. */

const LABEL = { id: (name) => `Masuk dengan akun ${name}`, en: (name) => `Log in with your ${name} account` };
const LOGIN = "#/login";

let wanted = "";

function notePlace() {
  if (!location.hash.startsWith(LOGIN)) {
    wanted = location.hash;
  }
}

function offer() {
  const form = document.querySelector(".form-signin form");
  if (form && !document.querySelector(".semai-sign-on")) {
    const link = document.createElement("a");
    link.className = "semai-sign-on btn btn-lg btn-default";
    link.textContent = (LABEL[document.documentElement.lang] ?? LABEL.id)(document.documentElement.dataset.signOn);
    link.href = "/masuk/akun";
    link.addEventListener("click", () => {
      link.href = `/masuk/akun?ke=${encodeURIComponent(location.pathname + wanted)}`;
    });
    form.after(link);
  }
}

notePlace();
addEventListener("hashchange", notePlace);
new MutationObserver(offer).observe(document.body, { subtree: true, childList: true });
offer();
export default undefined;
