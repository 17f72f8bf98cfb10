import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';

/** A file of tests/fixtures. */
export function fixture(path: string): string {
  return fileURLToPath(new URL(`../../../tests/fixtures/${path}`, import.meta.url));
}

/** Files of a test, in a folder of their own that `remove` takes away. */
export function fileFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'scan-graph-files-'));
  return {
    folder,
    write: (name: string, content: string | Buffer): string => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A cell: a text, a number as it is to stand in the file, or XML of its own. */
type Cell = string | number | { readonly xml: string } | null;

/** An XLSX workbook as other programs write it. Style 1 is a date. */
export async function workbook(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  others: Readonly<Record<string, string | Buffer>> = {},
): Promise<Buffer> {
  const names = Object.keys(sheets);
  const list = (make: (name: string, id: string) => string) =>
    names.map((name, index) => make(name, String(index + 1))).join('');
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${list((name, id) => `<sheet name="${name}" sheetId="${id}" r:id="r${id}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${list((_, id) => `<Relationship Id="r${id}" Target="worksheets/sheet${id}.xml"/>`)}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    ...Object.fromEntries(
      Object.values(sheets).map((rows, index) => [
        `xl/worksheets/sheet${String(index + 1)}.xml`,
        `<worksheet><sheetData>${rows.map((cells) => `<row>${cells.map(cellXml).join('')}</row>`).join('')}</sheetData></worksheet>`,
      ]),
    ),
    ...others,
  });
}

export async function zipOf(entries: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [path, content] of Object.entries(entries)) {
    archive.addBuffer(Buffer.from(content as string), path);
  }
  archive.end();
  return buffer(archive.outputStream as Readable);
}

/** The texts in an archive by their paths. */
export async function unzipped(archive: Buffer): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {};
  const zip = await fromBufferPromise(archive, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    // Not `text`, which removes a byte order mark.
    files[entry.fileName] = (await buffer(await zip.openReadStreamPromise(entry))).toString();
  }
  return files;
}

function cellXml(cell: Cell): string {
  if (cell === null) return '<c/>';
  if (typeof cell === 'number') return `<c><v>${String(cell)}</v></c>`;
  if (typeof cell === 'object') return cell.xml;
  const escaped = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<c t="inlineStr"><is><t>${escaped}</t></is></c>`;
}

/** A cell of a workbook that this program wrote, with its color and comment. */
export interface WrittenCell {
  readonly at: string;
  readonly value: string;
  readonly fill: string | null;
  readonly note: string | null;
}

/** The cells of a workbook that this program wrote, by sheet. */
export async function writtenCells(
  archive: Buffer,
): Promise<Readonly<Record<string, readonly WrittenCell[]>>> {
  const parts = await unzipped(archive);
  const all = (path: string, pattern: RegExp) => [...(parts[path] ?? '').matchAll(pattern)];
  const fills = all(
    'xl/styles.xml',
    /<patternFill patternType="\w+"(?:\/>|><fgColor rgb="(\w+)")/g,
  );
  const styles = all(
    'xl/styles.xml',
    /<xf numFmtId="\d+" fontId="\d" fillId="(\d)" borderId="0" xfId/g,
  );
  const sheets = all('xl/workbook.xml', /<sheet name="([^"]*)" sheetId="(\d+)"/g);
  return Object.fromEntries(
    sheets.map(([, name = '', number = '']) => {
      const notes = new Map(
        all(
          `xl/comments${number}.xml`,
          /<comment ref="(\w+)"[^>]*><text><t [^>]*>([^<]*)<\/t>/g,
        ).map(([, at, text]) => [at, plain(text ?? '')]),
      );
      const cells = all(
        `xl/worksheets/sheet${number}.xml`,
        /<c r="(\w+)"(?: s="(\d)")?[^>]*?(?:\/>|>(.*?)<\/c>)/gs,
      ).map(([, at = '', style = '0', content = '']) => ({
        at,
        value: plain(content.replace(/<[^>]*>/g, '')),
        fill: fills[Number(styles[Number(style)]?.[1])]?.[1] ?? null,
        note: notes.get(at) ?? null,
      }));
      return [name, cells];
    }),
  );
}

/** The cells with a color or a comment, by sheet. */
export async function markedCells(archive: Buffer): ReturnType<typeof writtenCells> {
  return Object.fromEntries(
    Object.entries(await writtenCells(archive)).map(([name, cells]) => [
      name,
      cells.filter(({ fill, note }) => fill !== null || note !== null),
    ]),
  );
}

const plain = (xml: string) =>
  xml
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
