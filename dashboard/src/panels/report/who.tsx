import type { IntakeChannel } from '#contracts/domain/words.ts'
import { codesOf } from '../../text/codes.ts'
import { useText } from '../../text/context.tsx'
import { Check, SelectField, TextField } from '../../ui/field.tsx'
import { CallBack } from './call-back.tsx'
import type { PartProps } from './what.tsx'

/** Who reported it, how, and whether it is checked already. */
export const Who = ({ draft, set, missing }: PartProps) => {
  const { report, labels, phone } = useText()
  return (
    <>
      <div className="grid gap-3.5 sm:grid-cols-3">
        <SelectField
          label={report.channel}
          value={draft.channel}
          onChange={(event) => set({ channel: event.target.value as IntakeChannel })}
        >
          {codesOf(labels.channel).map((code) => (
            <option key={code} value={code}>
              {labels.channel[code]}
            </option>
          ))}
        </SelectField>
        <TextField
          optional
          label={report.reporterName}
          maxLength={80}
          autoComplete="off"
          value={draft.reporterName}
          onChange={(event) => set({ reporterName: event.target.value })}
        />
        <TextField
          optional
          type="tel"
          label={report.reporterPhone}
          maxLength={24}
          autoComplete="off"
          error={
            missing.includes('reporterPhone')
              ? draft.reporterPhone.trim() === ''
                ? phone.wantedWhom
                : report.phoneShort
              : null
          }
          value={draft.reporterPhone}
          onChange={(event) => set({ reporterPhone: event.target.value })}
        />
      </div>
      <CallBack draft={draft} set={set} />
      <div className="grid gap-x-3.5 gap-y-1.5 sm:grid-cols-2">
        <Check
          label={report.verified}
          hint={report.verifiedHint}
          checked={draft.verified}
          onChange={(event) => set({ verified: event.target.checked })}
        />
        <Check
          label={report.drill}
          hint={report.drillHint}
          checked={draft.drill}
          onChange={(event) => set({ drill: event.target.checked })}
        />
      </div>
    </>
  )
}
