import { usualPreferences } from '../../contract/people/preferences.ts'
import type { Decide } from '../decision.ts'
import type { View } from '../view.ts'

/** Beside the journal: how someone reads may tell of their health, and has no effect on anybody else. */
export const setPreferences: Decide<'preferences.set'> = (office, preferences, { who, now }) => {
  if (who.agentId === null || !office.skills.has(who.agentId)) return { refusal: 'unknownAgent' }
  return {
    events: [],
    personal: [{ op: 'put', kind: 'preferences', id: who.agentId, value: preferences, at: now }],
    output: {},
  }
}

export const preferencesView: View<'preferences.view'> = (_office, _input, { who, model }) =>
  // What was chosen before there was a sound says nothing of it.
  ({ ...usualPreferences, ...(who.agentId === null ? {} : model.personal.preferences.get(who.agentId)) })
