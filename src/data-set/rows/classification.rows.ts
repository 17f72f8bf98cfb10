import { Region } from '../../../entities/network/region.entity.js';
import { Sector } from '../../../entities/network/sector.entity.js';
import { Source } from '../../../entities/knowledge/source.entity.js';
import type { RowMaker } from './row-maker.js';

/** Sources, regions and sectors, which all other records reference. */
export function sourceAndClassificationRows({
  dataSet,
  references,
  faults,
  add,
  source,
}: RowMaker): void {
  add(
    Source,
    dataSet.sources.map((placed) => {
      const { slug, title, url, publisher, publishedOn, retrievedOn, licence, confidence } =
        placed.value;
      return {
        id: references.bring('Source', slug, placed),
        slug,
        title,
        url: url ?? null,
        publisher: publisher ?? null,
        publishedOn: publishedOn ?? null,
        retrievedOn: retrievedOn ?? null,
        licence: licence ?? null,
        confidence,
      };
    }),
  );

  const regions = dataSet.regions.map((placed) => ({
    placed,
    id: references.bring('Region', placed.value.code, placed),
  }));
  add(
    Region,
    regions.map(({ id, placed }) => {
      const { code, level, name, nameCyrillic, parent } = placed.value;
      if (code.length !== level + 2) {
        const reason = `does not match the code: ${code} has level ${String(code.length - 2)}`;
        faults.push(placed.fault('level', level, reason));
      } else if (parent !== (level === 0 ? undefined : code.slice(0, -1))) {
        const wanted =
          level === 0 ? 'no parent because it is a country' : `the parent ${code.slice(0, -1)}`;
        faults.push(
          placed.fault('parent', parent, `does not match the code: ${code} has ${wanted}`),
        );
      }
      return {
        id,
        code,
        level,
        name,
        nameCyrillic: nameCyrillic ?? null,
        parentId: references.findOptional('Region', parent, 'parent', placed),
        sourceId: source(placed.value.source, placed),
      };
    }),
  );

  const sectors = dataSet.sectors.map((placed) => ({
    placed,
    id: references.bring('Sector', `${placed.value.scheme}:${placed.value.code}`, placed),
  }));
  add(
    Sector,
    sectors.map(({ id, placed }) => {
      const { scheme, code, title, parent } = placed.value;
      const parentKey = parent === undefined ? undefined : `${scheme}:${parent}`;
      return {
        id,
        scheme,
        code,
        title,
        parentId: references.findOptional('Sector', parentKey, 'parent', placed),
        sourceId: source(placed.value.source, placed),
      };
    }),
  );
}
