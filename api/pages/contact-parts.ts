import { awaitsCheckin } from '#contracts/domain/incident/read.ts'
import type { Assignment } from '#contracts/domain/incident/state.ts'
import { witaTime } from '#contracts/wire/time.ts'
import { html, type Html } from './html.ts'
import { form, placeFields } from './parts.ts'
import type { Message } from './read-task.ts'

/** The command post wants to know that he is safe; nothing when it has not asked, or has heard. */
export const checkin = (assignment: Assignment, base: string, nonce: string): Html | false =>
  awaitsCheckin(assignment) &&
  html`<section class="checkin">
    <h2>Posko menanyakan kondisi Anda</h2>
    ${form(`${base}/checkin`, nonce, html`${placeFields}<button class="yes" data-locate>Saya aman</button>`)}
  </section>`

/** What the command post wrote to him, the latest last. */
export const messagesOf = (messages: readonly Message[]): Html | false =>
  messages.length > 0 &&
  html`<section class="messages">
    <h2>Pesan dari posko</h2>
    ${messages.map(
      ({ at, text }) => html`<p class="text"><span class="small">${witaTime(at)}</span><br />${text}</p>`,
    )}
  </section>`

/** What he saw, in his words. */
export const noteForm = (base: string, nonce: string): Html =>
  html`<details>
    <summary>Kirim catatan</summary>
    ${form(
      `${base}/note`,
      nonce,
      html`<label
          >Apa yang Anda lihat di lokasi<textarea name="text" maxlength="1000" rows="3" required></textarea>
        </label>
        <button class="no">Kirim catatan</button>`,
    )}
  </details>`

/** A word to the command post, which it answers. */
export const messageForm = (base: string, nonce: string): Html =>
  html`<details>
    <summary>Kirim pesan ke posko</summary>
    ${form(
      `${base}/message`,
      nonce,
      html`<label>Pesan<textarea name="text" maxlength="1000" rows="3" required></textarea></label>
        <button class="no">Kirim pesan</button>`,
    )}
  </details>`

/** What he sees, as a picture: made small by the script where there is one, and in any case by us. */
export const photoForm = (base: string, nonce: string): Html =>
  html`<details>
    <summary>Kirim foto</summary>
    <form method="post" action="${base}/photo" enctype="multipart/form-data">
      <input type="hidden" name="nonce" value="${nonce}" />
      <label
        >Foto dari lokasi (JPEG atau PNG, paling besar 5 MB)<input
          type="file"
          name="photo"
          accept="image/jpeg,image/png"
          required
      /></label>
      <button class="no">Kirim foto</button>
      <p class="small">Keterangan lokasi di dalam foto dihapus.</p>
    </form>
  </details>`
