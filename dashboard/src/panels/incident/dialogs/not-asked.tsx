import { useExplanation } from '../../../api/queries.ts'
import { useMay } from '../../../session/context.tsx'
import { useSpeech } from '../../../text/context.tsx'
import { useNow } from '../../../time/now.tsx'
import { shortMoment } from '../../../time/wita.ts'
import { Modal } from '../../../ui/dialog.tsx'
import { Loading } from '../../../ui/empty.tsx'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { needName } from '../names.ts'
import { ReasonCounts } from '../reason-counts.tsx'
import type { DialogProps } from './host.tsx'
import { PeopleNotAsked } from './people-not-asked.tsx'

/** Who was looked at for a need and not asked, and why: counted for everybody, by name for who may see volunteers. */
export const NotAsked = ({ detail, onClose, needId }: DialogProps & { needId: string }) => {
  const { text, language } = useSpeech()
  const { notAsked: words } = text.dialogs
  const may = useMay()
  const now = useNow(30_000)
  const { incident } = detail
  const explanation = useExplanation(incident.id)
  const need = incident.needs.find(({ id }) => id === needId)
  const told = explanation.data?.needs.find((one) => one.needId === needId)
  const wave = told?.wave
  return (
    <Modal title={words.title} intro={need && needName(text, need)} onClose={onClose}>
      <div className="flex flex-col gap-3 overflow-y-auto px-4 pt-2 pb-5 sm:px-5">
        {explanation.isError && (
          <ProblemNote error={explanation.error} onRetry={() => void explanation.refetch()} />
        )}
        {explanation.isPending && <Loading label={text.word.loading} />}
        {told && !wave && <p>{words.never}</p>}
        {wave && (
          <>
            <p className="font-medium">
              {words.looked(wave.considered, shortMoment(wave.at, now, language))}
            </p>
            {wave.solver === 'greedy' && <p>{text.incident.offer.greedy}</p>}
            {told.notAsked ? (
              <PeopleNotAsked detail={detail} reasons={wave.reasons} notAsked={told.notAsked} />
            ) : (
              <>
                <ReasonCounts label={words.reasons} reasons={wave.reasons} />
                <p className="text-soft">{may('volunteer.read') ? words.notKept : words.countsOnly}</p>
              </>
            )}
          </>
        )}
      </div>
    </Modal>
  )
}
