import { useMutation } from '@tanstack/react-query'
import { FileDown } from 'lucide-react'
import { useApi } from '../../api/context.tsx'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useAnnounce } from '../../ui/toast.tsx'

/** Long enough for any browser to begin the download. */
const KEPT_MS = 10_000

/** Hands bytes to the browser as a file. */
const download = (bytes: Uint8Array<ArrayBuffer>, name: string): void => {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}

/** The after-action report as a PDF; the server sets it, which takes a moment. */
export const PaperButton = ({ id, number }: { id: string; number: string }) => {
  const { reports } = useOfficeText()
  const api = useApi()
  const announce = useAnnounce()
  const paper = useMutation({
    mutationFn: () => api.call('afterActionPaper', { params: { id } }),
    onSuccess: (bytes) => {
      download(bytes, `${number}.pdf`)
      announce(reports.paperDone)
    },
  })
  return (
    <>
      <Button icon={FileDown} pending={paper.isPending} onClick={() => paper.mutate()}>
        {reports.paper}
      </Button>
      {paper.isError && <ProblemNote error={paper.error} />}
    </>
  )
}
