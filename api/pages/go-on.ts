import type { Request, Response } from 'express'

/** What the script of the pages asks with, when it sends a form itself so that its page is not lost on a bad line. */
const OF_SCRIPT = 'text/plain'

/**
 * Where a form leads. A browser is sent there; the script of the page is told the address, and in `x-came` whether it came
 * to what he hoped for (`good`) or not (`calm`).
 */
export const goOn = (req: Request, res: Response, to: string, came: 'good' | 'calm' = 'good'): void => {
  if (req.get('accept') === OF_SCRIPT) res.set('x-came', came).type('text').send(to)
  else res.redirect(303, to)
}
