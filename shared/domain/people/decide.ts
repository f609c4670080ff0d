import type { Decisions } from '../decision.ts'
import { firstSecret, chooseSecret, changeSecret } from './secrets.ts'
import {
  setRights,
  setPreferences,
  invite,
  unlockAgent,
  lockAgent,
  enrollBadge,
  removeBadge,
  linkLogin,
  unlinkLogin,
  noteLogin,
  setAccess,
  relieveCounter,
} from './access.ts'

/** Each command of people, and what decides it. */
export const peopleDecisions = {
  'secret.first': firstSecret,
  'secret.choose': chooseSecret,
  'secret.change': changeSecret,
  'agent.setRights': setRights,
  'preferences.set': setPreferences,
  'agent.invite': invite,
  'agent.unlock': unlockAgent,
  'agent.lock': lockAgent,
  'badge.enroll': enrollBadge,
  'badge.remove': removeBadge,
  'login.link': linkLogin,
  'login.unlink': unlinkLogin,
  'login.note': noteLogin,
  'access.set': setAccess,
  'counter.relieve': relieveCounter,
} satisfies Decisions
