import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { JsonSchema } from '../../model/contract.ts';
import type { Json } from '../../model/exchange.ts';

/** What does not fit; empty when all does, undefined when the schema cannot be used. */
export type FindFaults = (schema: JsonSchema, value: Json) => ErrorObject[] | undefined;

export type Validators = {
  findFaults: FindFaults;
  /** Compiles a schema ahead of its first use. */
  prepare: (schema: JsonSchema) => void;
};

/** Validates against schemas, each compiled when it is first used and kept as long as it is. */
export function createValidators(): Validators {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    verbose: true,
    validateFormats: false,
    validateSchema: false,
    meta: false,
    logger: false,
    unicodeRegExp: false,
    code: { optimize: false },
  });
  const compiled = new WeakMap<object, ValidateFunction | 'unusable'>();
  const compile = (schema: object): ValidateFunction | 'unusable' => {
    const known = compiled.get(schema);
    if (known !== undefined) return known;
    const made = tryCompile(ajv, schema);
    // Kept here as long as the schema is; there it would stay for ever.
    ajv.removeSchema(schema);
    compiled.set(schema, made);
    return made;
  };
  const findFaults: FindFaults = (schema, value) => {
    if (schema === true) return [];
    const validate = compile(schema === false ? { not: {} } : schema);
    if (validate === 'unusable') return undefined;
    try {
      return validate(value) ? [] : (validate.errors ?? []);
    } catch {
      // A schema that refers to itself without end has no answer.
      return undefined;
    }
  };
  return { findFaults, prepare: (schema) => void findFaults(schema, null) };
}

function tryCompile(ajv: Ajv2020, schema: object): ValidateFunction | 'unusable' {
  try {
    return ajv.compile(schema);
  } catch {
    return 'unusable';
  }
}
