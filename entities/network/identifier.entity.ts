import { Directive, Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from 'typeorm';
import { Organization } from './organization.entity.js';
import { Source } from '../knowledge/source.entity.js';
import type { OrganizationId, SourceId } from '../../src/domain/ids.js';

@Directive('@shareable')
@ObjectType({
  description:
    'A number or code under which a register lists an organization. Scheme and value together identify an organization across systems; a name never does.',
})
@Entity('identifier')
@Check(
  'identifier_scheme_is_known_by_its_form',
  `"scheme" ~ '^(([A-Z]{2,3}(_[A-Z]{2})?|360G)(-[A-Z0-9_]+)+|ISNI|FUNDREF)$'`,
)
@Check('identifier_value_is_not_empty', `"value" ~ '^\\S+$'`)
@Check('identifier_rank_is_positive', '"rank" >= 1')
@Index('identifier_organization_rank', ['organizationId', 'rank'], { unique: true })
export class Identifier {
  @Field(() => String, {
    description:
      'The register: a list of org-id.guide, such as `RS-APR` (the Serbian business register), `RS-PIB`, `XM-DAC` or `XI-ROR`; `360G-` plus the prefix of a publisher that assigns its own numbers to organizations; or `ISNI` or `FUNDREF` (Crossref funders), for which org-id.guide has no list.',
  })
  @PrimaryColumn('text', { collation: 'C' })
  scheme!: string;

  @Field(() => String, {
    description: 'The number or code in the register. Leading zeros are significant.',
  })
  @PrimaryColumn('text', { collation: 'C' })
  value!: string;

  @Column('uuid')
  organizationId!: OrganizationId;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  organization!: Organization;

  /** The position in the list; 1 is the primary identifier. */
  @Column('smallint')
  rank!: number;

  @Column('uuid')
  sourceId!: SourceId;

  @ManyToOne(() => Source, { onDelete: 'RESTRICT' })
  source!: Source;
}
