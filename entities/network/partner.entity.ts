import { Directive, ObjectType } from 'type-graphql';
import { Check, ChildEntity, Column } from 'typeorm';
import { enumType, oneOf } from '../shared/enum-type.js';
import { Organization } from './organization.entity.js';

export const PartnerCategory = enumType('PartnerCategory', 'The category of the partner.', {
  FOREIGN_CLUSTER: 'A cluster in another country.',
  DOMESTIC_CLUSTER: 'A cluster in the same country, outside the association.',
  NETWORK: 'A network or alliance of organizations.',
  NGO: 'A non-governmental organization.',
  OTHER: 'Any other partner.',
});
export type PartnerCategory = keyof typeof PartnerCategory;

@Directive('@key(fields: "identifier { scheme value }")')
@ObjectType({
  implements: [Organization],
  description: 'An organization outside the association that cooperates with it or its clusters.',
})
@ChildEntity('Partner')
@Check(
  'organization_partner_category_is_known',
  `"type" <> 'Partner' OR ${oneOf('category', PartnerCategory)}`,
)
export class Partner extends Organization {
  @Column('text', { nullable: true })
  category!: PartnerCategory | null;
}
