/**
 * Forms are sent from the page that they stand on, which stays with all that was typed when they do not arrive. A call for
 * help is sent again and again, with the same nonce, until it has arrived. Uses `words` and `underWay`.
 */
export const sendingJs = `
const post = document.querySelector('footer a[href^="tel:"]')
// Says something below a form; what is said already is not said again.
const say = (form, look, text, ...more) => {
  const next = form.nextElementSibling
  const line = document.createElement('p')
  line.className = 'result ' + look
  line.setAttribute('role', 'alert')
  line.append(text, ...more)
  if (!next?.matches('[role=alert]')) form.after(line)
  else if (next.textContent !== line.textContent) next.replaceWith(line)
}
const sayUnsent = (form, rest) => {
  if (!post) return say(form, 'calm', words.unsent + '. ' + rest)
  const number = post.cloneNode()
  number.textContent = post.getAttribute('href').slice(4)
  say(form, 'calm', words.unsent + ': ' + words.call + ' ', number, '. ' + rest)
}

// A photo of a phone is ten times larger than what the post keeps: made small before it goes over a thin line.
const small = async (file) => {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, 1600 / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.8))
}
const bodyOf = async (form) => {
  const body = new FormData(form)
  const photo = body.get('photo')
  if (!photo) return new URLSearchParams(body)
  const less = photo.size < 400000 ? null : await small(photo).catch(() => null)
  if (less) body.set('photo', less, 'foto.jpg')
  return body
}
// What came of it: null when nobody knows, or when the server could not.
const send = async (form, patienceMs) => {
  try {
    const answer = await fetch(form.getAttribute('action'), {
      method: 'POST',
      body: await bodyOf(form),
      headers: { accept: 'text/plain' },
      signal: AbortSignal.timeout?.(patienceMs),
    })
    if (answer.status >= 500 || answer.status === 408) return null
    const to = answer.redirected ? answer.url : await answer.text()
    return { arrived: answer.ok, came: answer.headers.get('x-came'), to }
  } catch {
    return null
  }
}

const busy = (form, isBusy) => {
  underWay += isBusy ? 1 : -1
  form.dataset.busy = isBusy ? 'yes' : ''
  for (const button of form.querySelectorAll('button')) button.disabled = isBusy
  for (const text of form.querySelectorAll('textarea')) text.readOnly = isBusy
}
const soon = () =>
  new Promise((done) => {
    setTimeout(done, 5000)
    addEventListener('online', done, { once: true })
  })
const callForHelp = async (form) => {
  say(form, 'calm', words.sending)
  for (;;) {
    const outcome = await send(form, 20000)
    if (outcome?.arrived && outcome.came === 'good') {
      say(form, 'good', words.sent)
      form.hidden = true
      return
    }
    if (outcome?.arrived) return location.assign(outcome.to)
    sayUnsent(form, outcome ? '' : words.trying)
    if (outcome) return
    await soon()
  }
}
const sendOnce = async (form) => {
  const outcome = await send(form, form.enctype === 'multipart/form-data' ? 180000 : 30000)
  if (outcome?.arrived) location.assign(outcome.to)
  else if (outcome && form.enctype !== 'multipart/form-data') form.submit()
  else sayUnsent(form, words.again)
}
for (const form of document.forms)
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (form.dataset.busy) return
    const isCall = form.getAttribute('action').endsWith('/sos')
    busy(form, true)
    await (isCall ? callForHelp(form) : sendOnce(form))
    busy(form, false)
  })

// A press without a signal would put the browser's own page in place of the task; a second press goes all the same.
for (const link of document.querySelectorAll('a[href^="/"]'))
  link.addEventListener('click', (event) => {
    if (navigator.onLine || link.dataset.warned) return
    event.preventDefault()
    link.dataset.warned = 'yes'
    say(link.closest('p,nav,header') ?? link, 'calm', words.noSignal)
  })
// A page brought back by the browser is as old as its buttons.
addEventListener('pageshow', (event) => event.persisted && navigator.onLine && location.reload())
`
