import { Story } from './discourse.story.js';
import type { Source } from './attribution.types.js';

const source = (name: string, role: Source['role']) =>
  ({ name, role, head: name, titles: [], definite: false }) as unknown as Source;

describe('who wrote what in an article', () => {
  it('holds the last forty writers, so that a text that names thousands is read no slower', () => {
    const story = new Story();
    const writers = Array.from({ length: 41 }, (_, at) => source(`كاتب${at}`, 'speaker'));
    writers.forEach((writer, at) =>
      story.name({ start: at, head: 'مقال', medium: source(`صحيفة${at}`, 'outlet'), writer }),
    );
    const media = writers.map((writer) => story.writtenIn(writer)?.name ?? null);
    expect(media).toEqual([null, ...Array.from({ length: 40 }, (_, at) => `صحيفة${at + 1}`)]);
  });
});
