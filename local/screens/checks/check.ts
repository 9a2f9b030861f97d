import type { Page } from 'playwright-core'
import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from '../../scenario/client.ts'

/** Compares what the screen shows with what the api answers: one line for each difference. */
export type Check = (page: Page, client: Client) => Promise<string[]>

const SETTLE_MS = 20_000
const LEAST_LOOKS = 4
const LOOK_EVERY_MS = 300

const subjectOf = (difference: string): string => difference.split(':')[0] ?? difference

/**
 * The city moves while both sides are read, so they are read again: a number is wrong that differs every time. Answers what
 * never agreed.
 */
export const differencesAfterSettling = async (
  checks: readonly Check[],
  page: Page,
  client: Client,
): Promise<string[]> => {
  const left: string[] = []
  for (const check of checks) {
    const deadline = performance.now() + SETTLE_MS
    let never = await check(page, client)
    for (
      let looks = 1;
      never.length > 0 && (looks < LEAST_LOOKS || performance.now() < deadline);
      looks += 1
    ) {
      await pause(LOOK_EVERY_MS)
      const subjects = new Set(never.map(subjectOf))
      never = (await check(page, client)).filter((difference) => subjects.has(subjectOf(difference)))
    }
    left.push(...never)
  }
  return left
}

export const differ = (what: string, screen: unknown, api: unknown): string[] =>
  String(screen) === String(api) ? [] : [`${what}: the screen says ${String(screen)}, the api ${String(api)}`]
