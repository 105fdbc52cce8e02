import type { Token } from '../token/token.scan.js';
import type { Region } from './attribution.types.js';

export function englishRegions(_text: string, _tokens: readonly Token[], from: number, to: number): Region[] {
  return to > from ? [{ from, to, frame: null, quoted: false, preface: false }] : [];
}
