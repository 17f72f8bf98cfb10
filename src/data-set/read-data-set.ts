import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { validateSync, type ValidationError } from 'class-validator';
import { isMap, isSeq, LineCounter, parseDocument, type Node as YamlNode } from 'yaml';
import { UserError } from '../errors.js';
import { nestedTypeOf } from './record-rules.js';
import { grantKey } from './record-keys.js';
import { GrantRecord, RECORD_FILES, type RecordFile, type RecordOf } from './records.js';

/** A fault in a data set, with its place. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  /** The path of the field in the record, such as `parties.1.role`; empty for the record as a whole. */
  readonly field: string;
  readonly value: unknown;
  readonly reason: string;
}

/** A record with its place, for faults that are found later. */
export interface Placed<Value> {
  readonly value: Value;
  readonly fault: (field: string, value: unknown, reason: string) => Fault;
}

/** The result of reading: valid records, faults, and what could not be read. */
export interface ReadDataSet {
  readonly dataSet: DataSet;
  readonly faults: Fault[];
  /** The keys of records with faults. */
  readonly faultyKeys: Set<string>;
  /** The files that could not be read, so their records are unknown. */
  readonly unreadFiles: Set<RecordFile>;
}

export type DataSet = { readonly [File in RecordFile]: readonly Placed<RecordOf<File>>[] };

/** Reads the files of a folder and validates each record on its own. */
export function readDataSet(folder: string): ReadDataSet {
  if (!existsSync(folder))
    throw new UserError(`There is no data set at ${folder}: the folder does not exist.`);
  if (!statSync(folder).isDirectory()) {
    throw new UserError(`${folder} is not a data set. A data set is a folder of YAML files.`);
  }
  const read = {
    faults: [] as Fault[],
    faultyKeys: new Set<string>(),
    unreadFiles: new Set<RecordFile>(),
  };
  const { faults } = read;
  const expected = new Set(Object.keys(RECORD_FILES).map((name) => `${name}.yaml`));
  const found = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  for (const name of found.filter((each) => !expected.has(each))) {
    faults.push({
      file: name,
      line: 1,
      field: '',
      value: name,
      reason: `is not a file of a data set; expected ${[...expected].join(', ')}`,
    });
  }
  if (found.length === 0) throw new UserError(`${folder} is not a data set: it has no YAML files.`);
  const dataSet = Object.fromEntries(
    (Object.keys(RECORD_FILES) as RecordFile[]).map((name) => [
      name,
      readFile(folder, name, RECORD_FILES[name] as new () => object, read),
    ]),
    // The class of each record is that of its file.
  ) as unknown as DataSet;
  return { dataSet, ...read };
}

function readFile<T extends object>(
  folder: string,
  name: RecordFile,
  type: new () => T,
  { faults, faultyKeys, unreadFiles }: Omit<ReadDataSet, 'dataSet'>,
): readonly Placed<T>[] {
  const path = join(folder, `${name}.yaml`);
  if (!existsSync(path)) return [];
  const file = basename(path);
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), {
    lineCounter: lines,
    prettyErrors: false,
  });
  const at = (offset: number) => lines.linePos(offset).line;
  const unread = (line: number, reason: string) => {
    unreadFiles.add(name);
    faults.push({ file, line, field: '', value: null, reason });
  };
  for (const { message, pos } of document.errors) unread(at(pos[0]), message);
  if (document.errors.length > 0 || document.contents === null) return [];
  if (!isSeq(document.contents)) {
    unread(1, 'must be a list of records');
    return [];
  }
  return document.contents.items.flatMap((item) => {
    const node = item as YamlNode;
    const fault = (field: string, value: unknown, reason: string): Fault => ({
      file,
      line: at(offsetOf(node, field)),
      field,
      value,
      reason,
    });
    if (!isMap(node)) {
      faults.push(fault('', node.toJSON(), 'must be a record: fields with values'));
      return [];
    }
    let plain: object;
    try {
      plain = node.toJS(document) as object;
    } catch (error) {
      faults.push(fault('', null, (error as Error).message)); // an alias without an anchor
      return [];
    }
    const record = instanceOf(type, plain);
    const found = validateSync(record, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
    }).flatMap((error) => faultsOf(error, '', fault));
    faults.push(...found);
    if (found.length === 0) return [{ value: record, fault }];
    faultyKeys.add(keyOf(record));
    return [];
  });
}

/** The key by which other records reference it. */
function keyOf(record: object): string {
  if (record instanceof GrantRecord) return grantKey(record);
  const { slug, scheme, code } = record as Readonly<Record<string, string | undefined>>;
  return slug ?? (scheme === undefined ? `${code}` : `${scheme}:${code}`);
}

/** The offset of the field in the file, or of the record if it does not have the field. */
function offsetOf(record: YamlNode, field: string): number {
  let node: unknown = record;
  let offset = record.range?.[0] ?? 0;
  for (const step of field === '' ? [] : field.split('.')) {
    const next: unknown = isMap(node)
      ? node.get(step, true)
      : isSeq(node)
        ? node.get(Number(step), true)
        : undefined;
    if (next === undefined || next === null) break;
    node = next;
    offset = (next as YamlNode).range?.[0] ?? offset;
  }
  return offset;
}

function instanceOf<T extends object>(type: new () => T, plain: object): T {
  const record = new type();
  for (const [field, value] of Object.entries(plain)) {
    const nested = nestedTypeOf(type, field);
    const isRecord = (each: unknown): each is object => typeof each === 'object' && each !== null;
    (record as Record<string, unknown>)[field] =
      nested !== undefined && Array.isArray(value)
        ? value.map((each) => (isRecord(each) ? instanceOf(nested, each) : each) as unknown)
        : value;
  }
  return record;
}

function faultsOf(
  { property, value, constraints, children }: ValidationError,
  prefix: string,
  fault: Placed<unknown>['fault'],
): Fault[] {
  const field = `${prefix}${property}`;
  const own = Object.entries(constraints ?? {}).map(([rule, message]) =>
    fault(field, value, rule === 'whitelistValidation' ? 'is not a field of this record' : message),
  );
  return [
    ...own.slice(0, 1),
    ...(children ?? []).flatMap((child) => faultsOf(child, `${field}.`, fault)),
  ];
}
