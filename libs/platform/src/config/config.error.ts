import type { Bilingual } from '../text/bilingual.text.js';

/** A setting that cannot be used: one line that names the variable and the remedy. */
export class ConfigError extends Error {
  constructor(
    readonly variable: string,
    readonly text: Bilingual,
  ) {
    super(text.en);
    this.name = 'ConfigError';
  }
}
