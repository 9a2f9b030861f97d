/** A form before somebody leaves it: whether there is something to lose, and whether he was asked. */
export interface Leaving {
  typed: boolean
  asked: boolean
}

export const untouched: Leaving = { typed: false, asked: false }

/** A mark that was set is set again with one press; what was written or put together is not. */
export const isWritten = ({ type }: { type: string }): boolean => type !== 'radio' && type !== 'checkbox'

/** Esc or the cross: at once where nothing is lost or under way, else he is asked; pressed again it leads back to the form. */
export const onLeave = (form: Leaving, pending = false): Leaving | 'leave' =>
  form.typed || pending ? { ...form, asked: !form.asked } : 'leave'

/** He goes on: what was asked is answered. */
export const onWritten = (form: Leaving): Leaving =>
  form.typed && !form.asked ? form : { typed: true, asked: false }
