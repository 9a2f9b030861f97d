/** The databases of this test file, by their addresses; `tidy.ts` drops them when it ends. */
export const databases: string[] = []
