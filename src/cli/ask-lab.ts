import type { PreparedRequest } from '../model/course.ts';
import type { Exchange } from '../model/exchange.ts';
import type { LabReply, Services } from '../ui/services.ts';

/** What asking a lab takes of the world. */
export type LabAccess = Pick<Services, 'loadLab' | 'runningLabs' | 'startLab' | 'send'>;

/**
 * What a lab answers to a request. One that does not run is started for it on any free port, and stopped again:
 * a quiz asks many labs. Never rejects.
 */
export async function askLab(
  access: LabAccess,
  id: string,
  request: PreparedRequest,
): Promise<LabReply> {
  const remedy = 'Try again, or run api-labs doctor.';
  try {
    const running = access.runningLabs()[id];
    if (running !== undefined && running.ended() === undefined) {
      return readExchange(await access.send(running.url, request), remedy);
    }
    const start = await access.startLab(await access.loadLab(id), 0);
    if (start.kind !== 'running') {
      return start.kind === 'cancelled'
        ? { isOk: false, message: 'The lab was not started.', remedy }
        : { isOk: false, message: start.message, remedy: start.remedy };
    }
    try {
      return readExchange(await access.send(start.server.url, request), remedy);
    } finally {
      await start.server.stop();
    }
  } catch (error) {
    return { isOk: false, message: error instanceof Error ? error.message : String(error), remedy };
  }
}

function readExchange(exchange: Exchange, remedy: string): LabReply {
  if (exchange.response !== undefined) return { isOk: true, exchange };
  return { isOk: false, message: exchange.failure ?? 'The lab did not answer.', remedy };
}
