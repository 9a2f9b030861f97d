import express, { Router, type Request, type RequestHandler } from 'express'
import { z } from 'zod'
import { Refusal } from '#contracts/domain/refusal.ts'
import { locales } from '#contracts/wire/labels/labels.ts'
import type { Context } from '../context.ts'
import { parseInput } from '../http/parse-input.ts'
import { answerOnce, keptUnder } from './answer-once.ts'
import { taskJs } from './assets/script.ts'
import { taskCss } from './assets/style.ts'
import { deeds, type Deed } from './deeds.ts'
import { goOn } from './go-on.ts'
import { privatePage } from './headers.ts'
import { leafOf, type Leaf } from './leaf.ts'
import { pageErrors } from './page-errors.ts'
import { keepLocale, localeOf } from './personal/visitor.ts'
import { photoForm } from './photo-form.ts'
import { readTask, stageKey, type Task } from './read-task.ts'
import { isOut, Result, sayResult } from './results.ts'
import { sharePosition, SharedPosition } from './share-position.ts'
import { showSos, showTask } from './show.ts'
import { linkPath, offerOfToken } from '#contracts/runtime/task-link.ts'

/** Where the task pages live; the links that people hold begin with it. */
export const PAGES = '/t'
const FORM_BYTES = 8192
const ASSET_CACHE = 'public, max-age=3600'

const Language = z.object({ ke: z.enum(locales) })

const receiptOf = (offerId: string, key: string): string => `link:${offerId}|${key}`

/** The page behind a task link, mounted at `PAGES`. A GET changes nothing: chats and scanners open links. */
export const pagesRouter = (context: Context): Router => {
  const { config, serverKey, clock, ids } = context
  const fresh = () => ids.next('nonce')

  /** @throws Refusal `not_found` for a link that we did not make */
  const offerOf = (req: Request): string => {
    const offerId = offerOfToken(serverKey, String(req.params['token']))
    if (offerId === null) throw new Refusal('not_found', { what: 'link' })
    return offerId
  }
  const taskOf = (req: Request): Promise<Task> => readTask(context, offerOf(req))
  /** Before five megabytes are read, of anybody at all. */
  const ofOurs: RequestHandler = (req, _res, next) => {
    offerOf(req)
    next()
  }
  const leafFor = ({ offerId }: Task, req: Request): Leaf =>
    leafOf(localeOf(req), linkPath(serverKey, offerId), fresh())

  /** Does what a form asks, once for its nonce, and sends the volunteer back to his page. */
  const act =
    <F extends z.ZodObject>(deed: Deed<F>): RequestHandler =>
    async (req, res) => {
      const task = await taskOf(req)
      const fields = parseInput(deed.fields, req.body ?? {})
      const key = `${deed.key(fields)}-${String(fields['nonce'])}`
      const { offerId, asked, incident } = task
      const op = {
        opId: `tl:${offerId}:${key}`,
        agencyId: incident.agencyId,
        by: { kind: 'volunteer', id: asked.volunteerId },
      } as const
      const outcome = await answerOnce(context, req, receiptOf(offerId, key), () =>
        deed.run(context, task, op, fields),
      )
      const { result, offerId: shown = offerId } = Result.safeParse(outcome.body).data ?? {}
      const said = sayResult(outcome, leafFor(task, req), result === 'confirmed' || isOut(task))
      goOn(req, res, `${linkPath(serverKey, shown)}?n=${key}`, said ?? { look: 'calm' })
    }

  const view =
    (type: 'html' | 'text', say: (task: Task, req: Request) => Promise<string> | string): RequestHandler =>
    async (req, res) => {
      res.type(type).send(await say(await taskOf(req), req))
    }
  const share = (): RequestHandler => async (req, res) => {
    await sharePosition(context, await taskOf(req), parseInput(SharedPosition, req.body ?? {}))
    res.status(204).end()
  }

  const speak = (): RequestHandler => async (req, res) => {
    const { offerId } = await taskOf(req)
    keepLocale(res, { publicUrl: config.publicUrl, serverKey }, parseInput(Language, req.body ?? {}).ke)
    goOn(req, res, linkPath(serverKey, offerId))
  }

  const router = Router({ caseSensitive: true, strict: true })
  router.use(privatePage)
  router.get('/assets/task.css', (_req, res) => {
    res.set('cache-control', ASSET_CACHE).type('css').send(taskCss)
  })
  router.get('/assets/task.js', (_req, res) => {
    res.set('cache-control', ASSET_CACHE).type('js').send(taskJs)
  })
  router.get(
    '/:token',
    view('html', async (task, req) => {
      const outcome = await keptUnder(context, req.query['n'], (key) => receiptOf(task.offerId, key))
      const leaf = leafFor(task, req)
      const result = outcome === null ? null : sayResult(outcome, leaf, isOut(task))
      const now = clock.now().toISOString()
      return showTask({ task, leaf, now, result, serverKey })
    }),
  )
  router.get(
    '/:token/sos',
    view('html', (task, req) => showSos({ task, leaf: leafFor(task, req) })),
  )
  router.get('/:token/stage', view('text', stageKey))
  router.use(express.urlencoded({ extended: false, limit: FORM_BYTES, inflate: false }))
  router.post('/:token/bahasa', speak())
  router.post('/:token/accept', act(deeds.accept))
  router.post('/:token/decline', act(deeds.decline))
  router.post('/:token/progress', act(deeds.progress))
  router.post('/:token/sos', act(deeds.sos))
  router.post('/:token/checkin', act(deeds.checkin))
  router.post('/:token/note', act(deeds.note))
  router.post('/:token/read', act(deeds.read))
  router.post('/:token/message', act(deeds.message))
  router.post('/:token/photo', ofOurs, ...photoForm, act(deeds.photo))
  router.post('/:token/position', share())
  router.use(() => {
    throw new Refusal('not_found', { what: 'page' })
  })
  router.use(pageErrors(context.agencies.poskoPhone))
  return router
}
