import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChainCheck } from '#contracts/wire/routes/ledger.ts'
import { useApi } from '../../api/context.tsx'
import { useOfficeSpeech, useOfficeText } from '../../text/office/use-office-text.ts'
import { longMoment } from '../../time/wita.ts'
import { FormModal } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'

const Result = ({ check }: { check: ChainCheck }) => {
  const { text, language } = useOfficeSpeech()
  const { audit } = text.desk
  const { fault, anchors } = check
  const differs = anchors !== null && anchors.differing > 0
  const Icon = fault === null && !differs ? ShieldCheck : ShieldAlert
  return (
    <div role="status" className="flex gap-2.5 rounded-md border border-line px-3 py-2.5">
      <Icon
        aria-hidden
        size={20}
        className={fault === null && !differs ? 'shrink-0 text-there' : 'shrink-0 text-kritis'}
      />
      <div className="min-w-0">
        <p className="font-semibold">
          {fault === null ? audit.sound(check.checked) : audit.broken(fault.seq)}
        </p>
        {fault !== null && <p>{audit.faults[fault.what]}</p>}
        <p className="text-soft">
          {audit.range(check.from, check.to)} · {longMoment(check.at, language)}
        </p>
        <p className="mt-1.5 text-soft">
          {audit.head}: #{check.head.seq}
        </p>
        <code className="text-[0.85rem] break-all">{check.head.hash ?? ''}</code>
        <p className={differs ? 'mt-1.5 font-semibold text-kritis' : 'mt-1.5 text-soft'}>
          {anchors === null && audit.noAnchors}
          {anchors !== null &&
            (differs ? audit.anchorsDiffer(anchors.differing) : audit.anchors(anchors.compared))}
        </p>
      </div>
    </div>
  )
}

const isWhole = (typed: string): boolean => /^(?:[1-9]\d{0,9})?$/.test(typed.trim())
const numberOf = (typed: string): number | undefined => (typed.trim() === '' ? undefined : Number(typed))

/** Lets the server follow the chain, and says what came of it. */
export const Check = ({ onClose }: { onClose: () => void }) => {
  const { desk } = useOfficeText()
  const { audit } = desk
  const api = useApi()
  const [range, setRange] = useState({ from: '', to: '' })
  const check = useMutation({
    mutationFn: () => {
      const [from, to] = [numberOf(range.from), numberOf(range.to)]
      return api.call('checkChain', { query: { ...(from && { from }), ...(to && { to }) } })
    },
  })
  const field = (name: 'from' | 'to', label: string) => (
    <TextField
      label={label}
      inputMode="numeric"
      error={isWhole(range[name]) ? null : audit.wholeNumber}
      value={range[name]}
      onChange={(event) => setRange({ ...range, [name]: event.target.value })}
    />
  )
  return (
    <FormModal
      title={audit.check}
      intro={audit.checkIntro}
      submit={audit.check}
      pending={check.isPending}
      disabled={!isWhole(range.from) || !isWhole(range.to)}
      error={check.error}
      onSubmit={() => check.mutate()}
      onClose={onClose}
    >
      <div className="grid grid-cols-2 gap-2.5">
        {field('from', audit.fromSeq)}
        {field('to', audit.toSeq)}
      </div>
      {check.data && <Result check={check.data} />}
    </FormModal>
  )
}
