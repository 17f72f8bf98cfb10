import type { InputFile } from '../input-file.js';
import { isObject, readJson, type Json, type JsonObject } from '../json.js';
import { atPointer, FileError, type Placed, type Report } from '../report.js';
import { emptyObject, type GrantRecord, type PackageHead } from './record.js';
import { isTaken } from './taken.js';

/** The properties of the package, with only the first grant. */
export async function headOfJson(file: InputFile): Promise<PackageHead> {
  const meta = emptyObject();
  let first: JsonObject | null = null;
  for await (const part of readJson(file, 'grants')) {
    if (part.kind === 'PROPERTY') meta[part.name] = part.value;
    else if (first === null && isObject(part.value)) first = part.value;
  }
  return { meta, first };
}

export async function* grantsOfJson(
  file: InputFile,
  report: Report,
): AsyncGenerator<Placed<GrantRecord>> {
  let isPackage = false;
  for await (const part of readJson(file, 'grants')) {
    if (part.kind !== 'ELEMENT') continue;
    isPackage = true;
    const place = atPointer(`/grants/${String(part.index)}`);
    if (!isObject(part.value)) {
      report.fault(place, '', null, 'must be an object');
      continue;
    }
    const notTaken = new Set<string>();
    collectNotTaken(part.value, '', notTaken);
    for (const property of notTaken) report.notTaken(property);
    yield {
      value: {
        grant: part.value,
        place,
        fieldAt: (pointer) => ({ place, field: pointer.slice(1) }),
      },
      place,
    };
  }
  if (!isPackage)
    throw new FileError(file.name, `has no grants: the list 'grants' is missing or empty.`);
}

/** Collects properties with a value that are not stored, without list positions. */
function collectNotTaken(value: Json, property: string, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const each of value as readonly Json[]) collectNotTaken(each, property, found);
  } else if (isObject(value)) {
    for (const [name, each] of Object.entries(value)) {
      collectNotTaken(each, property === '' ? name : `${property}/${name}`, found);
    }
  } else if (value !== null && value !== '' && !isTaken(property)) {
    found.add(property);
  }
}
