import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useMay } from '../../session/context.tsx'
import { useText } from '../../text/context.tsx'
import { Button } from '../../ui/button.tsx'
import { Discard } from '../../ui/discard.tsx'

interface Props {
  /** How many fields were found wanting. */
  missing: number
  hasNeeds: boolean
  isEmpty: boolean
  onDiscard: () => void
  onDispatch: () => void
}

/** The end of the form: what is missing, and the ways to save it. */
export const ReportFooter = ({ missing, hasNeeds, isEmpty, onDiscard, onDispatch }: Props) => {
  const { report, word } = useText()
  const may = useMay()
  const navigate = useNavigate()
  const [asked, setAsked] = useState(false)
  const mayDispatch = may('incident.dispatch') && may('incident.plan')
  if (asked && !isEmpty)
    return (
      <footer className="col-span-2 row-start-3 border-t border-line bg-panel px-4 py-2.5 lg:px-6">
        <div className="flex flex-wrap items-center justify-end gap-2">
          <Discard
            onKeep={() => setAsked(false)}
            onDiscard={() => {
              setAsked(false)
              onDiscard()
            }}
          />
        </div>
      </footer>
    )
  return (
    <footer className="col-span-2 row-start-3 border-t border-line bg-panel px-4 py-2.5 lg:px-6">
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p role="status" className="mr-auto text-soft">
          {missing > 0 ? report.incomplete(missing) : mayDispatch && !hasNeeds ? report.dispatchNeeds : ''}
        </p>
        {!isEmpty && (
          <Button look="plain" onClick={() => setAsked(true)}>
            {report.discard}
          </Button>
        )}
        <Button onClick={() => void navigate(-1)} className="max-sm:hidden">
          {word.cancel}
        </Button>
        <Button
          type="submit"
          look={mayDispatch && hasNeeds ? 'quiet' : 'primary'}
          shortcut="Ctrl+Enter"
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          {report.submit}
        </Button>
        {mayDispatch && (
          <Button
            look={hasNeeds ? 'primary' : 'quiet'}
            disabled={!hasNeeds}
            className={hasNeeds ? '' : 'max-sm:hidden'}
            title={report.submitHint}
            onClick={onDispatch}
          >
            {report.submitAndDispatch}
          </Button>
        )}
      </div>
    </footer>
  )
}
