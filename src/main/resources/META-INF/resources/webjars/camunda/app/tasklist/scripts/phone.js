/** On a telephone an open task has the page to itself, see semai-phone.css; this is the way back to the list. */

export default {
  id: "semai-back",
  pluginPoint: "tasklist.task.action",
  priority: 200,
  render: (node) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-link semai-back";
    button.textContent = "‹ Daftar tugas";
    button.addEventListener("click", leave);
    node.append(button);
  },
  unmount: () => {},
};

function leave() {
  location.hash = location.hash.replace(/task=[^&]*&?/, "");
}
