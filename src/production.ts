/**
 * Imported before everything else: GraphQL.js then checks the classes of values without explaining what may be wrong
 * with the installation, which every field of every answer would wait for.
 */
// eslint-disable-next-line no-restricted-syntax -- it is set for libraries, and not read
process.env.NODE_ENV ??= 'production';
