import type { TestProject } from 'vitest/node'
import { findChromium } from '../../local/servers/chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    chromium: string
  }
}

const note = (line: string): void => console.log(line)

/** Chromium is found, or installed from Debian's packages where that is possible; else one line says how to get it. */
export default async function setup(project: TestProject): Promise<void> {
  const found = await findChromium(note)
  if ('missing' in found) throw new Error(found.missing)
  project.provide('chromium', found.path)
}
