import type { Request, Response } from 'express'

/** What the script of the pages asks with, when it sends a form itself so that its page is not lost on a bad line. */
const OF_SCRIPT = 'text/plain'

/** What a form came to: what he hoped for or not, and in words where it is not told by the page it leads to alone. */
export interface Came {
  look: 'good' | 'calm'
  text?: string
}

/**
 * Where a form leads. A browser is sent there; the script of the page is told the address, and in `x-came` and `x-said`
 * what it came to, since it may have to stay where it is.
 */
export const goOn = (
  req: Request,
  res: Response,
  to: string,
  { look, text }: Came = { look: 'good' },
): void => {
  if (req.get('accept') !== OF_SCRIPT) {
    res.redirect(303, to)
    return
  }
  res.set('x-came', look)
  if (text !== undefined) res.set('x-said', encodeURIComponent(text))
  res.type('text').send(to)
}
