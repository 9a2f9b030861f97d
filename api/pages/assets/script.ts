/**
 * What a phone with scripts has on top: a running countdown, a glance for news, and its place when the volunteer shares
 * it. The page does everything that matters without it.
 */
export const taskJs = `
'use strict'
const words = {
  id: { over: 'Waktu habis', shared: 'Posisi Anda sedang dibagikan', unsent: 'Foto belum terkirim. Coba lagi.' },
  en: { over: 'Time is over', shared: 'Your position is being shared', unsent: 'The photo was not sent. Try again.' },
}[document.documentElement.lang === 'en' ? 'en' : 'id']

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

const stage = document.querySelector('[data-stage]')
if (stage)
  setInterval(async () => {
    if (document.hidden || document.activeElement?.matches('select,textarea')) return
    const answer = await fetch(stage.dataset.base + '/stage', { cache: 'no-store' }).catch(() => null)
    if (answer?.ok && (await answer.text()) !== stage.dataset.stage) location.assign(stage.dataset.base)
  }, 20000)

const locate = (then) =>
  navigator.geolocation?.getCurrentPosition(({ coords }) => then(coords), () => {}, {
    enableHighAccuracy: true,
    maximumAge: 15000,
    timeout: 15000,
  })
const fill = ({ latitude, longitude }) => {
  for (const input of document.querySelectorAll('input[name=lat]')) input.value = latitude
  for (const input of document.querySelectorAll('input[name=lng]')) input.value = longitude
}
if (document.querySelector('[data-locate]')) locate(fill)

const share = document.querySelector('[data-share]')
if (share && navigator.geolocation) {
  share.hidden = false
  const button = share.querySelector('button')
  const send = () =>
    locate((coords) => {
      fill(coords)
      const { latitude: lat, longitude: lng, accuracy: accuracyM } = coords
      fetch(share.dataset.share, { method: 'POST', body: new URLSearchParams({ lat, lng, accuracyM }) }).catch(() => {})
    })
  button.addEventListener('click', () => {
    button.disabled = true
    button.textContent = words.shared
    send()
    setInterval(send, 30000)
  })
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
const photo = document.querySelector('form[enctype]')
if (photo)
  photo.addEventListener('submit', async (event) => {
    const file = photo.photo.files[0]
    if (!file || file.size < 400000) return
    event.preventDefault()
    const body = new FormData(photo)
    const less = await small(file).catch(() => null)
    if (!less) return photo.submit()
    body.set('photo', less, 'foto.jpg')
    const answer = await fetch(photo.action, { method: 'POST', body }).catch(() => null)
    if (answer?.redirected) location.assign(answer.url)
    else {
      for (const button of photo.querySelectorAll('button')) button.disabled = false
      photo.querySelector('p').textContent = words.unsent
    }
  })

// A page brought back by the browser is as old as its buttons.
addEventListener('pageshow', (event) => event.persisted && location.reload())
for (const form of document.forms)
  form.addEventListener('submit', () => {
    for (const button of form.querySelectorAll('button')) setTimeout(() => (button.disabled = true))
  })
`.trimStart()
