import { posix } from 'node:path';
import { parse } from './xlsx-xml.js';
import type { Zip } from './zip.js';

/** A part of a workbook that another part refers to. */
interface Related {
  /** The last word of its type, such as `sharedStrings`. */
  readonly kind: string;
  readonly path: string;
}

/** The parts that a part refers to, by id; those of the whole archive for an empty path. */
export async function relationshipsOf(
  zip: Zip,
  part: string,
  name: string,
): Promise<ReadonlyMap<string, Related>> {
  const folder = posix.dirname(part);
  const path = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const related = new Map<string, Related>();
  if (!zip.has(path)) return related;
  await parse(zip, path, name, {
    open: (tag, { Id: id, Target: target, Type: type = '' }) => {
      if (tag !== 'Relationship' || id === undefined || target === undefined) return;
      related.set(id, {
        kind: posix.basename(type),
        path: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
  });
  return related;
}

/** The path of the part of a kind; where it usually is, if nothing refers to one. */
export const partOf = (
  related: ReadonlyMap<string, Related>,
  kind: string,
  usual: string,
): string => [...related.values()].find((part) => part.kind === kind)?.path ?? usual;

/** What an archive is that is not an XLSX workbook, and what to do. */
export function otherArchive(zip: Zip, main: string): string {
  if (main.endsWith('.bin')) return 'a binary workbook (.xlsb). Save it as .xlsx.';
  if (zip.has('content.xml') && zip.has('mimetype')) {
    return 'an OpenDocument file (such as .ods). Save it as .xlsx.';
  }
  return 'a ZIP archive, but not an XLSX workbook. Extract it first.';
}
