import "/camunda/app/tasklist/scripts/session.js";
import { diagram } from "./diagram.js";

const place = document.getElementById("diagram");
diagram(place, `/inovasi/${encodeURIComponent(place.dataset.case)}`);
