import { z } from 'zod'
import type { Instant } from '#contracts/domain/instant.ts'
import { digest } from '#contracts/runtime/ids.ts'
import type { Outcome } from '#contracts/store/receipts.ts'
import { PartnerEvent } from '#contracts/wire/partner/events.ts'
import type { Context } from '../../context.ts'
import { Trouble } from '../../trouble.ts'
import { handleEvent } from '../../usecases/partner/events.ts'
import { keepPhoto } from '../../usecases/partner/keep-photo.ts'
import type { Sender } from '../../usecases/partner/sender.ts'
import { definiteNo, oneAnswer } from '../one-answer.ts'
import { parseInput } from '../parse-input.ts'
import { parseJson } from './raw-body.ts'

/** The name of the receipt of a partner's message. */
export const receiptOf = (partnerId: string, webhookId: string): string => `partner:${partnerId}|${webhookId}`

/** What an authentic message is answered; `requestId` names it in the log. */
type Receive = (context: Context, sender: Sender, bytes: Buffer, requestId: string) => Promise<Outcome>

/** Done once, and answered for ever as the first time; a no for its input or its content too. */
const receive = async (
  context: Context,
  { partner, webhookId }: Sender,
  message: { bytes: Buffer; body: string | null; about?: string | undefined },
  requestId: string,
  run: (firstAt: Instant) => Promise<Outcome>,
): Promise<Outcome> => {
  const { bytes, body, about } = message
  try {
    return await oneAnswer(
      context,
      { id: receiptOf(partner.id, webhookId), digest: digest(bytes), body, sender: partner.id, about },
      (firstAt) => run(firstAt).catch((error: unknown) => definiteNo(error, requestId)),
    )
  } catch (error) {
    if (error instanceof Trouble && error.code === 'id_reused')
      context.log.error({ partnerId: partner.id, webhookId }, 'alarm: a webhook-id came with another body')
    throw error
  }
}

const About = z.object({ data: z.object({ volunteerRef: z.string().max(200) }) })

/** Whom a message is about, also one that does not fit otherwise: with him goes what was said of him. */
const aboutOf = (body: string): string | undefined => {
  try {
    return About.safeParse(JSON.parse(body)).data?.data.volunteerRef
  } catch {
    // No JSON: it is answered so, and tells of nobody.
    return undefined
  }
}

/** An event. */
export const receiveEvent: Receive = (context, sender, bytes, requestId) => {
  const body = bytes.toString('utf8')
  return receive(context, sender, { bytes, body, about: aboutOf(body) }, requestId, async (firstAt) => {
    const event = parseInput(PartnerEvent, parseJson(bytes))
    return { status: 200, body: await handleEvent(context, sender, event, firstAt) }
  })
}

/** A photo. What was sent is not kept, only the picture drawn anew from it. */
export const receivePhoto: Receive = (context, sender, bytes, requestId) =>
  receive(context, sender, { bytes, body: null }, requestId, async () => ({
    status: 201,
    body: await keepPhoto(context, sender, bytes),
  }))
