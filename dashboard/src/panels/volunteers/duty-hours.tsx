import { useState } from 'react'
import { dutyLimitOf } from '#contracts/domain/volunteer/fitness.ts'
import { dutySeconds } from '#contracts/domain/volunteer/state.ts'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { useLive } from '../../live/provider.tsx'
import { useMay } from '../../session/context.tsx'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useNow } from '../../time/now.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Section } from '../../ui/section.tsx'
import { DutyLimit } from './duty-limit.tsx'

/** Seconds on duty in the last 24 hours: running on while he is on duty, and as they were read until the live view is here. */
const useServed = ({ id, dutyTodayS }: VolunteerView): number => {
  const now = useNow(30_000)
  const known = useLive(({ city }) => city?.volunteers.get(id)?.state)
  return known === undefined ? dutyTodayS : dutySeconds(known, new Date(now).toISOString())
}

/** How long he has served lately, and after how long nobody asks him any more. */
export const DutyHours = ({ volunteer }: { volunteer: VolunteerView }) => {
  const { papers } = useOfficeText()
  const may = useMay()
  const served = useServed(volunteer)
  const [setting, setSetting] = useState(false)
  const { dutyLimitS, agencyDutyLimitS, standing } = volunteer
  const span = (seconds: number): string => papers.span(Math.floor(seconds / 60))
  const limitS = dutyLimitOf(dutyLimitS, agencyDutyLimitS)
  const isReached = served >= limitS
  const mayLimit = may('volunteer.edit') && standing !== 'withdrawn'
  return (
    <Section
      title={papers.hours}
      aside={
        mayLimit && (
          <Button size="small" onClick={() => setSetting(true)}>
            {papers.setLimit}
          </Button>
        )
      }
    >
      <dl className="grid grid-cols-2 gap-3">
        <div>
          <dt className="label-small">{papers.lately}</dt>
          <dd className={classes('tabular-nums', isReached && 'font-semibold text-kritis')}>
            {papers.ofLimit(span(served), span(limitS))}
          </dd>
        </div>
        <div>
          <dt className="label-small">{papers.limit}</dt>
          <dd>
            {dutyLimitS === null
              ? papers.agencyLimit(span(agencyDutyLimitS))
              : papers.ownLimit(span(dutyLimitS), span(agencyDutyLimitS))}
          </dd>
        </div>
      </dl>
      {isReached && <p className="mt-2 font-medium text-kritis">{papers.reached}</p>}
      {setting && <DutyLimit volunteer={volunteer} onClose={() => setSetting(false)} />}
    </Section>
  )
}
