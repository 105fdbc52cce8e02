import { englishWords } from '../lexicon/lexicon.load.js';
import type { Token } from '../token/token.scan.js';
import * as W from '../token/word.flags.js';
import { JUDGES } from '../token/word.traits.js';

// What an English desk writes between the facts, in its own voice and without a figure: who is how minded, where the story turns,
// what the writer thinks of it. None of it can be checked.

const attitudes = new Set(englishWords.attitudes);
const times = new Set([...englishWords.weekdays, ...Object.keys(englishWords.months)]);
const REMARK_WORDS = 10;
const JUDGED_WORDS = 7;

/** "I don't think", "I'd": the writer of a column. */
const MINE = /^I(?:['’](?:d|m|ve|ll))?$/;
const UNKNOWN =
  /^(?:it (?:is|was|remains|remained) (?:still |as yet )?(?:not (?:yet |immediately |entirely )?)?(?:clear|known|unclear|unknown|certain|uncertain)|what (?:is|was) not clear) (?:why|whether|how|if|who|what|when|where|which|is|was)\b/;
const POSSIBLY =
  /^(?:one|another|the other|a second|a third|an alternative|a further)(?: (?:possible|likely|plausible|obvious))?(?: (?:possibility|explanation|theory|idea|thought|option|hypothesis|answer))? (?:is|was) that\b/;
const TURNS =
  /\b(?:sees?|saw|remembers?|tells?|told|puts?) (?:it|things|the matter|a|another|an entirely) (?:rather |very |quite )?(?:differently|different (?:story|tale)|story|otherwise|better|best|(?:more )?(?:bluntly|simply))\b|\b(?:go|goes|went) (?:even |much |one step |a step )?further(?: still)?$|\b(?:having|had) none of it$|\b(?:says?|said|thinks?|thought|begs?) (?:not|otherwise|so|to differ)$|\b(?:disagrees?|disagreed)$|\breact(?:s|ed)? (?:with (?:\S+ )?\S+|angrily|furiously|coolly)$|^and what an? /;

/** The desk on its own page, inside a paragraph. */
const ON_THE_PAGE =
  /^(?:the following is an? (?:selection|summary|round-?up|transcript|list)|all translations (?:are|were)|this is a (?:developing|breaking))\b/;

const isNamed = (token: Token | undefined): boolean => token !== undefined && times.has(token.word.norm);

/** True for such a remark; `tokens` are those of one clause without a source. */
export function isRemark(tokens: readonly Token[], from: number, to: number): boolean {
  const words: string[] = [];
  let [mine, ought, dated] = [false, false, false];
  for (let k = from; k < to; k += 1) {
    const token = tokens[k];
    if (!token || token.word.flags & W.ARABIC || token.kind === 'number' || token.word.flags & W.QUANTITY) return false;
    if (token.kind !== 'word') continue;
    words.push(token.word.norm);
    mine ||= MINE.test(token.word.raw);
    ought ||= /^(?:should|ought)$/.test(token.word.norm);
    dated ||= isNamed(token);
  }
  if (mine || (ought && !dated)) return true;
  const said = words.slice(0, REMARK_WORDS + 2).join(' ');
  if (UNKNOWN.test(said) || POSSIBLY.test(said) || ON_THE_PAGE.test(said)) return true;
  if (words.length > REMARK_WORDS) return false;
  return TURNS.test(said) || isMinded(words) || (words.length <= JUDGED_WORDS && isJudged(tokens, from, to, words));
}

const COPULA = /^(?:is|are|was|were|been|remains?|remained|seems?|seemed|sounds?|sounded|looks?|looked|feels?|felt)$/;
const DEGREE =
  /^(?:not|no|more|less|far|much|also|similarly|equally|so|rather|too|still|even|very|quite|as|running|little|slightly)$/;

/** "Outside scientists were more guarded", "Not everyone is convinced" */
function isMinded(words: readonly string[]): boolean {
  for (let n = words.length - 2; n > 0; n -= 1) {
    if (!COPULA.test(words[n] ?? '')) continue;
    let adjective = n + 1;
    while (DEGREE.test(words[adjective] ?? '')) adjective += 1;
    // "divided by the river"
    return attitudes.has(words[adjective] ?? '') && words[adjective + 1] !== 'by';
  }
  return false;
}

/** "It is a good joke", "None of this is true" */
function isJudged(tokens: readonly Token[], from: number, to: number, words: readonly string[]): boolean {
  if (
    !/^(?:it|that|this|these|none of this|some of this|all of this)(?: (?:is|was|would be)|['’]s) /.test(
      `${words.join(' ')} `,
    )
  )
    return false;
  for (let k = from; k < to; k += 1)
    if ((tokens[k]?.word.traits ?? 0) & JUDGES || VALUES.test(tokens[k]?.word.norm ?? '')) return true;
  return false;
}
const VALUES =
  /^(?:good|bad|great|nice|fine|sad|shame|pity|joke|odd|strange|funny|simple|easy|hard|true|false|untrue|nonsense|enough|clear|obvious|remarkable|extraordinary)$/;
