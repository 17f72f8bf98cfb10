import { slugOf } from '../../domain/slug.js';
import type { Importer, DataSetDescription } from '../importer.js';
import type { InputFile } from '../input-file.js';
import type { Intake } from '../intake.js';
import { isObject, toPlain, type Json, type JsonObject } from '../json.js';
import { ownCopy } from '../own-copy.js';
import { atPointer, type Placed, type Report } from '../report.js';
import { FundersSeen, warnOfAccuracy } from './accuracy.js';
import { grantsOfJson, headOfJson } from './from-json.js';
import { grantsOfSheets, headOfSheets, isHeadings } from './from-sheets.js';
import { soundGrant, textOf, type SoundGrant } from './grant.js';
import { tooLongTexts } from './lengths.js';
import { packageFaults } from './schema.js';
import { linkRelated, storeGrants, type RelatedGrants } from './store-grants.js';
import { isUrl } from '../../../entities/shared/standards.scalar.js';

/** The properties of a package that are stored. */
const PACKAGE_TAKEN = new Set([
  'identifier',
  'title',
  'publisher/name',
  'license',
  'downloadURL',
  'accessURL',
]);

/** The 360Giving Data Standard 1.4: a package of grants as JSON, or as tables (XLSX, CSV). */
export class ThreeSixtyGiving implements Importer<SoundGrant> {
  readonly kinds = ['JSON', 'XLSX', 'CSV'] as const;
  readonly isHeadings = isHeadings;
  readonly #related: RelatedGrants[] = [];

  async describe(file: InputFile, report: Report): Promise<DataSetDescription> {
    const { meta, first } = await (file.kind === 'JSON' ? headOfJson(file) : headOfSheets(file));
    const faults = [
      ...packageFaults(toPlain(meta)),
      ...tooLongTexts(meta, (property) => PACKAGE_TAKEN.has(property)),
    ];
    for (const { pointer, reason } of faults) {
      report.fault(atPointer(pointer), pointer.slice(1), null, reason);
    }
    const version = textOf(meta.version);
    if (version !== null && !version.startsWith('1.')) {
      report.warn(
        atPointer('/version'),
        'version',
        version,
        'is an unknown version; the file was read as 1.4',
      );
    }
    return described(meta, first);
  }

  async *read(file: InputFile, report: Report): AsyncGenerator<Placed<SoundGrant>> {
    const records = file.kind === 'JSON' ? grantsOfJson : grantsOfSheets;
    const seen = new Set<string>();
    const funders = new FundersSeen();
    const today = new Date().toISOString().slice(0, 10);
    for await (const { value, place } of records(file, report)) {
      const grant = soundGrant(value, report);
      if (grant === null) continue;
      if (seen.has(grant.identifier)) {
        const { field } = value.fieldAt('/id');
        report.fault(place, field, grant.identifier, 'is a duplicate');
        continue;
      }
      seen.add(ownCopy(grant.identifier));
      warnOfAccuracy(value, grant, today, report);
      funders.warn(grant, value.fieldAt, report);
      yield { value: grant, place };
    }
  }

  async store(batch: readonly Placed<SoundGrant>[], intake: Intake): Promise<void> {
    this.#related.push(...(await storeGrants(batch, intake)));
  }

  async finish(intake: Intake): Promise<void> {
    await linkRelated(this.#related, intake);
  }
}

/**
 * The description in the package, or else in its first grant. The data set is identified by the
 * identifier of the package, or by the prefix of the publisher, so that the next edition updates it.
 */
function described(meta: JsonObject, first: JsonObject | null): DataSetDescription {
  const publisher = isObject(meta.publisher) ? textOf(meta.publisher.name) : null;
  const funder = nameOfFunder(first);
  const prefix = textOf(first?.id)?.match(/^360G-[A-Za-z0-9_]+/)?.[0] ?? null;
  const identity = textOf(meta.identifier) ?? prefix ?? funder ?? 'grants';
  const slug = slugOf(identity).replace(/^360g-/, '');
  return {
    slug: `360giving-${slug || 'grants'}`,
    title: textOf(meta.title) ?? `Grants of ${funder ?? identity}`,
    publisher: publisher ?? funder,
    url:
      [meta.downloadURL, meta.accessURL, first?.dataSource]
        .map(textOf)
        .find((text) => text !== null && isUrl(text)) ?? null,
    licence: textOf(meta.license),
    publishedOn: dayOf(textOf(meta.modified) ?? textOf(meta.issued)),
    confidence: 'OFFICIAL',
  };
}

function nameOfFunder(first: JsonObject | null): string | null {
  const list = first?.fundingOrganization;
  const funder = Array.isArray(list) ? (list[0] as Json | undefined) : undefined;
  return isObject(funder) ? textOf(funder.name) : null;
}

function dayOf(text: string | null): string | null {
  return text !== null && /^\d{4}-\d{2}-\d{2}/.test(text) ? text.slice(0, 10) : null;
}
