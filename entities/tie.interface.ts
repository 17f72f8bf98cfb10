import { Field, InterfaceType } from 'type-graphql';
import { Check, Column } from 'typeorm';
import { enumType, OneOf } from './enum-type.js';
import { PartialDateScalar } from './partial-date.scalar.js';
import { Sourced } from './sourced.entity.js';

export const TieStatus = enumType('TieStatus', 'Whether a tie still holds.', {
  CURRENT: 'It holds, as far as its source says.',
  ENDED: 'It has ended, whether or not it is known when.',
  UNKNOWN: 'It held once; no source says whether it still does.',
});
export type TieStatus = keyof typeof TieStatus;

/** The rules of every tie's period: dates are dates, in order, and only what has ended has an end. */
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

/** What all ties have: a period, a status and a source. */
@InterfaceType({
  implements: [Sourced],
  description: 'Something that connects two or more, with its period and where we know it from.',
  resolveType: (value: { __typename: string }) => value.__typename,
})
@PeriodRules()
export abstract class Tie extends Sourced {
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'Since when, as precisely as it is known. Null if it is not.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  since!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'Until when. Null if it has not ended or nobody knows when.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  until!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'When a source says that it held. Where `since` is not known, `asOf` counts it from this day.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  attestedOn!: string | null;

  @Field(() => TieStatus, { description: 'Whether it still holds.' })
  @Column('text')
  status!: TieStatus;
}
