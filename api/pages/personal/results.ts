import { z } from 'zod'

/** What a form of the personal page came to; kept under its nonce, so that the page can say it after the redirect. */
export const Result = z.enum(['on', 'off', 'sos', 'safe', 'not_asked', 'written', 'agreed', 'left'])
export type Result = z.infer<typeof Result>
export const Kept = z.object({ result: Result })
