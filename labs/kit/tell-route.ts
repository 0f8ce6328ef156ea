import type { Context } from 'hono';
import { detailReply } from './replies.ts';
import { enterStage, leaveStage, type Stage, tellStage } from './stages.ts';

/** Writes what a handler hands over as the text of its reply. */
export type Write = (value: unknown) => string;

/** Writing a reply ends the handler's stage: what fails from there on is the response. */
export function tellingWrite(handling: Stage, label: string | undefined, write: Write): Write {
  return (value) => {
    // The reply to what the handler threw: it is no longer the route's.
    if (handling.endedAtMs !== undefined) return write(value);
    leaveStage(handling);
    const stage = enterStage('response', label);
    try {
      const text = write(value);
      leaveStage(stage);
      return text;
    } catch (error) {
      leaveStage(stage, 'threw', error);
      throw error;
    }
  };
}

/** Runs a handler, and tells how it ended. */
export async function tellingRun<Reply>(
  handling: Stage,
  run: () => Promise<Reply>,
): Promise<Reply> {
  try {
    const reply = await run();
    // What is no JSON was not written by `c.json`.
    if (handling.endedAtMs === undefined) {
      leaveStage(handling);
      tellStage('response');
    }
    return reply;
  } catch (error) {
    leaveStage(handling, 'threw', error);
    throw error;
  }
}

/** Answers what does not fit. The list of errors itself may be something that JSON cannot write. */
export function refuse(
  c: Context,
  validation: Stage | undefined,
  status: number,
  detail: unknown,
): Response {
  try {
    const reply = detailReply(c, status, detail);
    leaveStage(validation, 'answered');
    return reply;
  } catch (error) {
    leaveStage(validation, 'threw', error);
    throw error;
  }
}
