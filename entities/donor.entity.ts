import { Directive, ObjectType } from 'type-graphql';
import { Check, ChildEntity, Column } from 'typeorm';
import { enumType, oneOf } from './enum-type.js';
import { Organization } from './organization.entity.js';

export const DonorCategory = enumType('DonorCategory', 'What sort of donor it is.', {
  BILATERAL: 'The development aid of one state, or an agency or programme of it.',
  MULTILATERAL: 'A body of several states that funds.',
  EU: 'A programme or body of the European Union.',
  FOUNDATION: 'A foundation.',
  GOVERNMENT: 'A programme or fund of the government of the network’s own country.',
  PRIVATE: 'A private donor.',
});
export type DonorCategory = keyof typeof DonorCategory;

@Directive('@key(fields: "identifier { scheme value }")')
@ObjectType({
  implements: [Organization],
  description:
    'A body whose main role is to fund. Any organisation can fund: `Donor` is the kind, funder the role.',
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
