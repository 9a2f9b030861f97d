/** How a form is sent from the page that it stands on. Uses `within`. */
export const sendingJs = `
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
      signal: within(patienceMs),
    })
    if (answer.status >= 500 || answer.status === 408) return null
    const to = answer.redirected ? answer.url : await answer.text()
    const said = answer.headers.get('x-said')
    return { arrived: answer.ok, came: answer.headers.get('x-came'), said: said && decodeURIComponent(said), to }
  } catch {
    return null
  }
}
`
