/** What a form came to is said below it. Uses `words`. */
export const tellingJs = `
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
  form.dataset.unsent = 'yes'
  if (!post) return say(form, 'calm', words.unsent + '. ' + rest)
  const number = post.cloneNode()
  number.textContent = post.getAttribute('href').slice(4)
  say(form, 'calm', words.unsent + ': ' + words.call + ' ', number, '. ' + rest)
}
`
