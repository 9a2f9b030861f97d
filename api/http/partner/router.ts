import { Router, type Request, type RequestHandler, type Response } from 'express'
import { z } from 'zod'
import type { Outcome } from '#contracts/store/receipts.ts'
import { EVIDENCE_TYPES, Positions } from '#contracts/wire/partner/events.ts'
import { partnerLimits, type PartnerLimitKind } from '#contracts/wire/partner/limits.ts'
import type { Context } from '../../context.ts'
import type { Sender } from '../../usecases/partner/sender.ts'
import { takePositions } from '../../usecases/partner/take-positions.ts'
import { parseInput } from '../parse-input.ts'
import { wrongMethod } from '../problem.ts'
import { idOf } from '../request-log.ts'
import { authenticate, mayBeRead } from './authenticate.ts'
import { createDepth } from './depth.ts'
import { createDirectory } from './directory.ts'
import { createPartnerLimits } from './limits.ts'
import { bytesOf, parseJson, rawBody } from './raw-body.ts'
import { receiveEvent, receivePhoto } from './receive.ts'
import { assignmentState, eventOutcome, openOffers } from './reconcile.ts'

export const PARTNER = '/partner/v1'
const { bytes } = partnerLimits
const OpenOffers = z.strictObject({ state: z.literal('open') })

const isEvidence = (type: string): boolean => EVIDENCE_TYPES.some((one) => one === type.toLowerCase())

type Answer = (sender: Sender, req: Request) => Promise<Outcome>

/** What partners say and ask, mounted at `PARTNER`, before any JSON parser: signatures are over raw bytes. */
export const partnerRouter = (context: Context): Router => {
  const { clock, redis, keys, secrets, partnerQueries } = context
  const directory = createDirectory(partnerQueries, secrets, clock, () => performance.now())
  const limits = createPartnerLimits(redis, keys.limits, partnerLimits)
  const within = createDepth()

  /** Who (400, 401, 403), how much at once and how often (429), then the answer. */
  const signed =
    (kind: PartnerLimitKind, answer: Answer, binary = false) =>
    async (req: Request, res: Response): Promise<void> => {
      const sender = await authenticate(directory, clock, req, { body: bytesOf(req.body), binary })
      const { id } = sender.partner
      const outcome = await within(kind, id, async () => {
        await limits.spend(kind, id)
        return answer(sender, req)
      })
      send(res, outcome)
    }
  const read = (find: (sender: Sender, req: Request) => Promise<unknown>) =>
    signed('reads', async (sender, req) => ({ status: 200, body: await find(sender, req) }))

  /** Anybody could send the largest bodies, and have them kept, just to be told no. */
  const known: RequestHandler = async (req, _res, next) => {
    await mayBeRead(directory, clock, req)
    next()
  }

  const router = Router({ caseSensitive: true, strict: true })
  router.post(
    '/events',
    rawBody(bytes.events, known),
    signed('events', (sender, req) => receiveEvent(context, sender, bytesOf(req.body), idOf(req))),
  )
  router.post(
    '/evidence',
    rawBody(bytes.evidence, known, isEvidence),
    signed('evidence', (sender, req) => receivePhoto(context, sender, bytesOf(req.body), idOf(req)), true),
  )
  router.post(
    '/positions',
    rawBody(bytes.positions, known),
    signed('positions', async ({ partner }, req) => {
      const batch = parseInput(Positions, parseJson(bytesOf(req.body)))
      return { status: 200, body: await takePositions(context, partner, batch) }
    }),
  )
  router.get(
    '/offers',
    read((sender, req) => {
      parseInput(OpenOffers, req.query)
      return openOffers(context, sender)
    }),
  )
  router.get(
    '/assignments/:id',
    read((sender, req) => assignmentState(context, sender, String(req.params['id']))),
  )
  router.get(
    '/events/:webhookId',
    read((sender, req) => eventOutcome(context, sender, String(req.params['webhookId']))),
  )
  for (const path of ['/events', '/evidence', '/positions']) router.all(path, wrongMethod(['post']))
  for (const path of ['/offers', '/assignments/:id', '/events/:webhookId'])
    router.all(path, wrongMethod(['get']))
  return router
}

const send = (res: Response, { status, body }: Outcome): void => {
  const type = status < 400 ? 'application/json' : 'application/problem+json'
  res.status(status).set('cache-control', 'no-store').type(type).send(JSON.stringify(body))
}
