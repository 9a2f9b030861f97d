import { useState } from 'react'
import { trainingOf } from '#contracts/domain/volunteer/fitness.ts'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { useMay } from '../../session/context.tsx'
import { codesOf } from '../../text/codes.ts'
import { useOfficeSpeech } from '../../text/office/use-office-text.ts'
import { useNow } from '../../time/now.tsx'
import { longDate } from '../../time/wita.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { RecordTraining } from './record-training.tsx'

/** Every course: until when he is trained in it, and what it is needed for. */
export const Trainings = ({ volunteer }: { volunteer: VolunteerView }) => {
  const { text, language } = useOfficeSpeech()
  const { papers } = text
  const may = useMay()
  const now = useNow(60_000)
  const [recording, setRecording] = useState(false)
  const mayRecord = may('volunteer.edit') && volunteer.standing !== 'withdrawn'
  return (
    <Section
      title={papers.trainings}
      aside={
        mayRecord && (
          <Button size="small" onClick={() => setRecording(true)}>
            {papers.record}
          </Button>
        )
      }
    >
      <dl className="grid gap-2">
        {codesOf(papers.courses).map((course) => {
          const held = trainingOf(volunteer, course)
          const until = held?.until ?? null
          const isOver = until !== null && Date.parse(until) <= now
          return (
            <div key={course}>
              <dt className="label-small">
                {papers.courses[course]} · {papers.courseFor[course]}
              </dt>
              {held === null && <dd className="text-soft">{papers.notRecorded}</dd>}
              {held !== null && until === null && <dd>{papers.forEver}</dd>}
              {until !== null && (
                <dd className={isOver ? 'font-medium text-kritis' : undefined}>
                  {(isOver ? papers.expired : papers.until)(longDate(until, language))}
                </dd>
              )}
            </div>
          )
        })}
      </dl>
      {recording && <RecordTraining volunteer={volunteer} onClose={() => setRecording(false)} />}
    </Section>
  )
}
