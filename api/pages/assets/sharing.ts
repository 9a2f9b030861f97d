/**
 * Where the phone is: for forms that tell it, and shared while he is on a task. Sharing goes on over the pages of one link
 * until he stops it; said to be shared when it has arrived. Uses `words` and `within`.
 */
export const sharingJs = `
const locate = (then, failed = () => {}) =>
  navigator.geolocation?.getCurrentPosition(({ coords }) => then(coords), ({ code }) => failed(code === 1), {
    enableHighAccuracy: true,
    maximumAge: 15000,
    timeout: 15000,
  })
const fill = ({ latitude, longitude }) => {
  for (const input of document.querySelectorAll('input[name=lat]')) input.value = latitude
  for (const input of document.querySelectorAll('input[name=lng]')) input.value = longitude
}
// Nobody is asked for his place by a form that is folded away.
for (const button of document.querySelectorAll('[data-locate]')) {
  const box = button.closest('details')
  if (box) box.addEventListener('toggle', () => box.open && locate(fill), { once: true })
  else locate(fill)
}

const share = document.querySelector('[data-share]')
if (share && navigator.geolocation) {
  share.hidden = false
  const button = share.querySelector('button')
  const offer = button.textContent
  const address = share.dataset.share
  // A browser may keep nothing at all: then it is shared on this page only.
  const remember = (isShared) => {
    try {
      isShared ? sessionStorage.setItem(address, 'shared') : sessionStorage.removeItem(address)
    } catch {}
  }
  const isRemembered = () => {
    try {
      return sessionStorage.getItem(address) !== null
    } catch {
      return false
    }
  }
  let timer = null
  const stop = () => {
    remember(false)
    clearInterval(timer)
    timer = null
    button.textContent = offer
  }
  const tell = (isShared) => timer !== null && (button.textContent = isShared ? words.shared : words.unshared)
  const send = () =>
    locate(
      (coords) => {
        if (timer === null) return
        fill(coords)
        const { latitude: lat, longitude: lng, accuracy: accuracyM } = coords
        const body = new URLSearchParams({ lat, lng, accuracyM })
        fetch(address, { method: 'POST', body, signal: within(15000) }).then(
          ({ ok }) => tell(ok),
          () => tell(false),
        )
      },
      (isRefused) => (isRefused ? stop() : tell(false)),
    )
  const start = () => {
    remember(true)
    timer = setInterval(send, 30000)
    button.textContent = words.sharing
    send()
  }
  button.addEventListener('click', () => (timer === null ? start() : stop()))
  if (isRemembered()) start()
}
`
