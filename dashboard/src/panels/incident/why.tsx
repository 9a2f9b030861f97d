import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { labelOf } from '../../text/catalogue.ts'
import { useText } from '../../text/context.tsx'
import { distance, minutes } from '../../text/format.ts'
import { listed } from '../../text/sentences.ts'
import type { Choice } from './choice.ts'

/** Said in words above, or the solver's own figure, which means nothing to a person. */
const unspoken: readonly string[] = ['weighted', 'ring', 'rank', 'of']

interface Props {
  choice: Choice
  texts: IncidentDetail['texts']
}

/** The parts of the cost by which a volunteer was chosen, in minutes; or who chose him otherwise. */
export const Why = ({ choice, texts }: Props) => {
  const { why, chosenBy, reason, despiteRules = [], isGreedy = false } = choice
  const text = useText()
  const { offer: words } = text.incident
  if (why === null) {
    const said = { hand: words.whyHand, late_answer: words.whyLate, match: words.noWhy }[chosenBy]
    const given = reason === null ? undefined : texts[reason]
    return (
      <p className="text-soft">
        {said} {despiteRules.length > 0 && `${words.whyRules(listed(text.labels.rule, despiteRules))} `}
        {given !== undefined && words.whyReason(given)}
      </p>
    )
  }
  const { distanceM, parts, chance, gainS = null } = why
  const shown = Object.entries(parts).filter(([part, value]) => !unspoken.includes(part) && value !== 0)
  const { rank, of } = parts
  return (
    <div className="max-w-md text-[0.93rem]">
      {rank !== undefined && of !== undefined && <p className="font-medium">{words.rank(rank, of)}</p>}
      {chance !== undefined && (
        <p>
          {words.chance(Math.round(chance * 100), gainS === null || gainS <= 0 ? null : words.gainOf(gainS))}
        </p>
      )}
      {isGreedy && <p>{words.greedy}</p>}
      <p className="text-soft">
        {words.distance(distance(distanceM, text.comma))}, {words.perMinute}:
      </p>
      <dl className="mt-1 grid grid-cols-[1fr_auto] gap-x-6">
        {shown.map(([part, value]) => (
          <div key={part} className="contents">
            <dt className="text-soft">{labelOf(text.match.costParts, part)}</dt>
            <dd className="text-right font-medium">{minutes(value, text.comma)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
