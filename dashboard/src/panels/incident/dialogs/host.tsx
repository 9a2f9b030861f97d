import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import type { Question } from '../questions.tsx'
import { Assign } from './assign.tsx'
import { PlanCallback } from './callback.tsx'
import { Cancel } from './cancel.tsx'
import { Correct } from './correct.tsx'
import { DropNeed } from './drop-need.tsx'
import { Duplicate } from './duplicate.tsx'
import { EditNeeds } from './edit-needs.tsx'
import { Escalate } from './escalate.tsx'
import { Finish } from './finish.tsx'
import { LinkMessage } from './link-message.tsx'
import { NotAsked } from './not-asked.tsx'
import { IncidentPhone } from './phone.tsx'
import { LargePhoto } from './photo.tsx'
import { Refer } from './refer.tsx'
import { Reject } from './reject.tsx'
import { StandDown } from './stand-down.tsx'

export interface DialogProps {
  detail: IncidentDetail
  onClose: () => void
  /** Called with the answer once the server has done it. */
  onDone?: (answer: IncidentDetail) => void
}

/** The dialog of a question. */
export const DialogHost = ({ question, ...props }: DialogProps & { question: Question }) => {
  switch (question.ask) {
    case 'reject':
      return <Reject {...props} />
    case 'refer':
      return <Refer {...props} />
    case 'duplicate':
      return <Duplicate {...props} />
    case 'escalate':
      return <Escalate {...props} />
    case 'correct':
      return <Correct {...props} />
    case 'needs':
      return <EditNeeds {...props} />
    case 'dropNeed':
      return <DropNeed {...props} needId={question.needId} />
    case 'notAsked':
      return <NotAsked {...props} needId={question.needId} />
    case 'assign':
      return <Assign {...props} needId={question.needId} replaces={question.replaces} />
    case 'standDown':
      return <StandDown {...props} assignmentIds={question.assignmentIds} />
    case 'cancel':
      return <Cancel {...props} />
    case 'link':
      return <LinkMessage {...props} offerId={question.offerId} />
    case 'phone':
      return <IncidentPhone {...props} volunteerId={question.volunteerId} />
    case 'callback':
      return <PlanCallback {...props} />
    case 'photo':
      return <LargePhoto {...props} photoId={question.photoId} />
    case 'control':
    case 'resume':
    case 'close':
      return <Finish {...props} step={question.ask} />
    default:
      question satisfies never
      return null
  }
}
