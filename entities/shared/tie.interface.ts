import { Field, InterfaceType } from 'type-graphql';
import { Check, Column } from 'typeorm';
import { enumType, OneOf } from './enum-type.js';
import { PartialDateScalar } from './partial-date.scalar.js';
import { Sourced } from './sourced.entity.js';
import type { IdKind } from '../../src/domain/ids.js';

export const TieStatus = enumType('TieStatus', 'Whether a tie is in force.', {
  CURRENT: 'In force, according to its source.',
  ENDED: 'Ended, whether or not the end date is known.',
  UNKNOWN: 'Was in force once; no source states whether it still is.',
});
export type TieStatus = keyof typeof TieStatus;

/** Constraints on the period of every tie: valid dates in order, and only an ended tie has an end. */
function PeriodRules(): ClassDecorator {
  return (target) => {
    OneOf('tie_status_is_known', 'status', TieStatus)(target);
    Check('tie_since_is_partial_date', 'is_partial_date("since")')(target);
    Check('tie_until_is_partial_date', 'is_partial_date("until")')(target);
    Check('tie_attested_on_is_partial_date', 'is_partial_date("attested_on")')(target);
    Check('tie_has_an_end_only_if_ended', `"until" IS NULL OR "status" = 'ENDED'`)(target);
    Check(
      'tie_ends_after_it_starts',
      'left("until", length("since")) >= left("since", length("until"))',
    )(target);
  };
}

/** Every tie has a period, a status and a source. */
@InterfaceType({
  implements: [Sourced],
  description: 'A connection between two or more parties, with its period and its source.',
  resolveType: (value: { __typename: string }) => value.__typename,
})
@PeriodRules()
export abstract class Tie<Kind extends IdKind = IdKind> extends Sourced<Kind> {
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The start date, as precisely as it is known. Null if unknown.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  since!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The end date. Null if it has not ended or the end date is unknown.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  until!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'The date on which a source says that it was in force. If `since` is unknown, `asOf` counts it from this date.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  attestedOn!: string | null;

  @Field(() => TieStatus, { description: 'Whether it is still in force.' })
  @Column('text')
  status!: TieStatus;
}
