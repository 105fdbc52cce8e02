import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

describe('the client’s types', () => {
  it('are those of docs/openapi.json (node scripts/client-types.mjs writes them)', () => {
    const script = join(__dirname, '../../scripts/client-types.mjs');
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
