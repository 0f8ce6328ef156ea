import { listDifferences } from './differences.ts';
import type { Exchange } from './exchange.ts';
import type { CheckResult } from './verdict.ts';

/**
 * Marks each failed check whose failure probably follows from an earlier one's, by that one's id. In doubt it is
 * left alone: what fails for a reason of its own is never to be hidden behind another.
 */
export function markFollowers(checks: CheckResult[]): CheckResult[] {
  const exchanges = checks.flatMap((check) => check.exchanges);
  const roots: CheckResult[] = [];
  return checks.map((check) => {
    if (check.status !== 'failed') return check;
    const root = roots.find((earlier) => followsFrom(check, earlier, exchanges));
    if (root !== undefined) return { ...check, followsFrom: root.id };
    roots.push(check);
    return check;
  });
}

function followsFrom(check: CheckResult, root: CheckResult, exchanges: Exchange[]): boolean {
  if (check.thrown !== undefined || root.thrown !== undefined) return isSamePlace(check, root);
  const [status, rootStatus] = [statusOf(check), statusOf(root)];
  if (status !== undefined || rootStatus !== undefined) {
    return status === rootStatus && isSameRefusal(check, root, exchanges);
  }
  if (routeOf(check) !== routeOf(root)) return false;
  const differences = differencesOf(check);
  if (differences.length === 0) return check.message !== '' && check.message === root.message;
  const rootDifferences = new Set(differencesOf(root));
  return differences.every((one) => rootDifferences.has(one));
}

function isSamePlace({ thrown }: CheckResult, root: CheckResult): boolean {
  const other = root.thrown;
  if (thrown?.line === undefined || other?.line === undefined) return false;
  return thrown.file === other.file && thrown.line === other.line;
}

/** The status that came where another was expected; undefined when something else was compared. */
function statusOf({ received, exchanges }: CheckResult): number | undefined {
  const status = exchanges.at(-1)?.response?.status;
  return status !== undefined && received === status ? status : undefined;
}

/**
 * Both got the same wrong status, and not by chance: the route never gave another one, or the one expected
 * of both never came at all. A server that gives it now and then fails each check for a reason of its own.
 */
function isSameRefusal(check: CheckResult, root: CheckResult, exchanges: Exchange[]): boolean {
  const status = statusOf(check);
  const answered = exchanges.flatMap(({ response }) => response?.status ?? []);
  if (answered.every((one) => one === status)) return true;
  if (routeOf(check) !== routeOf(root)) return false;
  const ofRoute = exchanges.filter((exchange) => routeName(exchange) === routeOf(check));
  if (ofRoute.every(({ response }) => response?.status === status)) return true;
  const expected = String(check.expected);
  if (expected !== String(root.expected)) return false;
  return !ofRoute.some(({ response }) => response && expected.includes(String(response.status)));
}

function routeOf({ exchanges }: CheckResult): string | undefined {
  const last = exchanges.at(-1);
  return last && routeName(last);
}

function routeName({ request }: Exchange): string {
  return `${request.method} ${request.path.split('?')[0]}`;
}

/** Whole values that differ are only comparable between checks that compared the same thing. */
function differencesOf({ expected, received, message }: CheckResult): string[] {
  if (expected === undefined && received === undefined) return [];
  const compared = message.replace(/: expected .*$/s, '');
  return listDifferences(expected, received).map((one) =>
    one.startsWith('all: ') ? `${compared} ${one}` : one,
  );
}
