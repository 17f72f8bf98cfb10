// What may import what. `npm run check:layers` asks this file, and tests/architecture/layers.test.ts plants
// violations of every rule and sees them refused.
const { LAYERS } = require('./layers.cjs');

/** Everything of ours that is not a test. */
const SOURCES = '^(src|entities|resolvers)/';

const escaped = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const within = (path) => (path.endsWith('.ts') ? `^${escaped(path)}$` : `^${escaped(path)}/`);

/** A layer imports itself and what its list in layers.cjs allows, and nothing else. */
const allowList = ({ path, imports, packages, node }) => ({
  name: `layer-${path}`,
  comment: `${path} may import only what layers.cjs lists for it. Move the code, or what it needs; extend the list only if the layer is meant to know that.`,
  severity: 'error',
  from: { path: within(path) },
  to: {
    pathNot: [
      within(path),
      ...imports.map(within),
      ...packages.map((name) => `^node_modules/${escaped(name)}/`),
      ...node.map((name) => `^(node:)?${escaped(name)}$`),
    ],
  },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...LAYERS.map(allowList),
    {
      name: 'every-file-has-a-layer',
      comment: 'A new folder or file of src/ needs an entry in layers.cjs.',
      severity: 'error',
      from: { path: SOURCES, pathNot: LAYERS.map(({ path }) => within(path)) },
      to: {},
    },
    {
      name: 'resolvers-take-only-types-of-the-context',
      comment: 'A context is handed in, never made or fetched by a resolver: `import type`.',
      severity: 'error',
      from: { path: '^resolvers/' },
      to: { path: '^src/context[.]ts$', dependencyTypesNot: ['type-only'] },
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
      to: { path: ['^(tests|scripts|playground|federation)/'] },
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
      from: { path: '^(src|entities|resolvers|federation|tests)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-cycles',
      comment:
        'Modules of a cycle cannot be understood, tested or initialised one after the other. Entities alone may refer to each other: the two sides of a relation do, in functions that TypeORM calls later.',
      severity: 'error',
      from: { path: '^(src|entities|resolvers|federation|tests)/' },
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
