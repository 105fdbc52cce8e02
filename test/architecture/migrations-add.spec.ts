import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'libs/persistence/src/migrations';
/** Nobody had this product yet when these were written. */
const BEFORE_OTHERS_HAD_IT = '0010';

/** What a server of the release before would miss: docs/operations.md promises that it goes on working on the new schema. */
const TAKEN_AWAY = /\bDROP\s+(?:TABLE|COLUMN|FUNCTION|VIEW|TYPE|SEQUENCE|ROLE)\b|\bRENAME\b|\bSET\s+NOT\s+NULL\b/i;

const parts = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name >= BEFORE_OTHERS_HAD_IT)
  .flatMap(({ name }) => readdirSync(join(FOLDER, name)).map((part) => join(name, part)));

it.each(parts)('%s takes nothing away', (part) => {
  const statements = readFileSync(join(FOLDER, part), 'utf8').replace(/--.*$/gm, '');
  expect(TAKEN_AWAY.exec(statements)?.[0]).toBeUndefined();
});
