import mongoose from 'mongoose'

/** Text that a person typed, found anywhere and in any case; never read as a pattern. */
export const containing = (text: string) =>
  mongoose.trusted({ $regex: text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), $options: 'i' })
