// Reports changes that break clients of the last release: `check-breaking.mjs <released SDL> <current SDL>`.
import { readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges } from 'graphql';

const [released, present] = process.argv.slice(2);
const schemaOf = (file) => buildSchema(readFileSync(file, 'utf8'), { assumeValidSDL: true });
const changes = findBreakingChanges(schemaOf(released), schemaOf(present));

if (changes.length > 0) {
  for (const { description } of changes) console.error(description);
  console.error(`
Operations written for the last release would fail. Keep the old elements next to the new ones, with
@deprecated and a replacement. If the breaking change is intended, add it to CHANGELOG.md under "Breaking"
and accept it: cp ${present} ${released}`);
  process.exitCode = 1;
}
