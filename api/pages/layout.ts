import type { Locale } from '#contracts/wire/labels/labels.ts'
import { html, type Html } from './html.ts'

const words: Record<Locale, { call: string; unsure: string; drill: string }> = {
  id: {
    call: 'Hubungi posko',
    unsure: 'Hubungi posko bila ragu.',
    drill: 'LATIHAN: bukan kejadian nyata',
  },
  en: {
    call: 'Call the command post',
    unsure: 'Call the command post when in doubt.',
    drill: 'LATIHAN (drill): not a real incident',
  },
}

export interface Sheet {
  title: string
  agencyName: string | null
  poskoPhone: string | null
  drill: boolean
  body: Html
  locale?: Locale
  /** In the head beside the agency. */
  aside?: Html
}

/** One page: agency, content, and the number of the command post in reach of a thumb. */
export const page = (sheet: Sheet): string => {
  const { title, agencyName, poskoPhone, drill, body, locale = 'id', aside = null } = sheet
  const { call, unsure, drill: drillWords } = words[locale]
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="/t/assets/task.css" />
        <script src="/t/assets/task.js" defer></script>
      </head>
      <body>
        <header>
          <span class="brand">Top Ranger</span
          >${agencyName === null ? null : html`<span class="agency">${agencyName}</span>`} ${aside}
        </header>
        ${drill && html`<p class="drill">${drillWords}</p>`}
        <main>${body}</main>
        <footer>
          ${poskoPhone === null ? html`${unsure}` : html`<a href="tel:${poskoPhone}">${call}: ${poskoPhone}</a>`}
        </footer>
      </body>
    </html> `.text
}

/** A page that only says something; whom to call stands on it where that is known. */
export const notice = (sheet: {
  locale: Locale
  title: string
  text: string
  poskoPhone: string | null
  more?: Html | null
}): string => {
  const { locale, title, text, poskoPhone, more = null } = sheet
  return page({
    locale,
    title,
    agencyName: null,
    poskoPhone,
    drill: false,
    body: html`<h1>${title}</h1>
      <p>${text}</p>
      ${more}`,
  })
}
