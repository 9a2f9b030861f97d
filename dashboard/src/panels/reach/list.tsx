import { levelOf } from '#contracts/domain/whereabouts/coverage.ts'
import type { Answer } from '../../api/types.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { duration } from '../../time/duration.ts'
import { classes } from '../../ui/classes.ts'
import { useAreas } from '../shared/areas.ts'

type Reach = Answer<'readCoverage'>['areas'][number]

interface Props {
  areas: readonly Reach[]
  chosen: string | null
  onChoose: (code: string) => void
}

const Row = ({ reach, isChosen, onChoose }: { reach: Reach; isChosen: boolean; onChoose: () => void }) => {
  const { coverage: words, incident } = useOfficeText()
  const area = useAreas().byCode(reach.code)
  const level = levelOf(reach)
  return (
    <li className="border-b border-line">
      <button
        type="button"
        aria-pressed={isChosen}
        onClick={onChoose}
        className={classes(
          'flex w-full items-center gap-3 px-4 py-2 text-left lg:px-5',
          isChosen ? 'bg-tint shadow-[inset_3px_0_0_var(--accent)]' : 'hover:bg-raised',
        )}
      >
        <span className="w-8 text-right text-[1.25rem] font-semibold tabular-nums">{reach.free}</span>
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{area?.name ?? reach.code}</span>
          <span className="block truncate text-[0.88rem] text-soft">
            {area ? incident.place.district(area.kecamatan) : ''}
            {reach.bound > 0 && ` · ${words.bound(reach.bound)}`}
          </span>
        </span>
        <span className="text-right">
          <span className={classes('block', level === 'fair' ? 'text-soft' : 'font-semibold text-ink')}>
            {words.level[level]}
          </span>
          <span className="block text-[0.88rem] text-soft tabular-nums">
            {reach.nearestS === null ? words.nobody : words.nearest(duration(reach.nearestS))}
          </span>
        </span>
      </button>
    </li>
  )
}

/** Every kelurahan, the thinnest first, as the server sorted them. */
export const CoverageList = ({ areas, chosen, onChoose }: Props) => (
  <ul>
    {areas.map((reach) => (
      <Row
        key={reach.code}
        reach={reach}
        isChosen={reach.code === chosen}
        onChoose={() => onChoose(reach.code)}
      />
    ))}
  </ul>
)
