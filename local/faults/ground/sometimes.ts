import type { Ground } from './ground.ts'

const LOOK_EVERY_MS = 400
const LINE = /^store_sometimes\{what="([^"]+)"\} (\d+)/gm

/** What one process counted since its start. */
export const readSometimes = async (url: string): Promise<Map<string, number>> => {
  const answer = await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(1000) })
  const found = [...(await answer.text()).matchAll(LINE)]
  return new Map(found.map(([, what, count]) => [what ?? '', Number(count)]))
}

/**
 * Counts what only happens sometimes (stale writes refused, repeats recognised, collisions) as every process tells it, over all
 * their lives: a process that died begins at nothing.
 */
export const watchSometimes = ({ numbersAt }: Pick<Ground, 'numbersAt'>) => {
  const totals = new Map<string, number>()
  const last = new Map<string, Map<string, number>>()
  let timer: NodeJS.Timeout | undefined

  const look = async (): Promise<void> => {
    for (const [name, url] of numbersAt) {
      const now = await readSometimes(url).catch(() => null)
      if (now === null) continue
      const before = last.get(name) ?? new Map<string, number>()
      for (const [what, count] of now) {
        const known = before.get(what) ?? 0
        totals.set(what, (totals.get(what) ?? 0) + (count >= known ? count - known : count))
      }
      last.set(name, now)
    }
  }
  const again = (): void => {
    timer = setTimeout(() => void look().finally(again), LOOK_EVERY_MS)
    timer.unref()
  }
  again()
  return {
    /** Looks once more, and tells the totals since the count began. */
    totals: async (): Promise<Record<string, number>> => {
      await look()
      return Object.fromEntries(totals)
    },
    stop: (): void => clearTimeout(timer),
  }
}
export type Sometimes = ReturnType<typeof watchSometimes>
