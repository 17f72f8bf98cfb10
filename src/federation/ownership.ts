import { getMetadataStorage } from 'type-graphql';
import { ORGANIZATION_CLASSES } from '../../resolvers/network/organization-kinds.resolver.js';
import type { IdKind } from '../domain/ids.js';
import { DOMAINS, type Domain } from './domain-names.js';
import { DOMAIN_OF, RESOLVERS } from './domains.js';

/** Which domain resolves which field. Complete only after all resolvers have been loaded. */
export class Ownership {
  /** By `Type.field`. */
  readonly #owners = new Map<string, Domain>();

  constructor() {
    const { queries, fieldResolvers, resolverClasses, objectTypes, interfaceTypes } =
      getMetadataStorage();
    const nameOf = new Map<unknown, string>(
      [...interfaceTypes, ...objectTypes].map(({ target, name }) => [target, name] as const),
    );
    const domainOf = new Map<unknown, Domain>(
      DOMAINS.flatMap((domain) => RESOLVERS[domain].map((one) => [one, domain] as const)),
    );
    const own = (type: string | undefined, field: string, target: unknown) => {
      const domain = domainOf.get(target);
      if (type !== undefined && domain !== undefined) this.#owners.set(`${type}.${field}`, domain);
    };
    for (const { target, schemaName } of queries) own('Query', schemaName, target);
    for (const { target, schemaName } of fieldResolvers) {
      const type = resolverClasses.find((one) => one.target === target)?.getObjectType();
      own(nameOf.get(type), schemaName, target);
    }
  }

  /** The domain of an object with an identity; null for other types, which every domain may use. */
  ofType(type: string): Domain | null {
    if (isOrganization(type)) return DOMAIN_OF.Organization;
    return Object.hasOwn(DOMAIN_OF, type) ? DOMAIN_OF[type as IdKind] : null;
  }

  /** The domain that resolves a field of a root type or of an object with an identity. Columns belong to the type's domain. */
  ofField(type: string, field: string): Domain | null {
    return (
      this.#owners.get(`${type}.${field}`) ??
      (isOrganization(type) ? this.#owners.get(`Organization.${field}`) : undefined) ??
      this.ofType(type)
    );
  }

  /** Whether the field is a column of a type that each domain keeps, so that none has to be asked for what another knows. */
  isShared(type: string, field: string): boolean {
    return KEPT_BY_ALL.has(type) && field !== 'id' && !this.#owners.has(`${type}.${field}`);
  }
}

/** Each row of each domain points to its source, so each domain has the columns of sources. */
const KEPT_BY_ALL: ReadonlySet<string> = new Set<IdKind>(['Source']);

function isOrganization(type: string): boolean {
  return ORGANIZATION_CLASSES.has(type);
}
