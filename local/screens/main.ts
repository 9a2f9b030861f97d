import { findChromium } from '../servers/chromium.ts'
import { writeAlbum } from './album.ts'
import { fileIncidents } from './crowd.ts'
import { launch } from './desk.ts'
import { drawLook, type Drawn } from './draw.ts'
import { looks } from './looks.ts'
import { screensOptions, usage } from './options.ts'
import { untilWorthSeeing } from './ready.ts'
import { openStage } from './stage.ts'

/**
 * `npm run screens`: pictures of every screen of a running city, in every size and theme, and what they show compared with
 * what the api says. Exits 1 when a number differs, a page complains or a screen cannot be drawn.
 */
const note = (line: string): void => console.log(line)

const lineOf = ({ look, scene, faults, absent }: Drawn): string =>
  absent !== null
    ? `-     ${look}/${scene}: no ${absent}`
    : faults.length === 0
      ? `ok    ${look}/${scene}`
      : `FAULT ${look}/${scene}\n${faults.map((fault) => `        ${fault}`).join('\n')}`

const main = async (): Promise<boolean> => {
  const options = screensOptions(process.argv.slice(2))
  if (options.help) {
    note(usage)
    return true
  }
  const chromium = await findChromium(note)
  if ('missing' in chromium) throw new Error(chromium.missing)
  const stage = await openStage(options, note)
  const results: Drawn[] = []
  const good = (): boolean => results.length > 0 && results.every(({ faults }) => faults.length === 0)
  // Asked twice to stop, it still stops in order.
  let stopping: Promise<void> | null = null
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      stopping ??= stage.end(false).finally(() => process.exit(130))
    })
  try {
    if (stage.own) {
      await fileIncidents(stage.client, 24)
      await untilWorthSeeing(stage.client, note)
    }
    const browser = await launch(chromium.path)
    for (const look of looks.filter(({ name }) => name.includes(options.look)))
      await drawLook(look, {
        browser,
        stage,
        out: options.out,
        only: options.only,
        axe: options.axe,
        drawn: (result) => {
          results.push(result)
          note(lineOf(result))
        },
      })
    await browser.close()
    const faulty = results.filter(({ faults }) => faults.length > 0).length
    note(`${results.length} screens, ${faulty} with faults: ${await writeAlbum(options.out, results)}`)
    return good()
  } finally {
    await stage.end(good())
  }
}

process.exit((await main()) ? 0 : 1)
