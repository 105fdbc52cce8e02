import { Refusal } from '#domain';
import { extract, toWire } from '#language';
import { htmlBlocks } from './html.blocks.js';
import { TEXT_LIMIT_BYTES } from './prepared.text.js';

export interface ExtractionInput {
  readonly text?: string | undefined;
  readonly html?: string | undefined;
  readonly language?: 'ar' | 'en' | undefined;
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly publishedAt?: string | undefined;
}

/** What extraction finds in a text, with nothing stored; offsets in code points of the NFC text. */
export class ExtractionService {
  extract({ text, html, language, title, outlet, publishedAt }: ExtractionInput) {
    const read =
      text ??
      htmlBlocks(html ?? '')
        .map((block) => block.text)
        .join('\n');
    if (Buffer.byteLength(read) > TEXT_LIMIT_BYTES)
      throw new Refusal('body-too-large', { limitBytes: TEXT_LIMIT_BYTES });
    if (!/[\p{L}\p{N}]/u.test(read))
      throw new Refusal('text-without-content', { pointer: text === undefined ? '/html' : '/text' });
    return toWire(
      extract({
        text: read,
        ...(language && { language }),
        ...(title && { title }),
        ...(outlet && { outlet }),
        ...(publishedAt && { publishedAt }),
      }),
    );
  }
}
