import { z } from 'zod';
import { recordedConversationSchema } from './conversation.ts';
import { recordedExchangeSchema } from './exchange.ts';

/** What `recorded.json` holds: the twin's own answers and its OpenAPI document, and the versions that gave them. */
export const recordingSchema = z.strictObject({
  recordedWith: z.record(z.string(), z.string()),
  openapi: z.record(z.string(), z.json()).default({}),
  exchanges: z.array(recordedExchangeSchema),
  /** Of a lab that does more than answer requests. */
  conversations: z.array(recordedConversationSchema).optional(),
});

export type Recording = z.infer<typeof recordingSchema>;
