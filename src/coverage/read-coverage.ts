import { execute, parse } from 'graphql';
import type { Database } from '../database/database.js';
import { Loaders } from '../loaders/loaders.js';
import { createSchema } from '../schema.js';

/** What the report says, asked as a client would ask the API. */
const QUESTION = parse(/* GraphQL */ `
  query Coverage($first: Int!) {
    coverage {
      facts {
        kind
        count
        dated {
          count
          share
        }
        placed {
          count
          share
        }
        sources {
          confidence
          count
          share
        }
      }
      organizations {
        count
        identified {
          count
          share
        }
        withCountry {
          count
          share
        }
        withRegion {
          count
          share
        }
        withSector {
          count
          share
        }
        withWebsite {
          count
          share
        }
        schemes(first: $first) {
          scheme
          organizationCount
        }
      }
      conflictCount
      conflicts(first: $first) {
        organization {
          slug
        }
        initiative {
          slug
        }
        indicator
        scope
        currency
        year
        claims {
          qualifier
          number
          date
          source {
            slug
            confidence
          }
        }
      }
      gaps(first: $first) {
        organization {
          slug
          name
        }
        tieCount
        grantCount
        missing
      }
    }
  }
`);

export interface Share {
  readonly count: number;
  readonly share: string | null;
}

export interface CoverageReport {
  readonly facts: readonly {
    readonly kind: string;
    readonly count: number;
    readonly dated: Share | null;
    readonly placed: Share | null;
    readonly sources: readonly (Share & { readonly confidence: string })[];
  }[];
  readonly organizations: {
    readonly count: number;
    readonly identified: Share;
    readonly withCountry: Share;
    readonly withRegion: Share;
    readonly withSector: Share;
    readonly withWebsite: Share;
    readonly schemes: readonly { readonly scheme: string; readonly organizationCount: number }[];
  };
  readonly conflictCount: number;
  readonly conflicts: readonly {
    readonly organization: { readonly slug: string } | null;
    readonly initiative: { readonly slug: string } | null;
    readonly indicator: string;
    readonly scope: string;
    readonly currency: string | null;
    readonly year: number | null;
    readonly claims: readonly {
      readonly qualifier: string;
      readonly number: string | null;
      readonly date: string | null;
      readonly source: { readonly slug: string; readonly confidence: string };
    }[];
  }[];
  readonly gaps: readonly {
    readonly organization: { readonly slug: string; readonly name: string };
    readonly tieCount: number;
    readonly grantCount: number;
    readonly missing: readonly string[];
  }[];
}

/** Asks the schema for the report, with at most `first` entries in each of its lists. */
export async function readCoverage(database: Database, first: number): Promise<CoverageReport> {
  const { data, errors } = await execute({
    schema: await createSchema(),
    document: QUESTION,
    variableValues: { first },
    contextValue: { loaders: new Loaders(database.tables, database.read) },
  });
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  // The question above asks for it.
  return (data as unknown as { coverage: CoverageReport }).coverage;
}
