/** What a word may be, as bits; one spelling may be several things. */
export const COMPLEMENTISER = 1;
export const PREPOSITION = 2;
export const FINITE = 4;
/** May be a verb or a verbal noun. */
export const MAYBE_FINITE = 8;
export const NEGATION = 16;
export const RELATIVE = 32;
export const DEFINITE = 64;
export const ROLE = 128;
export const ANONYMOUS = 256;
export const INSTITUTION = 512;
export const OUTLET = 1024;
export const DOCUMENT = 2048;
export const ADVERB = 4096;
export const ARABIC = 8192;
export const QUOTE_MARK = 16384;
export const SENTENCE_END = 32768;
export const COMMA = 65536;
/** «لصحيفة», «لوكالة», «لـ»: addressed to an outlet. */
export const TO_OUTLET = 131072;
export const STATEMENT = 262144;
export const COUNTRY = 524288;
export const PARTICLE = 1048576;
export const FUTURE = 2097152;
export const KNOWN_OUTLET = 4194304;
export const QUANTITY = 8388608;
/** May begin the name of a medium of several words. */
export const NAME_START = 16777216;
/** May end the name of a medium on no list: «تايمز», «هيرالد». */
export const NAME_END = 33554432;
