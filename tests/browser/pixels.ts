import type { Locator } from 'playwright-core'
import sharp from 'sharp'

/** Rounding on the way through the graphics driver. */
const NEAR = 2

/** How much of a picture of this element has this colour (`#20302f`), from 0 to 1. */
export const shareOf = async (colour: string, element: Locator): Promise<number> => {
  const { data, info } = await sharp(await element.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  let same = 0
  for (let at = 0; at < data.length; at += info.channels)
    if (wanted.every((value, n) => Math.abs((data[at + n] ?? 0) - value) <= NEAR)) same += 1
  return same / (info.width * info.height)
}
