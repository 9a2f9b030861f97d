import type { IncidentSummary } from '#contracts/wire/routes/views.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { classes } from '../../ui/classes.ts'
import { Flag } from '../../ui/chip.tsx'
import { Ago } from '../../ui/running.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { useAreas } from '../shared/areas.ts'
import { Pressing } from '../shared/pressing.tsx'

interface Props {
  waiting: readonly IncidentSummary[]
  selected: string | undefined
  onSelect: (id: string) => void
}

/** Reports that nobody has verified, in the order in which they are to be looked at, each with the time left or gone over. */
export const Queue = ({ waiting, selected, onSelect }: Props) => {
  const { desk, labels, word } = useOfficeText()
  const areas = useAreas()
  return (
    <ul aria-label={desk.verification.title} className="divide-y divide-line">
      {waiting.map((incident) => {
        const { id, number, hazard, severity, place, reportedAt, drill } = incident
        return (
          <li key={id}>
            <button
              type="button"
              aria-current={id === selected}
              onClick={() => onSelect(id)}
              className={classes(
                'flex min-h-14 w-full items-center gap-2.5 border-l-3 px-3 py-2 text-left',
                id === selected ? 'border-accent bg-tint' : 'border-transparent hover:bg-raised',
              )}
            >
              <SeverityMark severity={severity} />
              <span className="min-w-0 flex-1">
                <span className="block font-semibold text-pretty">
                  {labels.hazard[hazard]}, {areas.nameOf(place)}
                </span>
                <span className="flex gap-2 text-[0.88rem] text-soft">
                  <span>{number.split('-').at(-1)}</span>
                  <Ago at={reportedAt} />
                  {drill && <Flag tone="drill">{word.drill}</Flag>}
                </span>
              </span>
              <Pressing incident={incident} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
