import { Field, Float, ObjectType, Resolver } from 'type-graphql';
import { Node } from '../entities/node.interface.js';
import { Organization } from '../entities/organization.entity.js';
import { enumType } from '../entities/enum-type.js';
import { ID_TAGS, type IdKind } from '../src/domain/ids.js';
import { badInput } from '../src/errors.js';
import { endsOf } from '../src/graph/connection.js';
import { enumFilter } from '../src/graph/comparisons.js';
import { RootPage, Sql } from '../src/graph/declare.js';
import { column, Filter, FilterField } from '../src/graph/filter.js';
import { orders } from '../src/graph/order.js';
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
  @FilterField(enumFilter(SearchableType), column('t.node_type'), 'Filters by the kind of node.')
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
for (const field of ['score', 'matched']) Sql(`t.${field}`)(SearchEdge.prototype, field);

const SearchConnection = endsOf(SearchEdge, {
  name: 'Search',
  rows: Organization,
  // A text of punctuation alone folds to an empty text, with which everything would start.
  from: `search_network(CASE WHEN search_fold({text}) <> '' THEN {text} END) t`,
  node: () => Node,
  nodeClasses: new Map(
    Object.entries(ID_TAGS).map(([kind, tag]) => [tag, NODE_CLASSES[kind as IdKind]]),
  ),
  nodeKey: 'id',
});

const SearchOrder = orders('Search', 'search results', {
  RANK: {
    sql: 't.rank',
    type: 'int',
    description: 'The rank. In ascending order, the best match comes first.',
  },
});

const MAX_LENGTH = 200;

@Resolver()
export class SearchResolver {
  @RootPage(SearchConnection, {
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
  search!: never;
}
