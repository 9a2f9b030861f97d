import '../no-eval.ts'
import { useMemo, useState } from 'react'
import { levelOf } from '#contracts/domain/whereabouts/coverage.ts'
import { coverageMinutes } from '#contracts/wire/routes/coverage.ts'
import { useMapZones } from '../live/zones.ts'
import { CityMap } from '../map/city-map.tsx'
import { CoverageList } from '../panels/reach/list.tsx'
import { type Minutes, useCoverage } from '../panels/reach/read.ts'
import { useOfficeSpeech } from '../text/office/use-office-text.ts'
import { useNow } from '../time/now.tsx'
import { shortMoment } from '../time/wita.ts'
import { Choices } from '../ui/choices.tsx'
import { Loading } from '../ui/empty.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'

const nobody: readonly never[] = []
const ignore = (): void => undefined

/** Who would be there in time, kelurahan by kelurahan: the thin places first, in the list and on the map. */
export const CoveragePage = () => {
  const { text, language } = useOfficeSpeech()
  const { coverage: words, word } = text
  const now = useNow(10_000)
  const [minutes, setMinutes] = useState<Minutes>('10')
  const [chosen, setChosen] = useState<string | null>(null)
  const zones = useMapZones(now)
  const read = useCoverage(minutes)
  const known = read.data
  const shade = useMemo(
    () => ({
      areas: (known?.areas ?? nobody).map((reach) => ({ ...reach, level: levelOf(reach) })),
      chosen,
    }),
    [known, chosen],
  )
  const thin = shade.areas.filter(({ level }) => level === 'thin').length
  const empty = shade.areas.filter(({ level }) => level === 'none').length
  return (
    <main id="isi" className="flex min-h-0 flex-1 max-md:flex-col-reverse">
      <div className="flex min-h-0 min-w-0 flex-col bg-panel max-md:flex-1 md:w-96 md:shrink-0 md:border-r md:border-line">
        <header className="space-y-2.5 border-b border-line px-4 pt-4 pb-3 lg:px-5">
          <h1 className="text-[1.35rem] font-semibold">{words.title}</h1>
          <Choices<Minutes>
            row
            legend={words.within}
            choices={coverageMinutes.map((value) => ({ value, label: words.minutes(Number(value)) }))}
            value={minutes}
            onChange={setMinutes}
          />
          {known && (
            <p role="status">
              <span className="font-semibold">{words.summary(empty, thin)}</span>{' '}
              <span className="text-soft">
                {words.people(known.onDuty, known.unplaced)}{' '}
                {words.asOf(shortMoment(known.at, now, language))}
              </span>
            </p>
          )}
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto" tabIndex={-1}>
          {read.isError && (
            <div className="p-3">
              <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
            </div>
          )}
          {known ? (
            <CoverageList areas={known.areas} chosen={chosen} onChoose={setChosen} />
          ) : (
            read.isPending && <Loading label={word.loading} />
          )}
          <p className="px-4 py-3 text-[0.88rem] text-soft lg:px-5">{words.how}</p>
        </div>
      </div>
      <div className="min-h-64 min-w-0 flex-1">
        <CityMap
          incidents={nobody}
          volunteers={nobody}
          zones={zones}
          coverage={shade}
          selectedId={null}
          onSelect={ignore}
          now={now}
        />
      </div>
    </main>
  )
}
