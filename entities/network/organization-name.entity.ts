import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ManyToOne, PrimaryColumn } from 'typeorm';
import { enumType, OneOf } from '../shared/enum-type.js';
import { Organization } from './organization.entity.js';
import { Source } from '../knowledge/source.entity.js';
import { LocaleScalar } from '../shared/standards.scalar.js';
import type { OrganizationId, SourceId } from '../../src/domain/ids.js';

export const NameKind = enumType(
  'NameKind',
  'The kind of name, such as an acronym or a former name.',
  {
    OFFICIAL: 'The official, registered name.',
    TRANSLATION: 'The name in another language.',
    TRANSLITERATION: 'The name in another script.',
    ACRONYM: 'An abbreviation.',
    FORMER: 'A former name.',
    ALIAS: 'Any other name in use.',
  },
);
export type NameKind = keyof typeof NameKind;

@ObjectType({ description: 'Another name of an organization, in some language and script.' })
@Entity('organization_name')
@OneOf('organization_name_kind_is_known', 'kind', NameKind)
@Check('organization_name_language_is_bcp47', `"language" ~ '^[a-z]{2,3}$'`)
@Check('organization_name_script_is_iso15924', `"script" ~ '^[A-Z][a-z]{3}$'`)
export class OrganizationName {
  @PrimaryColumn('uuid')
  organizationId!: OrganizationId;

  @ManyToOne(() => Organization, { onDelete: 'CASCADE' })
  organization!: Organization;

  @Field(() => String, { description: 'The text of the name.' })
  @PrimaryColumn('text', { collation: 'C' })
  text!: string;

  @Field(() => NameKind, { description: 'The kind of name, such as an acronym or a former name.' })
  @Column('text')
  kind!: NameKind;

  @Field(() => LocaleScalar, {
    nullable: true,
    description:
      'The language of the name (ISO 639), such as `sr`, `en` or `hu`. Null if the name belongs to no language.',
  })
  @Column('text', { nullable: true })
  language!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The script of the name (ISO 15924), such as `Latn` or `Cyrl`.',
  })
  @Column('text', { nullable: true })
  script!: string | null;

  @Column('uuid')
  sourceId!: SourceId;

  @ManyToOne(() => Source, { onDelete: 'RESTRICT' })
  source!: Source;
}
