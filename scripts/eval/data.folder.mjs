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
  return linesOf(file);
}

/** The values of a JSON-lines file. @throws Error that names the line that is none */
export async function linesOf(file) {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  return lines.map((line, i) => {
    try {
      return JSON.parse(line);
    } catch {
      throw new Error(`${file}: line ${i + 1} is not JSON`);
    }
  });
}
