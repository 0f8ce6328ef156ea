/** What a `SyntaxError` means to whoever wrote the file; Node also calls an import of a missing name one. */
export function explainSyntaxError(
  place: string,
  message: string,
): { message: string; remedy: string } {
  const [, module, name] =
    /The requested module '([^']+)' does not provide an export named '([^']+)'/.exec(message) ?? [];
  if (module !== undefined) {
    return {
      message: `${place} imports ${name} from ${module}, which does not export it.`,
      remedy: `Check the name, and what ${module} exports.`,
    };
  }
  const [, named, common] =
    /Named export '([^']+)' not found\. The requested module '([^']+)'/.exec(message) ?? [];
  if (common !== undefined) {
    return {
      message: `${place} imports ${named} from ${common}, which does not export it by that name.`,
      remedy: `Import the whole of it, as in \`import all from '${common}'\`, and take ${named} from that.`,
    };
  }
  if (/Cannot use import statement outside a module|Unexpected token 'export'/.test(message)) {
    return {
      message: `${place} is taken for a CommonJS file, in which import and export are not known.`,
      remedy:
        'Name the file with .ts or .mjs, and see that the package.json beside it does not say "type": "commonjs".',
    };
  }
  return { message: `${place} has a syntax error.`, remedy: 'Correct the line and save.' };
}
