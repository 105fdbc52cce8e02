import { isUtf8 } from 'node:buffer';
import { Refusal } from '#domain';

export const DEPTH_LIMIT = 32;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * JSON text to a value, refusing what two parsers would read differently or none should build:
 * invalid UTF-8, bad syntax, nesting deeper than 32, a member named twice, names that reach a prototype.
 * @throws Refusal `body-malformed` or `body-too-deep`
 */
export function parseJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new Refusal('body-malformed', { reason: 'not-utf-8' });
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') throw new Refusal('body-malformed', { reason: 'empty' });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('body-malformed', { reason: 'not-json' });
  }
  inspectStructure(text);
  return value;
}

/** Walks the brackets and member names of a text already known to be JSON; strings are skipped, not decoded. */
function inspectStructure(text: string): void {
  const members: (Set<string> | null)[] = []; // one per open bracket: names seen in an object, null for an array
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x7b: // {
      case 0x5b: // [
        if (members.length === DEPTH_LIMIT) throw new Refusal('body-too-deep', { limit: DEPTH_LIMIT });
        members.push(text.charCodeAt(at) === 0x7b ? new Set() : null);
        break;
      case 0x7d: // }
      case 0x5d: // ]
        members.pop();
        break;
      case 0x22: {
        const end = endOfString(text, at);
        const names = members[members.length - 1];
        if (names && isMemberName(text, end)) registerName(names, text.slice(at, end + 1));
        at = end;
        break;
      }
      default:
    }
  }
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  for (;;) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === 0x5c) escapes += 1;
    if (escapes % 2 === 0) return end;
    end = text.indexOf('"', end + 1);
  }
}

/** In valid JSON a string followed by a colon is a name, and nothing else is. */
function isMemberName(text: string, endOfName: number): boolean {
  let at = endOfName + 1;
  while (text.charCodeAt(at) <= 0x20) at += 1;
  return text.charCodeAt(at) === 0x3a;
}

function registerName(names: Set<string>, quoted: string): void {
  const name = quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
  if (FORBIDDEN_KEYS.has(name)) throw new Refusal('body-malformed', { reason: 'forbidden-member' });
  if (names.has(name)) throw new Refusal('body-malformed', { reason: 'duplicate-member' });
  names.add(name);
}
