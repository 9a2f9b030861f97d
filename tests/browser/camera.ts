import type { Page } from 'playwright-core'
import type { Point } from '#contracts/domain/place.ts'
import { estimatedAreas, ringsOf } from '../../dashboard/src/map/areas.ts'
import { flatten } from '../../dashboard/src/map/mercator.ts'

const PADDING_PX = 16

const cityPoints = estimatedAreas.collection.features
  .flatMap(ringsOf)
  .flat()
  .map(([lng = 0, lat = 0]) => flatten({ lat, lng }))
const [xs, ys] = [cityPoints.map(({ x }) => x), cityPoints.map(({ y }) => y)]
const west = Math.min(...xs)
const north = Math.min(...ys)
const [width, height] = [Math.max(...xs) - west, Math.max(...ys) - north]

/** Where a place lies on the screen, while the map shows the whole city as nobody has moved it yet. */
export const onScreen = async (page: Page, place: Point): Promise<{ x: number; y: number }> => {
  const box = await page.locator('.city-map').boundingBox()
  if (box === null) throw new Error('there is no map')
  const scale = Math.min((box.width - 2 * PADDING_PX) / width, (box.height - 2 * PADDING_PX) / height)
  const { x, y } = flatten(place)
  return {
    x: box.x + box.width / 2 + (x - west - width / 2) * scale,
    y: box.y + box.height / 2 + (y - north - height / 2) * scale,
  }
}
