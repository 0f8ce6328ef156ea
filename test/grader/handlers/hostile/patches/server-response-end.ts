// verdict: stuck
// says: POST /predict was not answered
import { ServerResponse } from 'node:http';

ServerResponse.prototype.end = function () {
  return this;
};
ServerResponse.prototype.write = () => true;
export default () => Response.json({});
