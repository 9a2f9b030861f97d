import { sendingJs } from './sending.ts'
import { sharingJs } from './sharing.ts'

/**
 * What a phone with scripts has on top: a running countdown, a glance for news, and its place when the volunteer shares
 * it. The page does everything that matters without it.
 */
export const taskJs = `
'use strict'
const inEnglish = document.documentElement.lang === 'en'
const words = inEnglish
  ? {
      over: 'Time is over',
      shared: 'Your position is being shared (press to stop)',
      sending: 'Sending…',
      sent: 'Your call for help was sent. The command post will call you.',
      unsent: 'Not sent',
      call: 'call',
      trying: 'This page keeps trying.',
      again: 'What you wrote is still here. Try again.',
      noSignal: 'No signal. This page stays here.',
    }
  : {
      over: 'Waktu habis',
      shared: 'Posisi Anda sedang dibagikan (tekan untuk berhenti)',
      sending: 'Mengirim…',
      sent: 'Permintaan bantuan terkirim. Posko akan menghubungi Anda.',
      unsent: 'Belum terkirim',
      call: 'telepon',
      trying: 'Halaman ini terus mencoba.',
      again: 'Isian Anda masih di sini. Coba lagi.',
      noSignal: 'Tidak ada sinyal. Halaman ini tetap di sini.',
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

// Forms that are under way: the page is not to go from under them.
let underWay = 0
const stage = document.querySelector('[data-stage]')
if (stage)
  setInterval(async () => {
    if (underWay > 0 || document.hidden || document.activeElement?.matches('select,textarea')) return
    const answer = await fetch(stage.dataset.base + '/stage', { cache: 'no-store' }).catch(() => null)
    if (answer?.ok && (await answer.text()) !== stage.dataset.stage) location.assign(stage.dataset.base)
  }, 20000)
${sharingJs}${sendingJs}`.trimStart()
