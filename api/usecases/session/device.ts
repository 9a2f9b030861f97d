/** From the most particular to the most general: each names itself also by those after it. */
const browsers = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\//, 'Firefox'],
  [/\bChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const
const systems = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
] as const

const named = (agent: string, names: readonly (readonly [RegExp, string])[]): string[] =>
  names.flatMap(([sign, name]) => (sign.test(agent) ? [name] : [])).slice(0, 1)

/**
 * Browser and system as a `user-agent` says them, `Chrome, Android`: enough for somebody to tell his own sign-ins apart.
 * Undefined when neither is known; nothing else of the header is kept.
 */
export const deviceOf = (agent: string | undefined): string | undefined => {
  const parts = agent === undefined ? [] : [...named(agent, browsers), ...named(agent, systems)]
  return parts.length === 0 ? undefined : parts.join(', ')
}
