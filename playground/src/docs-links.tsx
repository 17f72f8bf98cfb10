import { useDocExplorerActions } from '@graphiql/plugin-doc-explorer';
import { markdown, useGraphiQL } from '@graphiql/react';
import type { GraphQLNamedType, GraphQLSchema } from 'graphql';
import { useEffect } from 'react';

/**
 * In a description, the code of a type (`Grant`) or a field (`Query.grants`) leads to its page in the
 * docs. Those are schema coordinates of the GraphQL specification, so other tools can read them too.
 */
export function DocsLinks() {
  const schema = useGraphiQL((state) => state.schema);
  const { push, reset } = useDocExplorerActions();

  useEffect(() => {
    if (!schema) return;
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest('a[data-coordinate]');
      const target = link && find(schema, link.getAttribute('data-coordinate') ?? '');
      if (!target) return;
      event.preventDefault();
      reset();
      push({ name: target.type.name, def: target.type });
      if (target.field) push({ name: target.field.name, def: target.field });
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [schema, push, reset]);

  return null;
}

function find(schema: GraphQLSchema, coordinate: string) {
  const [typeName = '', fieldName] = coordinate.split('.');
  const type = schema.getType(typeName);
  if (!type) return null;
  if (fieldName === undefined) return { type, field: null };
  const field = fieldsOf(type)[fieldName];
  return field ? { type, field } : null;
}

const fieldsOf = (type: GraphQLNamedType) => ('getFields' in type ? type.getFields() : {});

/** Makes the links. The renderer is GraphiQL's own, which it calls with no schema. */
export function linkDescriptions(schema: GraphQLSchema): void {
  const { escapeHtml } = markdown.utils;
  markdown.renderer.rules.code_inline = (tokens, index, _options, env) => {
    const text = tokens[index]?.content ?? '';
    const code = `<code>${escapeHtml(text)}</code>`;
    if (env?.hasLinks === false || !find(schema, text)) return code;
    return `<a href="#" data-coordinate="${escapeHtml(text)}">${code}</a>`;
  };
}
