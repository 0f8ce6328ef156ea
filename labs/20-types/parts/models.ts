import { z } from '@hono/zod-openapi';
import { bool } from '../../kit/bool.ts';
import { date, datetime } from '../../kit/date.ts';
import { float } from '../../kit/float.ts';
import { int } from '../../kit/int.ts';
import { smartUnion } from '../../kit/smart-union.ts';
import { uuid } from '../../kit/uuid.ts';

// #region line
export const Line = z.object({ name: z.string(), quantity: int() }).openapi('Line');
export type Line = z.infer<typeof Line>;
// #endregion

// #region labelled
export const Labelled = z.object({ label: z.string(), line: Line }).openapi('Labelled');
export type Labelled = z.infer<typeof Labelled>;
// #endregion

// #region order
const Priority = z.enum(['low', 'normal', 'high']).openapi('Priority');

const Address = z.object({ street: z.string(), city: z.string() }).openapi('Address');

export const Order = z
  .object({
    order_id: uuid(),
    placed_at: datetime(),
    deliver_on: date(),
    quantity: int(),
    price: float(),
    size: z.literal(['S', 'M', 'L']),
    reference: smartUnion([int(), z.string()]),
    ship_to: Address,
    note: z.string().nullable(),
    coupon: z.string().nullable().default(null),
    gift: bool().default(false),
    priority: Priority.default('normal'),
    tags: z.array(z.string()).default([]),
    extras: z.record(z.string(), int()).default({}),
  })
  .openapi('Order');
export type Order = z.infer<typeof Order>;
// #endregion

// #region payment
const Card = z
  .object({
    kind: z.literal('card'),
    number: z.string().regex(/^[0-9]{12,19}$/),
    fee: float().default(0.5),
  })
  .openapi('Card');

const Transfer = z
  .object({ kind: z.literal('transfer'), iban: z.string(), days: int({ ge: 1, le: 30 }) })
  .openapi('Transfer');

// #region union
export const Payment = z.discriminatedUnion('kind', [Card, Transfer]);
export type Payment = z.infer<typeof Payment>;
// #endregion
// #endregion

// #region customer
/** What a client may know of a customer. */
export const Customer = z
  .object({
    name: z.string(),
    joined: date(),
    level: z.literal(['basic', 'gold']).default('basic'),
    balance: float().default(0),
  })
  .openapi('Customer');
export type Customer = z.infer<typeof Customer>;
// #endregion
