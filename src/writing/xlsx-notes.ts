import { toExcelText } from '../domain/excel-text.js';
import { xmlText } from '../domain/xml-text.js';

/** A comment on a cell; rows and columns from 0. */
export interface CellNote {
  readonly row: number;
  readonly column: number;
  /** The cell, such as `B7`. */
  readonly cell: string;
  readonly text: string;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const AUTHOR = 'SCAN Graph';
/** The number of shapes in a block of ids; each drawing has blocks of its own. */
const BLOCK = 1024;

/** The texts of the comments of a sheet (ECMA-376). */
export function* commentsXml(notes: readonly CellNote[]): Generator<string> {
  yield `${XML}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>${AUTHOR}</author></authors><commentList>`;
  for (const { cell, text } of notes) {
    yield `<comment ref="${cell}" authorId="0"><text><t xml:space="preserve">${xmlText(toExcelText(text))}</t></text></comment>`;
  }
  yield '</commentList></comments>';
}

/** The boxes of the comments, without which Excel does not show them. `firstBlock` is from 1. */
export function* boxesXml(notes: readonly CellNote[], firstBlock: number): Generator<string> {
  const blocks = Array.from({ length: blocksOf(notes) }, (_, index) => firstBlock + index);
  yield `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join()}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;
  for (const [index, { row, column, text }] of notes.entries()) {
    const id = String(firstBlock * BLOCK + index + Math.floor(index / (BLOCK - 1)) + 1);
    const [top, left] = [Math.max(0, row - 1), column + 1];
    // About 40 characters fit in a line of three columns.
    const lines = text
      .split('\n')
      .reduce((sum, line) => sum + Math.ceil((line.length + 1) / 40), 1);
    const anchor = [left, 15, top, 10, left + 3, 15, top + Math.min(30, lines), 4].join(', ');
    yield `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${String(row)}</x:Row><x:Column>${String(column)}</x:Column></x:ClientData></v:shape>`;
  }
  yield '</xml>';
}

/** The number of blocks of ids that the boxes of a sheet take. */
export const blocksOf = (notes: readonly CellNote[]) =>
  Math.max(1, Math.ceil(notes.length / (BLOCK - 1)));
