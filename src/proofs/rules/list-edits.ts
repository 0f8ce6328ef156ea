import type { Edit, Rule, Sight } from './edit.ts';
import { changeNumber, changeText, flipBoolean } from './literals.ts';
import { isDocumented } from './names.ts';
import { dropSign, negateCondition, swapOperator } from './operators.ts';
import { loosenSchema } from './schemas.ts';
import { changeList, dropProperty } from './structures.ts';

const rules: Rule[] = [
  swapOperator,
  dropSign,
  negateCondition,
  changeNumber,
  changeText,
  flipBoolean,
  dropProperty,
  changeList,
  loosenSchema,
];

/** All that can be done wrong at one node. */
export function listEdits(sight: Sight): Edit[] {
  const { node, above, isDocumentAsked } = sight;
  if (!isDocumentAsked && [node, ...above].some((one) => isDocumented(one))) return [];
  return rules.flatMap((rule) => rule(sight));
}
