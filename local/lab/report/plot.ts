/** One line or cloud of points; `title` is its label. */
export interface Series {
  title: string
  points: readonly { x: number; y: number }[]
  /** Joined by a line: a curve. Else each point stands for itself. */
  joined: boolean
}

const SIZE = { width: 560, height: 340, left: 60, right: 150, top: 16, bottom: 44 }
const COLOURS = [
  '#1d4ed8',
  '#b45309',
  '#15803d',
  '#b91c1c',
  '#6d28d9',
  '#0e7490',
  '#4d7c0f',
  '#9d174d',
  '#374151',
]
const TICKS = 5

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** A scatter plot as inline SVG; axes from 0 for x, from a little below the least for y. */
export const plot = (xTitle: string, yTitle: string, series: readonly Series[]): string => {
  const points = series.flatMap((one) => one.points)
  const xMax = Math.max(1e-9, ...points.map(({ x }) => x)) * 1.05
  const ys = points.map(({ y }) => y)
  const yMin = Math.min(...ys) * 0.97
  const yMax = Math.max(...ys) * 1.03
  const x = (value: number) => SIZE.left + (value / xMax) * (SIZE.width - SIZE.left - SIZE.right)
  const y = (value: number) =>
    SIZE.height - SIZE.bottom - ((value - yMin) / (yMax - yMin || 1)) * (SIZE.height - SIZE.top - SIZE.bottom)
  const ticks = Array.from({ length: TICKS + 1 }, (_, n) => n / TICKS)
  const axis = ticks.map((part) => {
    const atX = x(part * xMax)
    const value = yMin + part * (yMax - yMin)
    return `<text x="${atX.toFixed(1)}" y="${SIZE.height - 26}" text-anchor="middle">${short(part * xMax)}</text>
<text x="${SIZE.left - 6}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end">${short(value)}</text>
<line x1="${SIZE.left}" x2="${SIZE.width - SIZE.right}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}" stroke="#e5e7eb"/>`
  })
  const drawn = series.map(({ title, points, joined }, n) => {
    const colour = COLOURS[n % COLOURS.length]!
    const at = points.map((point) => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`)
    const line = joined ? `<polyline points="${at.join(' ')}" fill="none" stroke="${colour}"/>` : ''
    const dots = at.map((pair) => {
      const [cx, cy] = pair.split(',')
      return `<circle cx="${cx}" cy="${cy}" r="${joined ? 2.5 : 4.5}" fill="${colour}"/>`
    })
    const legendY = SIZE.top + 12 + n * 17
    const legendX = SIZE.width - SIZE.right + 14
    return `${line}${dots.join('')}<circle cx="${legendX}" cy="${legendY - 4}" r="4" fill="${colour}"/><text x="${legendX + 9}" y="${legendY}">${escaped(title)}</text>`
  })
  return `<svg viewBox="0 0 ${SIZE.width} ${SIZE.height}" width="${SIZE.width}" role="img" aria-label="${escaped(`${yTitle} by ${xTitle}`)}">
${axis.join('\n')}
<text x="${(SIZE.left + SIZE.width - SIZE.right) / 2}" y="${SIZE.height - 8}" text-anchor="middle">${escaped(xTitle)}</text>
<text transform="translate(13 ${SIZE.height / 2}) rotate(-90)" text-anchor="middle">${escaped(yTitle)}</text>
${drawn.join('\n')}
</svg>`
}

const short = (value: number): string => value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)
