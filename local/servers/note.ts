/** Tells the person at the terminal one line: which server was taken, what is being fetched. */
export type Note = (line: string) => void
