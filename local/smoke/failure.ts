/** The story did not go as it must; the message is one plain sentence. */
export class SmokeFailure extends Error {
  override readonly name = 'SmokeFailure'
}
