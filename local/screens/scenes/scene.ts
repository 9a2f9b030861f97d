import type { Browser, Page } from 'playwright-core'
import type { Check } from '../checks/check.ts'
import type { Look } from '../desk.ts'
import type { Stage } from '../stage.ts'

export interface At {
  page: Page
  browser: Browser
  stage: Stage
  look: Look
}

/** One picture. `show` brings it about from any other and answers what must agree with the api. @throws Absent */
export interface Scene {
  name: string
  show: (at: At) => Promise<readonly Check[] | void>
  /** Another window than the desk itself, when the picture is of one. */
  window?: (at: At) => Promise<Page>
}

/** The city has nothing now that this picture could show. */
export class Absent extends Error {
  override readonly name = 'Absent'
}

/** @throws Absent */
export const present = <T>(subject: T | null | undefined, what: string): T => {
  if (subject === null || subject === undefined) throw new Absent(what)
  return subject
}
