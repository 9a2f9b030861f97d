import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useIncidentAct } from '../api/act.ts'
import { useIncident, useOpenIncidents } from '../api/queries.ts'
import { Callbacks } from '../panels/verification/callbacks.tsx'
import { Case } from '../panels/verification/case.tsx'
import { Queue } from '../panels/verification/queue.tsx'
import { useOfficeText } from '../text/office/use-office-text.ts'
import { Button } from '../ui/button.tsx'
import { Empty, Loading } from '../ui/empty.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShortcuts } from '../ui/shortcuts.tsx'
import { useAnnounce } from '../ui/toast.tsx'

const Chosen = ({ id, onMerged }: { id: string; onMerged: (id: string, number: string) => void }) => {
  const { word } = useOfficeText()
  const detail = useIncident(id)
  if (detail.isError && !detail.data)
    return <ProblemNote error={detail.error} onRetry={() => void detail.refetch()} />
  if (!detail.data) return <Loading label={word.loading} />
  return <Case detail={detail.data} onMerged={({ incident }) => onMerged(incident.id, incident.number)} />
}

/** The gate: reports that nobody has verified, beside what they may repeat; all of it by keyboard. */
export const VerificationPage = () => {
  const { desk, word } = useOfficeText()
  const { verification: words } = desk
  const announce = useAnnounce()
  const open = useOpenIncidents()
  const [picked, setPicked] = useState<string | null>(null)
  const [merged, setMerged] = useState<{ id: string; number: string } | null>(null)
  const waiting = (open.data?.incidents ?? [])
    .filter(({ status }) => status === 'reported')
    .toSorted((a, b) => a.reportedAt.localeCompare(b.reportedAt))
  const chosen = waiting.find(({ id }) => id === picked) ?? waiting[0]
  const undo = useIncidentAct('undoDuplicate', () => {
    announce(words.undone)
    setPicked(merged?.id ?? null)
    setMerged(null)
  })
  const takeBack = (): void => {
    if (merged !== null && !undo.isPending) undo.mutate({ params: { id: merged.id }, body: {} })
  }
  const move = (by: number): void => {
    const next = waiting[waiting.findIndex(({ id }) => id === chosen?.id) + by]
    if (next) setPicked(next.id)
  }
  useShortcuts({ j: () => move(1), k: () => move(-1), u: takeBack })
  return (
    <main id="isi" className="min-h-0 flex-1 overflow-y-auto px-4 py-4 lg:px-6">
      <div className="mx-auto flex max-w-[96rem] flex-col gap-3">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h1 className="text-[1.35rem] font-semibold">{words.title}</h1>
          {open.data && <p className="text-soft">{words.count(waiting.length)}</p>}
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
        {open.data && waiting.length === 0 && <Empty title={words.empty} hint={words.emptyHint} />}
        {chosen && (
          <div className="grid items-start gap-4 md:grid-cols-[18rem_1fr] xl:grid-cols-[22rem_1fr]">
            <div className="max-h-[40vh] overflow-y-auto rounded-lg border border-line bg-panel md:max-h-none">
              <Queue waiting={waiting} selected={chosen.id} onSelect={setPicked} />
            </div>
            <Chosen key={chosen.id} id={chosen.id} onMerged={(id, number) => setMerged({ id, number })} />
          </div>
        )}
      </div>
    </main>
  )
}
