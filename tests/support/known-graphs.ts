import { UndirectedGraph } from 'graphology';
import generators from 'graphology-generators/social/index.js';
import type { Database } from '../../src/database/database.js';
import { loadDataSet } from '../../src/data-set/load-data-set.js';
import { dataSetFolder, record } from './data-set-folder.js';

/** An edge and how many ties make it. */
export type KnownEdge = readonly [from: string, to: string, ties: number];

export const KARATE_CLUB = edgesOf(generators.karateClub(UndirectedGraph));
export const FLORENTINE_FAMILIES = edgesOf(generators.florentineFamilies(UndirectedGraph));

function edgesOf(graph: UndirectedGraph): KnownEdge[] {
  return graph.mapEdges((_edge, _attributes, from, to) => [slugOf(from), slugOf(to), 1] as const);
}

function slugOf(name: string): string {
  return `n-${name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '')}`;
}

/**
 * Who appears together in Les Misérables, and in how many chapters (D. E. Knuth, The Stanford
 * GraphBase, 1993): each person with those named before.
 */
const LES_MISERABLES_TEXT = `Myriel | 
Napoleon | 0:1
Mlle.Baptistine | 0:8
Mme.Magloire | 0:10 2:6
CountessdeLo | 0:1
Geborand | 0:1
Champtercier | 0:1
Cravatte | 0:1
Count | 0:2
OldMan | 0:1
Labarre | 
Valjean | 10:1 3:3 2:3 0:5
Marguerite | 11:1
Mme.deR | 11:1
Isabeau | 11:1
Gervais | 11:1
Tholomyes | 
Listolier | 16:4
Fameuil | 16:4 17:4
Blacheville | 16:4 17:4 18:4
Favourite | 16:3 17:3 18:3 19:4
Dahlia | 16:3 17:3 18:3 19:3 20:5
Zephine | 16:3 17:3 18:3 19:3 20:4 21:4
Fantine | 16:3 17:3 18:3 19:3 20:4 21:4 22:4 12:2 11:9
Mme.Thenardier | 23:2 11:7
Thenardier | 24:13 23:1 11:12
Cosette | 24:4 11:31 16:1 25:1
Javert | 11:17 23:5 25:5 24:1 26:1
Fauchelevent | 11:8 27:1
Bamatabois | 23:1 27:1 11:2
Perpetue | 23:1
Simplice | 30:2 11:3 23:2 27:1
Scaufflaire | 11:1
Woman1 | 11:2 27:1
Judge | 11:3 29:2
Champmathieu | 11:3 34:3 29:2
Brevet | 34:2 35:2 11:2 29:1
Chenildieu | 34:2 35:2 36:2 11:2 29:1
Cochepaille | 34:2 35:2 36:2 37:2 11:2 29:1
Pontmercy | 25:1
Boulatruelle | 25:1
Eponine | 24:2 25:3
Anzelma | 41:2 25:2 24:1
Woman2 | 11:3 26:1 27:1
MotherInnocent | 28:3 11:1
Gribier | 28:2
Jondrette | 
Mme.Burgon | 46:1
Gavroche | 47:2 25:1 27:1 11:1
Gillenormand | 26:3 11:2
Magnon | 49:1 24:1
Mlle.Gillenormand | 49:9 26:2 11:2
Mme.Pontmercy | 51:1 39:1
Mlle.Vaubois | 51:1
Lt.Gillenormand | 51:2 49:1 26:1
Marius | 51:6 49:12 39:1 54:1 26:21 11:19 16:1 25:2 41:5 48:4
BaronessT | 49:1 55:1
Mabeuf | 55:1 41:1 48:1
Enjolras | 55:7 48:7 27:6 57:1 11:4
Combeferre | 58:15 55:5 48:6 57:2
Prouvaire | 48:1 58:4 59:2
Feuilly | 48:2 58:6 60:2 59:5 57:1 55:1
Courfeyrac | 55:9 58:17 59:13 48:7 57:2 41:1 61:6 60:3
Bahorel | 59:5 48:5 62:6 57:2 58:4 61:3 60:2 55:1
Bossuet | 55:5 62:12 48:5 63:4 58:10 61:6 60:2 59:9 57:1 11:1
Joly | 63:5 64:7 48:3 62:5 58:5 61:5 60:2 59:5 57:1 55:2
Grantaire | 64:3 58:3 59:1 62:2 65:2 48:1 63:1 61:1 60:1
MotherPlutarch | 57:3
Gueulemer | 25:5 11:1 24:1 27:1 48:1 41:1
Babet | 25:6 68:6 11:1 24:1 27:2 48:1 41:1
Claquesous | 25:4 69:4 68:4 11:1 24:1 27:1 41:1 58:1
Montparnasse | 27:1 69:2 68:2 70:2 11:1 48:1 41:1 25:1
Toussaint | 26:2 27:1 11:1
Child1 | 48:2
Child2 | 48:2 73:3
Brujon | 69:3 68:3 25:3 48:1 41:1 70:1 71:1
Mme.Hucheloup | 64:1 65:1 66:1 63:1 62:1 48:1 58:1`;

const PERSONS = LES_MISERABLES_TEXT.split('\n').map((line) => line.split(' | '));

export const LES_MISERABLES: readonly KnownEdge[] = PERSONS.flatMap(([person = '', others = '']) =>
  others
    .split(' ')
    .filter(Boolean)
    .map((other): KnownEdge => {
      const [place, chapters] = other.split(':').map(Number);
      return [slugOf(person), slugOf(PERSONS[place ?? -1]?.[0] ?? ''), chapters ?? 0];
    }),
);

/** Puts a graph into the database: nodes as companies, ties as partnerships of two. */
export async function storeGraph(
  database: Pick<Database, 'dataSource'>,
  edges: readonly KnownEdge[],
  isolates: readonly string[] = [],
): Promise<void> {
  const nodes = new Set([...edges.flatMap(([from, to]) => [from, to]), ...isolates]);
  await loadDataSet(
    database,
    dataSetFolder({
      sources: [record.source('a-source', { licence: 'CC0-1.0' })],
      organizations: [...nodes].map((slug) => record.organization('Company', slug)),
      partnerships: edges.flatMap(([from, to, ties], edge) =>
        Array.from({ length: ties }, (_, tie) =>
          record.partnership(`p-${edge}-${tie}`, [from, to], { kind: 'TRADE' }),
        ),
      ),
    }),
  );
}
