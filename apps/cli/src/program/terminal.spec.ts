import { PassThrough } from 'node:stream';
import { rightToLeft, Terminal } from './terminal.js';

const bare = (text: string) => text.replaceAll('\u200F', '<').replaceAll('\u2068', '[').replaceAll('\u2069', ']');

describe('Arabic as a terminal shows it', () => {
  it.each([
    ['isnad: دورك لا يسمح بهذا', '<[isnad]: دورك لا يسمح بهذا'],
    ['اذكر نوعه بالخيار --type، مثل --type outlet', '<اذكر نوعه بالخيار [--type]، مثل [--type] outlet'],
    ['أُضيف الدليل. التالي: isnad verdict 0df4a2ef', '<أُضيف الدليل. التالي: [isnad verdict 0df4a2ef]'],
    ['سُجّل الخروج من https://isnad.example.org', '<سُجّل الخروج من https://isnad.example.org'],
    ['في \u2068isnad queue --all\u2069 كلها', '<في [isnad queue --all] كلها'],
    ['\u200Fسطر\n\nisnad serve', '<سطر\n\n<[isnad serve]'],
  ])('%s', (text, shown) => {
    expect(bare(rightToLeft(text))).toBe(shown);
  });

  it.each([
    [true, 'ar', '<[isnad]: لا شيء\n'],
    [false, 'ar', 'isnad: لا شيء\n'],
    [true, 'en', 'isnad: nothing\n'],
  ] as const)('watched %s in %s', (isTTY, language, shown) => {
    const errors = Object.assign(new PassThrough(), { isTTY });
    const streams = { input: new PassThrough(), output: new PassThrough(), errors };
    new Terminal(streams, language, false).fail({ en: 'nothing', ar: 'لا شيء' });
    expect(bare(String(errors.read()))).toBe(shown);
  });
});
