/**
 * Forms are sent from the page that they stand on, which stays with all that was typed when they do not arrive. A call for
 * help is sent again and again, with the same nonce, until it has arrived; whatever else arrives meanwhile is said where its
 * form stands. Uses all that comes before it.
 */
export const formsJs = `
const ends = (form, ...names) => names.some((name) => form.getAttribute('action').endsWith('/' + name))
const busy = (form, isBusy) => {
  underWay += isBusy ? 1 : -1
  if (ends(form, 'sos')) calling(isBusy)
  form.dataset.busy = isBusy ? 'yes' : ''
  for (const button of form.querySelectorAll('button')) button.disabled = isBusy
  for (const text of form.querySelectorAll('textarea')) text.readOnly = isBusy
}
const soon = () =>
  new Promise((done) => {
    setTimeout(done, 5000)
    addEventListener('online', done, { once: true })
  })

// In place of a form that was answered: it is not sent again.
const put = (form, look, text) => {
  form.hidden = true
  say(form, look, text)
}
// The page shows less than is known by now.
let isOld = false
// Where the page goes on; null when it is needed for another form.
const goOn = (form, { came, said, to }) => {
  if (came === 'good') ends(form, 'keluar', 'tarik') ? forget() : form.reset()
  if (underWay === 1 || ends(form, 'bahasa', 'keluar')) return to
  isOld = true
  put(form, came === 'good' ? 'good' : 'calm', said ?? words.arrived)
  return null
}
const callForHelp = async (form) => {
  say(form, 'calm', words.sending)
  for (;;) {
    const outcome = await send(form, 20000)
    if (outcome?.arrived && outcome.came === 'good') {
      form.reset()
      delete form.dataset.unsent
      put(form, 'good', words.sent)
      return isOld && underWay === 1 ? outcome.to : null
    }
    sayUnsent(form, outcome ? (outcome.said ?? '') : words.trying)
    if (outcome) return null
    await soon()
  }
}
const sendOnce = async (form) => {
  const isPhoto = form.enctype === 'multipart/form-data'
  const outcome = await send(form, isPhoto ? 180000 : 30000)
  if (outcome?.arrived) return goOn(form, outcome)
  if (outcome && !isPhoto && underWay === 1) form.submit()
  else sayUnsent(form, words.again)
  return null
}
for (const form of document.forms)
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (form.dataset.busy || (ends(form, 'bahasa', 'keluar') && holds(form, whyStay()))) return
    delete form.dataset.unsent
    busy(form, true)
    const to = await (ends(form, 'sos') ? callForHelp(form) : sendOnce(form))
    busy(form, false)
    if (to) location.assign(to)
  })
`
