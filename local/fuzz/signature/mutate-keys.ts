import { type Mutations } from './mutation.ts'
import { secretFrom } from './signed-request.ts'

/** Rotation, from both sides. */
export const keyMutations: Mutations = {
  receiverHasANewSecretToo: (request, random) => ({
    ...request,
    secrets: [...request.secrets, secretFrom(random)].slice(-2),
  }),
  receiverHasRetiredIt: (request, random) => ({
    ...request,
    secrets: [secretFrom(random), secretFrom(random)],
  }),
  receiverHasNone: (request) => ({ ...request, secrets: [] }),
  senderHasANewSecret: (request, random) => ({ ...request, signing: [secretFrom(random)] }),
  senderSignsWithOldAndNew: (request, random) => ({
    ...request,
    signing: [secretFrom(random), ...request.signing],
  }),
  bothHaveTheNewOne: (request, random) => {
    const fresh = secretFrom(random)
    return { ...request, secrets: [...request.secrets.slice(-1), fresh], signing: [fresh] }
  },
}
