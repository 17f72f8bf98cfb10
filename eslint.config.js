// What the code must look like beyond what the compiler and Prettier see. A rule is here because it
// is meant; where one of a preset is off, the reason stands beside it. `npm run check:lint`.
import js from '@eslint/js';
import graphql from '@graphql-eslint/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const OURS = ['src/**/*.ts', 'entities/**/*.ts', 'resolvers/**/*.ts'];
const PLAYGROUND = ['playground/src/**/*.{ts,tsx}'];
const WEB = ['web/src/**/*.{ts,tsx}'];
const SCHEMA = 'schema.graphql';
const OPERATIONS = [
  'docs/examples/*.graphql',
  'tests/**/*.graphql',
  'src/pages/operations/*.graphql',
];

const NO_DEFAULT_EXPORT = {
  selector: ':matches(ExportDefaultDeclaration, ExportSpecifier[exported.name="default"])',
  message: 'Export it by its name: a default export is called something else in every file.',
};
const NO_BARREL = {
  selector: ':matches(ExportAllDeclaration, ExportNamedDeclaration[source])',
  message: 'Import from where it lives: files that pass others on make cycles and hide the place.',
};
const NO_ACCESSIBILITY = {
  selector:
    ':matches(PropertyDefinition, MethodDefinition[kind!="constructor"], TSParameterProperty)[accessibility]',
  message: 'Private members are `#x`, which holds at run time too; public needs no word.',
};
const NO_PROCESS_ENV = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'src/config.ts alone reads the environment: take the value as an argument.',
};
const SYNTAX = [NO_DEFAULT_EXPORT, NO_BARREL, NO_ACCESSIBILITY];

/** What Federation adds to the schema; it brings no descriptions, and names as its specification does. */
const FEDERATION = '[name.value=/^(_|federation__|link__)/]';
const NOT_OF_FEDERATION = `:not(${FEDERATION})`;

/** A lint of the schema by files; the parser of the plugin needs the schema for both kinds. */
const graphqlFiles = (files, rules) => ({
  files,
  plugins: { '@graphql-eslint': graphql },
  languageOptions: {
    parser: graphql.parser,
    parserOptions: { graphQLConfig: { schema: SCHEMA, documents: OPERATIONS } },
  },
  rules: Object.fromEntries(
    Object.entries(rules).map(([rule, setting]) => [`@graphql-eslint/${rule}`, setting]),
  ),
});

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', '.scan-graph/', 'tests/generated/', 'src/pages/generated/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },

  {
    name: 'TypeScript',
    files: [
      ...OURS,
      'federation/**/*.ts',
      'tests/**/*.ts',
      ...PLAYGROUND,
      ...WEB,
      '{playground,web}/*.ts',
    ],
    extends: [
      js.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
    ],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // `== null` is how null and undefined are asked for in one.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', 400],
      'no-restricted-syntax': ['error', ...SYNTAX, NO_PROCESS_ENV],
      'no-restricted-imports': [
        'error',
        { paths: ['process', 'node:process'].map((name) => ({ name, message: 'Use `process`.' })) },
      ],
      // `typeof import('…')` types what a `require` of CommonJS gives.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      '@typescript-eslint/naming-convention': [
        'error',
        {
          selector: 'interface',
          format: ['PascalCase'],
          custom: { regex: '^I[A-Z][a-z]', match: false },
        },
      ],
      // `default: return unreachable(x)` ends a switch, and does not excuse a missing case.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An empty text is as good as none; `??` would let it through.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Its remedy is the `!` that no-non-null-assertion refuses.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // Arguments, outcomes and rows are plain objects in the shape of the class that declares them;
      // neither type-graphql nor we call its constructor.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    name: 'The product prints nothing: it answers and logs',
    files: [
      'entities/**/*.ts',
      'resolvers/**/*.ts',
      'src/{domain,graph,database,http,federation}/**',
    ],
    rules: { 'no-console': 'error' },
  },
  {
    name: 'The only reader of the environment, and what hands it to processes of its own',
    files: ['src/config.ts', 'federation/main.ts'],
    rules: { 'no-restricted-syntax': ['error', ...SYNTAX] },
  },
  {
    name: 'Written once, and not read from top to bottom',
    files: ['src/database/migrations/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    name: 'Tests',
    files: ['tests/**/*.ts'],
    rules: {
      'max-lines': ['error', 600],
      // A test looks into an answer as it likes: what is not there fails its expectation.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-plus-operands': ['error', { allowAny: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowAny: true, allowNumber: true },
      ],
      // expect(object.method) is how jest is asked about a mock.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    name: 'What a test run is set up with: TEST_DATABASE_URL, CHROMIUM',
    files: ['tests/support/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...SYNTAX] },
  },
  {
    name: 'Where a tool reads the default export',
    files: ['tests/support/{global-*,environment,test-runner}.ts', '**/*.config.ts'],
    rules: { 'no-restricted-syntax': ['error', NO_BARREL, NO_ACCESSIBILITY] },
  },
  {
    name: 'Playground',
    files: PLAYGROUND,
    rules: {
      // GraphiQL types its actions as methods, but they are functions without `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    name: 'JavaScript: scripts and configurations',
    files: ['*.js', 'scripts/**/*.mjs'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: {
        console: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        process: 'readonly',
        URL: 'readonly',
      },
    },
    rules: { eqeqeq: 'error' },
  },
  {
    name: 'JavaScript: CommonJS',
    files: ['*.cjs', '.*.cjs'],
    extends: [js.configs.recommended],
    languageOptions: { sourceType: 'commonjs' },
  },

  graphqlFiles([SCHEMA], {
    'description-style': 'error',
    'known-directives': 'error',
    'naming-convention': [
      'error',
      {
        allowLeadingUnderscore: true, // _entities, _service
        ...Object.fromEntries(
          ['Object', 'Interface', 'Union', 'Enum', 'InputObject', 'Scalar'].map((kind) => [
            `${kind}TypeDefinition${NOT_OF_FEDERATION}`,
            'PascalCase',
          ]),
        ),
        [`FieldDefinition${NOT_OF_FEDERATION}`]: 'camelCase',
        InputValueDefinition: 'camelCase',
        EnumValueDefinition: 'UPPER_CASE',
        'FieldDefinition[parent.name.value=Query]': { forbiddenPrefixes: ['query', 'get', 'list'] },
        'FieldDefinition[parent.name.value=Mutation]': {
          forbiddenPrefixes: ['mutation', 'update'],
        },
        InputObjectTypeDefinition: { requiredSuffixes: ['Input', 'Filter', 'Order'] },
      },
    ],
    'no-hashtag-description': 'error',
    'relay-arguments': 'error',
    'relay-connection-types': 'error',
    // A short list that is whole is a list of things; only connections have edges.
    'relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
    'relay-page-info': 'error',
    'require-deprecation-reason': 'error',
    'require-description': [
      'error',
      {
        types: true,
        rootField: true,
        FieldDefinition: true,
        InputValueDefinition: true,
        EnumValueDefinition: true,
        ignoredSelectors: [
          FEDERATION,
          `${FEDERATION} *`,
          'FieldDefinition[name.value=/^_/]',
          'FieldDefinition[name.value=/^_/] *',
          'DirectiveDefinition *',
        ],
      },
    ],
    'unique-enum-value-names': 'error',
  }),
  graphqlFiles(OPERATIONS, {
    'fields-on-correct-type': 'error',
    'known-argument-names': 'error',
    'known-type-names': 'error',
    'naming-convention': [
      'error',
      {
        allowLeadingUnderscore: true, // _entities, _service
        VariableDefinition: 'camelCase',
        OperationDefinition: {
          style: 'PascalCase',
          forbiddenPrefixes: ['Query', 'Mutation', 'Get'],
          forbiddenSuffixes: ['Query', 'Mutation'],
        },
        FragmentDefinition: { style: 'PascalCase', forbiddenSuffixes: ['Fragment'] },
      },
    ],
    'no-anonymous-operations': 'error',
    'no-deprecated': 'error',
    'no-duplicate-fields': 'error',
    'no-undefined-variables': 'error',
    'no-unused-fragments': 'error',
    'no-unused-variables': 'error',
    'overlapping-fields-can-be-merged': 'error',
    'possible-fragment-spread': 'error',
    'provided-required-arguments': 'error',
    'scalar-leafs': 'error',
    'unique-fragment-name': 'error',
    'unique-operation-name': 'error',
    'value-literals-of-correct-type': 'error',
    'variables-in-allowed-position': 'error',
  }),
);
