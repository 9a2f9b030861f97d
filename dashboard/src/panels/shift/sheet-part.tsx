import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useOfficeText } from '../../text/office/use-office-text.ts'

interface Props {
  title: string
  /** How many lines stand here. */
  count: number
  /** How many more there were. */
  left?: number | undefined
  children: ReactNode
}

/** One heading of the sheet; nothing below it is said as such. */
export const Part = ({ title, count, left = 0, children }: Props) => {
  const { word, desk } = useOfficeText()
  return (
    <section className="break-inside-avoid">
      <h3 className="heading-small mb-1">
        {title} ({count + left})
      </h3>
      {count === 0 ? (
        <p className="text-soft">{word.nil}</p>
      ) : (
        <ul className="flex flex-col gap-1">{children}</ul>
      )}
      {left > 0 && <p className="mt-1 font-medium text-kritis">{desk.shift.notOnSheet(left)}</p>}
    </section>
  )
}

export const Number = ({ id, children }: { id: string; children: ReactNode }) => (
  <Link to={`/kejadian/${id}`} className="font-medium text-accent underline-offset-4 hover:underline">
    {children}
  </Link>
)
