import { useText } from '../../../text/context.tsx'
import { TextArea } from '../../../ui/field.tsx'

interface Props {
  note: string
  onChange: (note: string) => void
}

/** A note that may be left out. */
export const NoteField = ({ note, onChange }: Props) => {
  const { dialogs } = useText()
  return (
    <TextArea
      optional
      label={dialogs.note}
      hint={dialogs.noteHint}
      maxLength={2000}
      value={note}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** The note as it is sent: nothing rather than blanks. */
export const noteBody = (note: string): { note?: string } => (note.trim() === '' ? {} : { note: note.trim() })
