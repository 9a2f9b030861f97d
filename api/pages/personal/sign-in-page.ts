import { SIGN_IN_DIGITS } from '#contracts/wire/sms.ts'
import { html, type Html } from '../html.ts'
import { type Frame, ownForm } from './frame.ts'
import { PERSONAL } from './visitor.ts'

/** Who he is: his number. Without a gateway nobody can be sent a code. */
export const signInPage = (frame: Frame, hasGateway: boolean): Html => {
  const { signIn } = frame.text
  const fields = html`<label
      >${signIn.phone}<input
        type="tel"
        name="phone"
        autocomplete="tel"
        inputmode="tel"
        maxlength="24"
        placeholder="08…"
        required
    /></label>
    <button class="yes">${signIn.send}</button>`
  return html`<h1>${signIn.heading}</h1>
    <p>${signIn.intro}</p>
    ${hasGateway ? ownForm(frame, 'kode', fields) : html`<p class="result calm">${signIn.noGateway}</p>`}`
}

/** The code that he was sent, if he is one of ours. */
export const codePage = (frame: Frame): Html => {
  const { signIn } = frame.text
  return html`<h1>${signIn.codeHeading}</h1>
    <p>${signIn.codeSent}</p>
    ${ownForm(
      frame,
      'masuk',
      html`<label
          >${signIn.code}<input
            class="digits"
            name="digits"
            autocomplete="one-time-code"
            inputmode="numeric"
            pattern="[0-9 ]*"
            maxlength="${SIGN_IN_DIGITS + 3}"
            required
        /></label>
        <button class="yes">${signIn.enter}</button>`,
    )}
    <p><a href="${PERSONAL}">${signIn.again}</a></p>`
}
