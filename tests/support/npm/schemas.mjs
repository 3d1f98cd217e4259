// Holds JSON files against their schemas: each argument after the first is a pair, schema=file. Prints what is wrong, as JSON.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const [tools, ...pairs] = process.argv.slice(2);
const { default: Ajv } = createRequire(`${tools}/`)("ajv/dist/2020");
const found = [];
for (const pair of pairs) {
  const [schema, file] = await Promise.all(pair.split("=").map(async (path) => JSON.parse(await readFile(path, "utf8"))));
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  ajv.addFormat("date", (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)));
  const fits = ajv.compile(schema);
  if (!fits(file)) found.push(...fits.errors.map((error) => `${pair}${error.instancePath} ${error.message}`));
}
console.log(JSON.stringify(found));
