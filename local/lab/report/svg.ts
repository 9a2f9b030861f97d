/** What a drawing is called, and what it shows in words for whoever does not see it. */
export interface Told {
  /** Letters, digits and dashes; one of a page. */
  id: string
  title: string
  desc: string
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Tenths of a pixel are enough. */
export const px = (value: number): string => value.toFixed(1)

/** A drawing of that size, named and described. Colours come from the classes of the page (style.ts), light and dark. */
export const drawing = (
  { id, title, desc }: Told,
  width: number,
  height: number,
  parts: readonly string[],
): string =>
  `<svg viewBox="0 0 ${width} ${height}" width="${width}" role="img" aria-labelledby="${id}-t ${id}-d">
<title id="${id}-t">${escaped(title)}</title><desc id="${id}-d">${escaped(desc)}</desc>
${parts.join('\n')}
</svg>`

export const line = (x1: number, y1: number, x2: number, y2: number, kind: string): string =>
  `<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" class="${kind}"/>`

export const words = (x: number, y: number, said: string, anchor: 'start' | 'middle' | 'end'): string =>
  `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}">${escaped(said)}</text>`

/** Upright: the title of a vertical axis. */
export const upright = (x: number, y: number, said: string): string =>
  `<text transform="translate(${px(x)} ${px(y)}) rotate(-90)" text-anchor="middle">${escaped(said)}</text>`

export const COLOURS = 9
const shapes: readonly ((x: number, y: number, r: number) => string)[] = [
  (x, y, r) => `<circle cx="${px(x)}" cy="${px(y)}" r="${px(r)}"/>`,
  (x, y, r) => `<rect x="${px(x - r)}" y="${px(y - r)}" width="${px(2 * r)}" height="${px(2 * r)}"/>`,
  (x, y, r) => `<path d="M${px(x)} ${px(y - 1.3 * r)}L${px(x + 1.2 * r)} ${px(y + r)}H${px(x - 1.2 * r)}Z"/>`,
  (x, y, r) =>
    `<path d="M${px(x)} ${px(y - 1.4 * r)}L${px(x + 1.4 * r)} ${px(y)}L${px(x)} ${px(y + 1.4 * r)}L${px(x - 1.4 * r)} ${px(y)}Z"/>`,
]

/** The colour of the n-th of several. */
export const colourOf = (n: number): string => `c${n % COLOURS}`

/** The mark of the n-th: told apart by its shape too, for whoever does not tell colours apart. */
export const mark = (n: number, x: number, y: number, radius = 4): string =>
  `<g class="mark ${colourOf(n)}">${shapes[n % shapes.length]!(x, y, radius)}</g>`
