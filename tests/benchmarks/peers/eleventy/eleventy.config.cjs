// Eleventy as a peer of the build: a minimal template, no search, no feeds. Its input is the folder `docs` beside this file.
module.exports = config => {
  config.addGlobalData("layout", "page.njk");
  return { dir: { input: "docs", includes: "../includes", output: "site" }, markdownTemplateEngine: false };
};
