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

/** What a call for help brings. */
export const sosFields = ({ what, send }: { what: string; send: string }): Html =>
  html`${placeFields}<label>${what}<textarea name="text" maxlength="1000" rows="3"></textarea></label>
    <button class="sos" data-locate>${send}</button>`

/**
 * "Butuh bantuan" on the page that he has before him: asks once more before the alarm goes off, without fetching anything.
 * Works without a script; the script goes on sending it on a bad line.
 */
export const sosBox = (link: string, soon: string, ownForm: Html): Html =>
  html`<details class="help">
    <summary class="sos">${link}</summary>
    <p>${soon}</p>
    ${ownForm}
  </details>`
