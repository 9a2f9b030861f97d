import { writeToPost } from '../answer/write-to-post.ts'
import { volunteerOf, type Handler } from './sender.ts'

/** A volunteer writes to the command post (see writeToPost). @throws Refusal `not_found`, `terminal` without a task, `too_many_messages` */
export const receiveMessage: Handler<'message.received'> = async ({ store }, sender, data, said) => {
  const { volunteerRef, text } = data
  await writeToPost(store, sender.op, await volunteerOf(store, sender, volunteerRef), text, said)
  return { outcome: 'recorded', volunteerRef }
}
