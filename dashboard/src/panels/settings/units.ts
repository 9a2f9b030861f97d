/** In what a person reads and types a setting: how much of what is kept is one of it, and how many decimals make sense. */
const measures = {
  seconds: [1, 0],
  minutes: [60, 1],
  hours: [3600, 1],
  percent: [0.01, 1],
  kmh: [1, 1],
  metres: [1, 0],
  mps: [1, 2],
  times: [1, 2],
  people: [1, 0],
  offers: [1, 0],
  points: [1, 1],
  costMinutes: [1, 1],
  weight: [1, 2],
  steps: [1, 0],
} as const satisfies Record<string, readonly [number, number]>
export type Unit = keyof typeof measures

/** `1,45` as a person writes it, without needless noughts. */
export const numberText = (value: number, unit: Unit, comma: string): string => {
  const [size, digits] = measures[unit]
  return String(Number((value / size).toFixed(digits))).replace('.', comma)
}

/** What was typed, as it is kept; null when it is no number. Comma and dot both separate decimals. */
export const numberOf = (typed: string, unit: Unit): number | null => {
  const text = typed.trim().replace(',', '.')
  if (!/^-?\d+(\.\d+)?$/.test(text)) return null
  return Number((Number(text) * measures[unit][0]).toPrecision(12))
}
