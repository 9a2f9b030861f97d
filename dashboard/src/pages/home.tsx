import { Navigate } from 'react-router'
import { furtherSections, sections } from '../panels/frame/sections.ts'
import { useMay } from '../session/context.tsx'
import { useText } from '../text/context.tsx'
import { Empty } from '../ui/empty.tsx'

/** The first section that this role may see. */
export const HomePage = () => {
  const { frame } = useText()
  const may = useMay()
  const first = [...sections, ...furtherSections].find(({ action }) => may(action))
  if (first) return <Navigate replace to={first.to} />
  return (
    <main id="isi" className="flex-1">
      <h1 className="sr-only">{frame.product}</h1>
      <Empty title={frame.noScreen} hint={frame.noScreenHint} />
    </main>
  )
}
