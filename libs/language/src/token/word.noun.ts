import { nounSet, sources, words } from '../lexicon/lexicon.load.js';
import { ANONYMOUS, DOCUMENT, INSTITUTION, OUTLET, QUANTITY, ROLE, STATEMENT } from './word.flags.js';

// What nouns are, by the lexicons.

export const roles = nounSet(sources.roles);
export const anonymous = nounSet(sources.anonymous);
const institutions = nounSet(sources.institutions);
export const outletNouns = nounSet(sources.outletNouns);
const documents = nounSet(sources.documentNouns);
const statements = nounSet(sources.statementNouns);
const quantities = nounSet(words.quantities);

/** A governorate and a foundation are spelt like a woman governor and a woman founder. */
const NOT_ROLES = new Set([
  'محافظه',
  'موسسه',
  'سلطانه',
  'رايده',
  'وليه',
  'فريقه',
  'اميره',
  'مقدمه',
  'عميده',
  'مقرره',
  'طياره',
  'صيدليه',
  'مقاتله',
  'حارسه',
  'تاجره',
  'معلمه',
  'مزارعه',
  'محققه',
]);

/** «مديرها», «رئيستهم»: an office with whose it is. */
function isOwnedRole(head: string): boolean {
  const bare = /^(.{4,})(?:ها|هم|هما)$/.exec(head)?.[1];
  return bare !== undefined && (roles.has(bare) || (bare.endsWith('ت') && roles.has(`${bare.slice(0, -1)}ه`)));
}

/** Bits of word.flags.ts that a noun has by the lexicons; without what is joined to it. */
export function nounFlags(head: string): number {
  let flags = 0;
  if (isOwnedRole(head)) flags |= ROLE;
  if (roles.has(head) || (head.endsWith('ه') && roles.has(head.slice(0, -1)) && !NOT_ROLES.has(head))) flags |= ROLE;
  // «ضابطان», «محللين»: a role in the dual or the plural names nobody
  if (/[اي]ن$|ون$/.test(head) && roles.has(head.slice(0, -2))) flags |= ANONYMOUS;
  if (anonymous.has(head) || (head.endsWith('ين') && anonymous.has(`${head.slice(0, -2)}ون`))) flags |= ANONYMOUS;
  // «محللو بنك …»
  if (head.endsWith('و') && anonymous.has(`${head}ن`)) flags |= ANONYMOUS;
  if (institutions.has(head)) flags |= INSTITUTION;
  if (outletNouns.has(head)) flags |= OUTLET;
  if (documents.has(head)) flags |= DOCUMENT;
  if (statements.has(head)) flags |= STATEMENT;
  if (quantities.has(head)) flags |= QUANTITY;
  return flags;
}

/** «وزيرة»: a noun that begins with the letter, and what would be left is none. */
export const isOwnNoun = (norm: string): boolean => isNoun(norm) || isNoun(withoutOwner(norm));

const isNoun = (norm: string): boolean => nounFlags(norm) !== 0 && nounFlags(norm.slice(1)) === 0;

/** «وحدتهما», «وزارتها»: the noun without whose it is; '' for none. */
function withoutOwner(norm: string): string {
  const bare = /^(و\p{L}{2,})(?:ه|ها|هم|هما)$/u.exec(norm)?.[1] ?? '';
  return bare.endsWith('ت') ? `${bare.slice(0, -1)}ه` : bare;
}
