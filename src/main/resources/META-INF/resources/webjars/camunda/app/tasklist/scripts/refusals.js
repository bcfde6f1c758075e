/** Shows what the server has refused beside the field that it speaks of, besides Tasklist's own message. */

import { formJs } from "./open-form.js";

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
    document.querySelector(`.fjs-container [id$="-${component.id}"]`)?.focus();
  }
}

function componentOf({ components = [] }, key) {
  for (const component of components) {
    const found = component.key === key ? component : componentOf(component, key);
    if (found) {
      return found;
    }
  }
  return null;
}

watchSendings();
export default undefined;
