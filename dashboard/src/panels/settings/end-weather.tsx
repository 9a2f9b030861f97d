import { differencesOf } from '#contracts/domain/policy/commands.ts'
import { usePolicy, useSettingsAct } from '../../api/settings-queries.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useAnnounce } from '../../ui/toast.tsx'
import { ConfirmChange } from './confirm.tsx'

const fair = { weather: 'fair', weatherUntil: null } as const

/** It has stopped raining: travel times as on any other day, from the next search on. */
export const EndWeather = ({ onClose }: { onClose: () => void }) => {
  const { confirm } = useOfficeText().settings
  const announce = useAnnounce()
  const policy = usePolicy().data
  const act = useSettingsAct('changePolicy', () => {
    announce(confirm.done)
    onClose()
  })
  if (policy === undefined) return null
  const { number, settings } = policy
  return (
    <ConfirmChange
      intro={confirm.policy}
      differences={differencesOf(settings, fair)}
      pending={act.isPending}
      error={act.error}
      onSubmit={(reason) => act.mutate({ body: { expected: number, change: fair, reason } })}
      onClose={onClose}
    />
  )
}
