const decimals = (value: number, digits: number, comma: string): string =>
  value.toFixed(digits).replace('.', comma)

/** `350 m`, `1,2 km`. */
export const distance = (metres: number, comma: string): string =>
  metres < 1000 ? `${String(Math.round(metres / 10) * 10)} m` : `${decimals(metres / 1000, 1, comma)} km`

export const minutes = (value: number, comma: string): string => decimals(value, 1, comma)

/** Coordinates always with a dot. */
export const coordinates = ({ lat, lng }: { lat: number; lng: number }): string =>
  `${lat.toFixed(5)}, ${lng.toFixed(5)}`
