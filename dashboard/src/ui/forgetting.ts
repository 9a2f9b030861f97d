/** Closes what showed an answer that is secret: it is not kept longer than it is shown. */
export const forgetting = (act: { reset: () => void }, onClose: () => void) => (): void => {
  act.reset()
  onClose()
}
