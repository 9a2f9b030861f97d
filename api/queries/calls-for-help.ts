import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Texts } from '#contracts/store/texts.ts'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'

type CallForHelp = NonNullable<VolunteerView['sos']>

/** The last calls for help of these volunteers in words, by volunteer; an erased text is null. */
export const callsForHelp = async (
  texts: Texts,
  volunteers: readonly Volunteer[],
): Promise<ReadonlyMap<string, CallForHelp>> => {
  const calls = volunteers.flatMap(({ id, sos }) => (sos === undefined ? [] : [{ id, ...sos }]))
  const bodies = await texts.read(calls.flatMap(({ textId }) => textId ?? []))
  return new Map(
    calls.map(({ id, at, point, textId }) => [id, { at, point, text: bodies[textId ?? ''] ?? null }]),
  )
}
