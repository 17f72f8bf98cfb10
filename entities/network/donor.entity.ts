import { Directive, ObjectType } from 'type-graphql';
import { Check, ChildEntity, Column } from 'typeorm';
import { enumType, oneOf } from '../shared/enum-type.js';
import { Organization } from './organization.entity.js';

export const DonorCategory = enumType('DonorCategory', 'The category of donor.', {
  BILATERAL: 'The development aid of one state, or one of its agencies or programs.',
  MULTILATERAL: 'A funding body of several states.',
  EU: 'A program or body of the European Union.',
  FOUNDATION: 'A foundation.',
  GOVERNMENT: 'A program or fund of the government of the network’s own country.',
  PRIVATE: 'A private donor.',
});
export type DonorCategory = keyof typeof DonorCategory;

@Directive('@key(fields: "identifier { scheme value }")')
@ObjectType({
  implements: [Organization],
  description:
    'An organization whose main role is to fund. Any organization can fund: `Donor` is a type of organization, funder is a role.',
})
@ChildEntity('Donor')
@Check(
  'organization_donor_category_is_known',
  `"type" <> 'Donor' OR ${oneOf('category', DonorCategory)}`,
)
export class Donor extends Organization {
  @Column('text', { nullable: true })
  category!: DonorCategory | null;
}
