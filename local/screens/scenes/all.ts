import { callScenes } from './calls.ts'
import { dialogScenes } from './dialogs.ts'
import { frameScenes } from './frame.ts'
import { officeScenes } from './office.ts'
import { operationScenes } from './operations.ts'
import { reportScenes } from './report.ts'
import type { Scene } from './scene.ts'
import { shiftScenes } from './shift.ts'
import { taskScenes } from './task.ts'
import { volunteerScenes } from './volunteers.ts'

/** Every picture of somebody who is signed in, in the order in which they are taken. */
export const scenes: readonly Scene[] = [
  ...operationScenes,
  ...dialogScenes,
  ...callScenes,
  ...reportScenes,
  ...volunteerScenes,
  ...taskScenes,
  ...officeScenes,
  ...shiftScenes,
  ...frameScenes,
]
