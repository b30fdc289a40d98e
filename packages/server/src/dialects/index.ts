import type { DoorRule } from '../http/front-door.ts'
import type { House } from '../http/house.ts'
import type { Wire } from '../http/wire.ts'
import { activityWatchDoor, activityWatchWire } from './activitywatch/index.ts'
import { timingDoor, timingWire } from './timing/index.ts'
import { timeTrackerDoors, timeTrackerWire } from './timetracker/index.ts'
import { timeTrackerInDoors, timeTrackerInWire } from './timetracker-in/index.ts'
import { togglDoors, togglWire } from './toggl/index.ts'

/** The foreign systems this server speaks for: one line each. */
export const DIALECTS: readonly ((house: House) => Wire)[] = [
  timingWire,
  togglWire,
  timeTrackerWire,
  timeTrackerInWire,
  activityWatchWire,
]

/** Where their clients may also call, on the bare host. */
export const DOOR_RULES: readonly DoorRule[] = [
  timingDoor,
  ...togglDoors,
  // After Timing's, which takes its own of the path they share.
  ...timeTrackerDoors,
  ...timeTrackerInDoors,
  activityWatchDoor,
]
