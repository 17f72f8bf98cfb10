import { Directive, Field, ObjectType } from 'type-graphql';
import { ChildEntity, Column } from 'typeorm';
import { enumType, OneOf } from '../shared/enum-type.js';
import { Organization } from './organization.entity.js';

export const SizeClass = enumType(
  'SizeClass',
  'The size of an enterprise by number of employees (Recommendation 2003/361/EC).',
  {
    MICRO: 'Fewer than 10 employees.',
    SMALL: '10 to 49 employees.',
    MEDIUM: '50 to 249 employees.',
    LARGE: '250 employees or more.',
  },
);
export type SizeClass = keyof typeof SizeClass;

@Directive('@key(fields: "identifier { scheme value }")')
@ObjectType({
  implements: [Organization],
  description: 'A business, usually a member of clusters.',
})
@ChildEntity('Company')
@OneOf('organization_size_class_is_known', 'size_class', SizeClass)
export class Company extends Organization {
  @Field(() => SizeClass, {
    nullable: true,
    description: 'The size class of the company, by number of employees. Null if unknown.',
  })
  @Column('text', { nullable: true })
  sizeClass!: SizeClass | null;
}
