import { Readable } from 'node:stream';
import {
  coerceInputValue,
  getNamedType,
  getNullableType,
  isListType,
  type GraphQLArgument,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { networkRequest } from '../../../resolvers/network/network-selection.js';
import type { NetworkArguments } from '../../../resolvers/network/network-selection.types.js';
import { inputFault } from '../../domain/input-fault.js';
import { badInput } from '../../errors.js';
import type { Network } from '../../network/network.js';
import { METRICS, type Metric } from '../../network/node-rows.js';
import type { Patience } from '../../network/shared-task.js';
import { TIE_KINDS } from '../../network/tie-kinds.js';
import type { NetworkFormatName } from '../formats.js';
import { inChunks } from '../../writing/chunks.js';
import { csvPair } from './csv.js';
import { exportDocument, type ExportDocument } from './document.js';
import { gexf, GEXF_VERSIONS, type GexfOptions } from './gexf.js';
import { gml } from './gml.js';
import { graphml } from './graphml.js';
import { cytoscapeJson, nodeLinkJson } from './json.js';
import { pajek } from './pajek.js';
import { FilterFault, readFilter, type FilterValues } from '../filter.js';

/** The parameters of an export as text, from a query string or the command line. */
export type ExportParameters = Readonly<Record<string, string>>;

export interface ExportRequest {
  readonly format: NetworkFormatName;
  readonly parameters: ExportParameters;
  /** The request, which is noted in the file. */
  readonly query: string;
}

/** Streams the requested network; metrics are computed before the first chunk. */
export async function exportNetwork(
  network: Network,
  schema: GraphQLSchema,
  { format, parameters, query }: ExportRequest,
  patience: Patience,
): Promise<Readable> {
  refuseFaulty(parameters);
  const { metrics = '', dynamic, version, ...selection } = parameters;
  const options = { metrics: metricsNamed(metrics), query };
  const gexfOptions = gexfOptionsFrom(format, dynamic, version);
  const opened = await network.open(
    { ...networkRequest(argumentsFrom(schema, selection)), mustBeCurrent: true },
    patience,
  );
  const document = await exportDocument(opened, options, patience);
  return fileOf(format, document, gexfOptions);
}

function fileOf(
  format: NetworkFormatName,
  document: ExportDocument,
  gexfOptions: GexfOptions,
): Readable {
  return Readable.from(chunksOf(format, document, gexfOptions), { objectMode: false });
}

function chunksOf(
  format: NetworkFormatName,
  document: ExportDocument,
  gexfOptions: GexfOptions,
): AsyncGenerator<string | Buffer> {
  switch (format) {
    case 'gexf':
      return inChunks(gexf(document, gexfOptions));
    case 'graphml':
      return inChunks(graphml(document));
    case 'net':
      return inChunks(pajek(document));
    case 'gml':
      return inChunks(gml(document));
    case 'json':
      return inChunks(nodeLinkJson(document));
    case 'cyjs':
      return inChunks(cytoscapeJson(document));
    case 'csv.zip':
      return csvPair(document);
  }
}

function refuseFaulty(parameters: ExportParameters): void {
  const fault = inputFault(parameters);
  if (fault !== null) throw badInput(`'${fault.path.join('.')}' ${fault.text}`, fault.path);
}

function metricsNamed(text: string): ReadonlySet<Metric> {
  const names = text.split(',').filter(Boolean);
  const wrong = names.find((name) => !METRICS.some((metric) => metric === name));
  if (wrong !== undefined) {
    throw badInput(`'${wrong}' is not a metric. Use one or more of ${METRICS.join(', ')}.`, [
      'metrics',
    ]);
  }
  return new Set(METRICS.filter((metric) => names.includes(metric)));
}

function flag(name: string, text: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw badInput(`'${name}' must be true or false, not ${text}.`, [name]);
}

/** Reads the parameters that only GEXF has. The other formats refuse them, instead of a file without time. */
function gexfOptionsFrom(
  format: NetworkFormatName,
  dynamic = 'false',
  version: string | undefined,
): GexfOptions {
  const isDynamic = flag('dynamic', dynamic);
  const only = (name: string) =>
    badInput(`'${name}' applies only to the format gexf, not to ${format}.`, [name]);
  if (format !== 'gexf' && isDynamic) throw only('dynamic');
  if (version === undefined) return { isDynamic, version: GEXF_VERSIONS[0] };
  if (format !== 'gexf') throw only('version');
  const known = GEXF_VERSIONS.find((each) => each === version);
  if (known !== undefined) return { isDynamic, version: known };
  throw badInput(`'version' must be ${GEXF_VERSIONS.join(' or ')}, not ${version}.`, ['version']);
}

/** Reads the arguments of `network` from text by the schema. The filter is JSON, as in every export. */
function argumentsFrom(schema: GraphQLSchema, selection: ExportParameters): NetworkArguments {
  const args = schema.getQueryType()?.getFields().network?.args ?? [];
  const known = new Map<string, GraphQLArgument>(
    args.filter(({ name }) => !NOT_BY_TEXT.has(name)).map((arg) => [arg.name, arg]),
  );
  const given: Record<string, unknown> = Object.fromEntries(
    [...known.values()].map(({ name, defaultValue }) => [name, defaultValue]),
  );
  for (const [name, text] of Object.entries(selection)) {
    const arg = known.get(name);
    if (arg !== undefined) given[name] = coerced(arg, text);
    else if (name === 'filter') given.filter = filterFrom(schema, text);
    else if (name === 'weights') given.weights = weights(text);
    else {
      throw badInput(
        `There is no parameter '${name}'. Use ${[...known.keys(), 'filter', 'weights', 'metrics', 'dynamic', 'version'].join(', ')}.`,
        [name],
      );
    }
  }
  return given as typeof given & NetworkArguments;
}

function filterFrom(schema: GraphQLSchema, text: string): FilterValues {
  try {
    return readFilter(schema, 'OrganizationFilter', text);
  } catch (error) {
    throw (error instanceof FilterFault ? error.faults[0] : undefined) ?? error;
  }
}

/** Parameters with their own form, or that do not apply to a complete export. */
const NOT_BY_TEXT = new Set(['filter', 'weights', 'limit', 'first', 'estimate', 'current']);

function coerced({ name, type }: GraphQLArgument, text: string): unknown {
  const isList = isListType(getNullableType(type));
  const valueOf = (part: string): unknown => {
    switch (getNamedType(type).name) {
      case 'Boolean':
        return flag(name, part);
      case 'Int':
      case 'Float':
        return Number(part);
      default:
        return part;
    }
  };
  return coerceInputValue(
    isList ? text.split(',').filter(Boolean).map(valueOf) : valueOf(text),
    type,
    (_path, _value, error: GraphQLError) => {
      throw badInput(`'${name}' has the invalid value ${JSON.stringify(text)}: ${error.message}`, [
        name,
      ]);
    },
  );
}

/** Parses weights such as `MEMBERSHIP:2,FUNDING:0.5`. */
function weights(text: string): NetworkArguments['weights'] {
  return text.split(',').map((part) => {
    const [name = '', weight = ''] = part.split(':');
    const kind = TIE_KINDS.find((each) => each === name);
    if (kind !== undefined) return { kind, weight: Number(weight) };
    throw badInput(
      `'weights' has the invalid entry '${part}'. Write KIND:weight, where KIND is one of ${TIE_KINDS.join(', ')}.`,
      ['weights'],
    );
  });
}
