import { Component, type ReactNode } from 'react'
import { useText } from '../../text/context.tsx'
import { Button } from '../../ui/button.tsx'

const Failed = () => {
  const { frame, word } = useText()
  return (
    <main id="isi" className="flex flex-1 flex-col items-start gap-3 p-6">
      <p role="alert" className="font-medium">
        {frame.pageFailed}
      </p>
      <Button onClick={() => location.reload()}>{word.reload}</Button>
    </main>
  )
}

interface Props {
  /** Another address is another chance. */
  address: string
  children: ReactNode
}

/** A page that breaks (or whose part is gone after an update) says so, and leaves the rest of the screen standing. */
export class PageFailure extends Component<Props, { failedAt: string | null }> {
  override state = { failedAt: null }
  static getDerivedStateFromError = (): { failedAt: string } => ({ failedAt: location.pathname })
  override render(): ReactNode {
    return this.state.failedAt === this.props.address ? <Failed /> : this.props.children
  }
}
