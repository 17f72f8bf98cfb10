import { Source } from '../entities/source.entity.js';
import { Sourced } from '../entities/sourced.entity.js';
import { FieldsOf, ToOne } from '../src/graph/declare.js';

@FieldsOf(() => Sourced)
export class SourcedResolver {
  @ToOne(() => Source, { key: 'sourceId', description: 'The source of this information.' })
  source!: Source;
}
