import type { AdvocacyPartsFragment } from '../../../src/pages/generated/advocacy.js';
import { useLanguage } from '../context.js';
import { Period } from '../organization/ties.js';
import { FactList } from './fact-list.js';
import { OrganizationLink, OrganizationList, Unknown } from './mark.js';
import { SourceButton } from './source.js';

/** A case of advocacy: how it ended, what it asks of whom, and for whom. */
export function CaseFacts({ of: one }: { readonly of: AdvocacyPartsFragment }) {
  const { words, values } = useLanguage();
  const { column, advocacy: w } = words;
  return (
    <FactList
      facts={[
        [column.status, <strong key="status">{values.AdvocacyStatus[one.status]}</strong>],
        [column.outcome, one.outcome],
        [column.since, <Period key="period" of={{ since: one.openedOn, until: one.closedOn }} />],
        [w.subject, one.subjectAct],
        [w.target, one.target ? <OrganizationLink of={one.target} /> : <Unknown key="target" />],
        [w.level, one.level && values.AuthorityLevel[one.level]],
        [w.representative, one.representative?.name ?? null],
        [w.standing, one.standing && values.AdvocateStanding[one.standing]],
        [
          w.beneficiaries,
          <OrganizationList
            key="beneficiaries"
            of={one.beneficiaries.nodes}
            total={one.beneficiaries.totalCount}
          />,
        ],
        [words.source.label, <SourceButton key="source" of={one.source} />],
      ]}
    />
  );
}
