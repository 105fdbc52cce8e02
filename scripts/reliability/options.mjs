import { parseArgs } from 'node:util';
import { DEFAULT_PARTS, PARTS } from './parts.mjs';

const UNITS = { s: 1, m: 60, h: 3600 };

function secondsOf(text) {
  const [, count, unit] = /^(\d+)([smh])$/.exec(text) ?? [];
  if (count === undefined) throw new Error(`--until must be like 90s, 20m or 2h, and not ${text}`);
  return Number(count) * UNITS[unit];
}

/** What was asked for; ends the process with 2 and a sentence when that cannot be. */
export function readOptions(scales) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        scale: { type: 'string', default: 'pr' },
        only: { type: 'string' },
        until: { type: 'string' },
        shared: { type: 'boolean', default: false },
        totals: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        runs: { type: 'string' },
        seed: { type: 'string' },
      },
    });
    for (const name of ['runs', 'seed'])
      if (!/^[1-9]\d{0,8}$/.test(values[name] ?? '1')) throw new Error(`--${name} must be a number from 1 on`);
    if (!(values.scale in scales)) throw new Error(`--scale must be one of ${Object.keys(scales).join(', ')}`);
    const parts = values.only?.split(',') ?? DEFAULT_PARTS[values.scale];
    const unknown = parts.filter((part) => !(part in PARTS));
    if (unknown.length > 0) throw new Error(`--only knows ${Object.keys(PARTS).join(', ')}, and not ${unknown[0]}`);
    const seconds = values.until === undefined ? undefined : secondsOf(values.until);
    // what takes hours may be done in slices; what takes minutes is done in one piece
    const isAsked = values.runs === undefined && values.seed === undefined;
    const kept = positionals.length === 0 && isAsked && (values.scale === 'release' || seconds !== undefined);
    return { ...values, parts, specs: positionals, seconds, kept };
  } catch (error) {
    process.stderr.write(`reliability: ${error.message}\n`);
    process.exit(2);
  }
}
