/** Fetches the code of everything behind the sign-in, once. */
export const openInside = () => import('./inside.tsx')
