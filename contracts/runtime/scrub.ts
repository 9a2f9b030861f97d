type Scrub = readonly [pattern: RegExp, replacement: string]

// These may run over a finished JSON line: none of them can match a quote or a backslash.
const ANYWHERE: readonly Scrub[] = [
  [/\+\d[\d -]{7,16}\d/g, '[phone]'],
  [/(?<![\w.-])(?:62|0)8[1-9]\d{7,10}(?![\w.-])/g, '[phone]'],
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s"'\\/@]+@/gi, '$1[credentials]@'],
  [/\bwhsec_[A-Za-z0-9+/=]+/g, '[secret]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/\b(Bearer|Basic) [\w.~+/=-]+/gi, '$1 [token]'],
]

// These read a message as text, before it is quoted.
const IN_MESSAGES: readonly Scrub[] = [
  // MongoDB repeats the colliding value, Mongoose the refused one.
  [/\bdup key: .*/gs, 'dup key: [value]'],
  [/\bfor value .* \(type /gs, 'for value [value] (type '],
  [/\b(Path `[^`]*` )\(.*?\)(?= is )/gs, '$1([value])'],
  [/(Path `[^`]*` is invalid )\(.*\)/gs, '$1([value])'],
  [/\bwith value `.*`/gs, 'with value `[value]`'],
  [/`[^`]*`(?= is not a valid enum value)/g, '`[value]`'],
]

/** Takes phone numbers, credentials and tokens out of a finished log line; JSON stays JSON. */
export function scrubLine(line: string): string {
  return ANYWHERE.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line)
}

/** As `scrubLine`, and also the values that databases repeat in their messages. */
export function scrubText(message: string): string {
  return scrubLine(
    IN_MESSAGES.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), message),
  )
}
