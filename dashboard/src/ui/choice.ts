/** A choice of this person on this device: language, theme, shortcuts; and which news of the field was opened here. Nothing else is kept in the browser. */
const nameOf = (name: string): string => `top-ranger.${name}`

/** What was kept under this name; null when nothing was, or storage is closed to us. */
export const keptText = (name: string): string | null => {
  try {
    return localStorage.getItem(nameOf(name))
  } catch {
    return null
  }
}

/** Keeps it where it can be kept; without storage it lives until the page is left. */
export const keepText = (name: string, text: string): void => {
  try {
    localStorage.setItem(nameOf(name), text)
  } catch {
    // Private mode: nothing can be kept, and nothing is lost but the memory of a preference.
  }
}

/** The stored choice, or the fallback when there is none, it is unknown, or storage is closed to us (private mode). */
export const readChoice = <T extends string>(name: string, choices: readonly T[], fallback: T): T => {
  const stored = keptText(name)
  return choices.find((choice) => choice === stored) ?? fallback
}

export const writeChoice = (name: string, choice: string): void => keepText(name, choice)

/** Was this choice made in another tab? */
export const choiceChanged = (event: StorageEvent, name: string): boolean => event.key === nameOf(name)
