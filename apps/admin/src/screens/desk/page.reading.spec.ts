import { paragraphsOf } from './page.reading.js';

const read = (html: string) => paragraphsOf(html).map(({ text, isHeading }) => (isHeading ? `# ${text}` : text));

describe('a page as it reads', () => {
  it.each([
    ['<h1>عنوان</h1><p>نص <b>مهم</b>\n هنا</p>', ['# عنوان', 'نص مهم هنا']],
    ['<nav><p>قائمة</p></nav><p>نص</p><footer>حقوق', ['نص']],
    ['<script>"<p>لا</p>"</script><style>p{}</style><!-- <p>لا</p> --><p>نعم</p>', ['نعم']],
    ['<p>a &amp; b &lt;i&gt; &#1593;&#x628; &nbsp;&unknown; &#0;&#xD800;</p>', ['a & b <i> عب &unknown;']],
    ['كلمة<br>كلمة', ['كلمة', 'كلمة']],
    ['<div><div><p>واحد</p></div>اثنان</div>', ['واحد', 'اثنان']],
    ['نص بلا وسوم', ['نص بلا وسوم']],
    ['<p onclick="x()">آمن</p>', ['آمن']],
    ['', []],
    ['<script>', []],
  ])('%s', (html, expected) => expect(read(html)).toEqual(expected));
});
