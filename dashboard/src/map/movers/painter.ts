import { createPainting, type Scene } from './painting.ts'
import type { View } from './view.ts'

/** What the page sends: the view that is to be painted, and of the scene what has changed. */
export interface Order {
  scene: Partial<Scene>
  view: View
}

/** What it hears. */
export interface Painted {
  picture: ImageBitmap
  view: View
}

// A thread of its own: the page stays free while thousands are painted.
const scene: Scene = {
  sprites: [],
  places: new Float32Array(),
  marks: new Float32Array(),
  first: 0,
  spots: new Float32Array(),
  ratio: 1,
}
const paintScene = createPainting()
const canvas = new OffscreenCanvas(1, 1)
const context = canvas.getContext('2d', { willReadFrequently: true })
let image = new ImageData(1, 1)

addEventListener('message', ({ data: { scene: changed, view } }: MessageEvent<Order>) => {
  if (context === null) throw new Error('This browser gives no canvas to draw on')
  Object.assign(scene, changed)
  const { width, height } = view
  if (image.width !== width || image.height !== height) {
    Object.assign(canvas, { width, height })
    image = new ImageData(width, height)
  }
  paintScene({ pixels: new Uint32Array(image.data.buffer), width, height }, scene, view)
  context.putImageData(image, 0, 0)
  const picture = canvas.transferToImageBitmap()
  postMessage({ picture, view } satisfies Painted, { transfer: [picture] })
})
