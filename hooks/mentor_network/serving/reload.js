// Loads the page again when the server has another version of the site. A hidden page does not listen: browsers allow one
// server only a few open connections.
(() => {
  const shown = document.currentScript.dataset.version;
  let versions = null;

  function listen() {
    if (document.hidden) {
      versions?.close();
      versions = null;
    } else if (!versions) {
      versions = new EventSource("/.serve/versions");
      versions.onmessage = (event) => {
        if (event.data !== shown) location.reload();
      };
    }
  }

  document.addEventListener("visibilitychange", listen);
  listen();
})();
