import type { ShownSecret } from '#contracts/wire/routes/partner-views.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { ShownOnce } from '../../ui/once.tsx'

/** The secrets that were just made. */
export const ShownSecrets = ({
  secrets,
  onClose,
}: {
  secrets: readonly ShownSecret[]
  onClose: () => void
}) => {
  const { shown } = useOfficeText().partners
  return (
    <ShownOnce
      title={shown.title}
      warning={shown.warning}
      lost={shown.lost}
      values={secrets.map(({ direction, secret }) => ({ label: shown[direction], value: secret }))}
      onClose={onClose}
    />
  )
}
