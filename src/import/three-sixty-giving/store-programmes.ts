import { GrantProgramme } from '../../../entities/funding/grant-programme.entity.js';
import { idOfKey, type GrantProgrammeId, type OrganizationId } from '../../domain/ids.js';
import { valueOf } from '../../domain/present.js';
import { slugOf } from '../../domain/slug.js';
import type { Intake } from '../intake.js';
import { partyKey, type Programme, type SoundGrant } from './grant.js';

interface FundedGrant {
  readonly grant: SoundGrant;
  readonly funderId: OrganizationId;
}

/** A programme is identified by funder, code and title: publishers use one code for many titles. */
export function programmeKey({ programme, funder }: SoundGrant): string | null {
  return programme === null ? null : [partyKey(funder), programme.code, programme.title].join('\n');
}

/** Returns the ids of the programmes of grants, by `programmeKey`. */
export async function storeProgrammes(
  stored: readonly FundedGrant[],
  intake: Intake,
): Promise<ReadonlyMap<string, GrantProgrammeId>> {
  const wanted = new Map<string, FundedGrant & { readonly programme: Programme }>();
  for (const each of stored) {
    const { programme } = each.grant;
    const key = programmeKey(each.grant);
    if (programme === null || key === null || wanted.has(key)) continue;
    wanted.set(key, { ...each, programme });
  }
  const ids = new Map([...wanted.keys()].map((key) => [key, idOfKey('GrantProgramme', key)]));
  const slugs = await intake.slugs(
    'grant_programme',
    [...wanted].map(([key, { grant, programme }]) => {
      const { code, title } = programme;
      const plain = slugOf(title) || 'programme';
      const withCode = code === null ? plain : slugOf(`${title} ${code}`) || plain;
      const withFunder = slugOf([grant.funder.name, title].join(' ')) || plain;
      return { id: valueOf(ids, key), candidates: [plain, withCode, withFunder] };
    }),
  );
  const ofOthers = await storedByOthers([...ids.values()], intake);
  await intake.store(
    GrantProgramme,
    [...wanted].flatMap(([key, { programme, funderId }]) => {
      const id = valueOf(ids, key);
      // The first data set that names a programme keeps it.
      if (ofOthers.has(id)) return [];
      return {
        id,
        slug: valueOf(slugs, id),
        title: programme.title,
        code: programme.code,
        description: programme.description,
        website: programme.website,
        funderId,
        status: 'UNKNOWN' as const,
        sourceId: intake.sourceId,
      };
    }),
  );
  return ids;
}

async function storedByOthers(
  ids: readonly GrantProgrammeId[],
  { manager, sourceId }: Intake,
): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM grant_programme WHERE id = ANY($1::uuid[]) AND source_id <> $2`,
    [ids, sourceId],
  );
  return new Set(rows.map(({ id }) => id));
}
