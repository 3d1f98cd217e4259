// On the page for unknown addresses: mail programs write "#" as "%23", so that a link to a plan or to a place leads nowhere.

import { recovered } from "./plan-link.js";

const [page, anchor] = location.href.split(/%(?:25)*23([^]*)/i);
if (anchor) location.replace(`${page.replace(/%2f$/i, "/")}#${recovered(`#${anchor}`) || anchor}`);
