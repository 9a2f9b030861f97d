import type { Agency } from '#contracts/store/documents.ts'
import type { Locale } from '#contracts/wire/labels/labels.ts'
import { html, type Html } from '../html.ts'
import { page } from '../layout.ts'
import { form } from '../parts.ts'
import { en } from './text/en.ts'
import { id, type PersonalText } from './text/id.ts'
import { PERSONAL } from './visitor.ts'

const texts: Record<Locale, PersonalText> = { id, en }
export const textIn = (locale: Locale): PersonalText => texts[locale]

/** What every page of the personal kind is made with. */
export interface Frame {
  locale: Locale
  text: PersonalText
  /** Stands in every form beside the nonce. */
  token: string
  nonce: string
  now: string
  /** The path that the language switch comes back to. */
  path: string
  agency: Agency | null
  said: { look: 'good' | 'calm'; text: string } | null
}

/** A form that belongs to this visitor and does one thing once. */
export const ownForm = (
  { token, nonce }: Pick<Frame, 'token' | 'nonce'>,
  action: string,
  fields: Html,
): Html =>
  form(`${PERSONAL}/${action}`, nonce, html`<input type="hidden" name="form" value="${token}" />${fields}`)

const pages = ['home', 'history', 'data'] as const
const paths: Record<(typeof pages)[number], string> = {
  home: PERSONAL,
  history: `${PERSONAL}/riwayat`,
  data: `${PERSONAL}/data`,
}

const nav = (frame: Frame): Html =>
  html`<nav aria-label="${frame.text.nav.label}">
    ${pages.map((name) =>
      frame.path === paths[name]
        ? html`<a href="${paths[name]}" aria-current="page">${frame.text.nav[name]}</a>`
        : html`<a href="${paths[name]}">${frame.text.nav[name]}</a>`,
    )}
    ${ownForm(frame, 'keluar', html`<button class="quiet">${frame.text.nav.out}</button>`)}
  </nav>`

/** A whole page; whoever is in has the ways to the others. */
export const framed = (frame: Frame, title: string, body: Html, isIn: boolean): string => {
  const { locale, text, path, agency, said } = frame
  const other: Locale = locale === 'id' ? 'en' : 'id'
  return page({
    title: `${title} · Top Ranger`,
    agencyName: agency?.name ?? null,
    poskoPhone: agency?.poskoPhone ?? null,
    drill: false,
    locale,
    aside: ownForm(
      frame,
      'bahasa',
      html`<input type="hidden" name="ke" value="${other}" /><input
          type="hidden"
          name="kembali"
          value="${path}"
        /><button class="quiet" lang="${other}">${text.otherLanguage}</button>`,
    ),
    body: html`${isIn && nav(frame)}
    ${said && html`<p class="result ${said.look}" role="status">${said.text}</p>`} ${body}`,
  })
}
