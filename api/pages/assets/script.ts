import { scriptWords } from '../text/script.ts'
import { formsJs } from './forms.ts'
import { leavingJs } from './leaving.ts'
import { sendingJs } from './sending.ts'
import { sharingJs } from './sharing.ts'
import { tellingJs } from './telling.ts'
import { writingJs } from './writing.ts'

/**
 * What a phone with scripts has on top: a running countdown, a glance for news, its place when the volunteer shares it, and
 * forms that a bad line does not swallow. The page does everything that matters without it.
 */
export const taskJs = `
'use strict'
const words = ${JSON.stringify(scriptWords)}[document.documentElement.lang]
// A line that is open at one end only answers never, and would keep others waiting: nothing is waited for without end.
const within = (ms) => {
  const limit = new AbortController()
  setTimeout(() => limit.abort(), ms)
  return limit.signal
}

const clock = document.querySelector('[data-until]')
if (clock) {
  const until = Date.parse(clock.dataset.until)
  const ahead = Date.now() - Date.parse(clock.dataset.now)
  const tell = () => {
    const left = Math.max(0, Math.ceil((until - (Date.now() - ahead)) / 1000))
    const [minutes, seconds] = [Math.floor(left / 60), left % 60].map((value) => String(value).padStart(2, '0'))
    clock.textContent = left === 0 ? words.over : minutes + ':' + seconds
    if (left > 0) setTimeout(tell, 500)
  }
  tell()
}

// Forms that are under way: the page is not to go from under them, nor from a call for help that was not sent.
let underWay = 0
const isNeeded = () => underWay > 0 || document.querySelector('form[data-unsent][action$="/sos"]') !== null
const stage = document.querySelector('[data-stage]')
if (stage)
  setInterval(async () => {
    if (isNeeded() || document.hidden || document.activeElement?.matches('select,textarea')) return
    const limits = { cache: 'no-store', signal: within(15000) }
    const now = await fetch(stage.dataset.base + '/stage', limits)
      .then((answer) => (answer.ok ? answer.text() : null))
      .catch(() => null)
    if (now !== null && now !== stage.dataset.stage && !isNeeded()) location.assign(stage.dataset.base)
  }, 20000)
${tellingJs}${leavingJs}${writingJs}${sharingJs}${sendingJs}${formsJs}`.trimStart()
