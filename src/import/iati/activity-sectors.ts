import { Sector } from '../../../entities/sector.entity.js';
import { idOfKey } from '../../domain/ids.js';
import type { Intake } from '../intake.js';
import type { Place } from '../report.js';
import { sectorKey, type ActivitySector } from './activity.js';
import { parentSector, SECTOR_TITLES } from './codelists.js';

/** A sector with where it is mentioned. */
export interface SectorMention {
  readonly sector: ActivitySector;
  readonly place: Place;
}

/**
 * Finds sectors. Those of the DAC that are not there yet are made, with what stands above them: the
 * title is the standard's or, of a code that it does not have, the file's; a code that has neither is
 * not taken. Those of other schemes must be there: their lists are not part of this program.
 */
export class ActivitySectors {
  /** By `sectorKey`. */
  readonly #ids = new Map<string, string>();
  readonly #unknown = new Set<string>();

  async find(
    intake: Intake,
    mentions: readonly SectorMention[],
  ): Promise<ReadonlyMap<string, string>> {
    await this.#findOthers(
      intake,
      mentions.filter(({ sector: { scheme } }) => scheme !== 'DAC'),
    );
    const wanted = new Map<string, SectorMention>();
    for (const mention of mentions) {
      const { scheme, code } = mention.sector;
      if (scheme !== 'DAC' || this.#ids.has(`DAC:${code}`) || this.#unknown.has(`DAC:${code}`))
        continue;
      if (wanted.has(code)) continue;
      const title = SECTOR_TITLES.get(code) ?? mention.sector.title;
      if (title === null) {
        this.#unknown.add(`DAC:${code}`);
        intake.report.warn(
          mention.place,
          'sector',
          code,
          'is no sector that the standard knows, and the file gives no title; left out everywhere',
        );
      } else wanted.set(code, { ...mention, sector: { scheme, code, title } });
    }
    if (wanted.size > 0) await this.#make(intake, wanted);
    return this.#ids;
  }

  async #findOthers(intake: Intake, mentions: readonly SectorMention[]): Promise<void> {
    const stored = await intake.sectors(mentions.map(({ sector }) => sectorKey(sector)));
    for (const { sector, place } of mentions) {
      const key = sectorKey(sector);
      const id = stored.get(key);
      if (id !== undefined) this.#ids.set(key, id);
      else if (!this.#unknown.has(key)) {
        this.#unknown.add(key);
        intake.report.warn(
          place,
          'sector',
          key,
          'is no sector that is known here; left out everywhere',
        );
      }
    }
  }

  async #make(intake: Intake, wanted: ReadonlyMap<string, SectorMention>): Promise<void> {
    const all = new Map(wanted);
    for (const { sector, place } of wanted.values()) {
      for (let code = parentSector(sector.code); code !== null; code = parentSector(code)) {
        if (!all.has(code)) {
          all.set(code, {
            sector: { scheme: 'DAC', code, title: SECTOR_TITLES.get(code) ?? code },
            place,
          });
        }
      }
    }
    const stored = await intake.sectors([...all.keys()].map((code) => `DAC:${code}`));
    const idOf = (code: string) => stored.get(`DAC:${code}`) ?? idOfKey('Sector', `DAC:${code}`);
    await intake.store(
      Sector,
      [...all.values()]
        .filter(
          ({ sector }) => !stored.has(`DAC:${sector.code}`) && !this.#ids.has(`DAC:${sector.code}`),
        )
        .map(({ sector: { code, title }, place }) => {
          const parent = parentSector(code);
          return {
            id: idOf(code),
            scheme: 'DAC' as const,
            code,
            title: title ?? code,
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
    for (const code of all.keys()) this.#ids.set(`DAC:${code}`, idOf(code));
  }
}

/** A sector that was told of without its place in the DAC's tree gets it. */
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
