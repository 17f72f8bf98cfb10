import { Field, Int, ObjectType } from 'type-graphql';
import { Organization } from '../../entities/network/organization.entity.js';
import { ReferenceField } from '../../src/fields/decorators.js';
import { sizeArgument } from '../shared/sizes.js';

@ObjectType({ description: 'A funder of grants in a sector or region.' })
export class LocalFunder {
  funderId!: string;

  @ReferenceField(() => Organization, {
    key: 'funderId',
    description: 'The organization that funds.',
  })
  funder!: Organization;

  @Field(() => Int, { description: 'The number of grants that it funds in the sector or region.' })
  grantCount!: number;
}

export const FUNDERS_TEXT = 'The funders of grants for it, those with the most grants first.';

export const FIRST_FUNDERS = sizeArgument('Returns the n funders with the most grants');
