import type { AfterAction, StepView } from '#contracts/wire/routes/report-views.ts'
import { useOfficeSpeech, useOfficeText } from '../../text/office/use-office-text.ts'
import { duration } from '../../time/duration.ts'
import { clockTime } from '../../time/wita.ts'

const cell = 'px-2.5 py-1.5'
export const spanOf = (seconds: number | null): string => (seconds === null ? '' : duration(seconds))

/** In time, late, or not yet; only lateness has a colour. */
export const Verdict = ({ at, late, limitS }: Pick<StepView, 'at' | 'late' | 'limitS'>) => {
  const { words } = useOfficeText().reports
  if (late)
    return (
      <span className="font-semibold text-kritis">
        {at === null ? `${words.pending}, ${words.late}` : words.late}
      </span>
    )
  if (at === null) return <span className="text-faint">{words.pending}</span>
  return <span className="text-soft">{limitS === null ? '' : words.inTime}</span>
}

/** When each step came, how long it took, and how long it might have taken. */
export const StepsTable = ({ steps }: Pick<AfterAction, 'steps'>) => {
  const { text, language } = useOfficeSpeech()
  const { words } = text.reports
  return (
    <table className="w-full rounded-lg border border-line bg-panel">
      <thead className="text-[0.85rem] text-soft">
        <tr>
          <th className={`${cell} text-left font-medium`}>{words.step}</th>
          <th className={`${cell} text-right font-medium`}>{words.at}</th>
          <th className={`${cell} text-right font-medium`}>{words.took}</th>
          <th className={`${cell} text-right font-medium max-sm:hidden`}>{words.limit}</th>
          <th className={`${cell} text-left font-medium`}>{words.verdict}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.step} className="border-t border-line">
            <th scope="row" className={`${cell} text-left font-medium`}>
              {words.steps[step.step]}
            </th>
            <td className={`${cell} text-right`}>{step.at !== null && clockTime(step.at, language)}</td>
            <td className={`${cell} text-right font-semibold`}>{spanOf(step.tookS)}</td>
            <td className={`${cell} text-right text-soft max-sm:hidden`}>{spanOf(step.limitS)}</td>
            <td className={cell}>
              <Verdict {...step} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
