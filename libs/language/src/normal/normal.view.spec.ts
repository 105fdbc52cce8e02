import { detectLanguage, identifyLanguage } from '../text/language.detect.js';
import { decodeText, textDigest } from '../text/text.decode.js';
import { textFault } from '../text/text.fault.js';
import { fold } from './normal.fold.js';
import { normalise } from './normal.view.js';

describe('the matching view', () => {
  it.each<[string, string]>([
    ['إلى أعلى، آخرًا', 'الي اعلي، اخرا'],
    ['فى التالى', 'في التالي'],
    ['مسؤولة رئيسة', 'مسووله رييسه'],
    ['١٢٫٥٪ و۳۴', '12.5% و34'],
    ['“قول” «آخر»', '"قول" "اخر"'],
    ['قـ ـاسية', 'قاسيه'],
    ['كبـــير', 'كبير'],
    ['ﻻ ﷺ', 'لا صلي الله عليه وسلم'],
    ['Café ‘X’', "café 'x'"],
    ['كلمة\u200fأخرى', 'كلمهاخري'],
  ])('%s → %s', (text, expected) => {
    expect(normalise(text).text).toBe(expected);
    expect(fold('أإآ')).toBe('ااا');
  });

  it('points every unit back to where it came from', () => {
    const text = 'قَـ ـاسٍ ﷺ';
    const { text: view, map } = normalise(text);
    expect(text.charAt(map[view.indexOf('ا')] ?? -1)).toBe('ا');
    expect(text.charAt(map[view.indexOf('عليه')] ?? -1)).toBe('ﷺ');
    expect(map[view.length]).toBe(text.length);
  });
});

describe('decoding', () => {
  it('brings line ends and composition to one form and digests UTF-8', () => {
    expect(decodeText('a\r\nb\rc')).toBe('a\nb\nc');
    expect(decodeText('é'.normalize('NFD'))).toBe('é');
    expect(textDigest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it.each<[string, string | null]>([
    ['', 'empty'],
    [' \n\u200f\ufeff ', 'empty'],
    ['\u0000\u0001PNG\u0000\u0000', 'binary'],
    ['\ufffd'.repeat(40), 'binary'],
    ['ا'.repeat(1_000_001), 'too-long'],
    ['خبر قصير', null],
  ])('%j is %s', (text, fault) => {
    expect(textFault(text)).toBe(fault);
  });
});

describe('language', () => {
  it.each<[string, 'ar' | 'en' | 'other']>([
    ['أعلنت الوزارة نتائج التحقيق في حادث القطار', 'ar'],
    ['The ministry published the findings of the inquiry', 'en'],
    ['وزارت خارجه گفت که گزارش‌ها درباره این دیدار نادرست است', 'other'],
    ['وزیر اعظم نے کہا کہ حکومت عوام کے ساتھ کھڑی ہے', 'other'],
    ['Министерство опубликовало отчёт', 'other'],
    ['أعلنت شركة Tesla أن سيارة Model 3 متاحة الآن', 'ar'],
    ['12345 !!', 'other'],
  ])('%s → %s', (text, language) => {
    expect(identifyLanguage(text)).toBe(language);
  });

  it('reads Arabic script as Arabic, everything else as English', () => {
    expect(detectLanguage('وزیر اعظم نے کہا')).toBe('ar');
    expect(detectLanguage('')).toBe('en');
  });
});
