/**
 * What would take the page away is held with a sentence; a second press goes all the same. Uses `words`, `underWay` and
 * `say`.
 */
export const leavingJs = `
// Calls for help that have not arrived yet: as long as there is one, the browser asks as well.
let calls = 0
let mayGo = false
const letGo = () => {
  mayGo = true
  setTimeout(() => (mayGo = false), 1000)
}
const ask = (event) => {
  if (mayGo) return
  event.preventDefault()
  event.returnValue = words.callUnderWay
}
const calling = (isCalling) => {
  calls += isCalling ? 1 : -1
  if (calls > 0) addEventListener('beforeunload', ask)
  else removeEventListener('beforeunload', ask)
}

const whyStay = () => (calls > 0 ? words.callUnderWay : underWay > 0 ? words.underWay : null)
// True when it is held now.
const holds = (pressed, why) => {
  if (why === null) return false
  if (pressed.dataset.told === why) {
    letGo()
    return false
  }
  pressed.dataset.told = why
  say(pressed.closest('p,nav,header') ?? pressed, 'calm', why)
  return true
}
// Without a signal the browser's own page would take the place of the task. A call by telephone leaves it where it is.
const noSignal = (link) => (navigator.onLine || !link.getAttribute('href').startsWith('/') ? null : words.noSignal)
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href]')
  if (link?.protocol === 'tel:') letGo()
  else if (link && holds(link, whyStay() ?? noSignal(link))) event.preventDefault()
})
// A page brought back by the browser is as old as its buttons.
addEventListener('pageshow', (event) => event.persisted && navigator.onLine && !isNeeded() && location.reload())
`
