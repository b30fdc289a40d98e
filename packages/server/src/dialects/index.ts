import type { DoorRule } from '../http/front-door.ts'
import type { House } from '../http/house.ts'
import type { Wire } from '../http/wire.ts'
import { activityWatchDoor, activityWatchWire } from './activitywatch/index.ts'
import { timingDoor, timingWire } from './timing/index.ts'

/** The foreign systems this server speaks for: one line each. */
export const DIALECTS: readonly ((house: House) => Wire)[] = [timingWire, activityWatchWire]

/** Where their clients may also call, on the bare host. */
export const DOOR_RULES: readonly DoorRule[] = [timingDoor, activityWatchDoor]
