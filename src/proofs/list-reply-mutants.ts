import {
  type Contract,
  findBody,
  findOperation,
  findResponse,
  type JsonSchema,
  toMediaType,
} from '../model/contract.ts';
import { type Exchange, isHandshake, type Json, type Reply } from '../model/exchange.ts';
import { isObject } from '../model/json-schema.ts';
import { type Mutant, numberTwins, type ReplyClass } from './mutant.ts';
import { findInSchema, listPlaces, type SeenPlace } from './places.ts';
import { describeChange, type ReplyChange, requestKey, type WireReply } from './reply-change.ts';

type ReplyMutant = Extract<Mutant, { kind: 'reply' }>;
type Answered = Exchange & { response: Reply };
type Group = { of: ReplyClass; exchanges: Answered[] };

/** What the contract says of the bodies of one class; undefined where it leaves them free. */
type Asked = { schema?: JsonSchema };

/** Headers that a server adds by itself. */
const serverHeaders = [
  'content-type',
  'content-length',
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
];

/** The standard mistakes in the replies of a solution, of which `exchanges` tells. */
export function listReplyMutants(
  exchanges: Exchange[],
  contract: Contract | undefined,
): ReplyMutant[] {
  // What goes over an open WebSocket is no reply that could be changed; the handler's source is.
  const answered = exchanges.filter(
    (exchange): exchange is Answered => !!exchange.response && exchange.response.status !== 101,
  );
  const groups = groupByClass(answered, contract);
  const mutants = groups.flatMap((group) =>
    listChanges(group, groups, contract).map(
      (change): ReplyMutant => ({
        kind: 'reply',
        id: `reply ${nameClass(group.of)}: ${describeChange(change)}`,
        of: group.of,
        change,
      }),
    ),
  );
  const replay = replayOf(answered.filter((exchange) => !isHandshake(exchange)));
  const everywhere: ReplyMutant[] =
    replay === undefined
      ? []
      : [{ kind: 'reply', id: `reply to all: ${describeChange(replay)}`, change: replay }];
  return numberTwins([...mutants, ...everywhere]);
}

function nameClass({ method, route, status }: ReplyClass): string {
  return `${method} ${route} ${status}`;
}

function groupByClass(exchanges: Answered[], contract: Contract | undefined): Group[] {
  const groups = new Map<string, Group>();
  for (const exchange of exchanges) {
    const { request, response } = exchange;
    const operation = contract && findOperation(contract, request);
    const route = operation?.path ?? request.path.split('?', 1)[0] ?? '';
    const of = { method: request.method, route, status: response.status };
    const group = groups.get(nameClass(of)) ?? { of, exchanges: [] };
    group.exchanges.push(exchange);
    groups.set(nameClass(of), group);
  }
  return [...groups.values()];
}

function listChanges(group: Group, all: Group[], contract: Contract | undefined): ReplyChange[] {
  const asked = findAsked(group, contract);
  const [first] = group.exchanges;
  if (first === undefined) return [];
  const headers = Object.keys(first.response.headers);
  const statuses = otherStatuses(group.of.status).map((status) => ({
    kind: 'status' as const,
    status,
  }));
  // Of a refused handshake its status is all there is: it has no body, and a browser hides even that.
  if (isHandshake(first)) return statuses;
  return [
    ...statuses,
    ...headers
      .filter((name) => !serverHeaders.includes(name))
      .map((name) => ({ kind: 'drop-header' as const, name })),
    ...(asked === undefined ? [] : listBodyChanges(group, all, asked)),
  ];
}

function otherStatuses(status: number): number[] {
  const wrong = status < 400 ? [201, 204, 400, 500] : [200, 400, 422, 500];
  return wrong.filter((other) => other !== status && other !== 204);
}

function findAsked({ of, exchanges }: Group, contract: Contract | undefined): Asked | undefined {
  if (contract === undefined) return {};
  const operation = findOperation(contract, { method: of.method, path: of.route });
  if (operation === undefined) return {};
  const bodies = findResponse(operation, of.status)?.response.bodies;
  const type = exchanges[0]?.response.headers['content-type'];
  const body = bodies && type && findBody(bodies, toMediaType(type));
  return body ? { schema: body.schema } : undefined;
}

function listBodyChanges({ of, exchanges }: Group, all: Group[], { schema }: Asked): ReplyChange[] {
  const bodies = exchanges.flatMap(({ response }) => response.json ?? []);
  const places = listPlaces(bodies).filter(
    ({ place }) => schema === undefined || findInSchema(schema, place).isNamed,
  );
  const isClosed = (seen: SeenPlace) =>
    schema !== undefined && findInSchema(schema, seen.place).isClosed;
  const others = all
    .filter((group) => group.of.method === of.method && group.of.route === of.route)
    .filter((group) => group.of.status !== of.status);
  const texts = new Set(exchanges.map(({ response }) => response.body));
  const [first] = exchanges;
  return [
    { kind: 'media-type', value: 'text/plain' },
    { kind: 'media-type' },
    ...places.flatMap((seen) => changesAt(seen, isClosed(seen))),
    ...others.map((group): ReplyChange => {
      const body = group.exchanges[0]?.response.body ?? '';
      return { kind: 'body-of', source: nameClass(group.of), body };
    }),
    ...(first === undefined || texts.size < 2
      ? []
      : [{ kind: 'always' as const, reply: toWire(first.response) }]),
  ];
}

function changesAt({ place, values }: SeenPlace, isClosed: boolean): ReplyChange[] {
  const changes: ReplyChange[] = [];
  const isField = place.length > 0 && place.at(-1) !== '[]';
  if (isField) changes.push({ kind: 'drop', place }, { kind: 'rename', place });
  if (values.some((value) => value !== null)) changes.push({ kind: 'null', place });
  if (values.some((value) => typeof value === 'number')) {
    changes.push({ kind: 'text', place });
    changes.push({ kind: 'number', place, by: 1 }, { kind: 'number', place, by: 0.000_001 });
  }
  const lists = values.filter((value) => Array.isArray(value));
  if (lists.some((list) => list.length > 0)) changes.push({ kind: 'empty', place });
  if (lists.some((list) => list.length > 1)) changes.push({ kind: 'first', place });
  if (lists.some(hasOrder)) changes.push({ kind: 'reverse', place });
  if (isClosed && values.some(isObject)) changes.push({ kind: 'add-field', place });
  return changes;
}

/** Whether a list reads otherwise backwards. */
function hasOrder(list: Json[]): boolean {
  return JSON.stringify(list) !== JSON.stringify(list.toReversed());
}

function replayOf(exchanges: Answered[]): ReplyChange | undefined {
  const usual = exchanges.find(({ response }) => response.status < 400) ?? exchanges[0];
  if (usual === undefined) return undefined;
  const replies = exchanges.map(({ request, response }) => [requestKey(request), toWire(response)]);
  return {
    kind: 'replay',
    replies: Object.fromEntries(replies),
    otherwise: toWire(usual.response),
  };
}

function toWire({ status, headers, body }: Reply): WireReply {
  const own = Object.entries(headers).filter(
    ([name]) => name === 'content-type' || !serverHeaders.includes(name),
  );
  return { status, headers: Object.fromEntries(own), body };
}
