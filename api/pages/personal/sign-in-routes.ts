import { Router, type Request, type RequestHandler, type Response } from 'express'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { parseInput } from '../../http/parse-input.ts'
import { Trouble } from '../../trouble.ts'
import { requestCode } from '../../usecases/personal/request-code.ts'
import { signInByCode } from '../../usecases/personal/sign-in-by-code.ts'
import { visitorOf, whoIsIn } from '../../usecases/personal/who-is-in.ts'
import { toE164 } from '../../usecases/phone.ts'
import { framed, type Frame } from './frame.ts'
import { goOn } from '../go-on.ts'
import type { Html } from '../html.ts'
import { codePage, signInPage } from './sign-in-page.ts'
import { dropVisitor, keepVisitor, localeOf, mustBeOwnForm, PERSONAL, readVisitor } from './visitor.ts'

interface Site {
  publicUrl: string
  serverKey: string
}

const Asked = z.object({ phone: z.string().max(40) })
const Given = z.object({
  digits: z
    .string()
    .max(20)
    .transform((text) => text.replaceAll(/\D/g, '')),
})

/** What the door says after a step that sent the visitor back to it. */
const words: Readonly<Record<string, (text: Frame['text']) => string>> = {
  nomor: ({ signIn }) => signIn.badPhone,
  salah: ({ signIn }) => signIn.wrong,
  keluar: ({ signIn }) => signIn.out,
  belum: ({ signInAgain }) => signInAgain,
  pamit: ({ data }) => data.left,
}

/** The door: number, code, in; and out again. */
export const signInRoutes = (
  context: Context,
  site: Site,
  frameOf: (req: Request, visitor: string, path: string) => Frame,
): Router => {
  /** A stranger gets a cookie of his own, which opens nothing: his forms are known by it. */
  const show =
    (path: string, body: (frame: Frame) => Html): RequestHandler =>
    (req, res) => {
      const visitor = readVisitor(req) ?? newVisitor(res)
      const frame = frameOf(req, visitor, path)
      const { kata } = req.query
      const said = typeof kata === 'string' ? words[kata]?.(frame.text) : undefined
      const shown = said === undefined ? frame : { ...frame, said: { look: 'calm' as const, text: said } }
      res.type('html').send(framed(shown, frame.text.signIn.heading, body(frame), false))
    }
  const newVisitor = (res: Response): string => {
    const visitor = context.randomToken()
    keepVisitor(res, site, visitor, false)
    return visitor
  }

  /** A form of the door, sent back by whom it was shown to. */
  const step =
    (take: (req: Request, res: Response, visitor: string) => Promise<void>): RequestHandler =>
    (req, res) =>
      take(req, res, mustBeOwnForm(req, site))

  const askForCode = step(async (req, res, visitor) => {
    const phone = toE164(parseInput(Asked, req.body).phone)
    if (phone === null) return goOn(req, res, `${PERSONAL}/masuk?kata=nomor`)
    await requestCode(context, {
      visitor: visitorOf(visitor),
      phone,
      address: req.ip ?? '',
      locale: localeOf(req),
    })
    goOn(req, res, `${PERSONAL}/kode`)
  })
  const comeIn = step(async (req, res, visitor) => {
    const { digits } = parseInput(Given, req.body)
    try {
      const given = { visitor: visitorOf(visitor), digits, address: req.ip ?? '' }
      keepVisitor(res, site, await signInByCode(context, given), true)
    } catch (error) {
      if (!(error instanceof Trouble) || error.code !== 'bad_credentials') throw error
      return goOn(req, res, `${PERSONAL}/kode?kata=salah`)
    }
    goOn(req, res, PERSONAL)
  })
  const goOut = step(async (req, res, visitor) => {
    const who = await whoIsIn(context, visitor)
    if (who !== null) await context.sessions.kill(who.sid, context.clock.now().toISOString())
    dropVisitor(res, site)
    goOn(req, res, `${PERSONAL}/masuk?kata=keluar`)
  })

  const router = Router({ caseSensitive: true, strict: true })
  router.get(
    '/masuk',
    show(`${PERSONAL}/masuk`, (frame) => signInPage(frame, context.config.smsGateway)),
  )
  router.get('/kode', show(`${PERSONAL}/kode`, codePage))
  router.post('/kode', askForCode)
  router.post('/masuk', comeIn)
  router.post('/keluar', goOut)
  return router
}
