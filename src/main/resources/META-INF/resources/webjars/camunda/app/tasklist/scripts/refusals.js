/**
 * The sentences beside the fields of a form: shows what the server has refused there, besides Tasklist's own message, and
 * takes away what would hold the form back for nothing. Tasklist sends nothing as long as a sentence stands.
 */

import { componentOf, formJs } from "./open-form.js";

const LOOK_EVERY = 300;
const SENDING = /\/(task|process-definition)\/[^/]+\/submit-form$/;

function watchSendings() {
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    if (SENDING.test(String(address).split("?")[0])) {
      this.addEventListener("load", () => this.status >= 400 && show(read(this)));
    }
    open.call(this, method, address, ...rest);
  };
}

function read(answer) {
  try {
    return JSON.parse(answer.responseText);
  } catch (noJson) {
    return {};
  }
}

function show({ field, message }) {
  const form = field && message && formJs();
  const component = form && componentOf(form._getState().schema, field);
  if (component) {
    form._setState({ errors: { ...form._getState().errors, [component.id]: [message] } });
    untilSomethingIsTyped(form, component.id, message);
    document.querySelector(`.fjs-container [id$="-${component.id}"]`)?.focus();
  }
}

/** Another field may hold the remedy. What the form itself says of the field by then stays. */
function untilSomethingIsTyped(form, id, message) {
  const refused = JSON.stringify(form._getState().data);
  form.on("changed", function forget({ data }) {
    if (JSON.stringify(data) !== refused) {
      form.off("changed", forget);
      setTimeout(() => {
        const { [id]: said, ...others } = form._getState().errors;
        said?.[0] === message && form._setState({ errors: others });
      });
    }
  });
}

/** form-js 1.8.7 keeps the sentence of a field that another answer has hidden. */
function forgetHidden() {
  const form = formJs();
  const errors = Object.entries(form?._getState().errors ?? {});
  if (errors.length > 0) {
    const shown = new Set(form.get("formFieldInstanceRegistry").getAllKeyed().map(({ id }) => id));
    const left = errors.filter(([id]) => shown.has(id));
    left.length < errors.length && form._setState({ errors: Object.fromEntries(left) });
  }
}

watchSendings();
setInterval(forgetHidden, LOOK_EVERY);
export default undefined;
