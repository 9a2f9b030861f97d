import type { Hazard, TaskType } from '#contracts/domain/words.ts'
import { safetyNotes } from '#contracts/wire/safety.ts'
import { html, type Html } from './html.ts'
import type { Leaf } from './leaf.ts'

/** A form that does one thing once: its nonce makes a second submission the same operation. */
export const form = (action: string, nonce: string, fields: Html): Html =>
  html`<form method="post" action="${action}">
    <input type="hidden" name="nonce" value="${nonce}" />${fields}
  </form>`

/** Warnings before he goes. */
export const safety = ({ text, locale }: Leaf, hazard: Hazard, task: TaskType | null): Html =>
  html`<section class="safety">
    <h2>${text.safety}</h2>
    <ul>
      ${safetyNotes(hazard, task ?? 'pantau', locale).map((note) => html`<li>${note}</li>`)}
    </ul>
  </section>`

/** Filled by the script when the volunteer's phone tells where he is; empty otherwise. */
export const placeFields = html`<input type="hidden" name="lat" /><input type="hidden" name="lng" />`
