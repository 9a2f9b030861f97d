import express, { Router, type Request, type RequestHandler, type Response } from 'express'
import { z } from 'zod'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Outcome } from '#contracts/store/receipts.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { type Locale, locales } from '#contracts/wire/labels/labels.ts'
import { Problem, titleIn } from '#contracts/wire/problem.ts'
import type { Context } from '../../context.ts'
import { parseInput } from '../../http/parse-input.ts'
import { serviceRecord } from '../../queries/service-record.ts'
import { Trouble } from '../../trouble.ts'
import { whoIsIn } from '../../usecases/personal/who-is-in.ts'
import { answerOnce, keptUnder } from '../answer-once.ts'
import { goOn } from '../go-on.ts'
import { privatePage } from '../headers.ts'
import type { Html } from '../html.ts'
import { isCallForHelp } from '../page-errors.ts'
import { type Deed, type DeedName, deeds } from './deeds.ts'
import { personalErrors } from './errors.ts'
import { framed, type Frame, textIn } from './frame.ts'
import { homePage } from './home-page.ts'
import { dataPage, historyPage, ownSosPage } from './other-pages.ts'
import { ownData } from './own-data.ts'
import { readSelf, selfKey, type Self } from './read-self.ts'
import { Kept } from './results.ts'
import { signInRoutes } from './sign-in-routes.ts'
import {
  dropVisitor,
  formToken,
  keepLocale,
  localeOf,
  mustBeOwnForm,
  PERSONAL,
  readVisitor,
} from './visitor.ts'

const FORM_BYTES = 8192
const Language = z.object({ ke: z.enum(locales), kembali: z.string().regex(/^\/siaga(\/[a-z]+)?$/) })

const receiptOf = (me: Volunteer) => (key: string) => `siaga:${me.id}|${key}`

/** What a kept answer came to; null when it is none of ours. */
const sayKept = (outcome: Outcome | null, locale: Locale): Frame['said'] => {
  const kept = Kept.safeParse(outcome?.body)
  if (kept.success) {
    const { result } = kept.data
    return { look: result === 'not_asked' ? 'calm' : 'good', text: textIn(locale).results[result] }
  }
  const no = Problem.safeParse(outcome?.body)
  return no.success ? { look: 'calm', text: titleIn(locale, no.data) } : null
}

/**
 * The standing page of a volunteer without a platform, mounted at `PERSONAL`: signs in by a code, goes on duty, sees what
 * he is asked and what he has done. A GET changes nothing.
 */
export const personalRouter = (context: Context): Router => {
  const { config, clock, ids, serverKey } = context
  const site = { publicUrl: config.publicUrl, serverKey }

  const frameOf = (req: Request, visitor: string, path: string): Frame => {
    const locale = localeOf(req)
    return {
      locale,
      text: textIn(locale),
      token: formToken(serverKey, visitor),
      nonce: ids.next('nonce'),
      now: clock.now().toISOString(),
      path,
      agency: null,
      said: null,
    }
  }

  /** Whoever is in; everybody else is sent to the door, and told so where a call for help was not sent. */
  const inside =
    (
      answer: (req: Request, res: Response, me: Volunteer, visitor: string) => Promise<void>,
    ): RequestHandler =>
    async (req, res) => {
      const visitor = readVisitor(req)
      const who = visitor === null ? null : await whoIsIn(context, visitor)
      if (visitor !== null && who !== null) return answer(req, res, who.volunteer, visitor)
      if (isCallForHelp(req)) throw new Trouble('not_signed_in')
      if (req.method !== 'POST') return res.redirect(303, `${PERSONAL}/masuk`)
      const text = textIn(localeOf(req)).signInAgain
      goOn(req, res, `${PERSONAL}/masuk?kata=belum`, { look: 'calm', text })
    }

  const show = (path: string, body: (frame: Frame, self: Self) => Promise<Html> | Html): RequestHandler =>
    inside(async (req, res, me, visitor) => {
      const self = await readSelf(context, me)
      const frame = { ...frameOf(req, visitor, path), agency: self.agency }
      const said = sayKept(await keptUnder(context, req.query['n'], receiptOf(me)), frame.locale)
      res.type('html').send(framed({ ...frame, said }, frame.text.title, await body(frame, self), true))
    })

  const act = <F extends z.ZodObject>(
    name: DeedName,
    { fields, key: keyOf = () => name, run }: Deed<F>,
  ): RequestHandler =>
    inside(async (req, res, me) => {
      mustBeOwnForm(req, site)
      const given = parseInput(fields, req.body ?? {})
      const key = `${keyOf(given)}-${String(given['nonce'])}`
      const by = { kind: 'volunteer', id: me.id } as const
      const op = { opId: `pp:${me.id}:${key}`, agencyId: me.agencyId, by }
      const outcome = await answerOnce(context, req, receiptOf(me)(key), async () => ({
        result: await run(context, me, op, given),
      }))
      const hasLeft = Kept.safeParse(outcome.body).data?.result === 'left'
      if (hasLeft) dropVisitor(res, site)
      const to = hasLeft ? `${PERSONAL}/masuk?kata=pamit` : `${PERSONAL}?n=${key}`
      goOn(req, res, to, sayKept(outcome, localeOf(req)) ?? { look: 'calm' })
    })

  const router = Router({ caseSensitive: true, strict: true })
  router.use(privatePage)
  // With `no-referrer` a browser hides where a form comes from, and nothing of these addresses is secret.
  router.use((_req, res, next) => {
    res.set('referrer-policy', 'same-origin')
    next()
  })
  router.use(express.urlencoded({ extended: false, limit: FORM_BYTES, inflate: false }))
  // A form, since whoever opens every link must change nothing, the language included.
  router.post('/bahasa', (req, res) => {
    mustBeOwnForm(req, site)
    const { ke, kembali } = parseInput(Language, req.body)
    keepLocale(res, site, ke)
    goOn(req, res, kembali)
  })
  router.use(signInRoutes(context, site, frameOf))
  router.get(
    '/',
    show(PERSONAL, (frame, self) => homePage(frame, self, serverKey)),
  )
  router.get(
    '/riwayat',
    show(`${PERSONAL}/riwayat`, async (frame, self) =>
      historyPage(frame, self, await serviceRecord(context, self.volunteer)),
    ),
  )
  router.get('/data', show(`${PERSONAL}/data`, dataPage))
  router.get('/sos', show(`${PERSONAL}/sos`, ownSosPage))
  router.get(
    '/stage',
    inside(async (_req, res, me) => {
      res.type('text').send(selfKey(await readSelf(context, me)))
    }),
  )
  router.get(
    '/data.json',
    inside(async (_req, res, me) => {
      res.attachment('data-saya.json').json(await ownData(context, me))
    }),
  )
  router.post('/mulai', act('mulai', deeds.mulai))
  router.post('/akhiri', act('akhiri', deeds.akhiri))
  router.post('/setuju', act('setuju', deeds.setuju))
  router.post('/sos', act('sos', deeds.sos))
  router.post('/aman', act('aman', deeds.aman))
  router.post('/pesan', act('pesan', deeds.pesan))
  router.post('/tarik', act('tarik', deeds.tarik))
  router.use(() => {
    throw new Refusal('not_found', { what: 'page' })
  })
  router.use(personalErrors(context.agencies.poskoPhone))
  return router
}
