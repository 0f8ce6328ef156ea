import { readFileSync } from 'node:fs';
import { z } from 'zod';

const numbers = z.array(z.number());

const treeSchema = z.strictObject({
  left: z.array(z.int()),
  right: z.array(z.int()),
  feature: z.array(z.int()),
  threshold: numbers,
  /** For each node the share of each class among the training rows that came to it. */
  value: z.array(numbers),
});

const forestSchema = z.strictObject({
  format: z.literal('sklearn-json/1'),
  sklearn: z.string(),
  kind: z.literal('RandomForestClassifier'),
  classes: z.array(z.string()),
  trees: z.array(treeSchema).min(1),
});

type Tree = z.infer<typeof treeSchema>;

/** A random forest that scikit-learn trained. */
export type Forest = {
  classes: string[];
  /** The probability of each class, in the order of `classes`. */
  predictProba: (features: number[]) => number[];
};

/** Reads a forest that `train.py` wrote as JSON. Throws when the file is not one. */
export function loadForest(file: URL): Forest {
  const { classes, trees } = forestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    classes,
    predictProba: (features) => {
      // scikit-learn's trees compare in single precision.
      const row = features.map(Math.fround);
      const leaves = trees.map((tree) => findLeaf(tree, row));
      return classes.map((_, index) => {
        const sum = leaves.reduce((total, leaf) => total + (leaf[index] ?? 0), 0);
        return sum / trees.length;
      });
    },
  };
}

/** Goes down a tree, to the left where a feature is at most the threshold, until there is no further node. */
function findLeaf(tree: Tree, row: number[]): number[] {
  let node = 0;
  for (;;) {
    const left = tree.left[node] ?? -1;
    if (left === -1) return tree.value[node] ?? [];
    const feature = row[tree.feature[node] ?? 0] ?? 0;
    node = feature <= (tree.threshold[node] ?? 0) ? left : (tree.right[node] ?? 0);
  }
}
