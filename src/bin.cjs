#!/usr/bin/env node
/* Only syntax that any old Node can parse, so that a Node that is too old gets a sentence, not a stack trace. */
'use strict';

var required = [22, 18];
var current = process.versions.node.split('.').map(Number);
var isNewEnough =
  current[0] > required[0] || (current[0] === required[0] && current[1] >= required[1]);

function enableCompileCache() {
  var nodeModule = require('node:module');
  if (nodeModule.enableCompileCache) nodeModule.enableCompileCache();
}

function hasFolder() {
  try {
    return process.cwd() !== '';
  } catch (_error) {
    return false;
  }
}

if (!isNewEnough) {
  process.stderr.write(
    'api-labs needs Node ' +
      required.join('.') +
      ' or newer; this is Node ' +
      process.versions.node +
      '.\nThis line works anyway:\n\n  npx -p node@24 -p api-labs api-labs\n',
  );
  process.exitCode = 1;
} else if (process.argv.length === 3 && /^(--version|-v)$/.test(process.argv[2])) {
  console.log(require('../package.json').version);
} else if (!hasFolder()) {
  process.stderr.write(
    'The folder this terminal is in is not there any more. Change to another one with cd, and start again.\n',
  );
  process.exitCode = 1;
} else {
  enableCompileCache();
  require('./start.cjs');
}
