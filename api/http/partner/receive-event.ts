import { digest } from '#contracts/runtime/ids.ts'
import type { Outcome } from '#contracts/store/receipts.ts'
import { PartnerEvent } from '#contracts/wire/partner/events.ts'
import type { Context } from '../../context.ts'
import { Trouble } from '../../trouble.ts'
import { handleEvent } from '../../usecases/partner/events.ts'
import type { Sender } from '../../usecases/partner/sender.ts'
import { parseInput } from '../parse-input.ts'
import { definiteNo, oneAnswer } from './one-answer.ts'
import { parseJson } from './raw-body.ts'

/** The name of the receipt of a partner's message. */
export const receiptOf = (partnerId: string, webhookId: string): string => `partner:${partnerId}|${webhookId}`

/** An authentic event: done once, and answered for ever as the first time; a no for its input or its content too. */
export const receiveEvent = async (
  context: Context,
  sender: Sender,
  bytes: Buffer,
  requestId: string,
): Promise<Outcome> => {
  const { partner, webhookId } = sender
  const message = {
    id: receiptOf(partner.id, webhookId),
    digest: digest(bytes),
    body: bytes.toString('utf8'),
  }
  try {
    return await oneAnswer(context, message, () => answer(context, sender, bytes, requestId))
  } catch (error) {
    if (error instanceof Trouble && error.code === 'id_reused')
      context.log.error({ partnerId: partner.id, webhookId }, 'alarm: a webhook-id came with another body')
    throw error
  }
}

const answer = async (
  context: Context,
  sender: Sender,
  bytes: Buffer,
  requestId: string,
): Promise<Outcome> => {
  try {
    const event = parseInput(PartnerEvent, parseJson(bytes))
    return { status: 200, body: await handleEvent(context, sender, event) }
  } catch (error) {
    return definiteNo(error, requestId)
  }
}
