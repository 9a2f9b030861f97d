import type { RouteName } from '#contracts/wire/routes/all.ts'

const USUAL_MS = 15_000
/** A used refresh token may come again for 10 s: a repeat after a lost answer has to be in time. */
const REFRESH_MS = 8000

/** What may rightly take longer: photos and papers on a slow line, and what reads months or the whole ledger. */
const patient: readonly RouteName[] = [
  'addPhoto',
  'getPhoto',
  'incidentSitrep',
  'periodSitrep',
  'afterAction',
  'afterActionPaper',
  'monthlyFigures',
  'checkChain',
]

/** How long a call of this route is waited for, in milliseconds; null: as long as the line stands. */
export const deadlineOf = (name: RouteName): number | null => {
  if (patient.includes(name)) return null
  return name === 'refresh' ? REFRESH_MS : USUAL_MS
}

/** Does the work with a signal that ends it at this deadline, and also when `signal` does. */
export const within = async <T>(
  deadlineMs: number | null,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  const ending = new AbortController()
  const end = (): void => ending.abort(signal?.reason)
  if (signal?.aborted) end()
  signal?.addEventListener('abort', end)
  const timer =
    deadlineMs === null
      ? undefined
      : setTimeout(() => ending.abort(new DOMException('No answer in time', 'TimeoutError')), deadlineMs)
  try {
    return await work(ending.signal)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', end)
  }
}
