import type { Database } from '../database/database.js';
import type { OrganizationIdentifier } from '../domain/organization-identifier.js';
import { importFile } from '../import/import-file.js';
import type { FoundOrganization } from '../import/organizations.js';
import { placeText } from '../import/report.js';
import { Candidates } from './candidates.js';
import { readMentionKey, type MentionKey } from './mention-key.js';
import type { Described, Reason } from './score.js';

export interface MatchOptions {
  /** Detected from the content by default. */
  readonly format?: string | null;
  readonly path: string;
  readonly threshold: number;
  /** The slug of the data set, if it is not that of the file; the same one as for the import. */
  readonly dataSet?: string | undefined;
  readonly encoding?: string | undefined;
}

/** That an organization of the file may be one of the graph. */
export interface MatchProposal extends MentionKey {
  /** The name in the file. */
  readonly name: string;
  readonly place: string;
  readonly organization: { readonly slug: string; readonly name: string };
  readonly score: number;
  readonly reasons: readonly Reason[];
}

export interface MatchReport {
  /** The number of organizations that the file names. */
  readonly organizationCount: number;
  /** Those that imports find by an identifier, a slug or a decision. */
  readonly knownCount: number;
  /** By organization of the file, in the order of the file, the most likely first. */
  readonly proposals: readonly MatchProposal[];
}

interface Candidate extends Described {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/**
 * Proposes organizations of the graph for those of a file. The file is read by the importer of its format, in a
 * transaction that is rolled back, so it names the same organizations as an import. Nothing is changed.
 */
export async function matchFile(database: Database, options: MatchOptions): Promise<MatchReport> {
  const { format = null, path, threshold, dataSet, encoding } = options;
  const candidates = await readCandidates(database);
  const refused = await readRefused(database);
  const found: FoundOrganization[] = [];
  await importFile(database, {
    format,
    path,
    dryRun: true,
    // Without it, records of other data sets would be left out, and so would their organizations.
    replace: true,
    encoding: encoding ?? null,
    ...(dataSet === undefined ? {} : { dataSet: { slug: dataSet } }),
    onOrganization: (each) => found.push(each),
  });
  const unique = [...new Map(found.map((each) => [each.key, each])).values()];
  const unknown = unique.filter(({ isOwn }) => isOwn);
  const index = new Candidates(candidates);
  const proposals = unknown.flatMap((each) =>
    index
      .proposalsFor(describedBy(each), threshold)
      .filter(({ candidate }) => candidate.id !== each.id)
      .filter(({ candidate }) => !refused.has(`${each.key}\n${candidate.id}`))
      .map(({ candidate, value, reasons }) => ({
        ...readMentionKey(each.key),
        name: each.name,
        place: placeText(each.mention.place) ?? '',
        organization: { slug: candidate.slug, name: candidate.name },
        score: value,
        reasons,
      })),
  );
  return {
    organizationCount: unique.length,
    knownCount: unique.length - unknown.length,
    proposals,
  };
}

function describedBy({ name, identifier, mention }: FoundOrganization): Described {
  return {
    names: [name, ...(mention.otherNames ?? [])],
    identifiers: identifier === null ? [] : [identifier],
    country: mention.country ?? null,
    city: mention.city ?? null,
    website: mention.website ?? null,
  };
}

/** All organizations of the graph. */
async function readCandidates({ dataSource }: Database): Promise<readonly Candidate[]> {
  const rows = await dataSource.query<
    (Omit<Candidate, 'names' | 'identifiers'> & {
      readonly otherNames: readonly string[];
      readonly identifiers: readonly OrganizationIdentifier[];
    })[]
  >(
    `SELECT o.id, o.slug, o.name, o.country, o.city, o.website,
       CASE WHEN o.type = 'Cluster' OR o.category IN ('DOMESTIC_CLUSTER', 'FOREIGN_CLUSTER') THEN 'cluster' END AS kind,
       array(SELECT p.name FROM organization p WHERE p.id = o.parent_id
         UNION SELECT n.text FROM organization_name n WHERE n.organization_id = o.parent_id) AS "parentNames",
       array(SELECT n.text FROM organization_name n WHERE n.organization_id = o.id ORDER BY n.text) AS "otherNames",
       coalesce((SELECT jsonb_agg(jsonb_build_object('scheme', i.scheme, 'value', i.value))
         FROM identifier i WHERE i.organization_id = o.id), '[]') AS identifiers
     FROM organization o ORDER BY o.slug`,
  );
  return rows.map(({ otherNames, ...row }) => ({ ...row, names: [row.name, ...otherNames] }));
}

/** The pairs that a person has decided to be different, by the key in the file and the id in the graph. */
async function readRefused({ dataSource }: Database): Promise<ReadonlySet<string>> {
  const rows = await dataSource.query<{ key: string; id: string }[]>(
    `SELECT key, organization_id AS id FROM match_decision WHERE NOT is_same`,
  );
  return new Set(rows.map(({ key, id }) => `${key}\n${id}`));
}
