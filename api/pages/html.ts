/** Text that is markup already. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = string | number | Html | readonly Html[] | null | false

const escaped: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => escaped[sign] ?? '')

const show = (part: Part): string => {
  if (part === null || part === false) return ''
  if (part instanceof Html) return part.text
  if (typeof part === 'object') return part.map(({ text }) => text).join('')
  return escape(String(part))
}

/** Markup in which everything put in is escaped, unless it is markup itself. Attributes must stand in double quotes. */
export const html = (fixed: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(
    fixed.map((text, index) => text + (index < parts.length ? show(parts[index] ?? null) : '')).join(''),
  )
