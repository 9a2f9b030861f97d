import { Handshake, Play, Printer, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import type { ShiftView } from '#contracts/wire/routes/shifts.ts'
import { useRead } from '../api/queries.ts'
import { HandOver, StartShift } from '../panels/shift/dialogs.tsx'
import { Earlier } from '../panels/shift/earlier.tsx'
import { KeptSheet } from '../panels/shift/kept-sheet.tsx'
import { LogSection } from '../panels/shift/log-section.tsx'
import { Sheet } from '../panels/shift/sheet.tsx'
import { usePaper } from '../panels/shift/use-paper.ts'
import { useShifts } from '../panels/shift/use-shifts.ts'
import { useMay } from '../session/context.tsx'
import { useOfficeSpeech } from '../text/office/use-office-text.ts'
import { useNow } from '../time/now.tsx'
import { longMoment } from '../time/wita.ts'
import { Button } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { Empty, Loading } from '../ui/empty.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'

const Present = ({ shift }: { shift: ShiftView }) => {
  const { text } = useOfficeSpeech()
  const words = text.desk.shift
  const may = useMay()('shift.write')
  const sheet = useRead('handoverSheet', ['sheet'], {})
  const isLate = useNow(30_000) > Date.parse(shift.cutoffAt)
  return (
    <div className="grid items-start gap-5 xl:grid-cols-2">
      <LogSection shift={shift} mayWrite={may} late={isLate ? words.lateHint : undefined} heading="h2" />
      <section aria-label={words.sheet} className="rounded-lg border border-line bg-panel px-4 py-3.5">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-[1.1rem] font-semibold">
            {words.sheet} <span className="text-[0.9rem] font-normal text-soft">{words.sheetNow}</span>
          </h2>
          <Button
            size="small"
            icon={RefreshCw}
            pending={sheet.isFetching}
            className="print:hidden"
            onClick={() => void sheet.refetch()}
          >
            {words.refresh}
          </Button>
        </div>
        {sheet.isError && <ProblemNote error={sheet.error} onRetry={() => void sheet.refetch()} />}
        {sheet.isPending && <Loading label={text.word.loading} />}
        {sheet.data && <Sheet sheet={sheet.data} />}
      </section>
    </div>
  )
}

/** Piket: the crew on duty, its log, and what it hands over. */
export const ShiftPage = () => {
  const { text, language } = useOfficeSpeech()
  const { desk, word } = text
  const { shift: words } = desk
  const may = useMay()('shift.write')
  const shifts = useShifts()
  const [asking, setAsking] = useState<'start' | { over: string } | null>(null)
  const all = shifts.data?.pages.flatMap((page) => page.shifts) ?? []
  const present = all.find(({ handedOver }) => handedOver === null)
  const earlier = all.filter(({ handedOver }) => handedOver !== null)
  const { paper, print } = usePaper<ShiftView>()
  const close = (): void => setAsking(null)
  return (
    <main id="isi" className="min-h-0 flex-1 overflow-y-auto px-4 py-4 lg:px-6">
      {paper && <KeptSheet shift={paper} />}
      <div className={classes('mx-auto flex max-w-[96rem] flex-col gap-4', paper && 'print:hidden')}>
        <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h1 className="text-[1.35rem] font-semibold">{words.title}</h1>
          {present && (
            <p className="text-soft">
              <span className="font-medium text-ink">{present.crew.join(', ')}</span> ·{' '}
              {words.since(longMoment(present.startedAt, language))} ·{' '}
              {words.until(longMoment(present.cutoffAt, language))}
            </p>
          )}
          <span className="ml-auto flex flex-wrap gap-2 print:hidden">
            {present && (
              <Button icon={Printer} onClick={() => window.print()}>
                {words.print}
              </Button>
            )}
            {present && may && (
              <Button icon={Handshake} look="primary" onClick={() => setAsking({ over: present.id })}>
                {words.handOver}
              </Button>
            )}
          </span>
        </header>
        {shifts.isError && !shifts.data && (
          <ProblemNote error={shifts.error} onRetry={() => void shifts.refetch()} />
        )}
        {shifts.isPending && <Loading label={word.loading} />}
        {shifts.data && !present && (
          <Empty title={words.nobody} hint={words.nobodyHint}>
            {may && (
              <Button icon={Play} look="primary" className="mt-2" onClick={() => setAsking('start')}>
                {words.start}
              </Button>
            )}
          </Empty>
        )}
        {present && <Present key={present.id} shift={present} />}
        {earlier.length > 0 && (
          <section aria-label={words.earlier} className="flex flex-col gap-2 print:hidden">
            <h2 className="heading-small">{words.earlier}</h2>
            {earlier.map((shift, index) => (
              <Earlier
                key={shift.id}
                shift={shift}
                mayWrite={may && index === 0}
                onPrint={() => print(shift)}
              />
            ))}
            {shifts.hasNextPage && (
              <Button
                className="self-start"
                pending={shifts.isFetchingNextPage}
                onClick={() => void shifts.fetchNextPage()}
              >
                {word.showMore}
              </Button>
            )}
          </section>
        )}
      </div>
      {asking === 'start' && <StartShift onClose={close} />}
      {typeof asking === 'object' && asking !== null && (
        <HandOver
          key={asking.over}
          id={asking.over}
          handedOver={all.find(({ id }) => id === asking.over)?.handedOver ?? null}
          onClose={close}
        />
      )}
    </main>
  )
}
