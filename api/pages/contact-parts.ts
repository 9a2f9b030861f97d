import { awaitsCheckin } from '#contracts/domain/incident/read.ts'
import type { Assignment } from '#contracts/domain/incident/state.ts'
import { witaTime } from '#contracts/wire/time.ts'
import { html, type Html } from './html.ts'
import type { Leaf } from './leaf.ts'
import { form, placeFields } from './parts.ts'
import type { Message } from './read-task.ts'

/** The command post wants to know that he is safe; nothing when it has not asked, or has heard. */
export const checkin = (assignment: Assignment, { text, base, nonce }: Leaf): Html | false =>
  awaitsCheckin(assignment) &&
  html`<section class="checkin">
    <h2>${text.checkin.heading}</h2>
    ${form(`${base}/checkin`, nonce, html`${placeFields}<button class="yes" data-locate>${text.checkin.safe}</button>`)}
  </section>`

/** What the command post wrote to him, the latest last. */
export const messagesOf = (messages: readonly Message[], { text: words }: Leaf): Html | false =>
  messages.length > 0 &&
  html`<section class="messages">
    <h2>${words.messages}</h2>
    ${messages.map(
      ({ at, text }) => html`<p class="text"><span class="small">${witaTime(at)}</span><br />${text}</p>`,
    )}
  </section>`

/** What he saw, in his words. */
export const noteForm = ({ text, base, nonce }: Leaf): Html =>
  html`<details>
    <summary>${text.note.send}</summary>
    ${form(
      `${base}/note`,
      nonce,
      html`<label
          >${text.note.what}<textarea name="text" maxlength="1000" rows="3" required></textarea>
        </label>
        <button class="no">${text.note.send}</button>`,
    )}
  </details>`

/** A word to the command post, which it answers. */
export const messageForm = ({ text, base, nonce }: Leaf): Html =>
  html`<details>
    <summary>${text.message.heading}</summary>
    ${form(
      `${base}/message`,
      nonce,
      html`<label
          >${text.message.text}<textarea name="text" maxlength="1000" rows="3" required></textarea>
        </label>
        <button class="no">${text.message.send}</button>`,
    )}
  </details>`

/** What he sees, as a picture: made small by the script where there is one, and in any case by us. */
export const photoForm = ({ text, base, nonce }: Leaf): Html =>
  html`<details>
    <summary>${text.photo.send}</summary>
    <form method="post" action="${base}/photo" enctype="multipart/form-data">
      <input type="hidden" name="nonce" value="${nonce}" />
      <label
        >${text.photo.file}<input type="file" name="photo" accept="image/jpeg,image/png" required
      /></label>
      <button class="no">${text.photo.send}</button>
      <p class="small">${text.photo.stripped}</p>
    </form>
  </details>`
