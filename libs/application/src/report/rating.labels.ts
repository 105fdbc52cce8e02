import type { ArticleKind, NewsroomScales } from '#domain';
import type { ReportLabel } from '#reporting';

/** Finds the label of a rating key in the newsroom's scales, newest version first: verdicts outlive the scale they were given on. */
export class RatingLabels {
  constructor(private readonly scales: readonly NewsroomScales[]) {}

  /** @throws RangeError for a key that no scale ever had */
  of(ratingKey: string, kind: ArticleKind): ReportLabel {
    const label = this.find(ratingKey, kind);
    if (label === null) throw new RangeError(`no scale of this newsroom has a rating “${ratingKey}”`);
    return label;
  }

  find(ratingKey: string, kind: ArticleKind): ReportLabel | null {
    for (const scale of this.scales) {
      const rating = scale[kind].ratings.find(({ key }) => key === ratingKey);
      if (rating === undefined) continue;
      const { key, stance, value, ar, en } = rating;
      return { key, stance, value, ar, en };
    }
    return null;
  }

  /** Every label a verdict may have, by the kind of article. */
  all(): { kind: ArticleKind; label: ReportLabel }[] {
    return (['draft', 'external'] as const).flatMap((kind) => {
      const keys = new Set(this.scales.flatMap((scale) => scale[kind].ratings.map(({ key }) => key)));
      return [...keys].map((key) => ({ kind, label: this.of(key, kind) }));
    });
  }
}
