import type { Contract } from '../../model/contract.ts';
import { type Exchange, isHandshake, type Json } from '../../model/exchange.ts';
import type { CheckResult } from '../../model/verdict.ts';
import { checkContract, contractChecks } from './contract-check.ts';
import { readOwnDocument } from './own-document.ts';
import { createValidators } from './validators.ts';

export type RepliesSeen = {
  /** Whether every check came to an end, so that what was seen is the whole. */
  isComplete: boolean;
  exchanges: Exchange[];
  /** What the task's own contract says; an exercise may have none. */
  contract?: Contract;
  /** The OpenAPI document that the target serves. */
  document?: Json;
  lesson: string;
};

export type ReplyChecker = {
  check: (seen: RepliesSeen) => CheckResult[];
  /** Compiles a contract's schemas, so that the verdict need not wait for it. */
  prepare: (contract: Contract) => void;
};

/** Holds replies against contracts; what was compiled for one grade serves the next. */
export function createReplyChecker(): ReplyChecker {
  const { findFaults, prepare } = createValidators();
  const readDocument = rememberLast(readOwnDocument);
  const check: ReplyChecker['check'] = (seen) => {
    const { isComplete, exchanges, contract, document, lesson } = seen;
    if (exchanges.length === 0) return [];
    const replied = exchanges.filter(
      (exchange) => exchange.response !== undefined && !isHandshake(exchange),
    );
    if (!isComplete || replied.length === 0) {
      return contract === undefined ? [] : [{ ...skippedCheck, lesson }];
    }
    const own = readDocument(document);
    return [
      contract && checkContract('task', contract, replied, findFaults),
      own && checkContract('own', own, replied, findFaults),
    ].flatMap((one) => (one === undefined ? [] : [{ ...one, lesson }]));
  };
  return {
    check,
    prepare: ({ operations }) => {
      for (const { bodies } of operations.flatMap(({ responses }) => Object.values(responses))) {
        for (const { schema } of bodies ?? []) if (schema !== undefined) prepare(schema);
      }
    },
  };
}

const skippedCheck: Omit<CheckResult, 'lesson'> = {
  ...contractChecks.task,
  status: 'skipped',
  message: 'It was not run.',
  hints: [],
  exchanges: [],
};

/** A document seldom changes between two saves: what was read of the last one is kept, its schemas with it. */
function rememberLast(read: (document: Json | undefined) => Contract | undefined): typeof read {
  let last: { text: string; contract: Contract | undefined } | undefined;
  return (document) => {
    if (document === undefined) return undefined;
    const text = JSON.stringify(document);
    if (last?.text !== text) last = { text, contract: read(document) };
    return last.contract;
  };
}
