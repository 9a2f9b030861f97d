import type { Time } from './time.ts'

export type Details = Readonly<Record<string, string | number | boolean | null | undefined>>
export type DiaryEntry = { at: string; what: string } & Details

/** What happened, in order, for `GET /timeline` and the log. Codes and ids only: no names, no phones. */
export interface Diary {
  write(what: string, details?: Details): void
  entries(): readonly DiaryEntry[]
}

const KEPT = 20_000

/** Keeps the last 20,000 entries and hands each to `log`. */
export const createDiary = (time: Time, log: (entry: DiaryEntry) => void): Diary => {
  const entries: DiaryEntry[] = []
  return {
    write: (what, details = {}) => {
      const entry: DiaryEntry = { at: time.now().toISOString(), what, ...details }
      entries.push(entry)
      if (entries.length > KEPT) entries.shift()
      log(entry)
    },
    entries: () => entries,
  }
}
