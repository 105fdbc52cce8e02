import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The rows of a JSON-lines file below the data folder, or null when it is not there. */
export async function rowsOf(folder, ...path) {
  const file = join(folder, ...path);
  const found = await access(file).then(
    () => true,
    () => false,
  );
  if (!found) return null;
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  return lines.map((line, i) => {
    try {
      return JSON.parse(line);
    } catch {
      throw new Error(`${file}: line ${i + 1} is not JSON`);
    }
  });
}
