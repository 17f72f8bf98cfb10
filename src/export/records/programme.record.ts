import { GrantProgramme } from '../../../entities/funding/grant-programme.entity.js';
import type { Sql } from '../../fields/sql.js';
import { recordsById, type PartyRecord, type SourcedRecord } from './parts.js';
import { reference, sourceColumns } from './references.js';

/** A grant programme as a separate record. */
export interface LoneProgrammeRecord extends SourcedRecord {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly code: string | null;
  readonly description: string | null;
  readonly website: string | null;
  readonly funder: PartyRecord;
  readonly manager: PartyRecord | null;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly budget: string | null;
  readonly currency: string | null;
  readonly status: string;
}

/** The programmes with these ids (`uuid[]`), in the same order. */
export function programmeRecords(ids: Sql): Sql {
  return recordsById(GrantProgramme, ids, (programme) => {
    const { id, slug, title, code, description, website, funderId, managerId } = programme;
    const { openedOn, closedOn, budget, currency, status } = programme;
    return {
      id,
      columns: {
        id,
        slug,
        title,
        code,
        description,
        website,
        funder: reference('PARTY', funderId),
        manager: reference('PARTY', managerId),
        openedOn,
        closedOn,
        budget,
        currency,
        status,
        ...sourceColumns(programme),
      },
    };
  });
}
