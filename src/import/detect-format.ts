import { FORMATS } from './formats.js';
import { SOUGHT } from './headings.js';
import type { Importer } from './importer.js';
import type { InputFile } from './input-file.js';
import { FileError } from './report.js';
import { readSheets } from './sheets.js';

/** The comments, instructions and the document type before the root element. */
const BEFORE_ROOT =
  /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?[^>]*>)*/i;
/** How much of an XML file is read to find the root element. */
const XML_START = 64 * 1024;

/**
 * The format of a file, by its content: the root element of XML, JSON, or the headings of a table.
 *
 * @throws FileError if no format fits, or several do.
 */
export async function detectFormat(file: InputFile): Promise<string> {
  const fitting = await formatsOf(file);
  const [format, ...others] = fitting;
  if (format !== undefined && others.length === 0) return format;
  const what =
    format === undefined
      ? 'has a format that cannot be detected'
      : `can be of the formats ${fitting.join(' and ')}`;
  throw new FileError(
    file.name,
    `${what}. Name the format before the file: ${Object.keys(FORMATS).join(', ')}.`,
  );
}

async function formatsOf(file: InputFile): Promise<readonly string[]> {
  if (file.kind === 'XML') {
    const root = await rootOf(file);
    return Object.keys(FORMATS).filter((name) => FORMATS[name]?.root === root);
  }
  const readers: { readonly name: string; readonly importer: Importer<unknown> }[] = [];
  for (const [name, { load }] of Object.entries(FORMATS)) {
    const importer = await load();
    if (importer.kinds.includes(file.kind)) readers.push({ name, importer });
  }
  if (file.kind === 'JSON') return readers.map(({ name }) => name);
  for await (const sheet of readSheets(file)) {
    let seen = 0;
    for await (const { cells } of sheet.rows) {
      const fitting = readers.filter(({ importer }) => importer.isHeadings?.(cells, sheet.name));
      if (fitting.length > 0) return fitting.map(({ name }) => name);
      seen += 1;
      if (seen === SOUGHT) break;
    }
  }
  return [];
}

/** The name of the root element, without its prefix; null if there is none at the start of the file. */
async function rootOf(file: InputFile): Promise<string | null> {
  let start = '';
  for await (const text of file.text()) {
    start += text;
    if (start.length >= XML_START) break;
  }
  const rest = start.replace(BEFORE_ROOT, '');
  return /^<(?:[\w.-]+:)?([\w.-]+)/.exec(rest)?.[1] ?? null;
}
