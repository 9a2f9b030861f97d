import type { ReactNode } from 'react'
import type { ProcedureView } from '#contracts/wire/routes/procedure.ts'
import { useProcedure, useProcedureChanges } from '../../api/settings-queries.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Loading } from '../../ui/empty.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { History } from './history.tsx'

interface Props {
  /** The changes beside it are those of fields that begin so. */
  prefix: 'sla.' | 'needs.'
  children: (procedure: ProcedureView) => ReactNode
}

/** A part of what the agency goes by, read in, and beside it who changed it. */
export const ProcedurePart = ({ prefix, children }: Props) => {
  const { word } = useOfficeText()
  const query = useProcedure()
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-4">
        {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
        {query.isPending && <Loading label={word.loading} />}
        {query.data && children(query.data)}
      </div>
      <div className="rounded-lg border border-line bg-panel">
        <History query={useProcedureChanges()} own={(field) => field.startsWith(prefix)} />
      </div>
    </div>
  )
}
