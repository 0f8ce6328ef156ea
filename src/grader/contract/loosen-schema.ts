import type { Json } from '../../model/exchange.ts';
import { isObject } from '../../model/json-schema.ts';

type SchemaObject = { [keyword: string]: Json };

const typeNames = ['null', 'boolean', 'object', 'array', 'number', 'string', 'integer'];
const isText = (value: Json) => typeof value === 'string';
const isCount = (value: Json) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** The keywords that are judged, where their value has this form; all others would only narrow what fits. */
const judged: Record<string, (value: Json) => boolean> = {
  $ref: isText,
  required: (value) => Array.isArray(value) && value.every(isText),
  properties: isObject,
  items: isObject,
  prefixItems: (value) => Array.isArray(value) && value.every(isObject),
  minItems: isCount,
  maxItems: isCount,
  minimum: (value) => typeof value === 'number',
  maximum: (value) => typeof value === 'number',
  enum: (value) => Array.isArray(value) && value.length > 0,
  const: () => true,
  allOf: isSchemaList,
  anyOf: isSchemaList,
};

function isSchemaList(value: Json): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isObject);
}

/**
 * One schema of OpenAPI 3.0 or 3.1 as 2020-12 that fits at least what the original fits: of what is doubtful, costly
 * (patterns) or written by libraries unasked (`additionalProperties: false`) nothing is kept.
 */
export function loosenSchema(schema: SchemaObject): SchemaObject {
  const isNullable = schema.nullable === true;
  const types = readTypes(schema.type);
  const loose: SchemaObject = types === undefined ? {} : { type: types };
  for (const [keyword, value] of Object.entries(schema)) {
    if (judged[keyword]?.(value) === true) loose[keyword] = value;
  }
  // More than one branch may fit once the branches are looser.
  if (schema.oneOf !== undefined && isSchemaList(schema.oneOf)) {
    const choice = { anyOf: schema.oneOf };
    if (loose.anyOf === undefined) Object.assign(loose, choice);
  }
  if (schema.exclusiveMinimum === true) delete loose.minimum;
  if (schema.exclusiveMaximum === true) delete loose.maximum;
  dropWriteOnly(loose);
  return isNullable ? { anyOf: [{ type: 'null' }, loose] } : loose;
}

/** Unknown types, as broken documents have them, fit anything. */
function readTypes(type: Json | undefined): string[] | undefined {
  const types = [type ?? []].flat().filter((name): name is string => typeof name === 'string');
  return types.length > 0 && types.every((name) => typeNames.includes(name)) ? types : undefined;
}

/** A field that is only ever sent to the server need not come back. */
function dropWriteOnly(schema: SchemaObject): void {
  const { properties, required } = schema;
  if (!isObject(properties) || !Array.isArray(required)) return;
  schema.required = required.filter((name) => {
    const property = properties[String(name)];
    return !isObject(property) || property.writeOnly !== true;
  });
}
