import { TieStatus } from '../../../entities/shared/tie.interface.js';
import { Dated, OneOf, Optional, Slug } from '../record-rules.js';

/** A record of a data set with the slug of its source. */
export class Sourced {
  @Slug() source!: string;
}

/** A record with a period and a status. */
export class Tie extends Sourced {
  @Optional() @Dated() since?: string;
  @Optional() @Dated() until?: string;
  @Optional() @Dated() attestedOn?: string;
  @OneOf(TieStatus) status!: TieStatus;
}
