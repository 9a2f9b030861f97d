import { useEffect, useRef } from 'react'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useIncidentAct, type Acting, type IncidentAct } from '../../../api/act.ts'
import { useAnnounce } from '../../../ui/toast.tsx'

/** An action asked for in a dialog, which closes once the server has done it. */
export const useClosingAct = <N extends IncidentAct>(
  name: N,
  done: string,
  onClose: () => void,
  onDone?: (answer: IncidentDetail) => void,
): Acting<N> => {
  const announce = useAnnounce()
  const shown = useRef(true)
  useEffect(() => {
    shown.current = true
    return () => {
      shown.current = false
    }
  }, [])
  return useIncidentAct(name, (answer) => {
    // Whoever did not wait may have another dialog open by now.
    if (shown.current) onClose()
    announce(done)
    onDone?.(answer)
  })
}
