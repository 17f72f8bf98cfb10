// What would break the clients of the last release: `check-breaking.mjs <released SDL> <present SDL>`.
import { readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges } from 'graphql';

const [released, present] = process.argv.slice(2);
const schemaOf = (file) => buildSchema(readFileSync(file, 'utf8'), { assumeValidSDL: true });
const changes = findBreakingChanges(schemaOf(released), schemaOf(present));

if (changes.length > 0) {
  for (const { description } of changes) console.error(description);
  console.error(`
Operations written for the last release would fail. Keep what was there beside what is new, with
@deprecated and what to use instead. If the break is meant, write it into CHANGELOG.md under "Breaking"
and take it over: cp ${present} ${released}`);
  process.exitCode = 1;
}
