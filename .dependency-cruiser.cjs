// The layers: what may import what. `npm run check:layers` asks this file, and
// tests/architecture/layers.test.ts plants a violation of every rule and sees it refused.

/** Everything of ours that is not a test. */
const SOURCES = '^(src|entities|resolvers)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-stands-alone',
      comment:
        'src/domain is pure: it imports only itself and what Node computes with (node:crypto).',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: ['^src/domain/', '^(node:)?crypto$'] },
    },
    {
      name: 'entities-know-only-the-domain',
      comment:
        'entities/ says what is stored: it imports src/domain, entities, their decorators and scalars.',
      severity: 'error',
      from: { path: '^entities/' },
      to: {
        pathNot: [
          '^entities/',
          '^src/domain/',
          '^node_modules/(typeorm|type-graphql|graphql|graphql-scalars)/',
        ],
      },
    },
    {
      name: 'resolvers-only-translate',
      comment:
        'Of our code, resolvers/ imports entities, src/domain, src/errors.ts, src/graph, src/network and src/context.ts. Reading belongs into src/graph, computing on the partnership graph into src/network, everything else into a service.',
      severity: 'error',
      from: { path: '^resolvers/' },
      to: {
        path: SOURCES,
        pathNot: [
          '^(entities|resolvers)/',
          '^src/(domain|graph|network)/',
          '^src/(errors|context)[.]ts$',
        ],
      },
    },
    {
      name: 'resolvers-take-only-types-of-the-context',
      comment: 'A context is handed in, never made or fetched by a resolver: `import type`.',
      severity: 'error',
      from: { path: '^resolvers/' },
      to: { path: '^src/context[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvers-touch-no-machine',
      comment: 'A resolver reads through the reader of its context: no ORM, no driver, no process.',
      severity: 'error',
      from: { path: '^resolvers/' },
      to: {
        path: [
          '^node_modules/(typeorm|pg|@electric-sql|fastify|pino)/',
          '^(node:)?(process|fs|net|http)',
        ],
      },
    },
    {
      name: 'graph-knows-no-fields-and-no-machine',
      comment:
        'src/graph is the machinery that the resolvers declare with: it imports none of them, and is handed what runs its SQL.',
      severity: 'error',
      from: { path: '^src/graph/' },
      to: {
        path: ['^resolvers/', '^src/(database|http|data-set|federation)/', '^node_modules/pg/'],
      },
    },
    {
      name: 'network-knows-no-api-and-no-machine',
      comment:
        'src/network computes on the partnership graph: it knows none of its askers, and is handed what runs its SQL.',
      severity: 'error',
      from: { path: '^src/network/' },
      to: {
        path: [
          '^resolvers/',
          '^src/(database|http|data-set|federation|export)/',
          '^node_modules/(pg|typeorm|type-graphql)/',
        ],
      },
    },
    {
      name: 'plans-come-from-declarations',
      comment:
        'src/plan knows of a field what its declaration says (src/graph): it imports no resolver, and is handed what runs its SQL.',
      severity: 'error',
      from: { path: '^src/plan/' },
      to: {
        path: ['^resolvers/', '^src/(database|http|data-set|federation)/', '^node_modules/pg/'],
      },
    },
    {
      name: 'database-knows-no-api',
      comment: 'src/database stores: it knows neither what is asked of it nor over which protocol.',
      severity: 'error',
      from: { path: '^src/database/' },
      to: { path: ['^resolvers/', '^src/(http|federation|data-set)/'] },
    },
    {
      name: 'data-set-knows-no-api',
      comment: 'src/data-set fills a database and never needs the API for it.',
      severity: 'error',
      from: { path: '^src/data-set/' },
      to: { path: ['^resolvers/', '^src/(http|federation)/'] },
    },
    {
      name: 'figures-know-no-question',
      comment:
        'src/figures counts what it is handed as SQL: it knows no field, no protocol and no format.',
      severity: 'error',
      from: { path: '^src/figures/' },
      to: { path: ['^resolvers/', '^src/(http|federation|data-set|import|export)/'] },
    },
    {
      name: 'one-copy-in-columns',
      comment: 'The copy in columns is made and asked in src/figures: elsewhere, ask the reader.',
      severity: 'error',
      from: { path: SOURCES, pathNot: '^src/figures/' },
      to: { path: '^node_modules/@duckdb/' },
    },
    {
      name: 'export-knows-no-protocol',
      comment: 'src/export makes streams: over what they go, src/http and the command line say.',
      severity: 'error',
      from: { path: '^src/export/' },
      to: { path: ['^src/(http|federation|data-set|import)/', '^node_modules/fastify/'] },
    },
    {
      name: 'nothing-imports-main',
      comment: 'src/main.ts is the command line: importing it would run it.',
      severity: 'error',
      from: { pathNot: '^src/main[.]ts$' },
      to: { path: '^src/main[.]ts$' },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'The product must start without its tests, its scripts and its dev dependencies.',
      severity: 'error',
      from: { path: SOURCES },
      to: { path: ['^(tests|scripts|playground)/'] },
    },
    {
      name: 'no-dev-dependencies-in-the-product',
      comment: 'What the product imports is a dependency, not a devDependency of package.json.',
      severity: 'error',
      from: { path: SOURCES },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-undeclared-dependencies',
      comment: 'A package that only another one brings along can vanish: list it in package.json.',
      severity: 'error',
      from: { path: '^(src|entities|resolvers|tests)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-cycles',
      comment:
        'Modules of a cycle cannot be understood, tested or initialised one after the other. Entities alone may refer to each other: the two sides of a relation do, in functions that TypeORM calls later.',
      severity: 'error',
      from: { path: '^(src|entities|resolvers|tests)/' },
      to: { circular: true, via: { pathNot: '^entities/' } },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'The imported file or package is not there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'resolvers-of-a-domain-stand-alone',
      comment:
        'The domains are to become subgraphs: a resolver imports none of another domain. What several need is in resolvers/shared or in an entity.',
      severity: 'error',
      from: { path: '^resolvers/([^/]+)/' },
      to: {
        path: '^resolvers/',
        pathNot: ['^resolvers/$1/', '^resolvers/shared/', '^resolvers/node-classes[.]ts$'],
      },
    },
    {
      name: 'every-folder-is-a-domain',
      comment:
        'entities/ and resolvers/ have the folders shared, network, funding and knowledge, and no others. Only what spans all domains is in resolvers/ itself.',
      severity: 'error',
      from: {},
      to: {
        path: '^(entities|resolvers)/',
        pathNot: [
          '^(entities|resolvers)/(shared|network|funding|knowledge)/[^/]+$',
          '^resolvers/[^/]+$',
        ],
      },
    },
    {
      name: 'base-classes-are-in-no-cycle',
      comment:
        'A class must be there before another extends it: in a cycle of imports it may not be.',
      severity: 'error',
      from: {
        path: [
          '^entities/shared/(node[.]interface|sourced[.]entity|tie[.]interface)[.]ts$',
          '^entities/knowledge/source[.]entity[.]ts$',
        ],
      },
      to: { circular: true },
    },
    {
      name: 'organization-knows-none-of-its-kinds',
      comment:
        'The kinds of organizations extend Organization, so it must be loaded before them: relations name Organization, not a kind.',
      severity: 'error',
      from: { path: '^entities/network/organization[.]entity[.]ts$' },
      to: {
        path: '^entities/network/(association|cluster|company|donor|institution|partner)[.]entity[.]ts$',
        reachable: true,
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    // Types count: they tie modules together as firmly as values do.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      mainFields: ['main', 'types', 'typings'], // a package may hold nothing but types
    },
  },
};
