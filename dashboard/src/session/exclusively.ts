/** Runs one renewal at a time over all tabs: the refresh cookie is single-use, and two at once would look like theft. */
export type Exclusively = <T>(work: () => Promise<T>) => Promise<T>

/** Web locks exist in secure contexts only; elsewhere (plain HTTP on a local network) each tab is on its own. */
export const exclusivelyAmongTabs = (locks: LockManager | undefined): Exclusively =>
  locks === undefined
    ? (work) => work()
    : async (work) => await locks.request('top-ranger.refresh', () => work())
