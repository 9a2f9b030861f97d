import { ArrowRight } from 'lucide-react'
import type { Difference } from '#contracts/domain/difference.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { differenceWords } from './say.ts'

/** What became different, from what to what. */
export const Differences = ({ of }: { of: readonly Difference[] }) => {
  const text = useOfficeText()
  const { history } = text.settings
  return (
    <ul className="flex flex-col divide-y divide-line">
      {of
        .flatMap((difference) => differenceWords(text, difference))
        .map(({ what, from, to }) => (
          <li key={what} className="py-1.5">
            <p className="font-medium">{what}</p>
            <p className="flex flex-wrap items-center gap-x-2 text-[0.93rem]">
              <span className="text-soft">
                <span className="sr-only">{history.from} </span>
                {from}
              </span>
              <ArrowRight aria-hidden size={15} className="shrink-0 text-faint" />
              <span>
                <span className="sr-only">{history.to} </span>
                {to}
              </span>
            </p>
          </li>
        ))}
    </ul>
  )
}
