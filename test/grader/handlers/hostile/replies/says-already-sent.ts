// verdict: stuck
// says: POST /predict was not answered
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

export default () => RESPONSE_ALREADY_SENT;
