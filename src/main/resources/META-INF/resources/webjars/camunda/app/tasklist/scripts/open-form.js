/** The form of the task that is open in Tasklist: where it is, and how to get at what it holds. */

/**
 * The form that can be typed into: what it held at first, how to read what was typed since, how to
 * fill it, and what it calls its fields.
 */
export function openForm() {
  const task = /[?&]task=([^&]+)/.exec(location.hash)?.[1];
  const rows = document.querySelector("form.semai-rows");
  const container = formJsContainer();
  if (!task || !document.querySelector("[ng-click='unclaim()']")) {
    return null;
  }
  if (rows?.semaiSheet) {
    return { task, place: rows, ...typedInto(rows.semaiSheet) };
  }
  const form = inForm(container);
  return form?._getState().schema ? { task, place: container, ...typedInto(ofFormJs(form)) } : null;
}

/** The start form in the dialog over the page; null while there is none. */
export function openStart() {
  const container = startContainer();
  const form = container && asked && formIn(container.__k);
  return form?._getState().schema ? { process: asked, place: container, ...typedInto(ofFormJs(form)) } : null;
}

/** The process whose start form was asked for last: the dialog itself does not tell. */
let asked = null;

const ASKING = /\/process-definition\/(?:key\/)?([^/:]+)[^/]*\/startForm$/;

const send = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, address, ...rest) {
  asked = ASKING.exec(String(address).split("?")[0])?.[1] ?? asked;
  send.call(this, method, address, ...rest);
};

function startContainer() {
  return document.querySelector(".modal [cam-tasklist-form] .fjs-container");
}

function formJsContainer() {
  const all = document.querySelectorAll(".task-card .fjs-container, [cam-tasklist-form] .fjs-container");
  return [...all].find((container) => !container.closest(".modal")) ?? null;
}

/** The form-js instance that can be typed into, a dialog's first; null for other kinds of forms. */
export function formJs() {
  return inForm(startContainer() ?? formJsContainer());
}

function inForm(container) {
  return container && formIn(container.__k);
}

/** form-js hands its services down the tree that it draws. */
function formIn(node) {
  if (!node || typeof node !== "object") {
    return null;
  }
  const services = node.props?.value;
  if (typeof services?.getService === "function") {
    return services.getService("form", false);
  }
  for (const child of node.__k ?? []) {
    const found = formIn(child);
    if (found) {
      return found;
    }
  }
  return null;
}

/** The part of a form's description that has this key; null if none has. */
export function componentOf({ components = [] }, key) {
  for (const component of components) {
    const found = component.key === key ? component : componentOf(component, key);
    if (found) {
      return found;
    }
  }
  return null;
}

function ofFormJs(form) {
  return {
    label: (key) => componentOf(form._getState().schema, key)?.label,
    before: form._getState().initialData,
    read: () => form._getState().data,
    write: (data) => form._setState({ data: { ...form._getState().data, ...data } }),
  };
}

/** Somebody may type before this script has looked: only what the form held at first is not typed. */
function typedInto(form) {
  const before = plain(form.before);
  return {
    label: (key) => form.label?.(key) ?? key,
    read: () => Object.fromEntries(Object.entries(plain(form.read())).filter(([key, value]) => !same(value, before[key]))),
    write: (answers) => form.write({ ...before, ...answers }),
  };
}

function plain(data) {
  return JSON.parse(JSON.stringify(data ?? {}));
}

/** An untouched field may hold nothing or be empty. */
function same(one, other) {
  return JSON.stringify(one || null) === JSON.stringify(other || null) || (isEmpty(one) && isEmpty(other));
}

function isEmpty(value) {
  return !value || (Array.isArray(value) && value.length === 0);
}
