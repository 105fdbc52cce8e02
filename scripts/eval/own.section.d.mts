export interface Figure {
  readonly figure: string;
  readonly value: number | null;
  readonly reach?: number;
  readonly less?: boolean;
  readonly note?: string;
}

export function own(folder: string, worst: number): Promise<{ rows: Figure[]; misses: string[] }>;
