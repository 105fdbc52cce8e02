// Writes docs/openapi.json from the contract; the server serves the same bytes. A test fails when the committed copy is not these.
import { writeFile } from 'node:fs/promises';
import { build, isBuilt } from './build.mjs';

if (!(await isBuilt())) await build();
const { openApiText } = await import('../dist/apps/api/src/docs/docs.pages.js');
const { OPERATIONS } = await import('../dist/apps/api/src/contract/operations.js');
await writeFile(new URL('../docs/openapi.json', import.meta.url), openApiText(OPERATIONS));
