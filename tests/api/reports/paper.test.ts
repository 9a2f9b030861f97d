import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultSla } from '#contracts/domain/sla.ts'
import { createPrinter, type Printer } from '../../../api/paper/printer.ts'
import { afterActionOf } from '../../../api/queries/reports/after-action.ts'
import kupang from '../../../local/data/kupang.json' with { type: 'json' }
import { notCounted } from '../../world/no-damage.ts'
import { testLog } from '../../world/platform.ts'
import { readPdf } from './read-pdf.ts'
import { asOf, storm } from './told.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const report = afterActionOf(asOf(storm(), 95), kupang.kelurahan, defaultSla)
const order = { report, agencyName: 'BPBD Kota Kupang' }

let dir: string
let printer: Printer
beforeAll(async () => {
  // Beside node_modules, where the bundle looks for its packages.
  dir = await mkdtemp(join(root, 'dist-test-'))
  const outfile = join(dir, 'paper-thread.mjs')
  await esbuild.build({
    entryPoints: [join(root, 'api/paper/thread.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  })
  printer = createPrinter(pathToFileURL(outfile), testLog('api'))
})
afterAll(async () => {
  await printer.close()
  await rm(dir, { recursive: true, force: true })
})

/** The letters of a line stand in their order; where pdfmake breaks or spaces them is its own affair. */
const run = (text: string): string => text.replaceAll(/\s+/g, '')

describe('the after-action report on paper', () => {
  it('is a PDF of two pages whose text can be searched and copied', async () => {
    const bytes = await printer.afterAction(order)
    expect(bytes.length).toBeGreaterThan(15_000)
    expect(bytes.length).toBeLessThan(400_000)
    const { pages, text, title } = readPdf(bytes)
    expect(pages).toBe(2)
    expect(title).toContain('KJ-2026-0421')
    for (const said of [
      'Laporan pascakejadian KJ-2026-0421',
      'Angin kencang, Namosain, Kec. Alak',
      'Sabtu, 17 Januari 2026 pukul 12.40 WITA',
      'Tawaran pertama12.46 WITA02:0001:00terlambat',
      'Relawan pertama tiba12.58 WITA11:0030:00tepat waktu',
      'Tugas ditawarkan kepada 5 orang',
      'Tanpa nama dan nomor telepon.',
      'Halaman 1 dari',
      '2 km',
    ])
      expect(run(text)).toContain(run(said))
    expect(text).not.toContain('\uFFFD')
    expect(text).not.toMatch(/vol_|usr_|\+62/)
  })

  it('takes letters that a standard font lacks', async () => {
    const strange = { ...report, title: 'Kelapa Lima «Tuak Dāun» Ω' }
    expect(run(readPdf(await printer.afterAction({ ...order, report: strange })).text)).toContain(
      'TuakDāun»Ω',
    )
  })

  it('says what nobody has counted yet', async () => {
    const impact = { ...notCounted, injured: 0, at: report.at }
    const { text } = readPdf(await printer.afterAction({ ...order, report: { ...report, impact } }))
    expect(run(text)).toContain(run('Meninggal: belum diketahui'))
    expect(run(text)).toContain(run('0 Luka-luka'))
  })

  it('leaves the event loop to others meanwhile', async () => {
    let ticks = 0
    const timer = setInterval(() => (ticks += 1), 1)
    await printer.afterAction(order)
    clearInterval(timer)
    // Set in the thread: where it ran here, hardly any tick would come through.
    expect(ticks).toBeGreaterThan(20)
  })

  it('is the same without a thread', async () => {
    const here = createPrinter(pathToFileURL(join(dir, 'none.mjs')), testLog('api'))
    const [told, alone] = await Promise.all([printer.afterAction(order), here.afterAction(order)])
    expect(readPdf(alone).text).toBe(readPdf(told).text)
  })
})
