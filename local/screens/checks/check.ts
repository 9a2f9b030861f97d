import type { Page } from 'playwright-core'
import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from '../../scenario/client.ts'

/** Compares what the screen shows with what the api answers: one line for each difference. */
export type Check = (page: Page, client: Client) => Promise<string[]>

const SETTLE_MS = 10_000
const LOOK_EVERY_MS = 300

/** The city moves between two looks, so both sides are read again until they agree. Answers what still differs in the end. */
export const differencesAfterSettling = async (
  checks: readonly Check[],
  page: Page,
  client: Client,
): Promise<string[]> => {
  const left: string[] = []
  for (const check of checks) {
    const deadline = performance.now() + SETTLE_MS
    let found = await check(page, client)
    while (found.length > 0 && performance.now() < deadline) {
      await pause(LOOK_EVERY_MS)
      found = await check(page, client)
    }
    left.push(...found)
  }
  return left
}

export const differ = (what: string, screen: unknown, api: unknown): string[] =>
  String(screen) === String(api) ? [] : [`${what}: the screen says ${String(screen)}, the api ${String(api)}`]
