import { particularsOf } from './page.particulars.js';

const page = (head: string, body = '') => `<html lang="en-US"><head>${head}</head><body>${body}</body></html>`;
const AR = 'قالت الوزارة إن الجسر اكتمل قبل موعده بشهرين.';

describe('what a page says about its article', () => {
  it('in JSON-LD, before everything else', () => {
    const json = JSON.stringify({
      '@graph': [
        { '@type': 'WebSite', name: 'no' },
        {
          '@type': ['NewsArticle'],
          headline: 'اكتمال الجسر',
          author: [{ name: 'سلمى' }, { name: 'عمر' }],
          publisher: { name: 'صحيفة المرفأ' },
          datePublished: '2024-05-01T10:00:00+02:00',
        },
      ],
    });
    const head = `<title>t | site</title><meta property="og:title" content="og"><script type="application/ld+json">${json}</script>`;
    expect(particularsOf(page(head), AR)).toEqual({
      title: 'اكتمال الجسر',
      outlet: 'صحيفة المرفأ',
      byline: 'سلمى، عمر',
      publishedAt: '2024-05-01T08:00:00.000Z',
      language: 'ar',
    });
  });

  it('has no language for a page in Persian, whatever the page calls itself', () => {
    const text = 'وزیر خارجه گفت که گزارش‌ها درباره این دیدار نادرست است.';
    expect(particularsOf('<html lang="ar"><head><title>t</title></head></html>', text).language).toBeNull();
  });

  it('in meta elements, and in the title where there are none', () => {
    const head = `<title> A &amp; B\n</title><meta property="og:site_name" content="The Harbour"><meta name="author" content="Nora">
      <meta property="article:published_time" content="2024-05-01">`;
    expect(particularsOf(page(head), 'The bridge was finished in May.')).toEqual({
      title: 'A & B',
      outlet: 'The Harbour',
      byline: 'Nora',
      publishedAt: '2024-05-01T00:00:00.000Z',
      language: 'en',
    });
  });

  it.each([
    ['nothing', ''],
    ['JSON that is none', '<script type="application/ld+json">{"@type": "NewsArticle", </script>'],
    ['JSON that is no object', '<script type="application/ld+json">7</script>'],
    ['a date that is none', '<meta name="date" content="yesterday">'],
    ['a date of another world', '<meta name="date" content="+012345-01-01T00:00:00Z">'],
    ['a title of marks alone', '<title>— | —</title>'],
    [
      'members of the wrong kind',
      '<script type="application/ld+json">{"@type":"Article","headline":[],"author":7}</script>',
    ],
  ])('%s: null, and no error', (_, head) => {
    expect(particularsOf(page(head), AR)).toEqual({
      title: null,
      outlet: null,
      byline: null,
      publishedAt: null,
      language: 'ar',
    });
  });

  it('keeps what nobody sees out of names, and cuts what is too long', () => {
    const { title } = particularsOf(page(`<title>\u202eسيء\u200b ${'س'.repeat(900)}</title>`), AR);
    expect(title).toMatch(/^سيء س+$/);
    expect(title!.length).toBeLessThanOrEqual(500);
  });

  it('the first time on the page, where nothing else gives a date', () => {
    const html = page('', '<time datetime="2023-02-03">3</time><time datetime="2020-01-01">x</time>');
    expect(particularsOf(html, AR).publishedAt).toBe('2023-02-03T00:00:00.000Z');
  });
});
