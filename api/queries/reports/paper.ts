import type { Context } from '../../context.ts'
import { afterAction } from './after-action.ts'

/** The after-action report of an incident as the bytes of a PDF. @throws Refusal `not_found` */
export const afterActionPaper = async (
  context: Context,
  agencyId: string,
  id: string,
): Promise<Uint8Array<ArrayBuffer>> => {
  const [report, { name: agencyName }] = await Promise.all([
    afterAction(context, agencyId, id),
    context.agencies.of(agencyId),
  ])
  return context.printer.afterAction({ report, agencyName })
}
