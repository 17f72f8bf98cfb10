import { Sector } from '../../entities/network/sector.entity.js';
import { idOfKey, type SectorId } from '../domain/ids.js';
import { parentSector, SECTOR_TITLES } from './iati/codelists.js';
import type { Intake } from './intake.js';
import type { Place } from './report.js';

/** The title of a sector, and where the file mentions it first. */
export interface TitledPlace {
  readonly title: string;
  readonly place: Place;
}

/**
 * Returns the ids of sectors by `SCHEME:code`. Missing DAC sectors are created if the standard lists
 * them. Sectors of other schemes must exist: their lists are not part of this program.
 */
export async function findSectors(
  intake: Intake,
  mentions: readonly { readonly key: string; readonly place: Place }[],
): Promise<ReadonlyMap<string, SectorId>> {
  const found = await intake.sectors(mentions.map(({ key }) => key));
  const wanted = new Map<string, TitledPlace>();
  for (const { key, place } of mentions) {
    const code = key.startsWith('DAC:') ? key.slice('DAC:'.length) : '';
    const title = SECTOR_TITLES.get(code);
    if (title === undefined || found.has(key) || wanted.has(code)) continue;
    wanted.set(code, { title, place });
  }
  return new Map([...found, ...(await makeDacSectors(intake, wanted))]);
}

/** Creates DAC sectors from their codes, with their ancestors; returns the ids of all by `DAC:code`. */
export async function makeDacSectors(
  intake: Intake,
  wanted: ReadonlyMap<string, TitledPlace>,
): Promise<ReadonlyMap<string, SectorId>> {
  if (wanted.size === 0) return new Map();
  const all = new Map(wanted);
  for (const [each, { place }] of wanted) {
    for (let code = parentSector(each); code !== null; code = parentSector(code)) {
      if (!all.has(code)) all.set(code, { title: SECTOR_TITLES.get(code) ?? code, place });
    }
  }
  const stored = await intake.sectors([...all.keys()].map((code) => `DAC:${code}`));
  const idOf = (code: string) => stored.get(`DAC:${code}`) ?? idOfKey('Sector', `DAC:${code}`);
  await intake.store(
    Sector,
    [...all]
      .filter(([code]) => !stored.has(`DAC:${code}`))
      .map(([code, { title, place }]) => {
        const parent = parentSector(code);
        return {
          id: idOf(code),
          scheme: 'DAC' as const,
          code,
          title,
          parentId: parent === null ? null : idOf(parent),
          ...intake.sourced(place),
        };
      }),
  );
  await setMissingParents(
    intake,
    [...stored.keys()].map((key) => key.slice('DAC:'.length)),
    idOf,
  );
  const ids = new Map([...all.keys()].map((code) => [`DAC:${code}`, idOf(code)]));
  intake.cacheSectors(ids);
  return ids;
}

/** Sets the parent of sectors that were stored without their place in the DAC tree. */
async function setMissingParents(
  intake: Intake,
  codes: readonly string[],
  idOf: (code: string) => string,
): Promise<void> {
  const pairs = codes.flatMap((code) => {
    const parent = parentSector(code);
    return parent === null ? [] : [{ id: idOf(code), parent_id: idOf(parent) }];
  });
  await intake.manager.query(
    `UPDATE sector s SET parent_id = p.parent_id
     FROM json_to_recordset($1::json) AS p(id uuid, parent_id uuid)
     WHERE s.id = p.id AND s.parent_id IS NULL`,
    [JSON.stringify(pairs)],
  );
}
