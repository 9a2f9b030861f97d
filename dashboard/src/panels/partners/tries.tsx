import type { DeliveryDetail } from '#contracts/wire/routes/partner-views.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useMoment } from '../../time/moment.tsx'
import { classes } from '../../ui/classes.ts'

type Try = DeliveryDetail['tries'][number]

const isGood = ({ status }: Try): boolean => status !== null && status >= 200 && status < 300

/** Every attempt: when, how long it took, what came back; its headers and the answer below. */
export const Tries = ({ tries }: { tries: readonly Try[] }) => {
  const { delivery: words, out } = useOfficeText().partners
  const moment = useMoment(true)
  return (
    <section>
      <h3 className="heading-small mb-1">
        {words.tries} ({tries.length})
      </h3>
      {tries.length === 0 && <p className="text-soft">{words.noTry}</p>}
      <ol>
        {tries.map((one, index) => (
          <li key={`${one.at} ${String(index)}`} className="border-t border-line">
            <details>
              <summary className="flex min-h-9 cursor-pointer flex-wrap items-center gap-x-4 py-1 pointer-coarse:min-h-11">
                <span className="w-6 text-faint">{index + 1}</span>
                <time dateTime={one.at}>{moment(one.at)}</time>
                <span className={classes('font-medium', !isGood(one) && 'text-tinggi')}>
                  {one.status ?? one.error ?? words.noAnswer}
                </span>
                <span className="text-soft">{out.took(Math.round(one.tookMs))}</span>
              </summary>
              <dl className="pb-2.5 text-[0.93rem]">
                <dt className="label-small mt-1">{words.headers}</dt>
                <dd className="font-mono text-[0.86rem] wrap-anywhere">
                  {Object.entries(one.headers).map(([name, value]) => (
                    <span key={name} className="block">
                      {name}: {value}
                    </span>
                  ))}
                </dd>
                <dt className="label-small mt-1.5">{words.answer}</dt>
                <dd className="font-mono text-[0.86rem] wrap-anywhere">{one.answer || words.noAnswer}</dd>
              </dl>
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}
