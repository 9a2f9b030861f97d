import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ZoneView } from '#contracts/wire/routes/zones.ts'
import { mapText } from '../../dashboard/src/map/text.ts'
import { id } from '../../dashboard/src/text/id.ts'
import { officeId } from '../../dashboard/src/text/office/id.ts'
import { axeFaults } from '../../local/screens/axe.ts'
import { openDesk, PATIENCE_MS } from '../../local/screens/desk.ts'
import { openCity, type TestCity } from '../recovery/city.ts'
import { pmtilesFile } from '../world/pmtiles.ts'
import { vectorTile } from '../world/vector-tile.ts'
import { openBrowser, signInOf } from './browser.ts'
import { onScreen } from './camera.ts'
import { shareOf } from './pixels.ts'

const PATIENT = { timeout: PATIENCE_MS }
const REASON = 'Air setinggi lutut di jembatan contoh.'

const words = { ...id, ...officeId }
const MAP_ATTRIBUTION = 'Jalan Contoh'

let folder: string
let streets: string
let city: TestCity
let browser: Browser
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'streets-'))
  streets = join(folder, 'kota.pmtiles')
  city = await openCity({ volunteers: 10, map: { MAP_PMTILES: streets, MAP_ATTRIBUTION } })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await city?.end()
  await rm(folder, { recursive: true })
})

const { zones, zoneEdit } = words
const openZones = async (role: string): Promise<Page> => {
  const { page } = await openDesk(browser, city.apiUrl)
  const { login, password } = signInOf(city, role)
  await page.getByLabel(words.session.login).fill(login)
  await page.getByLabel(words.session.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: words.session.submit }).click()
  await page.getByRole('link', { name: words.frame.zones }).first().click()
  await page.getByRole('heading', { name: zones.title }).waitFor(PATIENT)
  return page
}
const row = (page: Page, reason = REASON) => page.getByRole('listitem').filter({ hasText: reason })

describe('a danger zone on the screen', () => {
  it('is drawn by keyboard alone, seen at once by who only watches, and ended', async () => {
    const watcher = await openZones('pimpinan')
    await watcher.getByText(zones.none).waitFor(PATIENT)
    expect(await watcher.getByRole('button', { name: zones.draw }).count()).toBe(0)

    const page = await openZones('operator')
    await page.getByRole('button', { name: zones.draw }).press('Enter')
    const form = page.getByRole('form', { name: zones.draw })
    await form.getByRole('button', { name: zones.draw }).press('Enter')
    await form.getByText(zones.missing).waitFor(PATIENT)
    await form.getByText(zones.reasonMissing).waitFor(PATIENT)
    expect(await axeFaults(page)).toEqual([])

    await form.getByLabel(zones.middle).fill('Oebufu')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await form.getByLabel(zones.radius).fill('900')
    await form.getByLabel(zones.reason).fill(REASON)
    await form.getByRole('button', { name: zones.draw }).press('Enter')
    await row(page).waitFor(PATIENT)
    await row(watcher).waitFor(PATIENT)
    expect(await row(watcher).getByRole('button').count()).toBe(0)
    const [drawn] = (await city.operator.call('listZones', { query: {} })).zones
    expect(drawn).toMatchObject({ state: 'active', kind: 'banjir', bars: ['motorcycle', 'car', 'pickup'] })

    await row(page).getByRole('button', { name: zones.end }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor(PATIENT)
    expect(await axeFaults(page)).toEqual([])
    await dialog.getByRole('button', { name: zones.end }).press('Enter')
    await page.getByText(zones.none).waitFor(PATIENT)
    await watcher.getByText(zones.none).waitFor(PATIENT)
  })
})

/** A square of four kilometres in the middle of the city. */
const [SOUTH, NORTH, WEST, EAST] = [-10.2, -10.164, 123.58, 123.616]
const SQUARE = [
  [WEST, SOUTH],
  [EAST, SOUTH],
  [EAST, NORTH],
  [WEST, NORTH],
  [WEST, SOUTH],
]
const BEFORE = 'Jalan contoh tergenang.'
const AFTER = 'Jalan contoh tergenang sampai jembatan.'

describe('a danger zone that stands', () => {
  it('is changed corner by corner, by hand and by keyboard alone, and keeps its history', async () => {
    const polygon = { type: 'Polygon', coordinates: [SQUARE] }
    const until = new Date(Date.now() + 6 * 3_600_000).toISOString()
    const body = { kind: 'banjir', polygon, bars: ['car'], until, reason: BEFORE }
    const { id } = await city.operator.call('drawZone', { body })
    const now = async (): Promise<ZoneView> => {
      const all = (await city.operator.call('listZones', { query: {} })).zones
      const found = all.find((zone) => zone.id === id)
      if (found === undefined) throw new Error('the zone is away')
      return found
    }
    const watcher = await openZones('pimpinan')
    await row(watcher, BEFORE).waitFor(PATIENT)
    expect(await row(watcher, BEFORE).getByRole('button', { name: zoneEdit.change }).count()).toBe(0)

    const page = await openZones('operator')
    await page.locator('.city-map [data-drawn]').waitFor(PATIENT)
    await row(page, BEFORE).getByRole('button', { name: zoneEdit.change }).press('Enter')
    const form = page.getByRole('form', { name: zoneEdit.changeTitle })
    await form.getByText(zoneEdit.cornerTable(4)).press('Enter')
    const degrees = (corner: number, axis: 'lat' | 'lng') =>
      form.getByLabel(zoneEdit.corner(corner, zoneEdit[axis]))
    expect(Number(await degrees(2, 'lng').inputValue())).toBe(EAST)
    expect(await axeFaults(page)).toEqual([])

    const from = await onScreen(page, { lat: SOUTH, lng: EAST })
    const to = await onScreen(page, { lat: SOUTH, lng: EAST + 0.01 })
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 4 })
    await page.mouse.up()
    await expect
      .poll(async () => Number(await degrees(2, 'lng').inputValue()), PATIENT)
      .toBeCloseTo(EAST + 0.01, 2)
    expect(Number(await degrees(1, 'lng').inputValue())).toBe(WEST)

    await degrees(4, 'lat').fill('-10,15')
    await degrees(4, 'lat').press('Enter')
    await form.getByLabel(zones.reason).fill(AFTER)
    await form.getByRole('button', { name: zoneEdit.save }).press('Enter')
    await row(page, AFTER).waitFor(PATIENT)
    await row(watcher, AFTER).waitFor(PATIENT)
    const changed = await now()
    const [ring] = changed.polygon.coordinates
    expect(ring).toHaveLength(SQUARE.length)
    expect(ring[3]).toEqual([WEST, -10.15])
    expect(ring[1]?.[0]).toBeCloseTo(EAST + 0.01, 2)
    expect(changed).toMatchObject({ until, bars: ['car'], reason: AFTER })

    await row(watcher, AFTER).getByText(zoneEdit.history).press('Enter')
    await row(watcher, AFTER).getByText(zoneEdit.drawn).waitFor(PATIENT)
    await row(watcher, AFTER).getByText(new RegExp(zoneEdit.fields.ring)).waitFor(PATIENT)
    expect(await axeFaults(watcher)).toEqual([])
  })
})

/** The two tiles of zoom 8 that the city lies in: all of it park, with a road across. */
const parkEverywhere = (): Buffer => {
  const bytes = vectorTile({
    landuse: [
      {
        kind: 'area',
        points: [
          [0, 0],
          [4096, 0],
          [4096, 4096],
          [0, 4096],
        ],
        tags: { kind: 'park' },
      },
    ],
    roads: [
      {
        kind: 'line',
        points: [
          [0, 1500],
          [4096, 1500],
        ],
        tags: { kind: 'highway', name: 'Jalan Contoh' },
      },
    ],
  })
  const tiles = [215, 216].map((x) => ({ z: 8, x, y: 135, bytes }))
  return pmtilesFile('mvt', tiles, { vector_layers: [{ id: 'landuse' }, { id: 'roads' }] })
}
/** `--map-green` in the dark. */
const GREEN = '#20302f'

describe('streets from a file', () => {
  it('are told to be away, and drawn as soon as they are there and somebody tries again', async () => {
    const { page, complaints } = await openDesk(browser, city.apiUrl)
    const { login, password } = signInOf(city, 'operator')
    await page.getByLabel(words.session.login).fill(login)
    await page.getByLabel(words.session.password, { exact: true }).fill(password)
    await page.getByRole('button', { name: words.session.submit }).click()
    const map = page.locator('.city-map')
    await map.getByText(mapText.id.streetsFailed).waitFor(PATIENT)
    expect(await map.getByText(MAP_ATTRIBUTION).count()).toBe(0)
    await map.locator('[data-drawn]').waitFor(PATIENT)
    expect(await shareOf(GREEN, map)).toBeLessThan(0.05)

    await writeFile(streets, parkEverywhere())
    await map.getByRole('button', { name: mapText.id.again }).press('Enter')
    await map.getByText(MAP_ATTRIBUTION).waitFor(PATIENT)
    await expect.poll(() => shareOf(GREEN, map), PATIENT).toBeGreaterThan(0.3)
    expect(await map.getByText(mapText.id.streetsFailed).count()).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
