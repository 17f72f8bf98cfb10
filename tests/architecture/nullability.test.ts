import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { isInterfaceType, isNonNullType, isObjectType } from 'graphql';
import { getMetadataArgsStorage } from 'typeorm';
import ts from 'typescript';
import { ENTITIES } from '../../src/database/entities.js';
import { declaredFields, expressionOf } from '../../src/fields/declarations.js';
import { schema } from '../support/schema.js';
import type { ClassOf } from '../../src/fields/row.js';

describe('a null value', () => {
  test('is allowed in a field exactly if its column is nullable', () => {
    const compared: string[] = [];
    const wrong: string[] = [];
    for (const [typeName, rows, edge] of shown()) {
      const type = schema.getType(typeName);
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      for (const { propertyName, options } of columnsOf(rows)) {
        const field = type.getFields()[propertyName];
        if (!field || (edge !== null && expressionOf(edge, propertyName) !== undefined)) continue;
        const coordinate = `${typeName}.${propertyName}`;
        compared.push(coordinate);
        if (isNonNullType(field.type) === (options.nullable === true)) wrong.push(coordinate);
      }
    }
    expect(compared).toEqual(
      // The check has looked at an interface, a kind, a table and an edge.
      expect.arrayContaining([
        'Organization.name',
        'Cluster.stage',
        'Claim.number',
        'MemberEdge.since',
      ]),
    );
    expect(wrong).toEqual([]);
  });

  test('is allowed in a property exactly if its column is nullable', () => {
    const columns = entityFiles().flatMap(columnProperties);
    expect(columns).toContainEqual({ place: 'Claim.number', inColumn: true, inType: true });
    expect(columns).toContainEqual({ place: 'Claim.scope', inColumn: false, inType: false });
    expect(columns.filter(({ inColumn, inType }) => inColumn !== inType)).toEqual([]);
  });
});

/** Every table's class with its GraphQL type, and every edge with the class whose rows it shows. */
function shown(): (readonly [typeName: string, rows: ClassOf, edge: ClassOf | null])[] {
  const pages = [...declaredFields().values()]
    .flatMap((fields) => [...fields.values()])
    .flatMap((field) => (field.kind === 'CONNECTION' ? [field.connection] : []))
    .flatMap(({ edge, source }) =>
      source.kind === 'TABLE' ? [{ edge, rows: source.entity }] : [],
    );
  return [
    ...ENTITIES.map((entity) => [entity.name, entity, null] as const),
    ...pages.map(({ edge, rows }) => [edge.name, rows, edge] as const),
  ];
}

/** The columns that the class declares or inherits. */
function columnsOf(type: ClassOf) {
  return getMetadataArgsStorage().columns.filter(
    ({ target }) =>
      typeof target === 'function' && (target === type || type.prototype instanceof target),
  );
}

function entityFiles(): ts.SourceFile[] {
  const folder = fileURLToPath(new URL('../../../entities/', import.meta.url));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) =>
      ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.Latest),
    );
}

/** What the source says of each property that is a column; the compiler knows nothing of the column. */
function columnProperties(file: ts.SourceFile) {
  return file.statements.filter(ts.isClassDeclaration).flatMap((declaration) =>
    declaration.members.filter(ts.isPropertyDeclaration).flatMap((property) => {
      const column = (ts.getDecorators(property) ?? [])
        .map(({ expression }) => expression.getText(file))
        .find((text) => /^(Primary)?Column\(/.test(text));
      if (column === undefined) return [];
      return [
        {
          place: `${declaration.name?.text ?? ''}.${property.name.getText(file)}`,
          inColumn: /\bnullable: true\b/.test(column),
          inType: property.type?.getText(file).endsWith('| null') ?? false,
        },
      ];
    }),
  );
}
