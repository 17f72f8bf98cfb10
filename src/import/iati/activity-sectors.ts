import { makeDacSectors, type TitledPlace } from '../dac-sectors.js';
import type { Intake } from '../intake.js';
import type { Place } from '../report.js';
import { sectorKey, type ActivitySector } from './activity.js';
import { SECTOR_TITLES } from './codelists.js';
import type { SectorId } from '../../domain/ids.js';

/** A sector and the place that mentions it. */
export interface SectorMention {
  readonly sector: ActivitySector;
  readonly place: Place;
}

/**
 * Finds sectors. Missing DAC sectors are created, with their ancestors. The title comes from the
 * standard or, for a code that the standard does not have, from the file; a code without a title is
 * left out. Sectors of other schemes must exist: their lists are not part of this program.
 */
export class ActivitySectors {
  /** By `sectorKey`. */
  readonly #ids = new Map<string, SectorId>();
  readonly #unknown = new Set<string>();

  async find(
    intake: Intake,
    mentions: readonly SectorMention[],
  ): Promise<ReadonlyMap<string, SectorId>> {
    await this.#findOthers(
      intake,
      mentions.filter(({ sector: { scheme } }) => scheme !== 'DAC'),
    );
    const wanted = new Map<string, TitledPlace>();
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
          'is not a sector code of the standard, and the file gives no title; left out everywhere',
        );
      } else wanted.set(code, { title, place: mention.place });
    }
    for (const [key, id] of await makeDacSectors(intake, wanted)) this.#ids.set(key, id);
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
        intake.report.warn(place, 'sector', key, 'is not a known sector; left out everywhere');
      }
    }
  }
}
