import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import type { Stage } from '../../model/exchange.ts';
import type { Fetch } from './default-export.ts';

/** A stage as a lab tells it: it goes on writing down how the stage ends. Times are those of `performance.now()`. */
type ToldStage = Omit<Stage, 'atMs' | 'endedAtMs'> & { beganAtMs: number; endedAtMs?: number };

/** Where the kit of the labs tells of stages. It asks first whether anybody listens. */
const channelName = 'api-labs:stage';
/** More than any request comes through. */
const maxStages = 100;

const told = new WeakMap<IncomingMessage, ToldStage[]>();
const current = new AsyncLocalStorage<ToldStage[]>();

function take(stage: unknown): void {
  const stages = current.getStore();
  // The kit of the labs is our own: its type stands there.
  if (stages !== undefined && stages.length < maxStages) stages.push(stage as ToldStage);
}

let isListening = false;

/** Begins or ends to listen; while nobody does, a lab tells nothing. */
export function listenToStages(isOn: boolean): void {
  if (isOn === isListening) return;
  isListening = isOn;
  if (isOn) subscribe(channelName, take);
  else unsubscribe(channelName, take);
}

/** Has the stages of a request kept. */
export function keepStages(incoming: IncomingMessage): void {
  told.set(incoming, []);
}

/** A fetch function within which stages are kept with the request that they belong to. */
export function withStages(fetch: Fetch): Fetch {
  return (request, env) => {
    const stages = told.get(Object(env).incoming);
    // Not `run`: what the server writes of the reply later belongs to the same request.
    if (stages !== undefined) current.enterWith(stages);
    return fetch(request, env);
  };
}

/** Tells that the server itself answers, and the app is not asked. */
export function tellRefusal(): void {
  if (!isListening) return;
  const nowMs = performance.now();
  take({ name: 'server', outcome: 'answered', beganAtMs: nowMs, endedAtMs: nowMs });
}

/** The way of a request, which begins at its server; undefined where nothing was told of it. */
export function readStages(incoming: IncomingMessage, startedAtMs: number): Stage[] | undefined {
  const stages = told.get(incoming) ?? [];
  const [first] = stages;
  if (first === undefined) return undefined;
  const since = (ms: number) => Math.max(0, Math.round((ms - startedAtMs) * 1000) / 1000);
  const ofApp = stages.map(({ name, label, outcome, threw, beganAtMs, endedAtMs }): Stage => {
    return {
      name,
      ...(label === undefined ? {} : { label }),
      atMs: since(beganAtMs),
      ...(endedAtMs === undefined ? {} : { endedAtMs: since(endedAtMs) }),
      outcome,
      ...(threw === undefined ? {} : { threw }),
    };
  });
  if (first.name === 'server') return ofApp;
  return [
    { name: 'server', atMs: 0, endedAtMs: since(first.beganAtMs), outcome: 'passed' },
    ...ofApp,
  ];
}
