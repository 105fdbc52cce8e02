import labels from './reason-labels.json' with { type: 'json' };
import { reasonLabel } from './reason.label.js';
import weights from './weights.json' with { type: 'json' };

describe('reasonLabel', () => {
  const features = ['assertion', ...Object.keys(weights.claim.features), ...Object.keys(weights.claim.context)];

  it('names every feature that can add points, and nothing else', () => {
    expect(Object.keys(labels).sort()).toEqual([...features].sort());
  });

  it('names it in Arabic and in English', () => {
    for (const feature of features) {
      expect(reasonLabel(feature, 'ar')).toMatch(/^[^A-Za-z]*[\u0621-\u064a][^A-Za-z]*$/);
      expect(reasonLabel(feature, 'en')).toMatch(/^[^\u0600-\u06ff]+$/);
    }
  });

  it('shows the code of a feature it does not know', () => {
    expect(reasonLabel('rarity', 'ar')).toBe('rarity');
  });
});
