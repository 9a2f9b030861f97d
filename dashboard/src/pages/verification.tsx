import { Undo2 } from 'lucide-react'
import { useState, type ComponentProps } from 'react'
import type { IncidentDetail, IncidentSummary } from '#contracts/wire/routes/views.ts'
import { useIncidentAct } from '../api/act.ts'
import { useIncident, useOpenIncidents } from '../api/queries.ts'
import { Callbacks } from '../panels/verification/callbacks.tsx'
import { Case } from '../panels/verification/case.tsx'
import { Queue } from '../panels/verification/queue.tsx'
import { useQueue } from '../panels/verification/use-queue.ts'
import { useOfficeText } from '../text/office/use-office-text.ts'
import { Button } from '../ui/button.tsx'
import { Empty, Loading } from '../ui/empty.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShortcuts } from '../ui/shortcuts.tsx'
import { useAnnounce } from '../ui/toast.tsx'

type ChosenProps = Omit<ComponentProps<typeof Case>, 'detail'> & { id: string }

const Chosen = ({ id, ...how }: ChosenProps) => {
  const { word } = useOfficeText()
  const detail = useIncident(id)
  if (detail.isError && !detail.data)
    return <ProblemNote error={detail.error} onRetry={() => void detail.refetch()} />
  if (!detail.data) return <Loading label={word.loading} />
  return <Case detail={detail.data} {...how} />
}

const none: readonly IncidentSummary[] = []

/** The gate: reports that nobody has verified, beside what they may repeat; all of it by keyboard. */
export const VerificationPage = () => {
  const { desk, word } = useOfficeText()
  const { verification: words } = desk
  const announce = useAnnounce()
  const open = useOpenIncidents()
  const queue = useQueue(open.data?.incidents ?? none)
  const { waiting, chosen } = queue
  const [merged, setMerged] = useState<{ id: string; number: string } | null>(null)
  const undo = useIncidentAct('undoDuplicate', ({ incident }) => {
    announce(words.undone)
    queue.choose(incident.id)
    setMerged(null)
  })
  const takeBack = (): void => {
    if (merged !== null && !undo.isPending) undo.mutate({ params: { id: merged.id }, body: {} })
  }
  const afterMerge = (answer: IncidentDetail): void => {
    const { id, number } = answer.incident
    setMerged({ id, number })
    queue.leave(answer)
  }
  useShortcuts({ j: () => queue.walk(1), k: () => queue.walk(-1), u: takeBack })
  return (
    <main id="isi" className="min-h-0 flex-1 overflow-y-auto px-4 py-4 lg:px-6">
      <div className="mx-auto flex max-w-[96rem] flex-col gap-3">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h1 className="text-[1.35rem] font-semibold">{words.title}</h1>
          {open.data && (
            <p className="text-soft">
              {words.count(waiting.length)}
              {waiting.length > 1 && ` · ${words.order}`}
            </p>
          )}
        </div>
        {merged && (
          <div role="status" className="flex flex-wrap items-center gap-3 rounded-md bg-raised px-3 py-2">
            <span className="font-medium">{words.merged(merged.number)}</span>
            <Button size="small" icon={Undo2} shortcut="U" pending={undo.isPending} onClick={takeBack}>
              {words.undo}
            </Button>
          </div>
        )}
        <Callbacks />
        {undo.error && <ProblemNote error={undo.error} acting />}
        {open.isError && !open.data && <ProblemNote error={open.error} onRetry={() => void open.refetch()} />}
        {open.isPending && <Loading label={word.loading} />}
        {open.data && chosen === null && <Empty title={words.empty} hint={words.emptyHint} />}
        {chosen !== null && (
          <div className="grid items-start gap-4 md:grid-cols-[18rem_1fr] xl:grid-cols-[22rem_1fr]">
            <div
              className="max-h-[40vh] overflow-y-auto rounded-lg border border-line bg-panel md:max-h-none"
              onPointerEnter={queue.hold}
              onPointerLeave={queue.release}
            >
              <Queue waiting={waiting} selected={chosen} onSelect={queue.choose} />
            </div>
            <Chosen
              key={chosen}
              id={chosen}
              hasNext={waiting.length > 0}
              onNext={queue.next}
              onDecided={queue.leave}
              onMerged={afterMerge}
            />
          </div>
        )}
      </div>
    </main>
  )
}
