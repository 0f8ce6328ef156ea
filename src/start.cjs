'use strict';
/* Apart from bin.cjs because Nodes that are too old cannot parse import(). */
import('./cli.js');
