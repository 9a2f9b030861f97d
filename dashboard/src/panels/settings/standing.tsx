import { useMay } from '../../session/context.tsx'
import { useOfficeSpeech } from '../../text/office/use-office-text.ts'
import { longMoment } from '../../time/wita.ts'

interface Props {
  number: number
  changedAt: string | null
  changedBy: { displayName: string } | null
}

/** Which version it is, by whom and since when; and that he may only look, when that is so. */
export const Standing = ({ number, changedAt, changedBy }: Props) => {
  const { text, language } = useOfficeSpeech()
  const { settings: words } = text
  const may = useMay()('policy.change')
  return (
    <p className="text-soft">
      <b className="font-semibold text-ink">{words.number(number)}</b> ·{' '}
      {changedAt === null
        ? words.never
        : words.changed(changedBy?.displayName ?? '', longMoment(changedAt, language))}
      {!may && <span className="block">{words.readOnly}</span>}
    </p>
  )
}
