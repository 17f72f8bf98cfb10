import { organizationKind } from '../../domain/organization-kind.js';
import { slugOf } from '../../domain/slug.js';
import type { DataSetDescription, Importer } from '../importer.js';
import type { InputFile } from '../input-file.js';
import type { Intake } from '../intake.js';
import type { OrganizationMention } from '../organizations.js';
import { NOWHERE, type Placed, type Report } from '../report.js';
import { ActivityElement } from './activity-element.js';
import { CODE_RULES, warnOfCodes } from './code-rules.js';
import { isOfKnownList, partyOf } from './party.js';
import { warnOfOrganisationReferences } from './reference-rules.js';
import { pointerOf, recordsOf, VERSIONS } from './record-files.js';

const RECORD = 'iati-organisation';

const TAKEN: ReadonlySet<string> = new Set(['organisation-identifier', 'name', 'reporting-org']);

/** Organisation files of IATI 2.0x, for the names and identifiers of organizations. */
export class IatiOrganisationsImporter implements Importer<readonly OrganizationMention[]> {
  readonly kinds = ['XML'] as const;

  describe(file: InputFile): DataSetDescription {
    const name = file.name.replace(/\.[^.]*$/, '');
    return {
      slug: `iati-organisations-${slugOf(name) || 'file'}`,
      title: `IATI organisations: ${name}`,
      confidence: 'OFFICIAL',
    };
  }

  async *read(
    file: InputFile,
    report: Report,
  ): AsyncGenerator<Placed<readonly OrganizationMention[]>> {
    for await (const { element: xml, root, position } of recordsOf(file, RECORD)) {
      const version = root.version?.trim() ?? null;
      if (position === 1 && !VERSIONS.has(version ?? '')) {
        report.warn(NOWHERE, 'version', version, 'must be 2.01, 2.02 or 2.03 (9.97.1)');
      }
      const element = new ActivityElement(xml, pointerOf(RECORD, position));
      const mentions = mentionsIn(element, report);
      if (mentions === null) continue;
      warnOfRules(element, report);
      yield { value: mentions, place: element.place };
    }
  }

  async store(
    batch: readonly Placed<readonly OrganizationMention[]>[],
    intake: Intake,
  ): Promise<void> {
    await intake.organizations(batch.flatMap(({ value }) => value));
  }

  async validate(file: InputFile, report: Report): Promise<void> {
    const { validateRecords } = await import('./validate.js');
    await validateRecords(file, RECORD, recordsOf(file, RECORD), report);
  }
}

function warnOfRules(organisation: ActivityElement, report: Report): void {
  warnOfCodes(organisation, CODE_RULES.organization, report);
  warnOfOrganisationReferences(organisation, report);
  const reporting = organisation.first('reporting-org');
  if (reporting === null) return;
  const reference = reporting.attribute('ref');
  if (!isOfKnownList(reference)) {
    report.warn(
      reporting.place,
      '@ref',
      reference,
      'does not begin with the code of an organization list that IATI knows (1.18.8)',
    );
  }
}

/** An organization by each of its names; null, with a fault, if it has no identifier. */
function mentionsIn(
  element: ActivityElement,
  report: Report,
): readonly OrganizationMention[] | null {
  for (const name of new Set(element.childNames)) if (!TAKEN.has(name)) report.notTaken(name);
  const reference = element.textIn('organisation-identifier');
  const reporting = element.first('reporting-org');
  const isOwn = reporting?.attribute('ref') === reference;
  const type = isOwn ? reporting.attribute('type') : '';
  const names = element.first('name')?.all('narrative') ?? [];
  const parties = names.flatMap(({ text }) => partyOf({ name: text, reference, type }) ?? []);
  const [first] = parties;
  if (first?.identifier == null) {
    report.fault(
      element.place,
      first === undefined && reference !== '' ? 'name' : 'organisation-identifier',
      reference || null,
      'must be the identifier of an organization, such as XM-DAC-41123, with its name',
    );
    return null;
  }
  const identifier = `${first.identifier.scheme}-${first.identifier.value}`;
  const kind = organizationKind('FUNDER', first.type);
  const all = parties.flatMap(({ name, otherName }) => [name, otherName]);
  return [...new Set(all)].flatMap((name) =>
    name === null ? [] : [{ identifier, name, place: element.place, kind }],
  );
}
