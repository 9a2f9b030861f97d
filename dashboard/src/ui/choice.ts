/** A choice of this person on this device: language, theme, shortcuts. Nothing else is kept in the browser. */
const nameOf = (name: string): string => `top-ranger.${name}`

/** The stored choice, or the fallback when there is none, it is unknown, or storage is closed to us (private mode). */
export const readChoice = <T extends string>(name: string, choices: readonly T[], fallback: T): T => {
  try {
    const stored = localStorage.getItem(nameOf(name))
    return choices.find((choice) => choice === stored) ?? fallback
  } catch {
    return fallback
  }
}

/** Keeps the choice where it can be kept; without storage it lives until the page is left. */
export const writeChoice = (name: string, choice: string): void => {
  try {
    localStorage.setItem(nameOf(name), choice)
  } catch {
    // Private mode: nothing can be kept, and nothing is lost but the memory of a preference.
  }
}

/** Was this choice made in another tab? */
export const choiceChanged = (event: StorageEvent, name: string): boolean => event.key === nameOf(name)
