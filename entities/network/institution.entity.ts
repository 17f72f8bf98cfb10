import { Directive, ObjectType } from 'type-graphql';
import { Check, ChildEntity, Column } from 'typeorm';
import { enumType, oneOf } from '../shared/enum-type.js';
import { Organization } from './organization.entity.js';

export const InstitutionCategory = enumType('InstitutionCategory', 'The category of institution.', {
  NATIONAL_GOVERNMENT: 'A ministry or another national body.',
  PROVINCIAL_GOVERNMENT: 'A body of an autonomous province.',
  LOCAL_GOVERNMENT: 'A city, a municipality or one of their bodies.',
  ACADEMIA: 'A university, faculty, college or research institute.',
  CHAMBER: 'A chamber of commerce.',
  DEVELOPMENT_AGENCY: 'A national, regional or local development agency.',
  INTERNATIONAL_BODY: 'A body of several states.',
  BUSINESS_SUPPORT: 'An incubator, technology park or business center.',
});
export type InstitutionCategory = keyof typeof InstitutionCategory;

@Directive('@key(fields: "identifier { scheme value }")')
@ObjectType({
  implements: [Organization],
  description: 'A public body, an academic or research body, a chamber or an agency.',
})
@ChildEntity('Institution')
@Check(
  'organization_institution_category_is_known',
  `"type" <> 'Institution' OR ${oneOf('category', InstitutionCategory)}`,
)
export class Institution extends Organization {
  @Column('text', { nullable: true })
  category!: InstitutionCategory | null;
}
