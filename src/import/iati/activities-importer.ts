import { isDay } from '../../domain/partial-date.js';
import { slugOf } from '../../domain/slug.js';
import type { Activity } from './activity.js';
import { ActivityElement } from './activity-element.js';
import { warnOfRules } from './activity-rules.js';
import { ActivitySectors } from './activity-sectors.js';
import { readActivity } from './read-activity.js';
import { pointerOf, recordsOf } from './record-files.js';
import { setParents } from './set-parents.js';
import { storeActivities } from './store-activities.js';
import type { DataSetDescription, Importer } from '../importer.js';
import type { InputFile } from '../input-file.js';
import type { Intake } from '../intake.js';
import { ownCopy } from '../own-copy.js';
import { NOWHERE, type Placed, type Report } from '../report.js';

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
      const element = new ActivityElement(xml, pointerOf('iati-activity', position));
      const activity = readActivity(element, root.version ?? null, report);
      if (activity === null) continue;
      if (identifiers.has(activity.identifier)) {
        report.fault(
          element.place,
          'iati-identifier',
          activity.identifier,
          'is a duplicate: another activity in the file has this identifier (1.1.2)',
        );
        continue;
      }
      identifiers.add(ownCopy(activity.identifier));
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
    await setParents(intake, this.#grants);
  }

  async validate(file: InputFile, report: Report): Promise<void> {
    const { validateRecords } = await import('./validate.js');
    await validateRecords(file, 'iati-activity', activities(file), report);
  }
}

const activities = (file: InputFile) => recordsOf(file, 'iati-activity');
