import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useSpeech } from '../../text/context.tsx'

/** One heading of the sheet; nothing below it is said as such. */
export const Part = ({ title, count, children }: { title: string; count: number; children: ReactNode }) => {
  const { word } = useSpeech().text
  return (
    <section className="break-inside-avoid">
      <h3 className="heading-small mb-1">
        {title} ({count})
      </h3>
      {count === 0 ? (
        <p className="text-soft">{word.nil}</p>
      ) : (
        <ul className="flex flex-col gap-1">{children}</ul>
      )}
    </section>
  )
}

export const Number = ({ id, children }: { id: string; children: ReactNode }) => (
  <Link to={`/kejadian/${id}`} className="font-medium text-accent underline-offset-4 hover:underline">
    {children}
  </Link>
)
