// verdict: broken
// says: json-without-attribute.ts
import settings from './settings.json';

export default () => Response.json(settings);
