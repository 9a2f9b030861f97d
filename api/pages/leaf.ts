import { type Labels, labelsIn, type Locale } from '#contracts/wire/labels/labels.ts'
import { en } from './text/en.ts'
import { id, type LinkText } from './text/id.ts'

const texts: Record<Locale, LinkText> = { id, en }
export const linkText = (locale: Locale): LinkText => texts[locale]

/** What every part of a task page is made with. */
export interface Leaf {
  locale: Locale
  text: LinkText
  labels: Labels
  /** `/t/<token>` */
  base: string
  /** Fresh for each page shown; stands in every form. */
  nonce: string
}

export const leafOf = (locale: Locale, base: string, nonce: string): Leaf => ({
  locale,
  text: linkText(locale),
  labels: labelsIn(locale),
  base,
  nonce,
})
