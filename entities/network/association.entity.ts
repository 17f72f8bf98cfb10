import { Directive, ObjectType } from 'type-graphql';
import { ChildEntity } from 'typeorm';
import { Organization } from './organization.entity.js';

@Directive('@key(fields: "identifier { scheme value }")')
@ObjectType({
  implements: [Organization],
  description: 'An umbrella organization of clusters, formal or informal.',
})
@ChildEntity('Association')
export class Association extends Organization {}
