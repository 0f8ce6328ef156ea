import { z } from 'zod';
import { stageNames, stageOutcomes } from '../model/exchange.ts';

const sourceError = z.strictObject({
  message: z.string(),
  file: z.string().optional(),
  line: z.number().optional(),
  column: z.number().optional(),
  sourceLine: z.string().optional(),
});

const stage = z.strictObject({
  name: z.enum(stageNames),
  label: z.string().optional(),
  atMs: z.number(),
  endedAtMs: z.number().optional(),
  outcome: z.enum(stageOutcomes),
  threw: z.string().optional(),
});

const exchange = z.strictObject({
  request: z.strictObject({
    method: z.string(),
    path: z.string(),
    headers: z.record(z.string(), z.string()),
    body: z.string().optional(),
  }),
  response: z
    .strictObject({
      status: z.number(),
      headers: z.record(z.string(), z.string()),
      body: z.string(),
      json: z.json().optional(),
      isCut: z.literal(true).optional(),
    })
    .optional(),
  isRequestCut: z.literal(true).optional(),
  durationMs: z.number(),
  failure: z.string().optional(),
  clientPort: z.number().optional(),
  stages: z.array(stage).optional(),
  busy: z.array(z.strictObject({ fromMs: z.number(), toMs: z.number() })).optional(),
});

/** What a host process tells the program. */
export const hostMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('listening'), port: z.number() }),
  z.strictObject({ kind: z.literal('port-taken'), port: z.number() }),
  z.strictObject({
    kind: z.literal('broken'),
    message: z.string(),
    remedy: z.string(),
    error: sourceError.optional(),
  }),
  z.strictObject({
    kind: z.literal('threw'),
    method: z.string(),
    path: z.string(),
    error: sourceError,
  }),
  /** Said just before the process ends by what its own code did. */
  z.strictObject({
    kind: z.literal('last-words'),
    cause: z.enum(['exit', 'exception', 'unfinished', 'memory', 'syntax']),
    error: sourceError,
  }),
  z.strictObject({ kind: z.literal('exchanges'), exchanges: z.array(exchange) }),
]);

export type HostMessage = z.infer<typeof hostMessage>;

/** What the program tells a host process. */
export const hostOrder = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('load'),
    /** What a handler throws is told, what goes over a lab's wire is recorded; with a play both. */
    role: z.enum(['handler', 'lab', 'play']),
    file: z.string(),
    /** 0 takes any free port. */
    port: z.number(),
    /** Whether the next free port does when this one is busy. */
    mayMove: z.boolean(),
    env: z.record(z.string(), z.string()),
    /** Where bare imports are looked up that the handler's own folder cannot resolve. */
    dependenciesFolder: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('record'), isOn: z.boolean() }),
]);

export type HostOrder = z.infer<typeof hostOrder>;
export type LoadOrder = Extract<HostOrder, { kind: 'load' }>;
