import { isDay } from '../../domain/partial-date.js';
import { slugOf } from '../../domain/slug.js';
import type { Activity } from './activity.js';
import { ActivityElement } from './activity-element.js';
import { warnOfRules } from './activity-rules.js';
import { ActivitySectors } from './activity-sectors.js';
import { readActivity } from './read-activity.js';
import { setParents } from './set-parents.js';
import { storeActivities } from './store-activities.js';
import { readXmlRecords, XmlError, type XmlRecord } from './xml-records.js';
import type { DataSetDescription, Importer } from '../importer.js';
import type { InputFile } from '../input-file.js';
import type { Intake } from '../intake.js';
import { FileError, NOWHERE, type Placed, type Report } from '../report.js';

/** Activities of IATI 2.0x. The file name identifies the data set, as in the IATI Registry. */
export class IatiImporter implements Importer<Activity> {
  readonly kinds = ['XML'] as const;
  readonly #sectors = new ActivitySectors();
  readonly #grants: string[] = [];

  async describe(file: InputFile): Promise<DataSetDescription> {
    const name = file.name.replace(/\.[^.]*$/, '');
    const first = await activities(file).next();
    const generated = first.done === true ? undefined : first.value.root['generated-datetime'];
    const day = generated?.slice(0, 10);
    return {
      slug: `iati-${slugOf(name) || 'activities'}`,
      title: `IATI activities: ${name}`,
      publishedOn: day !== undefined && isDay(day) ? day : null,
      confidence: 'OFFICIAL',
    };
  }

  async *read(file: InputFile, report: Report): AsyncGenerator<Placed<Activity>> {
    const identifiers = new Set<string>();
    const today = new Date().toISOString().slice(0, 10);
    let count = 0;
    for await (const { element: xml, root, position } of activities(file)) {
      count += 1;
      const element = new ActivityElement(xml, `/iati-activities/iati-activity[${position}]`);
      const activity = readActivity(element, root.version ?? null, report);
      if (activity === null) continue;
      if (identifiers.has(activity.identifier)) {
        report.fault(
          element.place,
          'iati-identifier',
          activity.identifier,
          'is a duplicate: another activity in the file has this identifier',
        );
        continue;
      }
      identifiers.add(activity.identifier);
      warnOfRules(element, today, report);
      yield {
        value: activity,
        place: element.place,
        size: 1 + activity.transactions.length,
      };
    }
    if (count === 0) report.warn(NOWHERE, '', null, 'has no <iati-activity>');
  }

  async store(batch: readonly Placed<Activity>[], intake: Intake): Promise<void> {
    const activitiesOfBatch = batch.map(({ value }) => value);
    this.#grants.push(...(await storeActivities(intake, activitiesOfBatch, this.#sectors)));
  }

  async finish(intake: Intake): Promise<void> {
    await setParents(intake.manager, this.#grants);
  }

  async validate(file: InputFile, report: Report): Promise<void> {
    const { warnOfSchema } = await import('./xml-schema.js');
    await warnOfSchema(file, report);
    const { warnOfRuleSet } = await import('./rule-set.js');
    const today = new Date().toISOString().slice(0, 10);
    for await (const { element, position } of activities(file)) {
      warnOfRuleSet(element, `/iati-activities/iati-activity[${position}]`, today, report);
    }
  }
}

async function* activities(file: InputFile): AsyncGenerator<XmlRecord> {
  try {
    for await (const record of readXmlRecords(file.text(), {
      root: 'iati-activities',
      record: 'iati-activity',
    })) {
      const version = record.root.version?.trim();
      if (version?.startsWith('1') === true) {
        throw new FileError(
          file.name,
          `is IATI ${version.slice(0, 10)}; only 2.01, 2.02 and 2.03 are supported. Codes have other meanings in version 1: convert the file to 2.03 first.`,
        );
      }
      yield record;
    }
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new FileError(file.name, `is not valid at line ${error.line}: ${error.message}`);
  }
}
