import { anything } from 'no-such-package';

export default anything;
