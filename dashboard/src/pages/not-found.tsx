import { Link } from 'react-router'
import { useText } from '../text/context.tsx'
import { Empty } from '../ui/empty.tsx'

export const NotFoundPage = () => {
  const { frame } = useText()
  return (
    <main id="isi" className="flex-1">
      <Empty title={frame.notFound} hint={frame.notFoundHint}>
        <Link to="/kejadian" className="mt-2 font-medium text-accent underline underline-offset-4">
          {frame.incidents}
        </Link>
      </Empty>
    </main>
  )
}
