/** What is half written comes along when the page goes on, in this window and on this page only. */
export const writingJs = `
// A browser may keep nothing at all: then it goes with its page.
const memory = (use) => {
  try {
    return use(sessionStorage)
  } catch {
    return null
  }
}
const place = 'written:' + location.pathname
const keepWritten = () => {
  const fields = [...document.querySelectorAll('textarea')].filter(({ value }) => value !== '')
  const written = JSON.stringify(fields.map(({ form, value }) => [form.getAttribute('action'), value]))
  memory((kept) => (fields.length > 0 ? kept.setItem(place, written) : kept.removeItem(place)))
}
for (const [action, text] of memory((kept) => JSON.parse(kept.getItem(place))) ?? []) {
  const field = document.querySelector('form[action="' + action + '"] textarea')
  if (!field) continue
  field.value = text
  const box = field.closest('details')
  if (box) box.open = true
}
// Whoever signs out leaves nothing to the next one.
const forget = () => {
  for (const form of document.forms) form.reset()
  memory((kept) => Object.keys(kept).forEach((key) => key.startsWith('written:') && kept.removeItem(key)))
}
addEventListener('pagehide', keepWritten)
document.addEventListener('visibilitychange', keepWritten)
`
