import { TriangleAlert } from 'lucide-react'
import type { Instant } from '#contracts/domain/instant.ts'
import { useIncidentFacts } from '../../api/queries.ts'
import { useOfficeSpeech } from '../../text/office/use-office-text.ts'
import { useNow } from '../../time/now.tsx'
import { shortMoment } from '../../time/wita.ts'
import { toldFields, type ImpactDraft, type ImpactField } from './impact-draft.ts'

interface Props {
  incidentId: string
  /** When the other record was made. */
  at: Instant
  meanwhile: ImpactDraft['meanwhile']
}

const isTold = (field: ImpactField): field is (typeof toldFields)[number] =>
  toldFields.some((one) => one === field)

/** Somebody else has recorded the damage while this form was open: who, and what of it. */
export const ImpactMeanwhile = ({ incidentId, at, meanwhile }: Props) => {
  const { text, language } = useOfficeSpeech()
  const { reports } = text
  const now = useNow(30_000)
  const facts = useIncidentFacts(incidentId).data?.facts ?? []
  const who = facts.findLast((fact) => fact.type === 'impact.recorded' && fact.at === at)?.byName
  const list = (kept: boolean): string =>
    meanwhile
      .filter((one) => one.kept === kept)
      .map(({ field, theirs }) => {
        if (isTold(field)) return reports[field]
        return `${reports.words.impact[field]} ${theirs === '' ? reports.words.unknown : theirs}`
      })
      .join(', ')
  const [taken, kept] = [list(false), list(true)]
  return (
    <div role="status" className="flex items-start gap-2 rounded-md border border-tinggi-mark/60 px-3 py-2.5">
      <TriangleAlert aria-hidden size={18} className="mt-px shrink-0 text-tinggi" />
      <div>
        <p className="font-medium">
          {reports.impactMeanwhile(who ?? reports.somebody, shortMoment(at, now, language))}
        </p>
        {taken !== '' && <p>{reports.impactTaken(taken)}</p>}
        {kept !== '' && <p>{reports.impactKept(kept)}</p>}
      </div>
    </div>
  )
}
