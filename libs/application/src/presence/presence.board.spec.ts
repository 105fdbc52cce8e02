import { PresenceBoard, type PresenceChange } from './presence.board.js';

const word = (memberId: string, over: object = {}) =>
  JSON.stringify({ newsroomId: 'n', articleId: 'a', claimId: 'c', memberId, present: true, ...over });

describe('who has a claim open', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is whoever was heard of lately, and tells comings and goings once each', () => {
    const board = new PresenceBoard(1000);
    const told: PresenceChange[] = [];
    const stop = board.subscribe('n', (change) => told.push(change));
    board.subscribe('other', () => told.push({ articleId: 'wrong', claimId: 'wrong' }));
    board.hear(word('salma'));
    board.hear(word('omar'));
    board.hear(word('salma'));
    expect(board.on('n', 'c')).toEqual(['salma', 'omar']);
    expect(told).toEqual([
      { articleId: 'a', claimId: 'c' },
      { articleId: 'a', claimId: 'c' },
    ]);
    jest.advanceTimersByTime(600);
    board.hear(word('omar'));
    jest.advanceTimersByTime(600);
    expect(board.on('n', 'c')).toEqual(['omar']);
    expect(told.length).toBe(3);
    board.hear(word('omar', { present: false }));
    board.hear(word('omar', { present: false }));
    expect([board.on('n', 'c'), told.length]).toEqual([[], 4]);
    stop();
    board.hear(word('salma'));
    expect(told.length).toBe(4);
  });

  it('keeps newsrooms and claims apart', () => {
    const board = new PresenceBoard();
    board.hear(word('salma'));
    expect([board.on('other', 'c'), board.on('n', 'd')]).toEqual([[], []]);
  });

  it.each(['', '[', 'null', '7', '{}', '{"newsroomId":"n","claimId":"c","memberId":7,"articleId":"a","present":true}'])(
    'makes nothing of %j',
    (payload) => {
      const board = new PresenceBoard();
      expect(() => board.hear(payload)).not.toThrow();
      expect(board.on('n', 'c')).toEqual([]);
    },
  );
});
