import { Field, ObjectType } from 'type-graphql';
import { Seat, SeatRole } from '../../entities/knowledge/seat.entity.js';
import { Tie } from '../../entities/shared/tie.interface.js';
import { edgeConnection } from '../../src/fields/connection.js';
import { ReferenceField } from '../../src/fields/decorators.js';
import { inForce } from '../../src/fields/in-force.js';
import { relation } from '../../src/fields/relation.js';

@ObjectType({ implements: [Tie], description: 'A seat, seen from the body.' })
export class SeatHolderEdge extends Tie {
  @Field(() => SeatRole, { description: 'The role of the person.' })
  role!: SeatRole;

  @Field(() => String, { nullable: true, description: 'The body within the organization.' })
  body!: string | null;

  @ReferenceField(() => Seat, { key: 'id', description: 'The seat that this edge is about.' })
  seat!: Seat;
}

export const SeatHolderConnection = edgeConnection(SeatHolderEdge, {
  name: 'SeatHolder',
  rows: Seat,
  node: relation(Seat, 'person'),
  inForce,
});

@ObjectType({ implements: [Tie], description: 'A seat, seen from the person.' })
export class SeatOfPersonEdge extends Tie {
  @Field(() => SeatRole, { description: 'The role of the person.' })
  role!: SeatRole;

  @Field(() => String, { nullable: true, description: 'The body within the organization.' })
  body!: string | null;

  @ReferenceField(() => Seat, { key: 'id', description: 'The seat that this edge is about.' })
  seat!: Seat;
}

export const SeatOfPersonConnection = edgeConnection(SeatOfPersonEdge, {
  name: 'SeatOfPerson',
  rows: Seat,
  node: relation(Seat, 'organization'),
  inForce,
});
