import { Eraser } from 'lucide-react'
import { useState } from 'react'
import type { Course } from '#contracts/domain/volunteer/facts.ts'
import { trainingOf } from '#contracts/domain/volunteer/fitness.ts'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { useMay } from '../../session/context.tsx'
import { codesOf } from '../../text/codes.ts'
import { useOfficeSpeech } from '../../text/office/use-office-text.ts'
import { useNow } from '../../time/now.tsx'
import { longDate } from '../../time/wita.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { RecordTraining } from './record-training.tsx'
import { StrikeTraining } from './strike-training.tsx'

/** Every course: until when he is trained in it, and what it is needed for. */
export const Trainings = ({ volunteer }: { volunteer: VolunteerView }) => {
  const { text, language } = useOfficeSpeech()
  const { papers } = text
  const may = useMay()
  const now = useNow(60_000)
  const [recording, setRecording] = useState(false)
  const [striking, setStriking] = useState<Course | null>(null)
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
              <dt className="label-small flex items-center justify-between gap-2">
                {papers.courses[course]} · {papers.courseFor[course]}
                {mayRecord && held !== null && (
                  <IconButton
                    icon={Eraser}
                    label={papers.strikeOne(papers.courses[course])}
                    onClick={() => setStriking(course)}
                  />
                )}
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
      {striking !== null && (
        <StrikeTraining volunteer={volunteer} course={striking} onClose={() => setStriking(null)} />
      )}
    </Section>
  )
}
