import { describe, expect, test } from '@jest/globals';
import { readXmlRecords, XmlError, type XmlRecord } from '../src/import/iati/xml-records.js';

const NAMES = { root: 'things', record: 'thing' };
const CHUNK = 65_536;

async function* chunks(...texts: readonly string[]): AsyncGenerator<string> {
  for (const text of texts) {
    for (let at = 0; at < text.length; at += CHUNK) yield text.slice(at, at + CHUNK);
    await Promise.resolve();
  }
}

async function read(texts: AsyncIterable<string>): Promise<XmlRecord[]> {
  const records: XmlRecord[] = [];
  for await (const record of readXmlRecords(texts, NAMES)) records.push(record);
  return records;
}

const things = (...contents: readonly string[]) =>
  `<things version="2.03">${contents.map((content) => `<thing>${content}</thing>`).join('\n')}</things>`;

test('each record is returned completely, with its place, its line and the attributes of the root', async () => {
  const records = await read(
    chunks(
      '<?xml version="1.0"?>\n<!-- a comment --><things version="2.03"><other><thing>no</thing></other>\n',
      '<thing id="1"><name>A &amp; <![CDATA[<b>]]></name><name xml:lang="sr">Б</name></thing>\n',
      '<thing id="2"/></things>',
    ),
  );
  expect(records).toMatchObject([
    {
      position: 1,
      root: { version: '2.03' },
      element: {
        name: 'thing',
        attributes: { id: '1' },
        line: 3,
        children: [
          { name: 'name', text: 'A & <b>' },
          { name: 'name', text: 'Б', attributes: { 'xml:lang': 'sr' } },
        ],
      },
    },
    { position: 2, element: { attributes: { id: '2' }, children: [], line: 4 } },
  ]);
});

test('the first records are returned before the end of the file is read', async () => {
  let isAtEnd = false;
  async function* endless(): AsyncGenerator<string> {
    yield '<things>';
    for (let count = 0; count < 1_000; count += 1) yield `<thing>${'x'.repeat(1_000)}</thing>`;
    isAtEnd = true;
    await Promise.resolve();
  }
  for await (const record of readXmlRecords(endless(), NAMES)) {
    expect(record.position).toBe(1);
    break;
  }
  expect(isAtEnd).toBe(false);
});

describe('a malicious file is refused before it fills memory', () => {
  /** As much as somebody asks for, told as it is taken. */
  function large(start: string, part: string, end = '') {
    const taken = { characters: 0 };
    async function* texts(): AsyncGenerator<string> {
      yield start;
      const chunk = part.repeat(Math.ceil(CHUNK / part.length));
      for (; taken.characters < 400_000_000; taken.characters += chunk.length) yield chunk;
      yield end;
      await Promise.resolve();
    }
    return { taken, texts: texts() };
  }

  test.each([
    ['a text without end', large('<things><thing>', 'x'), 'more than 1,000,000 characters'],
    [
      'an attribute without end',
      large('<things><thing a="', 'x'),
      'more than 1,000,000 characters',
    ],
    ['a name without end', large('<things><thing', 'g'), 'more than 1,000,000 characters'],
    ['a comment without end', large('<things><!--', 'x'), 'more than 1,000,000 characters'],
    [
      'a text between records without end',
      large('<things>', ' '),
      'more than 1,000,000 characters',
    ],
    ['a record without end', large('<things><thing>', '<a>b</a>'), 'One <thing> is too large.'],
    ['elements in elements without end', large('<things><thing>', '<a>'), 'nested 64 levels deep'],
  ])('%s', async (_, { taken, texts }, words) => {
    await expect(read(texts)).rejects.toThrow(words);
    expect(taken.characters).toBeLessThan(25_000_000);
  });

  test('a million attributes', async () => {
    const attributes = Array.from({ length: 1_000_000 }, (_, index) => `a${index}=""`).join(' ');
    await expect(read(chunks(`<things><thing ${attributes}/></things>`))).rejects.toThrow(
      'An element has more than 100 attributes.',
    );
  });

  test.each([
    ['entities that expand', '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]>', '&y;'],
    ['an entity from outside', '<!DOCTYPE a [<!ENTITY y SYSTEM "file:///etc/passwd">]>', '&y;'],
    ['a document type from outside', '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd">', ''],
  ])('%s', async (_, doctype, content) => {
    await expect(read(chunks(doctype + things(content)))).rejects.toThrow('It has a document type');
  });
});

test.each([
  ['an entity that nobody defined', things('&b;'), 1],
  ['an end that is missing', `${things('a')}\n`.replace('</things>', ''), 2],
  ['an end of something else', '<things>\n<thing></name></things>', 2],
  ['two roots', `${things('a')}\n${things('b')}`, 2],
  ['another root', '\n\n<stuff/>', 3],
  ['nothing', '', 1],
])('%s is reported with its line', async (_, text, line) => {
  const refused = await read(chunks(text)).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(XmlError);
  expect((refused as XmlError).line).toBe(line);
});
