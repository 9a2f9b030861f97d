import { useOfficeText } from '../../text/office/use-office-text.ts'
import { ShownOnce } from '../../ui/once.tsx'

interface Props {
  login: string
  /** Null: the answer that showed it got lost on its way. */
  password: string | null
  onClose: () => void
}

/** The password that was just made. */
export const ShownPassword = ({ login, password, onClose }: Props) => {
  const { password: words } = useOfficeText().people
  return (
    <ShownOnce
      title={words.title}
      warning={words.warning}
      lost={words.lost}
      values={password === null ? [] : [{ label: words.of(login), value: password }]}
      onClose={onClose}
    />
  )
}
