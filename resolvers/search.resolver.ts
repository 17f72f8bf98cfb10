import { Field, Float, ObjectType, Resolver } from 'type-graphql';
import { Node } from '../entities/shared/node.interface.js';
import { enumType } from '../entities/shared/enum-type.js';
import { ID_TAGS, type IdKind } from '../src/domain/ids.js';
import { badInput } from '../src/errors.js';
import { tableFunctionRows, type Columns } from '../src/fields/columns.js';
import { derivedConnection } from '../src/fields/connection.js';
import { enumFilter } from '../src/fields/comparisons.js';
import { ConnectionQuery, type Declared } from '../src/fields/decorators.js';
import { column, Filter, FilterField } from '../src/fields/filter.js';
import { orders } from '../src/fields/order.js';
import { sql, type Sql } from '../src/fields/sql.js';
import { NODE_CLASSES } from './node-classes.js';

const SearchableType = enumType(
  'SearchableType',
  'The kinds of objects that can be searched for.',
  {
    ORGANIZATION: 'Organizations of all kinds, by any of their names.',
    SECTOR: 'Sectors, by title or code.',
    REGION: 'Regions, by name or NUTS code.',
    PARTNERSHIP: 'Partnerships, by title.',
    PERSON: 'Holders of public offices, by name.',
    EVENT: 'Events, by title.',
    ADVOCACY_CASE: 'Advocacy cases, by title.',
    ANNOUNCEMENT: 'Public statements, by headline.',
    COOPERATION_OFFER: 'Offers and needs, by title.',
    INITIATIVE: 'Initiatives, by title.',
    SOURCE: 'Sources, by title.',
    GRANT: 'Grants, by title.',
    GRANT_PROGRAMME: 'Grant programs, by title.',
  },
);

@Filter('search results')
export class SearchFilter {
  @FilterField(
    enumFilter(SearchableType),
    column((result: Columns<{ node_type: string }>) => result.node_type),
    'Filters by the kind of node.',
  )
  type?: object;
}

@ObjectType({ description: 'A search result.' })
export class SearchEdge {
  @Field(() => Float, {
    description:
      'How well the result matches: 1 for the whole text, 0.9 for its beginning, 0.8 for a word in it, and less for text that is only similar.',
  })
  score!: number;

  @Field(() => String, { description: 'The name, title or code that matches best.' })
  matched!: string;
}

const SearchConnection = derivedConnection(SearchEdge, {
  name: 'Search',
  // A text of punctuation alone folds to an empty text, with which everything would start.
  rows: ({ text }) => {
    const query = text();
    return tableFunctionRows(
      sql`search_network(CASE WHEN search_fold(${query}) <> '' THEN ${query} END)`,
      ['id', 'node_type', 'score', 'matched', 'rank'],
    );
  },
  node: () => Node,
  types: new Map(Object.entries(ID_TAGS).map(([kind, tag]) => [tag, NODE_CLASSES[kind as IdKind]])),
});

const SearchOrder = orders('Search', 'search results', {
  RANK: {
    by: (result: { readonly rank: Sql }) => result.rank,
    type: 'int',
    description: 'The rank. In ascending order, the best match comes first.',
  },
});

const MAX_LENGTH = 200;

@Resolver()
export class SearchResolver {
  @ConnectionQuery(SearchConnection, {
    text: {
      name: 'query',
      description:
        'The text to search for: a name, a part of a name that begins at the start of a word, or a similar spelling. Ignores case, diacritics and script: `Nis` finds `Niš` and `Ниш`. A text without letters and digits finds nothing.',
      check: (text) => {
        if (text.length > MAX_LENGTH) {
          throw badInput(
            `'query' has ${String(text.length)} characters; at most ${String(MAX_LENGTH)} make sense. Shorten it.`,
            ['query'],
          );
        }
      },
    },
    filter: SearchFilter,
    orders: SearchOrder,
    description: 'Searches all kinds of objects for a text, best match first.',
  })
  search!: Declared;
}
