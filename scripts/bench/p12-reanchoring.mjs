import { alignBlocks, reanchorAll } from '#domain';
import { randomFrom } from '../eval/reanchoring/random.mjs';
import { frameOf, scoreReanchoring } from '../eval/reanchoring/scoring.mjs';
import { timeRevision } from '../eval/reanchoring/timing.mjs';

const CASES = 13_000;
const MOST_WRONG = 1;
const LEAST_RIGHT = 88;
const MOST_MS = 300;

/** Where claims stand after an edit, of made cases whose true answer is known; and what a large revision takes. */
export const row = {
  id: 'P12',
  title:
    're-anchoring: claims placed wrongly without a word, rightly placed or suggested, and a revision of 30 000 words',
  reach: `≤ ${MOST_WRONG} % wrong, ≥ ${LEAST_RIGHT} % right, ≤ ${MOST_MS} ms`,
  run(stage) {
    const cases = stage.quick ? CASES / 5 : CASES;
    const { share } = scoreReanchoring({ cases });
    const [wrong, right] = [share('silently wrong'), share('correct', 'rightly suggested')];
    const { processor, inWords } = timeRevision(reanchorAll, alignBlocks, frameOf, randomFrom(1));
    stage.say(inWords);
    return Promise.resolve([
      { name: `silently wrong, of ${cases} edits`, unit: '%', ours: wrong, reached: wrong <= MOST_WRONG },
      { name: 'correct or rightly suggested', unit: '%', ours: right, reached: right >= LEAST_RIGHT },
      { name: '300 claims in 30 000 words, on one core', unit: 'ms', ours: processor, reached: processor <= MOST_MS },
    ]);
  },
};
