import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../api/context.tsx'
import { useText } from '../../text/context.tsx'
import { Modal } from '../../ui/dialog.tsx'
import { Loading } from '../../ui/empty.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { CodeAnswer } from './code-answer.tsx'

const DIGITS = 5

/** Five digits are typed; the offer that they mean is shown, and answered. Every look counts as a guess, so none is repeated by itself. */
export const CodeDialog = ({ onClose }: { onClose: () => void }) => {
  const { codes, word } = useText()
  const api = useApi()
  const [code, setCode] = useState('')
  const isWhole = code.length === DIGITS
  const found = useQuery({
    queryKey: ['offerByCode', code],
    queryFn: ({ signal }) => api.call('offerByCode', { params: { code } }, { signal }),
    enabled: isWhole,
    retry: false,
    refetchOnWindowFocus: false,
    gcTime: 0,
  })
  return (
    <Modal title={codes.title} intro={codes.intro} onClose={onClose}>
      <div className="flex flex-col gap-3 overflow-y-auto px-4 pt-2 pb-5 sm:px-5">
        <TextField
          autoFocus
          label={codes.field}
          inputMode="numeric"
          autoComplete="off"
          maxLength={DIGITS}
          value={code}
          onChange={(event) => setCode(event.target.value.replaceAll(/\D/g, ''))}
        />
        {isWhole && found.isPending && <Loading label={word.loading} />}
        {isWhole && found.isError && <ProblemNote error={found.error} />}
        {isWhole && found.data && <CodeAnswer key={code} code={code} offer={found.data} onClose={onClose} />}
      </div>
    </Modal>
  )
}
