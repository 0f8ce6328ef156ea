import type { Contract } from '../../model/contract.ts';
import type { Exchange, Json } from '../../model/exchange.ts';
import { type CheckResult, contractCheckIds } from '../../model/verdict.ts';
import { type Breach, holdExchange } from './breach.ts';
import { hintsOf } from './contract-hints.ts';
import { joinChoices } from './describe-schema.ts';
import { mendBody } from './faults.ts';
import type { FindFaults } from './validators.ts';

/** Whose word the replies are held against: the task's, or that of the target's own document. */
export type ContractKind = 'task' | 'own';

export const contractChecks = {
  task: { id: contractCheckIds.task, title: 'every reply fits the contract of the task' },
  own: { id: contractCheckIds.own, title: 'every reply is what your /openapi.json promises' },
} as const satisfies Record<ContractKind, { id: string; title: string }>;

/** The check that holds all exchanges against one contract; undefined for a document that speaks of none of them. */
export function checkContract(
  kind: ContractKind,
  contract: Contract,
  exchanges: Exchange[],
  findFaults: FindFaults,
): Omit<CheckResult, 'lesson'> | undefined {
  const judged = kind === 'task' ? 'everything' : 'only-bodies';
  let isHeld = false;
  for (const exchange of exchanges) {
    const finding = holdExchange(exchange, contract, findFaults, judged);
    if (finding.kind === 'unknown') continue;
    isHeld = true;
    if (finding.kind !== 'kept') return failedCheck(kind, exchange, finding);
  }
  if (!isHeld && kind === 'own') return undefined;
  return {
    ...contractChecks[kind],
    status: 'passed',
    message: '',
    hints: [...hintsOf(kind, 'body')],
    exchanges: [],
  };
}

function failedCheck(
  kind: ContractKind,
  exchange: Exchange,
  breach: Breach,
): Omit<CheckResult, 'lesson'> {
  return {
    ...contractChecks[kind],
    status: 'failed',
    message: explainBreach(kind, exchange, breach),
    hints: [...hintsOf(kind, breach.kind)],
    hintCase: breach.kind,
    exchanges: [exchange],
    ...compare(exchange, breach),
  };
}

const speakers: Record<ContractKind, string> = {
  task: 'the contract says',
  own: 'your docs promise',
};

/** ``POST /predict answered 200 with `probability` as text; the contract says a list of numbers`` */
export function explainBreach(
  kind: ContractKind,
  { request, response }: Exchange,
  breach: Breach,
): string {
  const path = request.path.split('?', 1)[0];
  const answered = `${request.method} ${path} answered ${response?.status ?? 'nothing'}`;
  const says = speakers[kind];
  switch (breach.kind) {
    case 'status':
      return `${answered}; ${says} ${joinChoices(breach.documented)}`;
    case 'media-type': {
      const received =
        breach.received === undefined ? 'without a content type' : `as ${breach.received}`;
      return `${answered} ${received}; ${says} ${joinChoices(breach.documented)}`;
    }
    case 'not-json':
      return `${answered} with a body that is not JSON, though its content type says so`;
    case 'unwanted-body':
      return `${answered} with a body; ${says} none`;
    case 'body': {
      const [fault] = breach.faults;
      if (fault === undefined) return `${answered} with a body that does not fit`;
      return `${answered} ${fault.came}; ${says} ${fault.wanted}`;
    }
    default:
      return breach satisfies never;
  }
}

function compare({ response }: Exchange, breach: Breach): { expected?: Json; received?: Json } {
  switch (breach.kind) {
    case 'status':
      return { expected: joinChoices(breach.documented), received: response?.status };
    case 'media-type':
      return {
        expected: { 'content-type': joinChoices(breach.documented) },
        received: breach.received === undefined ? {} : { 'content-type': breach.received },
      };
    case 'body':
      return { expected: mendBody(breach.body, breach.faults), received: breach.body };
    case 'not-json':
    case 'unwanted-body':
      return {};
    default:
      return breach satisfies never;
  }
}
