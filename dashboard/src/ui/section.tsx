import { useId, type ReactNode } from 'react'

interface Props {
  /** By this one may jump to it. */
  id?: string
  title: string
  aside?: ReactNode
  children: ReactNode
}

/** A titled part of a page. */
export const Section = ({ id: anchor, title, aside, children }: Props) => {
  const id = useId()
  return (
    <section
      id={anchor}
      aria-labelledby={id}
      className="scroll-mt-10 border-b border-line px-4 py-3.5 last:border-b-0 lg:px-5"
    >
      <div className="mb-2 flex min-h-7 flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h3 id={id} className="heading-small">
          {title}
        </h3>
        {aside}
      </div>
      {children}
    </section>
  )
}
